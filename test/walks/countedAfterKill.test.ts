import { waitForEnd } from '../support/askForCopy';
import { linesBelow, sentCopy, sweepNow } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';

const GROUP = 'people.contactGroups.create';
const CREATE = 'people.people.batchCreateContacts';

/** What Google saw of the run, from now on. */
const meterOf = ({ world }: RosterCompany) => {
  const from = world.network.log.entries.length;
  const seen = () => world.network.log.entries.slice(from);
  return {
    writes: () => seen().filter(({ operation, effect }) => operation?.startsWith('people.') === true && effect === 'write').length,
    charged: () => 200 * seen().filter(({ operation }) => operation === CREATE).length,
    fetches: () => seen().length,
  };
};

const spent = ({ project }: RosterCompany): Readonly<Record<'contactWrites' | 'fetches' | 'triggerTime', number>> =>
  JSON.parse(project.scriptProperties.get('spent') ?? '{}') as never;

/** A number of the line that says what the run took. */
const counted = (lines: readonly string[], what: RegExp): number => {
  const line = lines.find((one) => one.startsWith('Effort so far')) ?? '';
  return Number(new RegExp(`([\\d,]+) ${what.source}`).exec(line)?.[1]?.replace(',', ''));
};

/** A copy to three targets whose labels take so long that the wave of contacts after them is noted in the journal anew. */
const sent = (): ReturnType<typeof sentCopy> => {
  const walk = sentCopy();
  walk.company.world.faults.add({ at: GROUP, times: Infinity, effect: { kind: 'slow', milliseconds: 20_000 } });
  return walk;
};

describe('B9: what a slice used before it was killed', () => {
  it.each(['before', 'after'] as const)('%s its wave of contacts stands in the request’s count and in the day’s budgets', (when) => {
    const { company, sidebar } = sent();
    const [meter, before] = [meterOf(company), spent(company)];
    company.world.faults.add({ at: CREATE, effect: { kind: 'kill', when } });
    sweepNow(company);
    const killed = company.project.executions.at(-1)!;
    expect(killed.outcome).toBe('killed');
    const day = spent(company);
    expect(day.contactWrites - before.contactWrites).toBeGreaterThanOrEqual(meter.charged());
    expect(day.fetches - before.fetches).toBeGreaterThanOrEqual(meter.fetches());
    expect(day.triggerTime - before.triggerTime).toBeGreaterThanOrEqual(killed.endedAt - killed.startedAt);
    const writesOfKilled = meter.writes();
    waitForEnd(company, sidebar);
    const lines = linesBelow(sidebar, 'What will happen');
    // The wave counts with all of its three calls, sent or not.
    expect(counted(lines, /writes,/)).toBe(meter.writes() - writesOfKilled + 6);
    expect(counted(lines, /contact writes/)).toBe(meter.charged() - 200 * Math.max(0, writesOfKilled - 3) + 600);
    expect(lines.find((line) => line.startsWith('Effort so far'))).toMatch(/in \d+ parts/);
  });

  /** Calls of the platform that follow the last wave of contacts. */
  const later = ((): number => {
    const { company } = sent();
    let [written, count] = [0, 0];
    const at = ({ name }: { readonly name: string }): boolean => {
      written += name === CREATE ? 1 : 0;
      count += written === 3 && name !== CREATE ? 1 : 0;
      return false;
    };
    company.world.faults.add({ at, effect: { kind: 'kill', when: 'before' } });
    sweepNow(company);
    return count;
  })();

  it.each(Array.from({ length: 10 }, (_, index) => Math.floor(((index + 0.5) * later) / 10)))(
    'counts once, also when it is killed %i calls after the last write',
    (place) => {
      const { company, sidebar } = sent();
      const meter = meterOf(company);
      let [written, met] = [0, 0];
      const at = ({ name }: { readonly name: string }): boolean => {
        written += name === CREATE ? 1 : 0;
        met += written >= 3 && name !== CREATE ? 1 : 0;
        return met === place + 1;
      };
      company.world.faults.add({ at, effect: { kind: 'kill', when: place % 2 === 0 ? 'before' : 'after' } });
      sweepNow(company);
      expect(company.project.executions.at(-1)!.outcome).toBe('killed');
      waitForEnd(company, sidebar);
      expect(counted(linesBelow(sidebar, 'What will happen'), /writes,/)).toBe(meter.writes());
      expect(company.project.scriptProperties.get('inflight')).toBeUndefined();
    },
  );
});
