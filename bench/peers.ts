import type { Cost } from '../simulator/people/QuotaMeter';
import { countCalls, unitsSince, type CallCount } from './countRun';
import { makeWorkplace, type Workplace } from './makeWorkplace';
import { SequentialCaller } from './SequentialCaller';
import type { QuotaSet, Workload } from './workloads';

/** Another way to do the same copy, on the same simulated network. */
export interface PeerCount {
  readonly calls: CallCount;
  readonly units: Cost;
  readonly elapsedSeconds: number;
  /** How many targets were really copied to; counts are multiplied when they are fewer than asked. */
  readonly measuredTargets: number;
}

type Person = Readonly<Record<string, unknown>>;

/** More than so many contacts are not really written: the next targets would take as long as the first ones. */
const MEASURED_CONTACTS = 20_000;
const DAY = 24 * 3600;

const FIELDS = 'names,emailAddresses,phoneNumbers,organizations';

const readSource = (caller: SequentialCaller, place: Workplace): Person[] => {
  const token = caller.token(place.source.primaryEmail);
  const found: Person[] = [];
  for (let pageToken = ''; ;) {
    const page = caller.people(
      token,
      'GET',
      `people/me/connections?personFields=${FIELDS}&pageSize=1000${pageToken === '' ? '' : `&pageToken=${pageToken}`}`,
    );
    for (const person of (page['connections'] as Person[] | undefined) ?? []) {
      found.push(Object.fromEntries(FIELDS.split(',').map((field) => [field, person[field]])));
    }
    if (typeof page['nextPageToken'] !== 'string') return found;
    pageToken = page['nextPageToken'];
  }
};

/**
 * One create for each contact, one after the other, each with a token of its own: what GAM was seen to do. Neither looks at what the
 * target holds, so a second time it creates everything again.
 */
export const oneCallPerContact = (workload: Workload, quotas: QuotaSet): PeerCount =>
  measure(workload, quotas, (caller, email, persons) => {
    for (const person of persons) caller.people(caller.token(email), 'POST', 'people:createContact', person);
  });

/** Batches of 200 and one token for each target, but one call at a time. */
export const batchesInSequence = (workload: Workload, quotas: QuotaSet): PeerCount =>
  measure(workload, quotas, (caller, email, persons) => {
    const token = caller.token(email);
    for (let start = 0; start < persons.length; start += 200) {
      const contacts = persons.slice(start, start + 200).map((contactPerson) => ({ contactPerson }));
      caller.people(token, 'POST', 'people:batchCreateContacts', { contacts, readMask: '' });
    }
  });

const measure = (
  { targets, contacts }: Workload,
  quotas: QuotaSet,
  copy: (caller: SequentialCaller, email: string, persons: readonly Person[]) => void,
): PeerCount => {
  const measuredTargets = Math.min(targets, Math.max(1, Math.ceil(MEASURED_CONTACTS / contacts)));
  const place = makeWorkplace({ targets: measuredTargets, contacts }, quotas);
  const { world } = place;
  const startedAt = world.clock.now();
  const caller = new SequentialCaller(place);
  const persons = readSource(caller, place);
  const readAt = world.clock.now();
  const read = countCalls(world.network.log.entries);
  for (const target of place.targets) copy(caller, target.primaryEmail, persons);
  const times = targets / measuredTargets;
  const all = countCalls(world.network.log.entries.filter((entry) => entry.status === 200));
  const spent = unitsSince(place, {});
  const writing = ((world.clock.now() - readAt) / 1000) * times;
  // Where the day's quota is short, the last day has what is left of the work.
  const daily = (spent.dailyContactWrites ?? 0) * times;
  const days = Math.ceil(daily / world.people.settings.quotas.dailyContactWrites);
  return {
    calls: {
      reads: read.reads + (all.reads - read.reads) * times,
      writes: all.writes * times,
      tokens: read.tokens + (all.tokens - read.tokens) * times,
    },
    units: Object.fromEntries(Object.entries(spent).map(([metric, units]) => [metric, units * times])),
    elapsedSeconds: (readAt - startedAt) / 1000 + Math.max(writing, (days - 1) * DAY + writing / days),
    measuredTargets,
  };
};
