import type { Sidebar } from '../simulator/host/Sidebar';
import type { Company } from './makeCompany';
import { firstLine, linesOf, plain, textsOf } from './readCard';
import { SAMPLE } from './sample';

/** What the cards left out: where it stood, and why. */
export interface Refusal {
  readonly where: string;
  readonly what: string;
  readonly why: string;
}

export function targetsFromSheet(company: Company, sidebar: Sidebar): Refusal[] {
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
export function confirmTargets(company: Company, sidebar: Sidebar, tell: (line: string) => void): Refusal[] {
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
export function targetsOfDomain(sidebar: Sidebar): Refusal[] {
  sidebar.choose('Search in', 'Domains');
  sidebar.press('Search');
  sidebar.press('Add all');
  return [];
}

export function searchGroups(sidebar: Sidebar, text: string): string {
  sidebar.choose('Search in', 'Groups');
  sidebar.type('Name or address', text);
  sidebar.press('Search');
  sidebar.press('Add all');
  return linesOf(sidebar, 'Chosen')
    .slice(-1)
    .map((line) => `${line.topLabel} ${plain(line.text ?? '')}`)
    .join(', ');
}
