import type { Sidebar } from '../../simulator/host/Sidebar';
import { waitForEnd } from './askForCopy';
import { passHours } from './hands';
import { decideOnPage, officerCompany, waitingCopy, type OfficerCompany } from './officers';
import type { CompanyOptions, RosterCompany } from './rosterCompany';

/** Ids of the requests that wait for a decision. */
export const waitingIds = ({ project }: RosterCompany): string[] =>
  Object.entries(project.scriptProperties.entries()).flatMap(([key, text]) =>
    key.startsWith('request.') && (JSON.parse(text) as { s: string }).s === 'waiting' ? [key.slice('request.'.length)] : [],
  );

/** An officer approves what waits, and it runs to its end. Ends on the request's card. */
export const approveAndRun = (company: OfficerCompany, sidebar: Sidebar): void => {
  for (const requestId of waitingIds(company)) decideOnPage(company, company.olga, 'approve', { requestId });
  sidebar.press('Refresh');
  waitForEnd(company, sidebar);
};

/** A copy of the label to /Sales that an officer approved and that ran. Ends on its card, a day later. */
export const copiedCompany = (options: CompanyOptions = {}): { company: OfficerCompany; sidebar: Sidebar } => {
  const company = officerCompany(options);
  const sidebar = waitingCopy(company);
  approveAndRun(company, sidebar);
  passHours(company, 24);
  return { company, sidebar };
};

/** Up to the undo's preview. */
export const askForUndo = (company: RosterCompany, sidebar: Sidebar): void => {
  sidebar.press('Undo');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
};

export const sendIt = (sidebar: Sidebar): void => {
  sidebar.press('Send approval request');
  sidebar.press('Confirm');
};

/** What everybody's accounts hold: contacts and labels, without what Google gives them. */
export const accountsOf = ({ world, source }: RosterCompany): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...world.directory.users.values()]
      .filter(({ id }) => id !== source.id)
      .map(({ id, primaryEmail }) => [
        primaryEmail,
        [world.people.contactsOf(id), world.people.contactGroupsOf(id).map(({ name, clientData }) => [name, clientData])],
      ]),
  );
