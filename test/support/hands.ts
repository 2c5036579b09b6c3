import { createHash } from 'node:crypto';
import type { Sidebar } from '../../simulator/host/Sidebar';
import { askForCopy, chooseSource, send, waitForEnd, type Wish } from './askForCopy';
import { rosterCompany, type CompanyOptions, type RosterCompany } from './rosterCompany';

const HOUR = 3_600_000;

/** Roster set up, with a pre-approval that lets the administrator copy within acme.test. */
export const readyCompany = (options: CompanyOptions = {}): RosterCompany => {
  const company = rosterCompany(options);
  company.setUp();
  company.preApprove();
  return company;
};

export const label = 'Customers (3 contacts)';

/** A copy of the label to /Sales, sent and not run yet. */
export const sentCopy = (wish: Wish = { label }, options: CompanyOptions = {}): { company: RosterCompany; sidebar: Sidebar } => {
  const company = readyCompany(options);
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, wish);
  send(sidebar);
  return { company, sidebar };
};

/** From home to the card where targets are chosen. */
export const openTargets = (sidebar: Sidebar, name = 'New colleagues'): void => {
  sidebar.press('New workflow');
  sidebar.type('Name (required)', name);
  sidebar.choose('Type (required)', 'Modify: users who are already there');
  sidebar.press('Next');
};

export const search = (sidebar: Sidebar, kind: string, text: string): void => {
  sidebar.choose('Search in', kind);
  sidebar.type('Name or address', text);
  sidebar.press('Search');
};

export const addAll = (sidebar: Sidebar, kind: string, text: string): void => {
  search(sidebar, kind, text);
  sidebar.press('Add all');
};

/** From chosen targets to the end of the run. */
export const copyToChosen = (company: RosterCompany, sidebar: Sidebar, wish: Wish = {}): void => {
  sidebar.press('Next');
  sidebar.press('Proceed to actions');
  chooseSource(company, sidebar, wish);
  sidebar.press('Preview');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
  send(sidebar);
  waitForEnd(company, sidebar);
};

/** Time passes, with the triggers that fall due. */
export const passHours = (company: RosterCompany, hours: number): void => {
  company.scheduler.runUntil(company.world.clock.now() + hours * HOUR);
};

/** The operator's recurring trigger fires now. */
export const sweepNow = (company: RosterCompany): void => {
  const { uid } = company.project.triggers.records.find((trigger) => trigger.handler === 'onSweep')!;
  company.project.run({ functionName: 'onSweep', kind: 'trigger', effectiveUserId: company.operator.id, args: [{ triggerUid: uid }] });
};

/** Writes to anybody's contacts or labels that Google carried out. */
export const contactWrites = (company: RosterCompany): number =>
  company.world.network.log.entries.filter((entry) => entry.effect === 'write' && entry.committed && entry.operation?.startsWith('people.'))
    .length;

/** Addresses of everybody but the source who has contacts. */
export const receivers = ({ world, source }: RosterCompany): string[] =>
  [...world.directory.users.values()]
    .filter((user) => user.id !== source.id && world.people.contactsOf(user.id).length > 0)
    .map((user) => user.primaryEmail)
    .sort();

/** Lines below a heading of the card, up to the next heading. */
export const linesBelow = (sidebar: Sidebar, heading: string): string[] => {
  const lines = sidebar.text().split('\n');
  const start = lines.indexOf(`== ${heading}`);
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('== ') || line.startsWith('-- '));
  return (end < 0 ? rest : rest.slice(0, end)).filter((line) => line !== '');
};

/** A file of Roster's, by its title. */
export const fileCalled = ({ world }: RosterCompany, title: string) => {
  const file = world.drive.spreadsheets.find((one) => one.title === title);
  if (file === undefined) throw new Error(`no spreadsheet ${title}`);
  return file;
};

/** Everything that an execution could have changed: a digest for each kind of thing. */
export const stateOf = ({ world, project }: RosterCompany): Readonly<Record<string, string>> => {
  const users = [...world.directory.users.keys()];
  const things: Readonly<Record<string, unknown>> = {
    scriptProperties: project.scriptProperties.entries(),
    userProperties: users.map((id) => project.userProperties(id).entries()),
    triggers: project.triggers.records,
    files: world.drive.spreadsheets.map((file) => [file.title, file.access, file.modifiedAt, file.tabs.map((tab) => tab.grid.lastRow)]),
    mails: world.mail.sent.length,
    contacts: users.map((id) => [world.people.contactsOf(id), world.people.contactGroupsOf(id)]),
    writes: world.network.count({ effect: 'write' }),
  };
  return Object.fromEntries(Object.entries(things).map(([name, thing]) => [name, digestOf(thing)]));
};

const digestOf = (thing: unknown): string => createHash('sha256').update(JSON.stringify(thing)).digest('hex').slice(0, 16);
