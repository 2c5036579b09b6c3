import type { World } from '../simulator/World';
import type { Company } from './makeCompany';
import { countCalls } from './measure';
import type { CallCount } from './printResult';

export interface Expectation {
  readonly what: string;
  readonly holds: boolean;
}

/** One step of the walk, as the simulator saw it and not as Roster says. */
export interface StepResult {
  readonly title: string;
  readonly expectations: readonly Expectation[];
  readonly calls: CallCount;
  /** Fewest calls that we accept; absent: the step is not measured. */
  readonly bound?: CallCount;
  /** Addresses of the accounts whose contacts or labels are not what they were before the step. */
  readonly changed: readonly string[];
}

/** What a step says while it goes. */
export interface StepNotes {
  readonly tell: (line: string) => void;
  readonly expect: (what: string, holds: boolean) => void;
  /** Accounts that changed since the step began. */
  readonly changed: () => string[];
  /** The step makes no more calls than these. */
  readonly within: (bound: CallCount) => void;
}

/** Does one step; an error in it is an expectation that failed. */
export function runStep({ world }: Company, title: string, print: (line: string) => void, work: (notes: StepNotes) => void): StepResult {
  print(`\n${title}`);
  const before = accountsOf(world);
  const entriesBefore = world.network.log.entries.length;
  const expectations: Expectation[] = [];
  const expect = (what: string, holds: boolean): void => {
    expectations.push({ what, holds });
    print(`  ${holds ? 'as expected' : 'NOT AS EXPECTED'}: ${what}`);
  };
  const changed = (): string[] => [...accountsOf(world)].filter(([email, text]) => before.get(email) !== text).map(([email]) => email);
  let bound: CallCount | undefined;
  const callsNow = (): CallCount => countCalls(world.network.log.entries.slice(entriesBefore));
  const within = (most: CallCount): void => {
    bound = most;
    const calls = callsNow();
    const kinds = ['reads', 'writes', 'tokens'] as const;
    expect(
      `calls: ${kinds.map((kind) => `${calls[kind]} ${kind} of at most ${most[kind]}`).join(', ')}`,
      kinds.every((kind) => calls[kind] <= most[kind]),
    );
  };
  try {
    work({ tell: (line) => print(`  ${line}`), expect, changed, within });
  } catch (error) {
    expect(`the step goes to its end, but: ${(error as Error).message}`, false);
  }
  return { title, expectations, calls: callsNow(), ...(bound === undefined ? {} : { bound }), changed: changed() };
}

/** All contacts and labels of each account, as one text. */
const accountsOf = ({ directory, people }: World): Map<string, string> =>
  new Map(
    [...directory.users.values()].map(({ id, primaryEmail }) => [
      primaryEmail,
      JSON.stringify([people.contactsOf(id), people.contactGroupsOf(id).map(({ resourceName, name }) => [resourceName, name])]),
    ]),
  );
