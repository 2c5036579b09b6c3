import { alteredAfterApproval, approvedInGmail, deniedOnPage, ownRequest } from './approvalSteps';
import type { Printer } from './runDemo';
import { runSteps } from './runSteps';

/** `npm run demo -- approval`: two Security Officers decide. */
export const runApproval = (words: readonly string[], print: Printer): number =>
  runSteps(
    'approval',
    [
      ['An officer approves in Gmail', approvedInGmail],
      ['An officer denies on the web page', deniedOnPage],
      ['What was approved is altered before it runs', alteredAfterApproval],
      ['An officer wants to approve their own request', ownRequest],
    ],
    words,
    print,
  );
