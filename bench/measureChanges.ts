import type { Sidebar } from '../simulator/host/Sidebar';
import type { NetworkEntry } from '../simulator/network/NetworkLog';
import { setUpRoster, throughPreview, waitFor } from './copyOnce';
import { makeWorkplace, preApproval, type Workplace } from './makeWorkplace';
import { readPlan } from './readPlan';

/** Users that are changed at once. */
const TARGETS = 1000;
/** Calls of a wave at most: docs/decisions, "Waves". */
const WIDTH = 50;
/** B15: users that are looked at again before the others have their turn. */
const CANARIES = 3;
const DAY = 24 * 3_600_000;

interface Change {
  readonly name: string;
  /** Chosen on the card of the action. */
  readonly title: string;
  readonly fill?: (place: Workplace, sidebar: Sidebar) => void;
  /** What tells how a user is, and what changes them. */
  readonly look?: string;
  readonly write: string;
  /** New members a second that Chat takes at the place that all go to; absent: as many as waves hold. */
  readonly perSecond?: number;
}

const changes: readonly Change[] = [
  {
    name: 'set a field',
    title: 'Set user fields',
    fill: (_, sidebar) => {
      sidebar.choose('Field', 'Job title');
      sidebar.type('Value', 'Account manager');
    },
    look: 'directory.users.get',
    write: 'directory.users.update',
  },
  {
    name: 'add to a group',
    title: 'Add to groups',
    fill: (_, sidebar) => sidebar.pick('Group', sidebar.suggest('Group', 'team')[0] ?? ''),
    look: 'directory.members.get',
    write: 'directory.members.insert',
  },
  {
    name: 'hide',
    title: 'Hide from the directory',
    look: 'directory.users.get',
    write: 'directory.users.update',
  },
  {
    name: 'add to a Chat space',
    title: 'Add to Chat spaces',
    fill: (place, sidebar) => {
      sidebar.type('Space', 'team');
      sidebar.press('Find spaces');
      waitFor(place, sidebar, /Team talk/, 'Find spaces');
      sidebar.press('Add Team talk');
    },
    write: 'chat.spaces.members.create',
    perSecond: 1,
  },
];

export interface ChangeCount {
  readonly name: string;
  readonly targets: number;
  readonly planned: { readonly lookUps: number; readonly writes: number; readonly slices: number };
  /** By the simulator. */
  readonly counted: { readonly lookUps: number; readonly writes: number; readonly slices: number; readonly refused: number };
  /** From the first call for a target to the last one, in all executions. */
  readonly workSeconds: number;
  /** What latency, order and quota allow. */
  readonly boundSeconds: number;
  readonly ratio: number;
  /** Writes when it is asked for again. */
  readonly againWrites: number;
  readonly broken: readonly string[];
}

const makePlace = (): Workplace => {
  const place = makeWorkplace({ targets: TARGETS, contacts: 1 }, { name: 'lowest', quotas: {} });
  setUpRoster(place);
  const { world, project, administrator, operator } = place;
  world.directory.addGroup({ email: 'team@acme.test', name: 'Team' });
  world.chat.addSpace({ customerId: operator.customerId, displayName: 'Team talk' });
  const kinds = ['setUserFields', 'addToGroups', 'hideFromDirectory', 'addToSpaces'] as const;
  const record = { ...preApproval(administrator, world.clock.now() + 365 * DAY), actionKinds: kinds };
  project.scriptProperties.set({ 'preApproval.bench': JSON.stringify(record) });
  return place;
};

interface Ran {
  readonly lookUps: number;
  readonly writes: number;
  readonly slices: number;
  readonly refused: number;
  readonly workSeconds: number;
  readonly card: string;
}

const run = (place: Workplace, name: string, { title, fill, look, write }: Change): Ran => {
  const { world, project, operator } = place;
  const sidebar = throughPreview(place, name, (card) => {
    card.press('+ Add action');
    card.press(title);
    fill?.(place, card);
    card.press('Save');
  });
  sidebar.press('Send approval request');
  const from = world.clock.now();
  sidebar.press('Confirm');
  waitFor(place, sidebar, /Status: (Done|Partly done|Failed|Stopped)/);
  const triggers = new Map(
    project.executions.filter(({ kind, startedAt }) => kind === 'trigger' && startedAt >= from).map((one) => [one.id, one]),
  );
  // Each execution looks first who it runs as, through the advanced service, which a run does not count.
  const isOwn = ({ url }: NetworkEntry): boolean => url.includes(encodeURIComponent(operator.primaryEmail));
  const entries = world.network.log.entries.filter((one) => one.at >= from && triggers.has(one.executionId ?? '') && !isOwn(one));
  const targets = new Set(place.targets.map(({ id }) => id));
  const isLook = ({ operation, url }: NetworkEntry): boolean =>
    operation === look && targets.has(url.split('?')[0]?.split('/').at(-1) ?? '');
  const spans = new Map<string, { readonly first: number; readonly last: number }>();
  for (const one of entries.filter((entry) => entry.operation === write || isLook(entry))) {
    const { first, last } = spans.get(one.executionId ?? '') ?? { first: one.at, last: 0 };
    spans.set(one.executionId ?? '', { first, last: Math.max(last, one.at + one.milliseconds) });
  }
  return {
    lookUps: entries.filter(({ effect }) => effect === 'read').length,
    writes: entries.filter(({ effect }) => effect === 'write').length,
    slices: new Set(entries.map(({ executionId }) => executionId)).size,
    refused: entries.filter(({ status }) => status === 429).length,
    workSeconds: [...spans.values()].reduce((sum, { first, last }) => sum + (last - first) / 1000, 0),
    card: sidebar.text(),
  };
};

/** All calls side by side, in full waves of one kind; before them those of the first users, one after the other. */
const boundOf = ({ world }: Workplace, { look, write, perSecond }: Change): number => {
  if (perSecond !== undefined) return (TARGETS - 1) / perSecond;
  const seconds = (operation: string): number => world.latency.ofOperation(operation) / 1000;
  const waves = Math.ceil((TARGETS - CANARIES) / WIDTH);
  const fanOut = (TARGETS - waves) * (world.latency.fanOut / 1000);
  const each = (operation: string): number => waves * seconds(operation) + fanOut;
  const first = look === undefined ? 0 : 2 * seconds(look) + seconds(write);
  return first + (look === undefined ? 0 : each(look)) + each(write);
};

/** Simulated wall time by what latency, order and quota allow: docs, "Budgets". */
const RATIO = 1.25;

const measure = (change: Change): ChangeCount => {
  const place = makePlace();
  const first = run(place, 'First', change);
  const { planned, counted } = readPlan(place);
  const boundSeconds = boundOf(place, change);
  const ratio = first.workSeconds / boundSeconds;
  const again = run(place, 'Again', change);
  const said = { lookUps: planned.directory, writes: planned.writes, slices: planned.slices };
  const real = { lookUps: first.lookUps, writes: first.writes, slices: first.slices };
  // Users are listed 500 a page; the others are the requester, pre-approval, places, and what is looked at again.
  const most = (change.look === undefined ? 0 : TARGETS + CANARIES) + first.slices * (Math.ceil(TARGETS / 500) + 10);
  return {
    name: change.name,
    targets: TARGETS,
    planned: said,
    counted: { ...real, refused: first.refused },
    workSeconds: first.workSeconds,
    boundSeconds,
    ratio,
    againWrites: again.writes,
    broken: [
      ...(first.card.includes('Status: Done') ? [] : ['the run did not end well']),
      ...(JSON.stringify(said) === JSON.stringify(real) ? [] : [`planned ${JSON.stringify(said)}, real ${JSON.stringify(real)}`]),
      ...(counted.directory === real.lookUps && counted.writes === real.writes ? [] : ['Roster counted other calls than the simulator']),
      ...(first.writes > TARGETS ? [`writes ${first.writes} > ${TARGETS}`] : []),
      ...(first.lookUps > most ? [`look-ups ${first.lookUps} > ${most}`] : []),
      ...(first.refused > 0 ? [`${first.refused} calls refused`] : []),
      ...(again.writes > 0 ? [`${again.writes} writes when asked again`] : []),
      ...(ratio > RATIO ? [`time ${ratio.toFixed(2)} x bound`] : []),
    ],
  };
};

/** S61: each at 1,000 users, and asked for again. */
export const measureChanges = (): ChangeCount[] => changes.map(measure);
