import type { Sidebar } from '../simulator/host/Sidebar';
import { confirmTargets, searchGroups, targetsFromSheet, targetsOfDomain, type Refusal } from './chooseTargets';
import { chooseLabel, pickSource } from './chooseSource';
import type { Company } from './makeCompany';
import { textsOf } from './readCard';
import { SAMPLE } from './sample';
import { waitFor } from './waitFor';

type Tell = (line: string) => void;

export interface Asked {
  /** Cells and targets that were left out, as the cards say. */
  readonly refused: readonly Refusal[];
  /** Virtual time at which the preview was asked for, and at which the request was sent. */
  readonly previewAt: number;
  readonly sentAt: number;
}

/** The administrator goes through the wizard, waits for the preview and sends the request. */
export function askForCopy(company: Company, sidebar: Sidebar, name: string, tell: Tell): Asked {
  describeWorkflow(sidebar, name);
  tell('Step 1: name and type.');

  const refused = company.hasTargetsFile ? targetsFromSheet(company, sidebar) : targetsOfDomain(sidebar);
  if (refused.length > 0) tell(`Step 2: targets from the Sheet; ${refused.length} cells are refused.`);
  else tell('Step 2: targets.');
  if (company.isSample) tell(`        and by search: ${searchGroups(sidebar, SAMPLE.search)}.`);
  sidebar.press('Next');
  refused.push(...confirmTargets(company, sidebar, tell));

  chooseSource(company, sidebar, tell);
  return { refused, ...previewAndSend(company, sidebar, tell) };
}

/** The same for the users of one group. */
export function askForGroup(company: Company, sidebar: Sidebar, name: string, group: string): void {
  const untold: Tell = () => undefined;
  describeWorkflow(sidebar, name);
  searchGroups(sidebar, group);
  sidebar.press('Next');
  sidebar.press('Proceed to actions');
  chooseSource(company, sidebar, untold);
  previewAndSend(company, sidebar, untold);
}

function describeWorkflow(sidebar: Sidebar, name: string): void {
  sidebar.press('New workflow');
  sidebar.type('Name (required)', name);
  sidebar.choose('Type (required)', 'Modify: users who are already there');
  sidebar.type('Description (optional)', 'Contacts of a colleague for everybody who takes over');
  sidebar.press('Next');
}

function chooseSource(company: Company, sidebar: Sidebar, tell: Tell): void {
  sidebar.press('+ Add action');
  sidebar.press('Copy user contacts');
  pickSource(company, sidebar);
  tell('Step 3: "Copy user contacts"; the labels of somebody else are looked up by the operator.');
  waitFor(company, sidebar, 'list of labels', (text) => text.includes('Label (optional)'), tell);
  if (company.label !== '') {
    chooseLabel(sidebar, 'Label (optional)', company.label);
    sidebar.toggle('Create this label in the destination', true);
  }
  sidebar.press('Save');
}

function previewAndSend(company: Company, sidebar: Sidebar, tell: Tell): Pick<Asked, 'previewAt' | 'sentAt'> {
  const { clock } = company.world;
  const previewAt = clock.now();
  sidebar.press('Preview');
  tell('The preview is prepared by the operator:');
  waitFor(company, sidebar, 'preview', (text) => !text.includes('Preparing'), tell);
  if (!sidebar.text().includes('Send approval request')) throw new Error(`The preview was refused:\n${sidebar.text()}`);
  for (const line of textsOf(sidebar, 'What will happen')) tell(`  ${line}`);
  sidebar.press('Send approval request');
  const sentAt = clock.now();
  sidebar.press('Confirm');
  tell(sidebar.notification ?? 'Sent.');
  return { previewAt, sentAt };
}
