import { WebVisitor } from '../simulator/appsscript/WebVisitor';
import type { Sidebar } from '../simulator/host/Sidebar';
import type { NetworkEntry } from '../simulator/network/NetworkLog';
import { decodeEntry } from '../src/core/approvals/RequestEntry';
import { countImportPeers, type ImportPeer } from './importPeers';
import { isChanged, isFaulty, makeImportPlace, type ImportPlace } from './makeImportPlace';
import { openAsAdministrator } from './makeSyncPlace';
import { readPlan } from './readPlan';

/** An execution lasts at most six minutes: https://developers.google.com/apps-script/guides/services/quotas */
const SLICE_SECONDS = 360;
const USERS_PAGE = 500;

interface Counts {
  readonly lookUps: number;
  readonly writes: number;
  readonly slices: number;
}

interface Imported {
  /** Listings of all users, and all calls of the preview. */
  readonly listings: number;
  readonly previewCalls: number;
  readonly planned: Counts;
  /** By the simulator. */
  readonly counted: Counts;
  readonly longestSlice: number;
  /** Seconds from the start of the first slice to the end of the last. */
  readonly seconds: number;
  /** Simulated seconds of the slowest look at the request's card. */
  readonly cardSeconds: number;
  /** Of reading the tab, which a person does once. */
  readonly readSeconds: number;
  readonly card: string;
}

export interface ImportRunCount {
  readonly rows: number;
  readonly users: number;
  readonly changed: number;
  readonly first: Omit<Imported, 'card'>;
  readonly again: Omit<Imported, 'card'>;
  readonly peers: readonly ImportPeer[];
  /** Of this process: Roster and the simulated company together. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly broken: readonly string[];
}

const approve = ({ project, officerId }: ImportPlace): void => {
  for (const [key, text] of Object.entries(project.scriptProperties.entries())) {
    const id = /^request\.([^.]+)$/.exec(key)?.[1] ?? '';
    const entry = decodeEntry(id, text);
    if (entry?.state !== 'waiting') continue;
    WebVisitor.open(project, { visitorUserId: officerId, query: { request: id } }).run('decide', id, entry.digest, 'approve', '');
  }
};

const importOnce = (place: ImportPlace, name: string): Imported => {
  const { world, project, scheduler } = place;
  const sidebar: Sidebar = openAsAdministrator(place);
  const timed = (act: () => void): number => {
    const from = world.clock.now();
    act();
    return (world.clock.now() - from) / 1000;
  };
  const until = (
    arrived: RegExp,
  ): { readonly entries: readonly NetworkEntry[]; readonly slices: readonly number[]; readonly card: number } => {
    const [entries, executions] = [world.network.log.entries.length, project.executions.length];
    let card = 0;
    for (let fired = 0; !arrived.test(sidebar.text()); fired += 1) {
      if (fired > 500 || scheduler.runNext() === undefined) throw new Error(`There is no ${arrived.source}:\n${sidebar.text()}`);
      card = Math.max(card, timed(() => sidebar.press('Refresh'))); // prettier-ignore
    }
    const triggers = project.executions.slice(executions).filter(({ kind }) => kind === 'trigger');
    const ids = new Set(triggers.map(({ id }) => id));
    // Each execution looks first who it runs as, which a run does not count.
    const isOwn = ({ url }: NetworkEntry): boolean => url.includes(encodeURIComponent(place.operator.primaryEmail));
    return {
      entries: world.network.log.entries.slice(entries).filter((one) => ids.has(one.executionId ?? '') && !isOwn(one)),
      slices: triggers.map(({ startedAt, endedAt }) => (endedAt - startedAt) / 1000),
      card,
    };
  };
  sidebar.press('Import users');
  sidebar.type('Name (required)', name);
  const readSeconds = timed(() => sidebar.press('Read this tab'));
  sidebar.press('Next');
  sidebar.press('Auto-map');
  sidebar.press('Next');
  sidebar.press('Preview');
  const preview = until(/Status: (?!Preparing)/);
  sidebar.press('Send approval request');
  sidebar.press('Confirm');
  approve(place);
  sidebar.press('Refresh');
  const from = world.clock.now();
  const run = until(/Status: (Done|Partly done|Failed|Stopped)/);
  const { planned, counted } = readPlan(place);
  const lookUps = run.entries.filter(({ effect }) => effect === 'read').length;
  return {
    listings: preview.entries.filter(({ operation }) => operation === 'directory.users.list').length,
    previewCalls: preview.entries.length,
    planned: { lookUps: planned.directory, writes: planned.writes, slices: planned.slices },
    counted: {
      // The sweep that verifies the decision looks the officer up, once; that is not the run's.
      lookUps: lookUps === counted.directory + 1 ? counted.directory : lookUps,
      writes: run.entries.filter(({ effect }) => effect === 'write').length,
      slices: new Set(run.entries.map(({ executionId }) => executionId)).size,
    },
    longestSlice: Math.max(...preview.slices, ...run.slices),
    seconds: (world.clock.now() - from) / 1000,
    cardSeconds: Math.max(preview.card, run.card),
    readSeconds,
    card: sidebar.text(),
  };
};

/** B1, B5: a table of everybody, of whom every second one changes; then the same table again. In a process of its own, whose peak it tells. */
export const measureImportRun = (rows: number): ImportRunCount => {
  const started = process.cpuUsage();
  const place = makeImportPlace(rows);
  const users = place.world.directory.users.size;
  const numbers = Array.from({ length: rows }, (_, index) => index);
  const changed = numbers.filter((index) => isChanged(index) && !isFaulty(index)).length;
  const { card, ...first } = importOnce(place, 'First');
  const { card: cardAgain, ...again } = importOnce(place, 'Again');
  const { user, system } = process.cpuUsage(started);
  const listings = Math.ceil(users / USERS_PAGE);
  const isRight = place.targets.every(
    (one, index) => JSON.stringify(one.organizations).includes(', new"') === (isChanged(index) && !isFaulty(index)),
  );
  return {
    rows,
    users,
    changed,
    first,
    again,
    peers: countImportPeers(place, rows),
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    broken: [
      ...(isRight ? [] : ['users are not as the table says']),
      ...(/Status: (Done|Partly done)/.test(card) && /Status: (Done|Partly done)/.test(cardAgain) ? [] : ['a run did not end well']),
      ...[first, again].flatMap((one) => [
        ...(one.listings === listings ? [] : [`${one.listings} listings of users for a preview, not ${listings}`]),
        ...(JSON.stringify(one.planned) === JSON.stringify(one.counted)
          ? []
          : [`planned ${JSON.stringify(one.planned)}, real ${JSON.stringify(one.counted)}`]),
        ...(one.longestSlice < SLICE_SECONDS ? [] : [`an execution of ${one.longestSlice} s`]),
      ]),
      ...(first.counted.writes === changed ? [] : [`${first.counted.writes} writes for ${changed} users`]),
      ...(again.counted.writes === 0 ? [] : [`${again.counted.writes} writes when imported again`]),
    ],
  };
};
