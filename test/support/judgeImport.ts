import type { UserFactsAt } from './importFacts';
import { worldFacts } from './importFacts';
import { entryOf } from './importRunCompany';
import { ownRows, type DeedFact, type ImportRun } from './runImportCase';

/** After more troubles a row may be given up with a reason. */
const MOST_TROUBLES = 3;

type Row = Readonly<Record<string, string>>;

/** What is not as it has to be at the end of a run: empty when all is. */
export const judgeImport = (run: ImportRun): string[] => {
  const { company, before, after, ended } = run;
  const findings: string[] = [];
  const say = (what: string): void => void findings.push(what);
  if (!ended) say('it never ended');
  for (const { outcome, error, functionName, log } of company.project.executions) {
    if (outcome !== 'completed' && outcome !== 'killed') say(`${functionName} ${outcome}: ${error?.message}`);
    for (const { message } of log) if (/"event":"(bug|run\.bug)"/.test(message)) say(message);
  }
  const entry = entryOf(company);
  const [previews, outcomes] = [ownRows(company, 'Previews'), ownRows(company, 'Outcomes')];
  if (ownRows(company, 'Parked').length > 0) say('targets are still parked');
  // A preview that could not be made says why; then nothing runs.
  const neverRan = entry?.state === 'failed' && outcomes.length === 0;
  if (neverRan && entry.reason === undefined) say('no reason is given');
  if (neverRan && run.one.troubles.length <= 1) say(`could have run: ${JSON.stringify(entry.reason)}`);
  const final = worldFacts(company);
  const rows = new Map(previews.map((row) => [row['target']!, row]));
  for (const user of new Set([...before.keys(), ...after.keys(), ...final.keys()])) {
    const ends = outcomes.filter((row) => row['target'] === user);
    const deeds = run.deeds.filter((deed) => deed.user === user);
    const tell = (what: string): void => say(`${user}: ${what} (${JSON.stringify(ends[0] ?? entry?.reason)}; ${JSON.stringify(deeds)})`);
    const states = { was: before.get(user), wanted: after.get(user), is: final.get(user) };
    const target = rows.get(user);
    // What the unbroken run could not do, and its preview named: to put into a space who is suspended, until somebody restores them.
    const isOpen = (fact: string): boolean =>
      !run.done.has(user) && isMembership(fact) && (target?.['contacts'] ?? '').includes(fact.split('/')[1]!);
    judgeUser(states, deeds, ends[0]?.['status'], isOpen, tell);
    if (target !== undefined && !neverRan) judgeRow(run, target, ends, deeds, tell);
  }
  return findings;
};

interface States {
  readonly was: UserFactsAt | undefined;
  readonly wanted: UserFactsAt | undefined;
  readonly is: UserFactsAt | undefined;
}

/** Memberships and roles count as given whoever gave them, and in whatever role. */
const isMembership = (fact: string): boolean => /^(group|space|role)\//.test(fact);

const judgeUser = (
  { was, wanted, is }: States,
  deeds: readonly DeedFact[],
  status: string | undefined,
  isOpen: (fact: string) => boolean,
  tell: (what: string) => void,
): void => {
  if (is === undefined) {
    if (was !== undefined && !deeds.some(({ value }) => value === undefined)) tell('is gone');
    if (status === 'done' && wanted !== undefined && deeds.length === 0) tell('is not there');
    return;
  }
  if (was === undefined && wanted === undefined && deeds.length === 0) tell('nobody asked for them');
  const early = new Map(deeds.flatMap((deed) => (deed.early ? [[deed.fact, deed.value] as const] : [])));
  const changed = [...early].filter(([fact, value]) => value !== was?.[fact]);
  // What was edited before the run began keeps the whole row as it is.
  const isOvertaken = changed.some(([fact, value]) => !isMembership(fact) && was?.[fact] !== wanted?.[fact] && value !== wanted?.[fact]);
  if (isOvertaken && status === 'done') tell('what others set is nobody’s hindrance');
  for (const fact of new Set([was, wanted, is].flatMap((one) => Object.keys(one ?? {})))) {
    const [old, next, now] = [was?.[fact], wanted?.[fact], is[fact]];
    const theirs = deeds.filter((deed) => deed.fact === fact && !(deed.early && early.get(fact) === old));
    const values = theirs.map(({ value }) => value);
    const mayBe = isOvertaken || old === next ? (theirs.length > 0 ? [values.at(-1)] : [old]) : theirs.length > 0 ? [...values, next, old] : status === 'done' ? [next] : [old, next]; // prettier-ignore
    // A new account begins as Google makes it, and a row that fails leaves it there.
    const isBegun = was === undefined && status !== 'done' && (now === 'true' || now === 'false');
    if (!isBegun && !isOpen(fact) && !mayBe.includes(now)) tell(`${fact} is ${now}, was ${old}, wanted ${next}`);
  }
};

const judgeRow = (run: ImportRun, target: Row, ends: readonly Row[], deeds: readonly DeedFact[], tell: (what: string) => void): void => {
  const [end] = ends;
  if (ends.length !== 1) return tell(`has ${ends.length} outcomes`);
  const isDone = end?.['status'] === 'done';
  if (!isDone && (end?.['problem'] ?? '') === '') tell('no reason is given');
  // Google has room for no more roles: said, and nothing helps.
  const isFull = (end?.['problem'] ?? '').includes('google.rolesFull');
  const isDisturbed =
    isFull || [...run.happened].some((what) => /^delete./.test(what)) || deeds.length > 0 || run.one.troubles.length > MOST_TROUBLES;
  if (!isDone && !isDisturbed && run.done.has(target['target']!)) tell('could have been reached');
  const counted = Number(end?.['changed'] || 0) + Number(end?.['skipped'] || 0);
  if (
    isDone &&
    deeds.length === 0 &&
    run.before.has(target['target']!) &&
    counted !== Number(target['creates']) + Number(target['alreadySo'])
  )
    tell(`counts ${counted}, not ${target['creates']} and ${target['alreadySo']}`);
};
