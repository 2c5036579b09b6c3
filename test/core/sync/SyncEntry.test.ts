import { problem } from '../../../src/core/base/Problem';
import { decodeSyncEntry, encodeSyncEntry, scheduleOf, type SyncEntry } from '../../../src/core/sync/SyncEntry';

const entry: SyncEntry = {
  id: 'a'.repeat(32),
  name: 'Customers for Sales',
  type: 'personal',
  state: 'held',
  ownerId: '1'.repeat(21),
  revision: 12,
  definition: 'd'.repeat(64),
  approval: 'e'.repeat(64),
  nightly: true,
  drift: { mode: 'keepAdditions', check: 'weekly' },
  last: { night: '2026-03-29', driftCheck: '2026-03-22', revision: 11 },
  ranAt: 1_774_000_000_000,
  outcome: { done: 20_000, skipped: 12, failed: 3, created: 250_000, changed: 7, deleted: 1 },
  destinations: 20_000,
  until: 1_805_000_000_000,
  reason: problem('sync.tooManyLeavers', { leavers: 12, before: 30, percent: 30 }),
  told: 'sync.tooManyLeavers',
};

test('is read as it was written', () => {
  expect(decodeSyncEntry(entry.id, encodeSyncEntry(entry))).toEqual(entry);
  const { reason: _none, ...well } = entry;
  expect(decodeSyncEntry(entry.id, encodeSyncEntry({ ...well, state: 'active' }))).toEqual({ ...well, state: 'active' });
});

test('stays within 600 bytes, whatever its name and its trouble are: 500 of them share a store with everything else', () => {
  const long = {
    ...entry,
    name: '🙂'.repeat(200),
    reason: problem('google.unexpected', { message: 'x'.repeat(5000) }),
    told: 'google.unexpected',
  };
  const text = encodeSyncEntry(long);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(600);
  expect(Buffer.byteLength(encodeSyncEntry(entry))).toBeLessThanOrEqual(600);
  expect(decodeSyncEntry('x', text)?.name.endsWith('…')).toBe(true);
});

test.each([[undefined], [''], ['{}'], ['[]'], ['[[],[],[],[]]'], [encodeSyncEntry(entry).replace('"held"', '"flying"')]])(
  'what is no entry is none: %s',
  (text) => expect(decodeSyncEntry('x', text)).toBeUndefined(),
);

test.each([
  ['active', false],
  ['held', false],
  ['paused', true],
  ['deleting', true],
] as const)('one that is %s: its nights are off? %s', (state, paused) => expect(scheduleOf({ ...entry, state }).paused).toBe(paused));
