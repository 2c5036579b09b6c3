import { sha256Hex } from '../src/core/base/digest';
import { newSync, type Sync } from '../src/core/sync/Sync';
import { encodeSyncEntry, syncLimit, type SyncEntry } from '../src/core/sync/SyncEntry';
import { problem } from '../src/core/base/Problem';
import { idOf } from './addRequests';
import type { SyncPlace } from './makeSyncPlace';

const DAY = 24 * 3_600_000;
/** Destinations of the first sync; their rows lie between those of others, as in a tab that a person sorted. */
export const DESTINATIONS = 20_000;
/** Of ten destinations one failed, of twenty syncs one is held. */
const [FAILED, HELD] = [10, 20];

export const nameOf = (number: number): string => `Customers of our office number ${number} of all`;

/** As many syncs as there may be, and the status of 20,000 destinations of one, as the operator leaves them in script properties and workbook. */
export const addSyncs = ({ world, project, administrator, operator, source, label }: SyncPlace): void => {
  const now = world.clock.now();
  const group = world.people.contactGroupsOf(source.id).find(({ name }) => name === label)?.resourceName ?? '';
  const values: Record<string, string> = {};
  const parcels: string[][] = [];
  // One is there.
  for (let number = 1; number < syncLimit; number += 1) {
    const id = idOf(1000 + number);
    const sync: Sync = {
      ...newSync(id, 'personal'),
      name: nameOf(number),
      nightly: true,
      source: { kind: 'personal', userId: source.id, email: source.primaryEmail, group: { resourceName: group, name: label } },
      destinations: { selectors: [{ kind: 'user', userId: administrator.id, label: administrator.primaryEmail }], excludedUserIds: [] },
    };
    const text = JSON.stringify(sync);
    const held = number % HELD === 0;
    const entry: SyncEntry = {
      id,
      name: sync.name,
      type: 'personal',
      state: held ? 'held' : 'active',
      ownerId: administrator.id,
      revision: 1,
      definition: sha256Hex(text),
      approval: sha256Hex(id),
      nightly: true,
      drift: sync.drift,
      last: { night: '2026-03-02', driftCheck: '2026-03-02', revision: 1 },
      ranAt: now - DAY,
      outcome: { done: 900, skipped: 50, failed: 50, created: 12_000, changed: 1200, deleted: 120 },
      destinations: number === 1 ? DESTINATIONS : 1000,
      until: now + 300 * DAY,
      ...(held ? { reason: problem('sync.tooLargeShare', { planned: 120, of: 200, share: 60, cap: 30 }) } : {}),
      told: held ? 'sync.tooLargeShare' : '',
    };
    values[`sync.${id}`] = encodeSyncEntry(entry);
    const waybill = {
      kind: 'sync',
      author: operator.id,
      digest: entry.definition,
      length: text.length,
      chunks: 1,
      parts: 0,
      at: now - DAY,
    };
    values[`parcel.sync-${id}`] = JSON.stringify(waybill);
    parcels.push([`sync-${id}`, '0', `.${text}`]);
  }
  if (project.scriptProperties.set(values) !== 'written') throw new Error('the syncs do not fit into the script properties');
  const workbook = world.drive.spreadsheets.find(({ title }) => title === 'Roster workbook');
  if (workbook === undefined) throw new Error('no workbook');
  const write = (tab: string, rows: readonly (readonly (string | number)[])[]): void => {
    const first = (workbook.tab(tab)?.grid.lastRow ?? 0) + 1;
    world.drive.edit(workbook.id, tab, `A${first}`, rows);
  };
  write('Exchange', parcels);
  const [own, other] = [idOf(1001), idOf(1002)];
  write(
    'Targets',
    Array.from({ length: 2 * DESTINATIONS }, (_, index) => {
      const failed = index % FAILED === 0;
      const said = failed ? ['The account is full.', 'Remove contacts there.'] : ['', ''];
      const address = `u${String(index).padStart(5, '0')}@acme.test`;
      const isOwn = index % 4 < 2;
      const sync = isOwn ? own : other;
      return [
        `${sync} u${index}`,
        sync,
        nameOf(1),
        address,
        failed ? 'failed' : 'done',
        3,
        1,
        0,
        0,
        failed ? 1 : 0,
        ...said,
        new Date(now).toISOString(),
      ];
    }),
  );
};
