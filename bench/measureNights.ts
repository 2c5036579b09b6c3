import { boundOfNight, type NightBound, type NightPart } from './boundOfNight';
import { A_DAY } from './boundOf';
import { countNight, type NightCalls } from './countNight';
import { makeSyncPlace, openAsAdministrator, SYNC_NAME, type SyncPlace } from './makeSyncPlace';
import { TARGETS_UNIT } from './makeWorkplace';
import { RATIO } from './measureWorkload';
import { measureNightPeers, type NightPeer } from './nightPeers';
import { readPlan } from './readPlan';
import { quotaSets } from './workloads';

/** A contact sync as it is measured, with what 1 % of its source is. */
interface NightsSize {
  readonly targets: number;
  readonly contacts: number;
  readonly edited: number;
  /** Deleted, with a new one in its place. */
  readonly replaced: number;
}

/** Few contacts for many destinations: the day's 100,000 calls and contact writes spread a first fill over days, and the simulator takes a call's time for each. */
export const nightsSizes: readonly NightsSize[] = [
  { targets: 100, contacts: 200, edited: 1, replaced: 1 },
  { targets: 1000, contacts: 200, edited: 1, replaced: 1 },
  { targets: 10_000, contacts: 10, edited: 1, replaced: 0 },
];

/** Of the destinations, how many leave and as many join in the last night. */
const MOVERS = 0.01;
const DAY_SECONDS = 24 * 3600;
/** Waves of fewer destinations are not full yet when they end. */
const JUDGED_FROM = 500;

export interface NightCount {
  readonly name: string;
  readonly counted: NightCalls;
  readonly bound: NightBound;
  /** Waves by what latency and order allow; 0: nobody was visited. */
  readonly ratio: number;
  readonly broken: readonly string[];
}

export interface NightsCount {
  readonly size: NightsSize;
  readonly nights: readonly NightCount[];
  readonly rewrite: NightPeer;
  readonly compare: NightPeer;
  /** The slowest callback of the sync's card. */
  readonly cardSeconds: number;
  readonly broken: readonly string[];
}

const countOf = (place: SyncPlace, userId: string): number => place.world.people.contactsOf(userId).length;

/** Days pass until nothing of the sync is under way; then its counts stand beside the bound. */
const passNight = (place: SyncPlace, name: string, parts: readonly NightPart[], held: ReadonlyMap<string, number>): NightCount => {
  const { world, scheduler, project, source } = place;
  const sourceHolds = countOf(place, source.id);
  const [from, spent] = [world.network.log.entries.length, world.people.meter.spent.dailyContactWrites ?? 0];
  const isUnderWay = (): boolean =>
    Object.entries(project.scriptProperties.entries()).some(
      ([key, text]) => key.startsWith('request.') && ['preparing', 'approved', 'running'].includes((JSON.parse(text) as { s: string }).s),
    );
  do scheduler.runUntil(world.clock.now() + DAY_SECONDS * 1000);
  while (isUnderWay());
  const counted = countNight(place, from, spent);
  const bound = boundOfNight(parts, { source: sourceHolds, latency: world.latency, slices: counted.slices });
  const ratio = parts.length === 0 ? 0 : counted.waveSeconds / bound.seconds;
  const { planned, counted: said } = readPlan(place);
  const wrong = [...held].filter(([userId, contacts]) => countOf(place, userId) !== contacts).length;
  const days = Math.ceil(counted.elapsedSeconds / DAY_SECONDS);
  const targets = parts.reduce((total, part) => total + part.targets, 0);
  return {
    name,
    counted,
    bound,
    ratio,
    broken: [
      ...(wrong === 0 ? [] : [`${wrong} accounts do not hold what they shall`]),
      ...(['reads', 'writes', 'tokens'] as const).flatMap((kind) =>
        counted.calls[kind] > bound.calls[kind] ? [`${kind} ${counted.calls[kind]} > ${bound.calls[kind]}`] : [],
      ),
      ...(counted.dailyContactWrites > bound.dailyContactWrites
        ? [`daily contact writes ${counted.dailyContactWrites} > ${bound.dailyContactWrites}`]
        : []),
      ...(counted.refused > 0 ? [`${counted.refused} calls refused`] : []),
      ...(days > bound.days ? [`days ${days} > ${bound.days}`] : []),
      ...(targets >= JUDGED_FROM && ratio > RATIO ? [`time ${ratio.toFixed(2)} x bound`] : []),
      // What a kept request says of its run; an unchanged night keeps none. Where slices end, targets under way are read again.
      ...(targets === 0 || planned.dailyContactWrites === counted.dailyContactWrites
        ? []
        : [`planned daily contact writes ${planned.dailyContactWrites}, real ${counted.dailyContactWrites}`]),
      ...(targets === 0
        ? []
        : (['writes', 'reads', 'tokens'] as const).flatMap((kind) => {
            const same = kind === 'writes' || counted.slices.run === 1 ? planned[kind] === counted.run[kind] : true;
            return [
              ...(same ? [] : [`planned ${kind} ${planned[kind]}, real ${counted.run[kind]}`]),
              ...(said[kind] === counted.run[kind] ? [] : [`counted ${kind} ${said[kind]}, real ${counted.run[kind]}`]),
            ];
          })),
    ],
  };
};

const changeSource = (place: SyncPlace, { contacts, edited, replaced }: NightsSize): void => {
  const { world, source } = place;
  const names = world.people.contactsOf(source.id).map(({ resourceName }) => resourceName as string);
  for (const name of names.slice(0, edited)) world.people.editContact(source.id, name, { phoneNumbers: [{ value: '+49 30 1234567' }] });
  for (const [index, name] of names.slice(edited, edited + replaced).entries()) {
    world.people.deleteContact(source.id, name);
    place.addContact(contacts + index);
  }
};

/** Simulated seconds of the slowest callback: the list, the card, its filter and its last page. */
const measureCard = (place: SyncPlace): number => {
  const before = place.project.executions.length;
  const sidebar = openAsAdministrator(place);
  sidebar.press('Contact syncs');
  sidebar.press(SYNC_NAME);
  sidebar.choose('Show', `Done (${place.targets.length.toLocaleString('en-GB')})`);
  sidebar.press('Next');
  const times = place.project.executions.slice(before).map(({ startedAt, endedAt }) => (endedAt - startedAt) / 1000);
  return Math.max(...times);
};

export const measureNights = (index: number): NightsCount => {
  const [size, quotas] = [nightsSizes[index], quotaSets[0]];
  if (size === undefined || quotas === undefined) throw new Error(`no size ${index}`);
  const { targets, contacts, edited, replaced } = size;
  const place = makeSyncPlace(targets, contacts, quotas);
  const { world } = place;
  const everybody = new Map(place.targets.map(({ id }) => [id, contacts]));
  const night = (name: string, ...parts: readonly NightPart[]): NightCount => passNight(place, name, parts, everybody);
  const first = night('first fill', { targets, held: 0, creates: contacts, labelsMade: 1 });
  const unchanged = night('unchanged');
  changeSource(place, size);
  const changed = night('1 % changed', { targets, held: contacts, creates: replaced, updates: edited, deletes: replaced });
  const cardSeconds = measureCard(place);
  const movers = Math.ceil(MOVERS * targets);
  // Not side by side, so that neither are their rows.
  for (const { id } of place.targets.filter((_, at) => at % Math.floor(targets / movers) === 0).slice(0, movers)) {
    world.directory.moveUser(id, '/');
    everybody.set(id, 0);
  }
  for (let joiner = 1; joiner <= movers; joiner += 1) {
    const { id } = world.directory.addUser({ primaryEmail: `j${joiner}@acme.test`, orgUnitPath: TARGETS_UNIT });
    everybody.set(id, contacts);
  }
  const moved = night(
    '1 % join, 1 % leave',
    { targets: movers, held: 0, creates: contacts, labelsMade: 1 },
    { targets: movers, held: contacts, deletes: contacts, labelsDeleted: 1 },
  );
  const nights = [first, unchanged, changed, moved];
  const perTarget = unchanged.counted.calls;
  return {
    size,
    nights,
    ...measureNightPeers({ targets, contacts, edited: edited + 2 * replaced }, quotas),
    cardSeconds,
    broken: [
      ...nights.flatMap(({ name, broken }) => broken.map((what) => `${name}: ${what}`)),
      ...(perTarget.reads + perTarget.tokens + perTarget.writes > 4 ? ['an unchanged night visits destinations'] : []),
      ...(unchanged.counted.elapsedSeconds === 0 ? ['the unchanged night did not come'] : []),
      ...(changed.counted.dailyContactWrites > A_DAY ? ['a night in which 1 % changed takes more than a day'] : []),
    ],
  };
};
