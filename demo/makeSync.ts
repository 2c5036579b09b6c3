import type { Sidebar } from '../simulator/host/Sidebar';
import type { Company } from './makeCompany';
import { textsOf } from './readCard';
import type { StepNotes } from './runStep';
import { chooseLabel, pickSource } from './chooseSource';
import { waitFor } from './waitFor';

/** From the first card through the five steps of the wizard to the request that officers decide; the nights do the rest. */
export function makeSync(
  company: Pick<Company, 'source' | 'label' | 'scheduler'>,
  sidebar: Sidebar,
  name: string,
  unit: string,
  tell: StepNotes['tell'],
): void {
  sidebar.press('Contact syncs');
  sidebar.press('Add');
  sidebar.type('Name (required)', name);
  sidebar.choose('Type', 'Personal contacts: one label of one user');
  sidebar.press('Next');
  pickSource(company, sidebar);
  waitFor(company, sidebar, 'list of labels', (text) => text.includes('Label (required)'), tell);
  chooseLabel(sidebar, 'Label (required)', company.label);
  sidebar.press('Next');
  sidebar.choose('Search in', 'Organizational units');
  sidebar.type('Name or address', unit);
  sidebar.press('Search');
  sidebar.press('Add all');
  sidebar.press('Next');
  sidebar.toggle('Run every night', true);
  sidebar.choose('When Roster looks for them', 'Only when the source changed');
  sidebar.press('Next');
  for (const line of textsOf(sidebar, 'What you chose')) tell(`  ${line}`);
  sidebar.toggle('Run now', false);
  sidebar.press('Preview');
  waitFor(company, sidebar, 'preview', (text) => !text.includes('Preparing'), tell);
  for (const line of textsOf(sidebar, 'What will happen')) tell(`  ${line}`);
  sidebar.press('Send approval request');
  sidebar.press('Confirm');
  tell(sidebar.notification ?? 'Sent.');
}
