import { withSampleOfficers } from '../demo/sampleOfficers';
import { Sidebar } from '../simulator/host/Sidebar';
import { preApproval, TARGETS_UNIT, type Workplace } from './makeWorkplace';

const DAY = 24 * 3_600_000;

export const setUpRoster = ({ world, project, operator, administrator, sheet, serviceAccount, told }: Workplace): void => {
  const sidebar = Sidebar.open(project, { userId: operator.id, spreadsheetId: sheet.id, locale: 'en-GB' });
  sidebar.press('Set up Roster');
  sidebar.type('Service account', serviceAccount);
  sidebar.type('Administrators who will use Roster (optional)', administrator.primaryEmail);
  sidebar.press('Set up');
  if (project.scriptProperties.get('operator') === undefined) throw new Error(`Set-up did not end:\n${sidebar.text()}`);
  if (told !== undefined) project.scriptProperties.set({ quotas: JSON.stringify(told) });
  project.scriptProperties.set({
    ...withSampleOfficers(),
    'preApproval.bench': JSON.stringify(preApproval(administrator, world.clock.now() + 365 * DAY)),
  });
};

/** Virtual instants between which one part of a copy went on. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The administrator goes through the wizard, and triggers fire until the preview stands. `act`: chooses the action. */
export const throughPreview = (place: Workplace, name: string, act: (sidebar: Sidebar) => void): Sidebar => {
  const { project, administrator, sheet } = place;
  const sidebar = Sidebar.open(project, { userId: administrator.id, spreadsheetId: sheet.id, locale: 'en-GB' });
  sidebar.press('New workflow');
  sidebar.type('Name (required)', name);
  sidebar.choose('Type (required)', 'Modify: users who are already there');
  sidebar.press('Next');
  sidebar.type('Name or address', TARGETS_UNIT);
  sidebar.press('Search');
  sidebar.press('Add all');
  sidebar.press('Next');
  sidebar.press('Proceed to actions');
  act(sidebar);
  sidebar.press('Preview');
  waitFor(place, sidebar, /Status: (?!Preparing)/);
  return sidebar;
};

/** A copy from its wizard to the end of its run. */
export const copyOnce = (place: Workplace, name: string): { readonly preview: Span; readonly run: Span; readonly card: string } => {
  const { world } = place;
  let previewFrom = 0;
  const sidebar = throughPreview(place, name, (card) => {
    card.press('+ Add action');
    card.press('Copy user contacts');
    card.pick('Source user (required)', card.suggest('Source user (required)', 'source')[0] ?? '');
    card.press('Use this user');
    card.press('Save');
    previewFrom = world.clock.now();
  });
  const preview = { from: previewFrom, to: world.clock.now() };
  sidebar.press('Send approval request');
  const runFrom = world.clock.now();
  sidebar.press('Confirm');
  waitFor(place, sidebar, /Status: (Done|Partly done|Failed|Stopped)/);
  return { preview, run: { from: runFrom, to: world.clock.now() }, card: sidebar.text() };
};

/** Triggers fire, and `look` is pressed, until the card says so. */
export const waitFor = ({ scheduler }: Workplace, sidebar: Sidebar, arrived: RegExp, look = 'Refresh'): void => {
  for (let fired = 0; !arrived.test(sidebar.text()); fired += 1) {
    if (fired > 2000 || scheduler.runNext() === undefined) throw new Error(`There is no ${arrived.source}:\n${sidebar.text()}`);
    sidebar.press(look);
  }
};
