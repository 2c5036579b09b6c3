import * as fs from 'node:fs';
import * as path from 'node:path';
import { Scheduler } from '../../simulator/appsscript/Scheduler';
import type { ScriptProject } from '../../simulator/appsscript/ScriptProject';
import { deployRoster } from '../../demo/deployRoster';
import { withSampleOfficers } from '../../demo/sampleOfficers';
import type { UserRecord } from '../../simulator/directory/DirectoryRecords';
import { Sidebar } from '../../simulator/host/Sidebar';
import { Faults } from '../../simulator/kernel/Faults';
import { World } from '../../simulator/World';
import { decodeEntry } from '../../src/core/approvals/RequestEntry';
import type { PreApproval } from '../../src/core/approvals/PreApproval';
import { builtScript } from './builtScript';
import { cloneWorld } from './cloneWorld';

const DAY = 24 * 3_600_000;

/** What a small company looks like before a copy runs. */
export interface CompanyShape {
  readonly targets: number;
  /** Contacts to copy, and others of the source that are not to be copied. */
  readonly wanted: number;
  readonly unwanted: number;
  /** Copied by a label of the source, which the targets get too. */
  readonly withLabel: boolean;
  /** Contacts of each target's own, and how many further ones match a wanted one by address. */
  readonly own: number;
  readonly matching: number;
  /** A label of the target's own that has the name of the source's. */
  readonly ownLabel: boolean;
  /** Minutes from one sweep to the next: what the platform allowed at set-up. */
  readonly sweep: 5 | 60;
}

/** Name of the source's label. */
export const LABEL = 'Customers';

/** A company in which a copy was asked for, and whose preview is not made yet. */
export interface CopyCompany {
  readonly shape: CompanyShape;
  readonly world: World;
  readonly project: ScriptProject;
  readonly scheduler: Scheduler;
  readonly operator: UserRecord;
  readonly admin: UserRecord;
  readonly source: UserRecord;
  readonly targets: readonly UserRecord[];
  readonly requestId: string;
}

export const wantedAddress = (index: number): string => `c${index}@customer.test`;

const manifest = fs.readFileSync(path.resolve(__dirname, '../../appsscript.json'), 'utf8');

/** Goes through the cards once, up to the preview that is asked for. Tests work on copies. */
export const copyCompany = (shape: CompanyShape): CopyCompany => {
  const world = new World();
  const customer = world.directory.addCustomer({ domains: ['acme.test'] });
  world.directory.addOrgUnit(customer.id, '/Colleagues');
  const user = (name: string, more: object = {}): UserRecord =>
    world.directory.addUser({ primaryEmail: `${name}@acme.test`, name: { givenName: name, familyName: 'Test' }, ...more });
  const operator = user('roster', { isAdmin: true });
  const admin = user('admin', { isAdmin: true });
  const source = user('source');
  const targets = Array.from({ length: shape.targets }, (_, index) => user(`t${index}`, { orgUnitPath: '/Colleagues' }));
  fillSource(world, source, shape);
  targets.forEach((target, index) => fillTarget(world, target, index, shape));
  // Long ago, as far as reads that lag are concerned.
  world.clock.advance(DAY);

  const { project, serviceAccount: account } = deployRoster(world, {
    customerId: customer.id,
    operatorId: operator.id,
    ...builtScript(),
    manifest,
  });
  if (shape.sweep === 5) project.settings.triggerFloor = new Set();
  for (const person of [operator, admin]) project.consent(person.id);
  const scheduler = new Scheduler(world, project);
  const company = { shape, world, project, scheduler, operator, admin, source, targets };
  setUp(company, account.email);
  const requestId = askForCopy(company);
  forgetPast(company);
  return { ...company, requestId };
};

/** What led here is of no interest to copies, and costs time. */
export const forgetPast = ({ world, project }: Pick<CopyCompany, 'world' | 'project'>): void => {
  project.executions.length = 0;
  world.network.log.entries.length = 0;
};

/** A copy that a test may do anything to. */
export const cloneCompany = (company: CopyCompany): CopyCompany => {
  const clone = cloneWorld(company);
  Object.assign(clone.world, { faults: new Faults() });
  return clone;
};

const inGroups = (...names: string[]): object => ({
  memberships: names.map((contactGroupResourceName) => ({ contactGroupMembership: { contactGroupResourceName } })),
});
const MINE = 'contactGroups/myContacts';

const fillSource = (world: World, source: UserRecord, { wanted, unwanted, withLabel }: CompanyShape): void => {
  const label = withLabel ? [world.people.addContactGroup(source.id, LABEL).resourceName] : [];
  for (let index = 0; index < wanted; index += 1) {
    world.people.addContact(source.id, {
      names: [{ givenName: `Given${index}`, familyName: `Family${index}` }],
      emailAddresses: [{ value: wantedAddress(index), type: 'work' }],
      ...(index % 3 === 0 ? { phoneNumbers: [{ value: `+4930${2_000_000 + index}` }] } : {}),
      ...(index % 5 === 0 ? { biographies: [{ value: `Note\n${index}` }] } : {}),
      ...inGroups(MINE, ...label),
    });
  }
  for (let index = 0; withLabel && index < unwanted; index += 1) {
    world.people.addContact(source.id, {
      names: [{ givenName: `Unwanted${index}` }],
      emailAddresses: [{ value: `u${index}@customer.test` }],
    });
  }
};

const fillTarget = (world: World, target: UserRecord, index: number, shape: CompanyShape): void => {
  const label = shape.ownLabel ? [world.people.addContactGroup(target.id, LABEL).resourceName] : [];
  for (let own = 0; own < shape.own; own += 1) {
    world.people.addContact(target.id, {
      names: [{ givenName: `Own${index}`, familyName: String(own) }],
      emailAddresses: [{ value: `own${own}@t${index}.test` }],
      clientData: [{ key: 'other', value: `tool ${own}` }],
      ...inGroups(MINE, ...(own === 0 ? label : [])),
    });
  }
  for (let match = 0; match < Math.min(shape.matching, shape.wanted); match += 1) {
    world.people.addContact(target.id, {
      names: [{ givenName: `Known${match}` }],
      emailAddresses: [{ value: wantedAddress((index + match) % shape.wanted) }],
    });
  }
};

type Unasked = Omit<CopyCompany, 'requestId'>;

const setUp = ({ world, project, operator, admin }: Unasked, serviceAccount: string): void => {
  const sheet = world.drive.createSpreadsheet({ ownerId: operator.id, title: 'Notes' });
  const sidebar = Sidebar.open(project, { userId: operator.id, spreadsheetId: sheet.id, locale: 'en-GB' });
  sidebar.press('Set up Roster');
  sidebar.type('Service account', serviceAccount);
  sidebar.type('Administrators who will use Roster (optional)', admin.primaryEmail);
  sidebar.press('Set up');
  const record: PreApproval = {
    id: 'sample',
    madeBy: 'officer-one',
    confirmedBy: 'officer-two',
    requesterIds: [admin.id],
    workflowTypes: ['modify'],
    actionKinds: ['copyContacts'],
    scope: { domains: ['acme.test'] },
    caps: { targets: 100, contactsPerTarget: 25_000, deletions: 0 },
    until: world.clock.now() + 365 * DAY,
  };
  project.scriptProperties.set({ ...withSampleOfficers(), 'preApproval.sample': JSON.stringify(record) });
};

const askForCopy = ({ shape, world, project, admin, scheduler }: Unasked): string => {
  const sheet = world.drive.createSpreadsheet({ ownerId: admin.id, title: 'Notes' });
  const sidebar = Sidebar.open(project, { userId: admin.id, spreadsheetId: sheet.id, locale: 'en-GB' });
  const waitFor = (arrived: RegExp): void => {
    for (let fired = 0; fired < 20 && !arrived.test(sidebar.text()); fired += 1) {
      scheduler.runNext();
      sidebar.press('Refresh');
    }
  };
  sidebar.press('New workflow');
  sidebar.type('Name (required)', 'Copy');
  sidebar.choose('Type (required)', 'Modify: users who are already there');
  sidebar.press('Next');
  sidebar.type('Name or address', '/Colleagues');
  sidebar.press('Search');
  sidebar.press('Add all');
  sidebar.press('Next');
  sidebar.press('Proceed to actions');
  sidebar.press('+ Add action');
  sidebar.press('Copy user contacts');
  sidebar.pick('Source user (required)', sidebar.suggest('Source user (required)', 'source')[0] ?? '');
  sidebar.press('Use this user');
  if (shape.withLabel) {
    waitFor(/Label \(optional\)/);
    sidebar.choose('Label (optional)', `${LABEL} (${shape.wanted} ${shape.wanted === 1 ? 'contact' : 'contacts'})`);
    sidebar.toggle('Create this label in the destination', true);
  }
  sidebar.press('Save');
  sidebar.press('Preview');
  const entry = Object.keys(project.scriptProperties.entries()).find((key) => /^request\.[^.]+$/.test(key));
  if (entry === undefined) throw new Error(`not asked for:\n${sidebar.text()}`);
  return entry.slice('request.'.length);
};

export const stateOf = ({ project, requestId }: Pick<CopyCompany, 'project' | 'requestId'>): string | undefined =>
  decodeEntry(requestId, project.scriptProperties.get(`request.${requestId}`) ?? '')?.state;

/** The administrator sends the request that was prepared; false when it is not approved, since the pre-approval does not cover it. */
export const sendRequest = ({ world, project, admin }: Pick<CopyCompany, 'world' | 'project' | 'admin'>): boolean => {
  const sheet = world.drive.createSpreadsheet({ ownerId: admin.id, title: 'Notes' });
  const sidebar = Sidebar.open(project, { userId: admin.id, spreadsheetId: sheet.id, locale: 'en-GB' });
  sidebar.press('Copy', { near: 'Preview ready' });
  sidebar.press('Send approval request');
  sidebar.press('Confirm');
  if (!/Approved|Waiting for approval/.test(sidebar.text())) throw new Error(`not sent:\n${sidebar.text()}`);
  return /Approved/.test(sidebar.text());
};
