import { makeCompany } from './makeCompany';
import type { Cast } from './approvalSteps';
import { printSteps } from './printSteps';
import { readOptions } from './readOptions';
import type { Printer } from './runDemo';
import { runStep, type StepNotes, type StepResult } from './runStep';
import { setUpRoster } from './setUpRoster';

/** What a walk in steps prints with `--json`. */
export interface StepsResult {
  readonly steps: readonly StepResult[];
  readonly asExpected: boolean;
}

export type Step = readonly [title: string, work: (cast: Cast, notes: StepNotes) => void];

/**
 * The sample company without a pre-approval, where set-up appoints two Security Officers; then the steps of the walk `name`. Exit codes:
 * 0 everything as expected, 1 something was not, 2 the command line is wrong.
 */
export function runSteps(name: string, more: readonly Step[], words: readonly string[], print: Printer): number {
  const wrong = words.find((word) => word !== '--json');
  const options = readOptions([]);
  if (wrong !== undefined || 'wrong' in options) {
    print.error(`${name} takes no ${wrong}; npm run demo -- --help tells what there is`);
    return 2;
  }
  const isJson = words.includes('--json');
  const tell = (line: string): void => {
    if (!isJson) print.out(line);
  };
  try {
    const company = makeCompany(options);
    const user = (email: string): Cast['sofia'] => {
      const found = company.world.directory.userByEmail(email);
      if (found === undefined) throw new Error(`The sample company has no ${email}.`);
      return found;
    };
    const cast = { company, sofia: user('sofia.rossi@example.com'), david: user('david.cohen@example.com') };
    company.world.directory.makeAdmin(cast.david.id);
    company.project.consent(cast.david.id);
    const steps = [appointed, ...more].map(([title, work], index) =>
      runStep(company, `${index + 1}. ${title}`, tell, (notes) => work(cast, notes)),
    );
    const result: StepsResult = { steps, asExpected: steps.every(({ expectations }) => expectations.every(({ holds }) => holds)) };
    print.out(isJson ? JSON.stringify(result, undefined, 2) : printSteps(steps));
    return result.asExpected ? 0 : 1;
  } catch (error) {
    print.error((error as Error).message);
    return 1;
  }
}

const appointed: Step = [
  'Set-up appoints two Security Officers',
  ({ company, sofia, david }, { tell, expect, changed }) => {
    setUpRoster(company, { administrators: [david.primaryEmail], officers: [sofia.primaryEmail, david.primaryEmail] });
    tell(`${company.operator.primaryEmail} set Roster up and appointed ${sofia.primaryEmail} and ${david.primaryEmail}.`);
    const properties = Object.keys(company.project.scriptProperties.entries());
    expect(
      'there is no pre-approval, and no account changed',
      !properties.some((key) => key.startsWith('preApproval')) && changed().length === 0,
    );
  },
];
