import { stateOf } from './copyCompany';
import type { CopyRun } from './runCopyCase';

/**
 * What must have happened in how many of 1,000 cases at least, so that a generator that stops making it is noticed. Less than half of what is
 * seen, so that other seeds pass. Names: those that `CopyWatch.note` is told, and those that the conditions of a case bring about.
 */
export const leastOfThousand: Readonly<Record<string, number>> = {
  '429 by minute': 10,
  '429 by day': 6,
  'opaque 429': 7,
  '500 before': 9,
  '500 after': 7,
  '502 before': 5,
  '502 after': 8,
  '503 before': 12,
  '503 after': 10,
  '504 before': 4,
  '504 after': 2,
  'aborted before': 4,
  'aborted after': 6,
  'stale etag': 4,
  overflow: 43,
  'expired token': 9,
  'lost before': 20,
  'lost after': 21,
  slow: 17,
  'exception: Sheets': 40,
  'exception: properties': 32,
  'exception: lock': 36,
  'exception: fetchAll': 8,
  'lock held by another': 26,
  killed: 108,
  'two at once': 58,
  'a trigger is late': 220,
  'a trigger is doubled': 180,
  'reads lag by minutes': 280,
  'reads lag longer than Roster waits': 73,
  suspend: 12,
  delete: 7,
  rename: 9,
  switchOff: 7,
  editContact: 6,
  deleteContact: 7,
  mergeContacts: 4,
  renameLabel: 2,
  deleteLabel: 3,
  editSource: 10,
  mergeSource: 9,
  'trouble in a preview': 40,
  'quotas of a minute are tight': 24,
  'a day’s contact writes are spent': 2,
  'a day’s fetches are spent': 9,
  'a day’s trigger time is spent': 10,
  'one-shots are spent': 118,
  'every target is done': 350,
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
