import type { World } from '../simulator/World';
import { canonicalJson } from '../src/core/base/canonicalJson';
import { readTab } from './readTab';
import { asksFor, decideOnPage } from './officerHands';
import { openAsAdministrator } from './openAsAdministrator';
import { textsOf } from './readCard';
import type { Sidebar } from '../simulator/host/Sidebar';
import type { Cast } from './approvalSteps';
import type { StepNotes } from './runStep';
import { mapAll, uploadImport } from './uploadImport';
import { waitFor } from './waitFor';

const NAME = 'Sheet of HR';

/** What the steps of one walk share. */
export interface ImportWalk {
  readonly file: string;
  sidebar?: Sidebar;
  /** Everybody before the import. */
  before?: ReadonlyMap<string, string>;
  /** Addresses of who is to be changed and created. */
  named?: readonly string[];
}

/** Of a list of phones, say, the order tells nothing; an empty one is none. */
const inAnyOrder = (value: unknown): unknown => {
  if (!Array.isArray(value)) return value;
  return value.length === 0 ? undefined : value.map((one) => canonicalJson(one)).sort();
};

/** Everybody with their record and memberships, as text by address. */
const directoryOf = ({ directory, chat }: World): Map<string, string> => {
  const places = [...directory.groups.values()].map(({ email, members }) => [email, members] as const);
  const spaces = [...chat.spaces.values()].map(({ name, memberships }) => [name, memberships] as const);
  return new Map(
    [...directory.users.values()].map((user) => {
      const isIn = ([name, members]: readonly [string, readonly { readonly id?: string }[]]): string[] =>
        members.some(({ id }) => id === user.id) ? [name] : [];
      const record = Object.fromEntries(Object.entries(user).map(([name, value]) => [name, inAnyOrder(value)]));
      return [user.primaryEmail, canonicalJson([record, places.flatMap(isIn), spaces.flatMap(isIn)])];
    }),
  );
};

const differing = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((email) => before.get(email) !== after.get(email)).sort();

const opened = (walk: ImportWalk): Sidebar => {
  if (walk.sidebar === undefined) throw new Error('The step before did not end.');
  return walk.sidebar;
};

interface PreviewRow {
  readonly target: string;
  readonly changes: string;
  readonly note: string;
}

/** Rows of the preview as the workbook shows them, those that failed last. */
const previewOf = ({ company: { world } }: Cast, name: string): PreviewRow[] => {
  const workbook = world.drive.spreadsheets.find((file) => file.tab('Preview') !== undefined && file.tab('Requests') !== undefined);
  const request = readTab(workbook, 'Requests').find((row) => row['name'] === name)?.['request'];
  return readTab(workbook, 'Preview').flatMap(({ request: of, target = '', changes = '', note = '' }) =>
    of === request ? [{ target, changes, note }] : [],
  );
};

const isNothing = ({ changes }: PreviewRow): boolean => changes === '' || /^\d[\d,]* already so$/.test(changes);

const toPreview = (cast: Cast, walk: ImportWalk, name: string, { tell }: StepNotes): PreviewRow[] => {
  const sidebar = (walk.sidebar = openAsAdministrator(cast.company));
  uploadImport(sidebar, name, walk.file);
  mapAll(sidebar);
  for (const line of textsOf(sidebar, 'Columns').filter((one) => !one.startsWith(':'))) tell(`  ${line.split('\n')[0]}`);
  sidebar.press('Next');
  for (const line of textsOf(sidebar, 'Cells that cannot be taken').slice(1)) tell(`  cannot be taken: ${line}`);
  sidebar.press('Preview');
  waitFor(cast.company, sidebar, 'preview', (text) => !text.includes('Preparing'), tell);
  for (const line of textsOf(sidebar, 'What will happen')) tell(`  ${line}`);
  return previewOf(cast, name);
};

const decideAndRun = ({ company, sofia }: Cast, sidebar: Sidebar, name: string, { tell }: StepNotes): void => {
  sidebar.press('Send approval request');
  sidebar.press('Confirm');
  waitFor(company, sidebar, 'mail', () => asksFor(company, sofia, name).length > 0, tell);
  const { said } = decideOnPage(company, sofia, asksFor(company, sofia, name)[0]!, 'approve');
  tell(`${sofia.primaryEmail} follows the mail's link and approves; the page now says: ${said.request?.state}`);
  sidebar.press('Refresh');
  waitFor(company, sidebar, 'result', (text) => /Status: (Done|Partly done|Failed)/.test(text), tell);
  for (const line of textsOf(sidebar, 'Results')) tell(`  ${line}`);
};

export const previewed =
  (walk: ImportWalk) =>
  (cast: Cast, notes: StepNotes): void => {
    const { world } = cast.company;
    walk.before = directoryOf(world);
    const rows = toPreview(cast, walk, NAME, notes);
    for (const { target, changes, note } of rows) notes.tell(`  ${target}: ${[changes, note].filter((text) => text !== '').join('; ')}`);
    walk.named = rows.filter((row) => !isNothing(row) && row.target.includes('@') && !row.target.startsWith('row ')).map(({ target }) => target).sort(); // prettier-ignore
    notes.expect(
      'every row has its preview, and nobody is changed by it',
      rows.length > 0 && differing(walk.before, directoryOf(world)).length === 0,
    );
  };

export const imported =
  (walk: ImportWalk) =>
  (cast: Cast, notes: StepNotes): void => {
    const { world } = cast.company;
    const before = directoryOf(world);
    decideAndRun(cast, opened(walk), NAME, notes);
    const changed = differing(before, directoryOf(world));
    notes.expect(`the ${walk.named?.length} users of the preview are changed or created, and nobody else`, String(changed) === String(walk.named)); // prettier-ignore
  };

export const importedAgain =
  (walk: ImportWalk) =>
  (cast: Cast, notes: StepNotes): void => {
    const { world } = cast.company;
    const before = directoryOf(world);
    const request = opened(walk);
    const rows = toPreview(cast, walk, `${NAME}, again`, notes);
    walk.sidebar = request;
    notes.expect(
      'nothing is left to do',
      rows.every((row) => isNothing(row) || row.target.startsWith('row ')),
    );
    notes.expect('and nobody was changed', differing(before, directoryOf(world)).length === 0);
  };

export const undone =
  (walk: ImportWalk) =>
  (cast: Cast, notes: StepNotes): void => {
    const { company } = cast;
    const sidebar = opened(walk);
    sidebar.press('Undo');
    waitFor(company, sidebar, 'preview', (text) => !text.includes('Preparing'), notes.tell);
    decideAndRun(cast, sidebar, `Undo: ${NAME}`, notes);
    const left = differing(walk.before ?? new Map(), directoryOf(company.world));
    const created = left.filter((email) => walk.before?.has(email) !== true);
    notes.expect(
      `everybody is as before; ${created.length === 0 ? 'nobody was created' : `who was created stays: ${created.join(', ')}`}`,
      left.length === created.length,
    );
  };
