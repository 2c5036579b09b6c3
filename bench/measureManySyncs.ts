import { decodeSyncEntry, syncLimit } from '../src/core/sync/SyncEntry';
import { copySyncs } from './copySyncs';
import { countCalls, type CallCount } from './countRun';
import { makeSyncPlace, type SyncPlace } from './makeSyncPlace';
import { quotaSets } from './workloads';

const DAY = 24 * 3_600_000;
const DESTINATIONS = 3;

export interface ManySyncsCount {
  readonly name: string;
  readonly calls: CallCount;
  /** Executions that lasted longer than a look. */
  readonly executions: number;
  /** Of triggers in 24 hours: Google allows six hours, of which one is kept (https://developers.google.com/apps-script/guides/services/quotas). */
  readonly triggerMinutes: number;
  /** From the begin of the night to the end of the last sync's. */
  readonly minutes: number;
  readonly broken: readonly string[];
}

const passDay = ({ world, project, scheduler }: SyncPlace, name: string, mostIn: (executions: number) => CallCount): ManySyncsCount => {
  const [from, log] = [project.executions.length, world.network.log.entries.length];
  scheduler.runUntil(world.clock.now() + DAY);
  const executions = project.executions.slice(from).filter(({ kind }) => kind === 'trigger');
  const long = executions.filter(({ startedAt, endedAt }) => endedAt - startedAt > 5000);
  const calls = countCalls(world.network.log.entries.slice(log));
  const most = mostIn(long.length);
  const night = new Date(world.clock.now()).toISOString().slice(0, 10);
  const late = Object.entries(project.scriptProperties.entries()).filter(([key, text]) => {
    const entry = key.startsWith('sync.') ? decodeSyncEntry(key, text) : undefined;
    return entry !== undefined && (entry.state !== 'active' || entry.reason !== undefined || entry.last.night !== night);
  }).length;
  return {
    name,
    calls,
    executions: long.length,
    triggerMinutes: executions.reduce((sum, { startedAt, endedAt }) => sum + (endedAt - startedAt) / 60_000, 0),
    minutes: ((long.at(-1)?.endedAt ?? 0) - (long[0]?.startedAt ?? 0)) / 60_000,
    broken: [
      ...(late === 0 ? [] : [`${late} syncs had no night, or are held`]),
      ...executions.flatMap(({ outcome, error }) => (outcome === 'completed' ? [] : [`an execution ${outcome}: ${error?.message}`])),
      ...(['reads', 'writes', 'tokens'] as const).flatMap((kind) =>
        calls[kind] > most[kind] ? [`${kind} ${calls[kind]} > ${most[kind]}`] : [],
      ),
    ],
  };
};

/** B18: a night of as many syncs as there may be, each with three destinations: nothing changed; and each looks at its destinations, where nothing is to do. */
export const measureManySyncs = (): ManySyncsCount[] => {
  const [quotas] = quotaSets;
  if (quotas === undefined) throw new Error('no quota set');
  const place = makeSyncPlace(DESTINATIONS, 20, quotas);
  const { world, scheduler, source } = place;
  scheduler.runUntil(world.clock.now() + DAY);
  copySyncs(place, syncLimit);
  // Of the source its labels and contacts; of each destination too.
  const unchanged = passDay(place, 'unchanged', () => ({ reads: 2 * syncLimit, writes: 0, tokens: 2 * syncLimit }));
  const [one] = world.people.contactsOf(source.id);
  world.people.editContact(source.id, String(one?.['resourceName']), { phoneNumbers: [{ value: '+49 30 1234567' }] });
  // One sync delivers; to the others its contacts are those of another sync, which nobody else writes.
  const each = 2 * (2 + DESTINATIONS);
  const run = 2 * (1 + DESTINATIONS);
  // An execution ends in the midst of one, which is read again.
  const looked = passDay(place, 'all destinations read', (executions) => {
    const reads = each * (syncLimit + executions) + run;
    return { reads, writes: DESTINATIONS, tokens: reads };
  });
  return [unchanged, looked];
};
