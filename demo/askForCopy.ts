import type { DecoratedTextJson, WidgetJson } from '../simulator/appsscript/card/CardJson';
import type { Sidebar } from '../simulator/host/Sidebar';
import type { Company } from './makeCompany';
import { SAMPLE } from './sample';
import { waitFor } from './waitFor';

export interface Refusal {
  readonly where: string;
  readonly what: string;
  readonly why: string;
}

export interface Asked {
  /** Cells and targets that were left out, as the cards say. */
  readonly refused: readonly Refusal[];
  /** Virtual time at which the preview was asked for, and at which the request was sent. */
  readonly previewAt: number;
  readonly sentAt: number;
}

/** The administrator goes through the wizard, waits for the preview and sends the request. */
export function askForCopy(company: Company, sidebar: Sidebar, name: string, tell: (line: string) => void): Asked {
  const { world, source } = company;
  sidebar.press('New workflow');
  sidebar.type('Name (required)', name);
  sidebar.choose('Type (required)', 'Modify: users who are already there');
  sidebar.type('Description (optional)', 'Contacts of a colleague for everybody who takes over');
  sidebar.press('Next');
  tell('Step 1: name and type.');

  const refused = company.hasTargetsFile ? targetsFromSheet(company, sidebar) : targetsOfDomain(sidebar);
  if (refused.length > 0) tell(`Step 2: targets from the Sheet; ${refused.length} cells are refused.`);
  else tell('Step 2: targets.');
  if (company.isSample) tell(`        and by search: ${searchGroups(sidebar, SAMPLE.search)}.`);
  sidebar.press('Next');
  refused.push(...confirmTargets(company, sidebar, tell));

  sidebar.press('+ Add action');
  sidebar.press('Copy user contacts');
  const suggestion = sidebar
    .suggest('Source user (required)', source.primaryEmail.slice(0, 4))
    .find((text) => text.includes(source.primaryEmail));
  if (suggestion === undefined) throw new Error(`The source user ${source.primaryEmail} is not suggested:\n${sidebar.text()}`);
  sidebar.pick('Source user (required)', suggestion);
  sidebar.press('Use this user');
  tell('Step 3: "Copy user contacts"; the labels of somebody else are looked up by the operator.');
  waitFor(company, sidebar, 'list of labels', (text) => text.includes('Label (optional)'), tell);
  if (company.label !== '') chooseLabel(sidebar, company.label);
  sidebar.press('Save');

  const previewAt = world.clock.now();
  sidebar.press('Preview');
  tell('The preview is prepared by the operator:');
  waitFor(company, sidebar, 'preview', (text) => !text.includes('Preparing'), tell);
  if (!sidebar.text().includes('Send approval request')) throw new Error(`The preview was refused:\n${sidebar.text()}`);
  for (const line of textsOf(sidebar, 'What will happen')) tell(`  ${line}`);
  sidebar.press('Send approval request');
  const sentAt = world.clock.now();
  sidebar.press('Confirm');
  tell(sidebar.notification ?? 'Sent.');
  return { refused, previewAt, sentAt };
}

function targetsFromSheet(company: Company, sidebar: Sidebar): Refusal[] {
  const tab = company.administratorFile.tabs[0];
  const header = String(tab?.grid.cell(1, 1)?.value ?? '');
  sidebar.press('Choose cells');
  sidebar.choose('Tab and column', `${tab?.name}: ${header}`);
  sidebar.press('Read column');
  const refused: Refusal[] = [];
  for (;;) {
    refused.push(
      ...linesOf(sidebar, 'What was read').map(({ topLabel, text, bottomLabel }) => ({
        where: topLabel ?? '',
        what: plain(text ?? ''),
        why: bottomLabel ?? '',
      })),
    );
    if (!/\[Next\]/.test(sidebar.text())) break;
    sidebar.press('Next');
  }
  sidebar.press('Back to targets');
  return refused;
}

/** Reads the list page by page; in the sample company one address that looks like another is left out with ×. */
function confirmTargets(company: Company, sidebar: Sidebar, tell: (line: string) => void): Refusal[] {
  if (company.isSample) {
    sidebar.press('×', { near: SAMPLE.dropped });
    tell(`        ${SAMPLE.dropped} has an address that looks like a colleague's: left out with ×.`);
  }
  tell(`        ${firstLine(sidebar)}`);
  const refused: Refusal[] = textsOf(sidebar, 'Not among the targets').map((why) => ({ where: 'Confirmation', what: '', why }));
  for (;;) {
    for (const { text, bottomLabel } of linesOf(sidebar, 'Targets')) {
      const why = /^Suspended: left out/.exec(bottomLabel ?? '')?.[0];
      if (why !== undefined) refused.push({ where: 'Confirmation', what: plain(text ?? ''), why });
    }
    if (!/\[Next\]/.test(sidebar.text())) break;
    sidebar.press('Next');
  }
  sidebar.press('Proceed to actions');
  return refused;
}

/** Own users without a list of targets: everybody of the primary domain. */
function targetsOfDomain(sidebar: Sidebar): Refusal[] {
  sidebar.choose('Search in', 'Domains');
  sidebar.press('Search');
  sidebar.press('Add all');
  return [];
}

function searchGroups(sidebar: Sidebar, text: string): string {
  sidebar.choose('Search in', 'Groups');
  sidebar.type('Name or address', text);
  sidebar.press('Search');
  sidebar.press('Add all');
  return linesOf(sidebar, 'Chosen')
    .slice(-1)
    .map((line) => `${line.topLabel} ${plain(line.text ?? '')}`)
    .join(', ');
}

function chooseLabel(sidebar: Sidebar, label: string): void {
  const options = widgetsOf(sidebar).flatMap((widget) =>
    widget.selectionInput?.name === 'label' ? (widget.selectionInput.items ?? []) : [],
  );
  const option = options.find((item) => item.text === label || item.text.startsWith(`${label} (`));
  if (option === undefined) throw new Error(`The source user has no label "${label}", but: ${options.map((item) => item.text).join(', ')}`);
  sidebar.choose('Label (optional)', option.text);
  sidebar.toggle('Create this label in the destination', true);
}

/** Widgets of the sections with this header; of the whole card without one. */
const widgetsOf = (sidebar: Sidebar, header?: string): WidgetJson[] =>
  (sidebar.card.sections ?? [])
    .filter((section) => header === undefined || section.header === header)
    .flatMap((section) => section.widgets ?? []);

const linesOf = (sidebar: Sidebar, header: string): DecoratedTextJson[] =>
  widgetsOf(sidebar, header).flatMap((widget) => (widget.decoratedText === undefined ? [] : [widget.decoratedText]));

const textsOf = (sidebar: Sidebar, header: string): string[] =>
  widgetsOf(sidebar, header).flatMap((widget) => {
    if (widget.textParagraph !== undefined) return [plain(widget.textParagraph.text ?? '')];
    return widget.decoratedText === undefined ? [] : [`${widget.decoratedText.topLabel ?? ''}: ${plain(widget.decoratedText.text ?? '')}`];
  });

const firstLine = (sidebar: Sidebar): string => plain(widgetsOf(sidebar)[0]?.textParagraph?.text ?? '');

const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
