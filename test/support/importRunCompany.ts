import type { UserRecord } from '../../simulator/directory/DirectoryRecords';
import { Sidebar } from '../../simulator/host/Sidebar';
import { Faults } from '../../simulator/kernel/Faults';
import { decodeEntry } from '../../src/core/approvals/RequestEntry';
import { cloneWorld } from './cloneWorld';
import { forgetPast } from './copyCompany';
import { send } from './askForCopy';
import { importCompany, mapColumn, readImport } from './importHands';
import { doImportDeed } from './doImportDeed';
import { lists, newAddresses, type ImportShape } from './importRunCase';
import { decideOnPage, type OfficerCompany } from './officers';

const DAY = 24 * 3_600_000;

type Made = Pick<
  OfficerCompany,
  'world' | 'project' | 'scheduler' | 'customer' | 'sheet' | 'operator' | 'admin' | 'olga' | 'sam' | 'sue' | 'eve' | 'old'
>;

/** A company in which an import was asked for. */
export interface ImportRunCompany extends Made {
  readonly shape: ImportShape;
  /** Whom rows 0 to 3 of a shape name. */
  readonly people: readonly UserRecord[];
  readonly helperRole: string;
  readonly requestId: string;
}

export const cloneImport = (company: ImportRunCompany): ImportRunCompany => {
  const clone = cloneWorld(company);
  Object.assign(clone.world, { faults: new Faults() });
  return clone;
};

let base: OfficerCompany | undefined;

const places = (company: OfficerCompany): string => {
  const { world, customer } = company;
  world.directory.addSchema(customer.id, 'HR', [
    { fieldName: 'skills', displayName: 'Skills', multiValued: true },
    { fieldName: 'startDate', displayName: 'Start date', fieldType: 'DATE' },
    { fieldName: 'note', displayName: 'Note' },
  ]);
  world.directory.addGroup({ email: 'news@acme.test', name: 'News' });
  for (const name of ['vault', 'keys']) world.directory.addGroup({ email: `${name}@acme.test`, name, security: true });
  for (const displayName of ['Plans', 'Lunch']) world.chat.addSpace({ customerId: customer.id, displayName });
  const privileges = ['USERS_RETRIEVE'];
  return customer.admins.addRole({ roleName: 'Helper', roleDescription: 'Helper', privileges }).roleId;
};

const openAsAdmin = ({ project, admin, sheet }: Pick<Made, 'project' | 'admin' | 'sheet'>): Sidebar =>
  Sidebar.open(project, { userId: admin.id, spreadsheetId: sheet.id, locale: 'en-GB' });

const addressOf = (people: readonly UserRecord[], who: number): string =>
  people[who]?.primaryEmail ?? newAddresses[who - people.length] ?? 'nobody@elsewhere.example';

/** Through the cards once, up to the preview that is asked for. Tests work on copies. */
export const importRunCompany = (shape: ImportShape): ImportRunCompany => {
  base ??= importCompany([]).company;
  const company = cloneWorld(base);
  const { world, project, sam, sue, eve, old } = company;
  const helperRole = places(company);
  const people = [sam, sue, eve, old];
  const made = { world, customer: company.customer, people, helperRole };
  for (const edit of shape.had) doImportDeed(made, edit);
  for (const user of people) Object.assign(user, { recoveryEmail: `${user.name.givenName}@home.test`, notes: { value: 'kept' } });
  world.clock.advance(DAY);
  const header = ['Email', ...shape.columns.map(({ title }) => title)];
  const rows = shape.rows.map(({ who, cells }) => [addressOf(people, who), ...cells.map((cell) => (cell === '' ? '' : `'${cell}`))]);
  world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', [header, ...rows]);
  const sidebar = openAsAdmin(company);
  const method = { update: 'Update', create: 'Create', createOrUpdate: 'Create or update' }[shape.method];
  readImport(sidebar, { name: 'Import', method });
  mapColumn(sidebar, 'Email', 'Primary address');
  for (const { title } of shape.columns) mapColumn(sidebar, title, title);
  for (const { title, overwrite } of shape.columns) {
    if (overwrite && lists.includes(title as never)) sidebar.toggle(`Overwrite ${title}`, true);
  }
  sidebar.press('Next');
  sidebar.press('Preview');
  const entry = Object.keys(project.scriptProperties.entries()).find((key) => /^request\.[^.]+$/.test(key));
  if (entry === undefined) throw new Error(`not asked for:\n${sidebar.text()}`);
  forgetPast(company);
  const { scheduler, customer, sheet, operator, admin, olga } = company;
  const kept = { world, project, scheduler, customer, sheet, operator, admin, olga, sam, sue, eve, old };
  return { ...kept, shape, people, helperRole, requestId: entry.slice('request.'.length) };
};

export const entryOf = ({ project, requestId }: ImportRunCompany) =>
  decodeEntry(requestId, project.scriptProperties.get(`request.${requestId}`) ?? '');

export const isPending = ({ project }: ImportRunCompany): boolean => project.scriptProperties.get('pending') !== undefined;

/** Who asked sends it, an officer approves it. False: there is nothing to send. */
export const sendAndApprove = (company: ImportRunCompany): boolean => {
  const { requestId, olga } = company;
  if (entryOf(company)?.state !== 'prepared') return false;
  const sidebar = openAsAdmin(company);
  sidebar.press('Import', { near: 'Preview ready' });
  send(sidebar);
  decideOnPage(company as unknown as OfficerCompany, olga, 'approve', { requestId });
  return true;
};
