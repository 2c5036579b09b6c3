import { stateOf } from './copyCompany';
import type { CopyRun } from './runCopyCase';

/**
 * What must have happened in how many of 1,000 cases at least, so that a generator that stops making it is noticed. About half of what is
 * seen. Names: those that `CopyWatch.note` is told, and those that the conditions of a case bring about.
 */
export const leastOfThousand: Readonly<Record<string, number>> = {
  '429 by minute': 15,
  '429 by day': 15,
  'opaque 429': 15,
  '500 before': 12,
  '500 after': 12,
  '502 before': 6,
  '502 after': 6,
  '503 before': 12,
  '503 after': 12,
  '504 before': 6,
  '504 after': 6,
  'aborted before': 4,
  'aborted after': 4,
  'stale etag': 8,
  overflow: 25,
  'expired token': 15,
  'lost before': 30,
  'lost after': 30,
  slow: 20,
  'exception: Sheets': 40,
  'exception: properties': 35,
  'exception: lock': 30,
  'exception: fetchAll': 6,
  'lock held by another': 25,
  killed: 120,
  'two at once': 70,
  'a trigger is late': 250,
  'a trigger is doubled': 200,
  'reads lag by minutes': 250,
  'reads lag longer than Roster waits': 80,
  suspend: 7,
  delete: 12,
  rename: 10,
  switchOff: 7,
  editContact: 10,
  deleteContact: 10,
  mergeContacts: 5,
  renameLabel: 3,
  deleteLabel: 3,
  editSource: 12,
  mergeSource: 12,
  'trouble in a preview': 45,
  'quotas of a minute are tight': 20,
  'a day’s contact writes are spent': 5,
  'a day’s fetches are spent': 5,
  'a day’s trigger time is spent': 3,
  'one-shots are spent': 40,
  'every target is done': 400,
};

const answerNames: Readonly<Record<string, string>> = {
  minuteQuota: '429 by minute',
  dayQuota: '429 by day',
  exhausted: 'opaque 429',
  internal: '500',
  badGateway: '502',
  unavailable: '503',
  deadline: '504',
  staleEtag: 'stale etag',
  overflow: 'overflow',
  expiredToken: 'expired token',
};

/** What happened in one run, in the words of `leastOfThousand`. */
export const happeningsOf = ({ watch, company, one }: CopyRun): ReadonlySet<string> => {
  const { world, project } = company;
  const { readLagMs, oneShots, budget } = one.conditions;
  const lines = project.executions.flatMap(({ log }) => log.map(({ message }) => message));
  const spentBudget = (name: string): boolean => budget === name && lines.some((line) => line.includes('"code":"run.dayBudget"'));
  const happened = [...watch.happened].map((what) => {
    const [answer = '', when = ''] = what.split(' ');
    const name = answerNames[answer];
    return name === undefined ? what : /^5/.test(name) ? `${name} ${when}` : name;
  });
  const given: readonly (readonly [boolean, string])[] = [
    [world.people.settings.contactsPerUser < 25_000, 'overflow'],
    [readLagMs >= 60_000, 'reads lag by minutes'],
    [readLagMs > 300_000, 'reads lag longer than Roster waits'],
    [budget === 'minute', 'quotas of a minute are tight'],
    [spentBudget('writes'), 'a day’s contact writes are spent'],
    [spentBudget('fetches'), 'a day’s fetches are spent'],
    [spentBudget('triggerTime'), 'a day’s trigger time is spent'],
    [oneShots > 0 && Number(project.scriptProperties.get('oneShots')?.split(' ')[1]) >= 15, 'one-shots are spent'],
    [stateOf(company) === 'done', 'every target is done'],
  ];
  return new Set([...happened, ...given.flatMap(([holds, what]) => (holds ? [what] : []))]);
};

/** Counts over many runs. */
export class Happenings {
  readonly counts = new Map<string, number>();

  add(happened: Iterable<string>): void {
    for (const what of happened) this.count(what, 1);
  }

  count(what: string, times: number): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  /** What `cases` cases showed too rarely. */
  tooRare(cases: number): string[] {
    return Object.entries(leastOfThousand).flatMap(([what, least]) => {
      const seen = this.counts.get(what) ?? 0;
      return seen < Math.floor((least * cases) / 1000) ? [`${what}: ${seen}, at least ${least} of 1,000`] : [];
    });
  }
}
