import type { NetworkEntry } from '../../simulator/network/NetworkLog';
import type { CopyRun } from './runCopyCase';

/** One-shots of a day, and the recurring trigger of set-up. */
const MOST_CREATIONS = 15 + 1;
/** Roster reads again so long after a write in doubt; milliseconds. */
export const READ_LAG = 5 * 60_000;

const MINUTE = 60_000;

/** One execution alone took more of a user's minute than there is; what another one took just before it cannot know. */
const isOverdrawn = (entries: readonly NetworkEntry[]): boolean =>
  entries.some(
    (entry) =>
      entry.status === 429 &&
      !entries.some((other) => other.as === entry.as && other.executionId !== entry.executionId && Math.abs(other.at - entry.at) <= MINUTE),
  );

/** What Google grants was kept to: nothing was refused because Roster took too much, and one execution wrote at a time. */
export const judgeBudgets = ({ company, watch, one, mostCreations }: CopyRun): string[] => {
  const { world, project } = company;
  const findings: string[] = [];
  const say = (what: string): void => void findings.push(what);
  if (mostCreations > MOST_CREATIONS) say(`${mostCreations} triggers were created in a day`);
  const { dailyContactWrites = 0, ...ofMinute } = world.people.meter.refused;
  if (dailyContactWrites > 0) say(`the day's contact writes were short ${dailyContactWrites} times`);
  if (Object.keys(ofMinute).length > 0 && isOverdrawn(world.network.log.entries)) say(`short in a minute: ${JSON.stringify(ofMinute)}`);
  for (const { log, error } of project.executions) {
    if (/too much computer time|urlfetch/.test(error?.message ?? '')) say(`refused: ${error?.message}`);
    for (const { message } of log) if (/"code":"platform\.quotaSpent"/.test(message)) say(message);
  }
  const writers = world.network.log.entries
    .filter(({ effect, operation }) => effect === 'write' && operation?.startsWith('people.') === true)
    .map(({ executionId }) => executionId);
  const turns = writers.filter((writer, index) => writer !== writers[index - 1]);
  if (new Set(turns).size < turns.length) say('two executions wrote in turns');
  if (one.conditions.readLagMs >= READ_LAG) return findings;
  for (const target of watch.targets) {
    if (world.directory.userById(target.id) === undefined) continue;
    const doubles = world.people.trashOf(target.id).filter((contact) => !target.binned.has(String(contact['resourceName'])));
    if (doubles.length > 0) say(`${target.email}: ${doubles.length} contacts were created although they were there, and thrown away again`);
  }
  return findings;
};
