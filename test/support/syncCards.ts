import type { CardSpec } from '../../src/cards/CardSpec';
import { syncBasicsCard } from '../../src/cards/syncBasicsCard';
import { deleteSyncCard, syncCard, type SyncCardView } from '../../src/cards/syncCard';
import { syncOptionsCard } from '../../src/cards/syncOptionsCard';
import { syncReviewCard } from '../../src/cards/syncReviewCard';
import { syncSourceCard } from '../../src/cards/syncSourceCard';
import { syncsCard } from '../../src/cards/syncsCard';
import { targetsCard } from '../../src/cards/targetsCard';
import type { Viewer } from '../../src/cards/Viewer';
import type { RequestEntry } from '../../src/core/approvals/RequestEntry';
import { problem } from '../../src/core/base/Problem';
import { fail } from '../../src/core/base/Result';
import { leaveOutChoices } from '../../src/core/contacts/leaveOut';
import { newSync, type Sync } from '../../src/core/sync/Sync';
import { syncStates, type SyncEntry, type SyncState } from '../../src/core/sync/SyncEntry';
import { missingInSync } from '../../src/core/sync/missingInSync';

/** The cards of contact syncs in every state, with `text` wherever people wrote something. */
export const syncCards = (text: string, request: RequestEntry, viewer: Viewer): Record<string, CardSpec> => {
  const selectors = Array.from({ length: 300 }, (_, index) => ({ kind: 'user' as const, userId: `u${index}`, label: `${text}${index}` }));
  const ids = Array.from({ length: 1000 }, (_, index) => `x${index}`);
  const selection = { selectors, excludedUserIds: ids, excludedEmails: Object.fromEntries(ids.map((id) => [id, text])) };
  const sync: Sync = {
    ...newSync('s', 'personal'),
    name: text,
    description: text,
    source: { kind: 'personal', userId: 'u', email: text, group: { resourceName: 'contactGroups/1', name: text } },
    targetGroupName: text,
    leaveOut: leaveOutChoices,
    destinations: selection,
  };
  const directory: Sync = { ...sync, source: { kind: 'directory', users: selection, includeHidden: true } };
  const bad = { ...sync, name: '', targetGroupName: 'My Contacts', guard: { share: -1, contacts: -1 } };
  const entry = (state: SyncState, more: Partial<SyncEntry> = {}): SyncEntry => ({
    id: 's',
    name: text,
    type: 'personal',
    state,
    ownerId: 'o',
    revision: 1,
    definition: 'd',
    approval: 'a',
    nightly: true,
    drift: { mode: 'enforce', check: 'weekly' },
    last: { night: '2026-11-20', driftCheck: '2026-11-20', revision: 1 },
    ranAt: Date.UTC(2026, 10, 20, 1),
    outcome: { done: 1, skipped: 2, failed: 3, created: 275_850 },
    destinations: 20_000,
    until: Date.UTC(2027, 10, 20),
    told: '',
    ...more,
  });
  const destinations = Array.from({ length: 20_000 }, (_, index) => ({
    target: `${text}${index}`,
    state: index % 3 === 0 ? 'failed' : index % 7 === 0 ? text : 'done',
    created: index,
    changed: 0,
    deleted: 2,
    skipped: 0,
    failed: 0,
    reason: index % 3 === 0 ? text : '',
    nextStep: text,
    at: index % 5 === 0 ? '' : '2026-11-20T01:00:00.000Z',
  }));
  const view = (state: SyncState, more: Partial<SyncEntry> = {}): SyncCardView => ({
    entry: entry(state, more),
    sync: { ok: true, value: sync },
    destinations,
    state: '',
    lastRun: 'r',
    nextAt: Date.UTC(2026, 10, 21, 1),
    now: Date.UTC(2026, 10, 20, 12),
  });
  const source = { draft: sync, nextLookAt: 2, now: 1, missing: [] };
  const { source: _source, ...noSource } = sync;
  const labels = Array.from({ length: 98 }, (_, index) => ({ resourceName: `contactGroups/x${index}`, name: text, contacts: index }));
  const targets = {
    name: text,
    selection,
    missing: missingInSync({ ...sync, destinations: { selectors: [], excludedUserIds: [] } }),
    kind: 'all' as const,
    text,
    searchField: 'search' as const,
    search: { found: selectors.map((selector) => ({ selector, detail: text })), more: true, leftOut: [] },
    resultsPage: 0,
    chosenPage: 0,
  };
  const list = { syncs: [], asked: [], find: '', now: 1 };
  return {
    'syncs, none': syncsCard(list, 0, viewer),
    'syncs, many': syncsCard(
      {
        ...list,
        syncs: Array.from({ length: 500 }, () => entry('held', { reason: problem('sync.sourceEmptied', { before: 3 }) })),
        asked: Array.from({ length: 30 }, () => request),
        draft: { name: '', savedAt: 0 },
      },
      7,
      viewer,
    ),
    'syncs, not found': syncsCard({ ...list, syncs: [entry('active')], find: '<b>nothing of it' }, 0, viewer),
    'sync, name and type': syncBasicsCard(sync, missingInSync({ ...sync, name: '', description: 'x'.repeat(3000) })),
    'sync, a new one': syncBasicsCard(newSync('n', 'personal'), []),
    'sync, no source': syncSourceCard(
      { ...source, draft: noSource, missing: missingInSync(noSource), problem: problem('workflow.sourceNotFound', { typed: text }) },
      viewer,
    ),
    'sync, labels': syncSourceCard({ ...source, labels: { kind: 'ready', labels, left: 3 } }, viewer),
    'sync, labels asked for': syncSourceCard(
      { ...source, labels: { kind: 'preparing', askedAt: 1, pageUrl: 'https://script.google.com/x' } },
      viewer,
    ),
    'sync, labels not read': syncSourceCard(
      { ...source, labels: { kind: 'failed', problem: problem('request.requesterNotAllowed') } },
      viewer,
    ),
    'sync, destinations': targetsCard({ ...targets, place: 'destinations' }, viewer),
    'sync, users': targetsCard({ ...targets, place: 'users', includeHidden: true }, viewer),
    'sync, options': syncOptionsCard(sync, missingInSync(bad)),
    'sync, options of a directory': syncOptionsCard({ ...directory, guard: bad.guard }, missingInSync(bad)),
    'sync, review': syncReviewCard({ draft: sync, missing: [], takenOut: [text, '/Sales'] }),
    'sync, review of a directory': syncReviewCard({ draft: directory, missing: [], takenOut: [] }),
    'sync, review of what is not complete': syncReviewCard({ draft: noSource, missing: missingInSync(noSource), takenOut: [] }),
    ...Object.fromEntries(syncStates.map((state) => [`sync, ${state}`, syncCard(view(state), 3, viewer)])),
    'sync, held by a guard': syncCard(view('held', { reason: problem('sync.beyondGuard', { count: 3 }) }), 0, viewer),
    'sync, held by its source': syncCard(view('held', { reason: problem('sync.sourceGone', { email: text }) }), 0, viewer),
    'sync, not to be seen': syncCard({ ...view('active'), sync: fail(problem('sync.notToBeSeen', { name: text })) }, 0, viewer),
    'sync, with an open request': syncCard({ ...view('paused'), request: 'r' }, 0, viewer),
    'sync, failed destinations': syncCard({ ...view('active'), state: 'failed' }, 9999, viewer),
    'sync, a state that nobody is in': syncCard({ ...view('active'), state: 'unknown' }, 0, viewer),
    'sync, never ran': syncCard(
      {
        ...view('active', { nightly: false, ranAt: 0, until: 0, last: { night: '', driftCheck: '', revision: 0 } }),
        destinations: [],
        nextAt: Infinity,
      },
      0,
      viewer,
    ),
    'delete a sync': deleteSyncCard(entry('active'), viewer),
  };
};
