import type { Sidebar } from '../../simulator/host/Sidebar';
import { decodeEntry, encodeEntry, type RequestEntry } from '../../src/core/approvals/RequestEntry';
import type { Policy } from '../../src/core/approvals/Policy';
import { send } from './askForCopy';
import { sweepNow } from './hands';
import { addPerson, decideOnPage } from './officers';
import { rosterCompany, type CompanyOptions, type RosterCompany } from './rosterCompany';

/** Roster set up, with these users as Security Officers; ana, bob and cleo are users without an administrator's rights. */
export const settingsCompany = (officers = 'ana@acme.test bob@acme.test', options: CompanyOptions = {}) => {
  const company = rosterCompany(options);
  const person = (name: string) => addPerson(company, name, { orgUnitPath: '/IT' });
  const people = { ana: person('ana'), bob: person('bob'), cleo: person('cleo') };
  company.setUp(officers.split(' ').map((primaryEmail) => ({ primaryEmail })));
  return { ...company, ...people };
};

export const policyOf = ({ project }: Pick<RosterCompany, 'project'>): Policy =>
  JSON.parse(project.scriptProperties.get('policy')!) as Policy;

export const officersOf = (company: Pick<RosterCompany, 'project'>): string[] => policyOf(company).officers.map(({ email }) => email);

/** From home to the form of a change. */
export const openChange = (sidebar: Sidebar, title: string): void => {
  sidebar.press('Settings');
  sidebar.press('Propose a change');
  sidebar.press(title);
};

/** The form is filled: up to the request that was prepared. */
export const askForIt = (company: RosterCompany, sidebar: Sidebar): void => {
  sidebar.press('Next');
  sidebar.press('Make the request');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
};

export const requestsOf = ({ project }: Pick<RosterCompany, 'project'>): RequestEntry[] =>
  Object.entries(project.scriptProperties.entries())
    .flatMap(([key, text]) => (key.startsWith('request.') ? (decodeEntry(key.slice('request.'.length), text) ?? []) : []))
    .sort((a, b) => b.createdAt - a.createdAt);

/** What the operator stored of a request changes. */
export const changeEntry = ({ project }: Pick<RosterCompany, 'project'>, id: string, change: Partial<RequestEntry>): void => {
  const key = `request.${id}`;
  const entry = decodeEntry(id, project.scriptProperties.get(key)!)!;
  project.scriptProperties.set({ [key]: encodeEntry({ ...entry, ...change }), pending: '1' });
};

/** The newest request is sent, and these officers decide on the page; then the operator looks. Gives back what the page said last, and the request. */
export const decideAndApply = (
  company: RosterCompany,
  sidebar: Sidebar,
  officers: readonly { readonly id: string; readonly primaryEmail: string }[],
  decision: 'approve' | 'deny' = 'approve',
): { readonly said: string; readonly entry: RequestEntry } => {
  send(sidebar);
  const { id: requestId, digest } = requestsOf(company)[0]!;
  const reason = decision === 'deny' ? 'Not this one' : '';
  const answers = officers.map((officer) => decideOnPage(company, officer, decision, { requestId, digest, reason }));
  sweepNow(company);
  const last = answers[answers.length - 1];
  return {
    said: [last?.title ?? '', ...(last?.lines ?? [])].join('\n'),
    entry: requestsOf(company).find((entry) => entry.id === requestId)!,
  };
};

/** The newest request as if it had been let through by these people, whoever they are; then the operator looks. */
export const approveAndApply = (company: RosterCompany, ...deciders: readonly { readonly id: string }[]): RequestEntry => {
  const { id } = requestsOf(company)[0]!;
  changeEntry(company, id, { state: 'approved', deciders: deciders.map((one) => one.id) });
  sweepNow(company);
  return requestsOf(company).find((entry) => entry.id === id)!;
};
