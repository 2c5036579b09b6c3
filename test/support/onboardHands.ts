import type { Sidebar } from '../../simulator/host/Sidebar';
import { send } from './askForCopy';
import { onlyRequest } from './forgeClick';
import { label } from './hands';
import { decideOnPage, officerCompany, type OfficerCompany } from './officers';
import type { CompanyOptions } from './rosterCompany';

export const header = [
  'Primary address (required)',
  'First name (required)',
  'Last name (required)',
  'Organizational unit (optional)',
  'Groups (optional)',
  'Job title (optional)',
  'Manager (optional)',
  'Recovery e-mail (optional)',
];

/** Ann is in the team and has a manager who is created, too; bob has no more than he must. */
export const ann = ['ann@acme.test', 'Ann', 'Lee', '/Sales', 'team@acme.test', 'Engineer', 'bob@acme.test', 'ann@private.test'];
export const bob = ['bob@acme.test', 'Bob', 'Ray'];

/** Who are asked for by an administrator beside a Sheet with these rows; olga@ and otto@ are officers. */
export const onboardCompany = (rows: readonly (readonly string[])[], options: CompanyOptions = {}) => {
  const company = officerCompany(options);
  company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', [header, ...rows] as string[][]);
  return { company, sidebar: company.open(company.admin) };
};

/** From home to the card of new users. */
export const openNewUsers = (sidebar: Sidebar): void => {
  sidebar.press('New workflow');
  if (sidebar.text().includes('There is a draft')) sidebar.press('Start a new one');
  sidebar.type('Name (required)', 'New colleagues');
  sidebar.choose('Type (required)', 'Onboard: users who are being added');
  sidebar.press('Next');
};

/** From home to the card of actions. */
export const readSheet = (sidebar: Sidebar): void => {
  openNewUsers(sidebar);
  sidebar.press('Read new users');
  sidebar.press('Next');
  sidebar.press('Proceed to actions');
};

export const copyCustomers = (company: OfficerCompany, sidebar: Sidebar): void => {
  sidebar.press('+ Add action');
  sidebar.press('Copy user contacts');
  sidebar.pick('Source user (required)', sidebar.suggest('Source user (required)', 'source')[0]!);
  sidebar.press('Use this user');
  company.waitFor(sidebar, /Label \(optional\)/);
  sidebar.choose('Label (optional)', label);
  sidebar.press('Save');
};

export const preview = (company: OfficerCompany, sidebar: Sidebar): void => {
  sidebar.press('Preview');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
};

/** Previewed, sent, and approved by olga@ on the page. */
export const approved = (company: OfficerCompany, sidebar: Sidebar): void => {
  preview(company, sidebar);
  send(sidebar);
  decideOnPage(company, company.olga, 'approve', { requestId: onlyRequest(company).id });
};

/** An Onboard of these rows with a copy of the customers, approved and not run yet. */
export const approvedOnboard = (rows: readonly (readonly string[])[] = [ann, bob], options: CompanyOptions = {}) => {
  const { company, sidebar } = onboardCompany(rows, options);
  readSheet(sidebar);
  copyCustomers(company, sidebar);
  approved(company, sidebar);
  return { company, sidebar };
};

export const userCalled = ({ world }: OfficerCompany, email: string) =>
  [...world.directory.users.values()].find(({ primaryEmail }) => primaryEmail === email);

/** Triggers fire until the request is over, however long that takes. */
export const waitForEnd = (company: OfficerCompany, sidebar: Sidebar, hours = 30): void => {
  const until = company.world.clock.now() + hours * 3_600_000;
  while (company.world.clock.now() < until && !/Status: (Done|Partly done|Failed|Stopped)/.test(sidebar.text())) {
    company.scheduler.runUntil(company.world.clock.now() + 1_200_000);
    sidebar.press('Refresh');
  }
};
