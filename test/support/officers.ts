import { WebVisitor, type RunAnswer } from '../../simulator/appsscript/WebVisitor';
import type { Sidebar } from '../../simulator/host/Sidebar';
import type { Policy } from '../../src/core/approvals/Policy';
import { askForCopy, send, type Wish } from './askForCopy';
import { onlyRequest } from './forgeClick';
import { label } from './hands';
import { rosterCompany, type CompanyOptions, type RosterCompany } from './rosterCompany';

type Person = { readonly id: string; readonly primaryEmail: string };

export const addPerson = ({ world }: RosterCompany, name: string, extra: object = {}): Person =>
  world.directory.addUser({
    primaryEmail: `${name}@acme.test`,
    name: { givenName: name, familyName: 'Officer' },
    orgUnitPath: '/',
    ...extra,
  });

/** The company set up with the first two officers, who are plain users: olga@ and otto@. */
export const officerCompany = (options: CompanyOptions = {}) => {
  const company = rosterCompany(options);
  const [olga, otto] = [addPerson(company, 'olga'), addPerson(company, 'otto')];
  company.setUp([olga, otto]);
  return { ...company, olga, otto };
};

export type OfficerCompany = ReturnType<typeof officerCompany>;

/** Changes the rules as no card can: for states that only requests lead to. */
export const changePolicy = ({ project }: RosterCompany, change: (policy: Policy) => Partial<Policy>): void => {
  const policy = JSON.parse(project.scriptProperties.get('policy')!) as Policy;
  project.scriptProperties.set({ policy: JSON.stringify({ ...policy, ...change(policy) }) });
};

/** A copy of the label to /Sales that waits for officers. Ends on the request's card of its requester. */
export const waitingCopy = (company: RosterCompany, wish: Wish = { label }): Sidebar => {
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, wish);
  send(sidebar);
  return sidebar;
};

export interface ShownRequest {
  readonly state: string;
  readonly digest: string;
  readonly code: string;
  readonly mayDecide: boolean;
  readonly summary: { readonly totals: readonly string[]; readonly actions: readonly string[]; readonly requester: string };
}

/** What the page says. */
export interface Said {
  readonly title: string;
  readonly lines: readonly string[];
  readonly refused?: true;
  readonly request?: ShownRequest;
}

const said = (answer: RunAnswer): Said => {
  if (answer.outcome !== 'success') throw new Error(`the page failed: ${answer.error?.message}`);
  return answer.value as Said;
};

/** Opens the mail's link. */
export const openPage = ({ project }: RosterCompany, who: Person, requestId: string): WebVisitor =>
  WebVisitor.open(project, { visitorUserId: who.id, query: { request: requestId } });

export const look = (company: RosterCompany, who: Person, requestId = onlyRequest(company).id): Said =>
  said(openPage(company, who, requestId).run('showPage', requestId));

/** Somebody decides on the page about what it shows them, or about `digest`. */
export const decideOnPage = (
  company: RosterCompany,
  who: Person,
  decision: 'approve' | 'deny',
  { reason = '', digest, requestId = onlyRequest(company).id }: { reason?: string; digest?: string; requestId?: string } = {},
): Said => {
  const page = openPage(company, who, requestId);
  const shown = said(page.run('showPage', requestId)).request?.digest ?? onlyRequest(company).d;
  return said(page.run('decide', requestId, digest ?? shown, decision, reason));
};

/** Mails to somebody, oldest first. */
export const mailsTo = ({ world }: RosterCompany, who: Person, subject = /./) =>
  world.mail.sent.filter((one) => one.to.includes(who.primaryEmail) && subject.test(one.subject));
