import { WebVisitor } from '../simulator/appsscript/WebVisitor';
import { Sidebar } from '../simulator/host/Sidebar';
import type { Policy } from '../src/core/approvals/Policy';
import { idOf } from './addRequests';
import type { Workplace } from './makeWorkplace';

const DAY = 24 * 3_600_000;

/** What the page answers, as far as this looks at it. */
interface Answer {
  readonly title: string;
  readonly lines: readonly string[];
  readonly request?: { readonly state: string };
  readonly targets?: { readonly total: number; readonly lines: readonly { readonly target: string }[] };
  readonly contacts?: { readonly total: number };
}

/** The slowest execution of a step is counted. */
export type Step = <T>(name: string, work: () => T) => T;

/** An officer looks at a request for everybody on the web page, down to the contacts of one, and decides about another; 500 requests are kept. */
export const measurePage = (place: Workplace, everybody: string, step: Step): void => {
  const { world, project, operator, administrator, sheet, targets } = place;
  const [officer] = targets;
  if (officer === undefined) throw new Error('no officer');
  const policy: Policy = {
    version: 1,
    officers: [{ userId: officer.id, email: officer.primaryEmail, appointedAt: 0 }],
    needed: 1,
    notify: [],
    delegates: [],
  };
  project.scriptProperties.set({ policy: JSON.stringify(policy) });
  project.deployWebApp({ by: operator.id });
  // The previews took this day's calls.
  world.clock.advance(DAY);
  const page = WebVisitor.open(project, { visitorUserId: officer.id, query: { request: everybody } });
  const run = (name: string, ...args: readonly unknown[]): Answer => {
    const answer = page.run(name, ...args);
    if (answer.outcome !== 'success') throw new Error(`the page failed: ${answer.error?.message}`);
    return answer.value as Answer;
  };
  const look = (name: string, options: object): Answer => step(`page, ${name}`, () => run('showPage', everybody, options));
  const shown = look('a request for everybody', { view: 'request' });
  if (shown.request === undefined) throw new Error(`no request: ${shown.title}`);
  const first = look('its targets', { view: 'targets', page: 0, only: 'all' }).targets;
  // The administrator dropped one.
  if (first?.total !== targets.length - 1) throw new Error(`${first?.total} targets are there: ${shown.title}`);
  look('its last targets', { view: 'targets', page: Math.ceil(first.total / first.lines.length) - 1, only: 'all' });
  look('targets with a note', { view: 'targets', page: 0, only: 'noted' });
  const one = look('contacts of one', { view: 'contacts', page: 0, action: 0, target: first.lines[0]?.target }).contacts;
  if (one === undefined || one.total === 0) throw new Error('no contacts');
  const decided = step('page, decide', () => run('decide', idOf(3), idOf(3).repeat(2), 'approve', ''));
  if (decided.request?.state !== 'approved') throw new Error(`not decided: ${decided.lines.join(' ')}`);
  // Whoever asked sees in the sidebar what became of it.
  const sidebar = Sidebar.open(project, { userId: administrator.id, spreadsheetId: sheet.id, locale: 'en-GB' });
  if (!sidebar.text().includes('Approved')) throw new Error(`no decision:\n${sidebar.text()}`);
};
