import { join } from 'node:path';
import { Scheduler } from '../simulator/appsscript/Scheduler';
import type { ScriptProject } from '../simulator/appsscript/ScriptProject';
import { deployRoster } from '../demo/deployRoster';
import type { UserRecord } from '../simulator/directory/DirectoryRecords';
import type { SpreadsheetFile } from '../simulator/drive/SpreadsheetFile';
import { readScriptFolder } from '../simulator/loaders/readScriptFolder';
import { World } from '../simulator/World';
import type { PreApproval } from '../src/core/approvals/PreApproval';
import type { QuotaSet, Workload } from './workloads';

/** A company with Roster deployed, a source with contacts, and its targets in one organizational unit. */
export interface Workplace {
  readonly world: World;
  readonly project: ScriptProject;
  readonly scheduler: Scheduler;
  readonly operator: UserRecord;
  readonly administrator: UserRecord;
  readonly source: UserRecord;
  readonly targets: readonly UserRecord[];
  readonly serviceAccount: string;
  readonly sheet: SpreadsheetFile;
  readonly told: QuotaSet['told'];
}

export const TARGETS_UNIT = '/Colleagues';

const dist = join(__dirname, '../dist');

export const makeWorkplace = (workload: Omit<Workload, 'name'>, { quotas, told }: QuotaSet): Workplace => {
  const world = new World();
  Object.assign(world.people.settings.quotas, quotas);
  const customer = world.directory.addCustomer({ domains: ['acme.test'] });
  world.directory.addOrgUnit(customer.id, TARGETS_UNIT);
  const user = (name: string, more: object = {}): UserRecord =>
    world.directory.addUser({ primaryEmail: `${name}@acme.test`, name: { givenName: name, familyName: 'Test' }, ...more });
  const operator = user('roster', { isAdmin: true });
  const administrator = user('admin', { isAdmin: true });
  const source = user('source');
  const targets = Array.from({ length: workload.targets }, (_, index) => user(`t${index + 1}`, { orgUnitPath: TARGETS_UNIT }));
  for (let index = 0; index < workload.contacts; index += 1) world.people.addContact(source.id, contactOf(index));

  const { project, serviceAccount: account } = deployRoster(world, {
    customerId: customer.id,
    operatorId: operator.id,
    ...readScriptFolder(dist),
  });
  for (const person of [operator, administrator]) project.consent(person.id);
  const sheet = world.drive.createSpreadsheet({ ownerId: administrator.id, title: 'Notes' });
  world.drive.share(sheet.id, operator.id, 'writer');
  const scheduler = new Scheduler(world, project);
  return { world, project, scheduler, operator, administrator, source, targets, serviceAccount: account.email, sheet, told };
};

/** An ordinary business contact. */
export const contactOf = (index: number): object => ({
  names: [{ givenName: `Given${index}`, familyName: `Family${index}` }],
  emailAddresses: [{ value: `person${index}@customer.test`, type: 'work' }],
  phoneNumbers: [{ value: `+4930${1_000_000 + index}`, type: 'work' }],
  organizations: [{ name: 'Customer Ltd', title: 'Purchasing' }],
});

/** What only a fixture can do: two officers let the administrator copy within the company. */
export const preApproval = (administrator: UserRecord, until: number): PreApproval => ({
  id: 'bench',
  madeBy: 'officer-one',
  confirmedBy: 'officer-two',
  requesterIds: [administrator.id],
  workflowTypes: ['onboard', 'modify'],
  actionKinds: ['copyContacts'],
  scope: { domains: ['acme.test'] },
  caps: { targets: 100_000, contactsPerTarget: 25_000, deletions: 0 },
  until,
});
