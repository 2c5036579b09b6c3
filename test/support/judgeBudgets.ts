import type { CopyRun } from './runCopyCase';

/** One-shots of a day, and the recurring trigger of set-up. */
const MOST_CREATIONS = 15 + 1;
/** Roster reads again so long after a write in doubt; milliseconds. */
const READ_LAG = 5 * 60_000;

/** What Google grants was kept to: nothing was refused because Roster took too much, and one execution wrote at a time. */
export const judgeBudgets = ({ company, watch, one, mostCreations }: CopyRun): string[] => {
  const { world, project } = company;
  const findings: string[] = [];
  const say = (what: string): void => void findings.push(what);
  if (mostCreations > MOST_CREATIONS) say(`${mostCreations} triggers were created in a day`);
  for (const [metric, times] of Object.entries(world.people.meter.refused)) say(`the quota ${metric} was short ${times} times`);
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
