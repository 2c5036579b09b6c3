import * as fs from 'node:fs';
import * as path from 'node:path';
import { Scheduler } from '../../simulator/appsscript/Scheduler';
import type { ScriptProject } from '../../simulator/appsscript/ScriptProject';
import { deployRoster } from '../../demo/deployRoster';
import { withSampleOfficers } from '../../demo/sampleOfficers';
import type { Uncertain } from '../../simulator/host/HostOptions';
import { Sidebar } from '../../simulator/host/Sidebar';
import { World, type WorldOptions } from '../../simulator/World';
import type { PreApproval } from '../../src/core/approvals/PreApproval';
import { builtScript } from './builtScript';
import { recordCalls, recordCards } from './walkRecorder';

const manifest = fs.readFileSync(path.resolve(__dirname, '../../appsscript.json'), 'utf8');

export interface CompanyOptions {
  readonly world?: WorldOptions;
  /** Answers of the add-on host where Google's pages leave one open. */
  readonly uncertain?: Partial<Uncertain>;
  /** Sets the platform's answers where Google's pages leave one open, before anything happens. */
  readonly platform?: (world: World, project: ScriptProject) => void;
}

export const customers = ['Ada Byron', 'Grace Hopper', 'Katherine Johnson'];
const others = ['Plumber', 'Dentist'];

/**
 * A small company with Roster deployed and nothing set up: `source@` has five contacts, three of them with the label Customers;
 * /Sales holds sam@ and sue@, /Sales/EMEA holds eve@ and the suspended old@; team@ holds sam@ and, nested, eve@ and a guest.
 */
export const rosterCompany = (options: CompanyOptions = {}) => {
  const world = new World(options.world);
  recordCalls(world);
  const customer = world.directory.addCustomer({ domains: ['acme.test', 'acme-labs.test'] });
  for (const unit of ['/Sales', '/Sales/EMEA', '/IT']) world.directory.addOrgUnit(customer.id, unit);
  const user = (name: string, orgUnitPath = '/', extra: object = {}) =>
    world.directory.addUser({
      primaryEmail: name.includes('@') ? name : `${name}@acme.test`,
      name: { givenName: name[0]!.toUpperCase() + name.slice(1).split('@')[0]!, familyName: 'Test' },
      orgUnitPath,
      ...extra,
    });
  const operator = user('roster', '/IT', { isAdmin: true });
  const admin = user('admin', '/IT', { isAdmin: true });
  const plain = user('plain');
  const source = user('source');
  const sam = user('sam', '/Sales');
  const sue = user('sue', '/Sales');
  const eve = user('eve', '/Sales/EMEA');
  const old = user('old', '/Sales/EMEA', { suspended: true });
  world.directory.addGroup({ email: 'nested@acme.test', name: 'Nested' });
  world.directory.addGroup({ email: 'team@acme.test', name: 'Team' });
  world.directory.addMember('nested@acme.test', { email: 'eve@acme.test' });
  world.directory.addMember('nested@acme.test', { email: 'guest@elsewhere.test' });
  world.directory.addMember('team@acme.test', { email: 'sam@acme.test' });
  world.directory.addMember('team@acme.test', { email: 'nested@acme.test' });

  const label = world.people.addContactGroup(source.id, 'Customers').resourceName;
  const contact = (name: string, groups: string[]) =>
    world.people.addContact(source.id, {
      names: [{ givenName: name }],
      emailAddresses: [{ value: `${name.toLowerCase().replace(/\W/g, '.')}@customer.test`, type: 'work' }],
      memberships: ['contactGroups/myContacts', ...groups].map((contactGroupResourceName) => ({
        contactGroupMembership: { contactGroupResourceName },
      })),
    });
  for (const name of customers) contact(name, [label]);
  for (const name of others) contact(name, []);

  const { project, serviceAccount } = deployRoster(world, {
    customerId: customer.id,
    operatorId: operator.id,
    ...builtScript(),
    manifest,
  });
  options.platform?.(world, project);
  for (const person of [operator, admin, plain]) project.consent(person.id);
  const sheet = world.drive.createSpreadsheet({ ownerId: admin.id, title: 'New colleagues' });
  for (const person of [operator, plain]) world.drive.share(sheet.id, person.id, 'writer');
  const scheduler = new Scheduler(world, project);
  const sidebars: Sidebar[] = [];
  const open = (who: { readonly id: string }, spreadsheetId = sheet.id): Sidebar => {
    const { uncertain } = options;
    const opened = Sidebar.open(project, { userId: who.id, spreadsheetId, locale: 'en-GB', uncertain });
    sidebars.push(opened);
    recordCards(opened.history);
    return opened;
  };
  /** What no walk may leave behind: complaints of the host, executions that failed, bugs in the log. */
  const troubles = (): string[] => [
    ...sidebars.flatMap((sidebar) => [...sidebar.warnings, ...(sidebar.error === undefined ? [] : [sidebar.error.detail])]),
    ...project.executions.flatMap(({ functionName, outcome, error, log }) => [
      ...(outcome === 'completed' || outcome === 'killed' ? [] : [`${functionName} ${outcome}: ${error?.message}`]),
      ...log.flatMap(({ message }) => (/"event":"(bug|run\.bug|platform\.refused)"/.test(message) ? [message] : [])),
    ]),
  ];

  /** `officers`: the first Security Officers. */
  const setUp = (officers: readonly { readonly primaryEmail: string }[] = []): void => {
    const sidebar = open(operator);
    sidebar.press('Set up Roster');
    sidebar.type('Service account', serviceAccount.email);
    sidebar.type('Web app address (optional)', project.deployWebApp({ by: operator.id }));
    sidebar.type('Administrators who will use Roster (optional)', admin.primaryEmail);
    if (officers.length > 0) sidebar.type('Security Officers (two or more)', officers.map((one) => one.primaryEmail).join(', '));
    sidebar.press('Set up');
    // It warned of something: once more.
    if (officers.length > 0 && project.scriptProperties.get('operator') === undefined) sidebar.press('Set up');
  };
  /** What only a fixture can do yet: two officers let the administrator copy within the company. */
  const preApprove = (change: Partial<PreApproval> = {}): void => {
    const record: PreApproval = {
      id: 'sample',
      madeBy: 'officer-one',
      confirmedBy: 'officer-two',
      requesterIds: [admin.id],
      workflowTypes: ['onboard', 'modify'],
      actionKinds: ['copyContacts'],
      scope: { domains: ['acme.test'] },
      caps: { targets: 100, contactsPerTarget: 100, deletions: 0 },
      until: world.clock.now() + 86_400_000,
      ...change,
    };
    project.scriptProperties.set({
      ...withSampleOfficers(project.scriptProperties.get('policy'), [record.madeBy, record.confirmedBy]),
      [`preApproval.${record.id}`]: JSON.stringify(record),
    });
  };
  /** Triggers fire and the person presses Refresh, until the card says what they wait for. */
  const waitFor = (sidebar: Sidebar, arrived: RegExp): void => {
    for (let fired = 0; fired < 20 && !arrived.test(sidebar.text()); fired += 1) {
      if (scheduler.runNext() === undefined) throw new Error(`no trigger is left:\n${sidebar.text()}`);
      sidebar.press('Refresh');
    }
    if (!arrived.test(sidebar.text())) throw new Error(`still no ${arrived.source}:\n${sidebar.text()}`);
  };
  const namesAt = (who: { readonly id: string }): string[] =>
    world.people
      .contactsOf(who.id)
      .map((one) => (one as { names?: { givenName?: string }[] }).names?.[0]?.givenName ?? '')
      .sort();
  return {
    world,
    project,
    scheduler,
    customer,
    sheet,
    operator,
    admin,
    plain,
    source,
    sam,
    sue,
    eve,
    old,
    label,
    serviceAccount,
    open,
    troubles,
    setUp,
    preApprove,
    waitFor,
    namesAt,
  };
};

export type RosterCompany = ReturnType<typeof rosterCompany>;
