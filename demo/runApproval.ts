import { alteredAfterApproval, approvedInGmail, deniedOnPage, ownRequest, type Cast } from './approvalSteps';
import { makeCompany } from './makeCompany';
import { printSteps } from './printSteps';
import { readOptions } from './readOptions';
import type { Printer } from './runDemo';
import { runStep, type StepResult } from './runStep';
import { setUpRoster } from './setUpRoster';

/** What `npm run demo -- approval --json` prints. */
export interface ApprovalResult {
  readonly steps: readonly StepResult[];
  readonly asExpected: boolean;
}

/** The sample company without a pre-approval: two Security Officers decide. Exit codes: 0 everything as expected, 1 something was not, 2 the command line is wrong. */
export function runApproval(words: readonly string[], print: Printer): number {
  const wrong = words.find((word) => word !== '--json');
  const options = readOptions([]);
  if (wrong !== undefined || 'wrong' in options) {
    print.error(`approval takes no ${wrong}; npm run demo -- --help tells what there is`);
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
    const step = (title: string, work: Parameters<typeof runStep>[3]): StepResult => runStep(company, title, tell, work);
    const steps = [
      step('1. Set-up appoints two Security Officers', ({ tell: say, expect, changed }) => {
        setUpRoster(company, { administrators: [cast.david.primaryEmail], officers: [cast.sofia.primaryEmail, cast.david.primaryEmail] });
        say(`${company.operator.primaryEmail} set Roster up and appointed ${cast.sofia.primaryEmail} and ${cast.david.primaryEmail}.`);
        const properties = Object.keys(company.project.scriptProperties.entries());
        expect(
          'there is no pre-approval, and no account changed',
          !properties.some((key) => key.startsWith('preApproval')) && changed().length === 0,
        );
      }),
      step('2. An officer approves in Gmail', (notes) => approvedInGmail(cast, notes)),
      step('3. An officer denies on the web page', (notes) => deniedOnPage(cast, notes)),
      step('4. What was approved is altered before it runs', (notes) => alteredAfterApproval(cast, notes)),
      step('5. An officer wants to approve their own request', (notes) => ownRequest(cast, notes)),
    ];
    const result: ApprovalResult = { steps, asExpected: steps.every(({ expectations }) => expectations.every(({ holds }) => holds)) };
    print.out(isJson ? JSON.stringify(result, undefined, 2) : printSteps(steps));
    return result.asExpected ? 0 : 1;
  } catch (error) {
    print.error((error as Error).message);
    return 1;
  }
}
