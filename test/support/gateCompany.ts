import type { Scheduler } from '../../simulator/appsscript/Scheduler';
import type { ScriptProject } from '../../simulator/appsscript/ScriptProject';
import { Faults } from '../../simulator/kernel/Faults';
import type { World } from '../../simulator/World';
import { askForCopy, send } from './askForCopy';
import { cloneWorld } from './cloneWorld';
import { forgetPast } from './copyCompany';
import { SMALL_SCOPES } from './gmail';
import { label, sweepNow } from './hands';
import { addPerson, changePolicy } from './officers';
import { rosterCompany } from './rosterCompany';

/** Everybody who does something in `gate.test.ts`. olga, otto and oren are officers; otto administers, too, and asks for a copy himself; emma was one when admin's was asked for. */
export const people = ['admin', 'boss', 'olga', 'otto', 'oren', 'emma', 'dana', 'plain', 'operator', 'eva'] as const;
export type PersonName = (typeof people)[number];
/** Appointed when a case begins. */
export const officers: readonly PersonName[] = ['olga', 'otto', 'oren'];

/** A company in which two copies were asked for: admin's, which waits, to /Sales; and otto's own, to /Ops. */
export interface GateCompany {
  readonly world: World;
  readonly project: ScriptProject;
  readonly scheduler: Scheduler;
  /** Directory ids. */
  readonly ids: Readonly<Record<PersonName, string>>;
  readonly sheetId: string;
  readonly workbookId: string;
  /** Directory ids of the targets of who asks. */
  readonly targetsOf: Readonly<Record<string, readonly string[]>>;
  readonly needed: number;
}

const make = (needed: number): GateCompany => {
  const company = rosterCompany({ platform: (_, { settings }) => (settings.triggerFloor = new Set()) });
  const { world, project, scheduler, customer, sheet, operator, admin, plain, sam, sue, eve } = company;
  world.directory.addOrgUnit(customer.id, '/Ops');
  const opal = addPerson(company, 'opal', { orgUnitPath: '/Ops' });
  const omar = addPerson(company, 'omar', { orgUnitPath: '/Ops' });
  world.directory.addCustomer({ domains: ['elsewhere.test'] });
  const boss = addPerson(company, 'boss', { isAdmin: true });
  const otto = addPerson(company, 'otto', { isAdmin: true });
  const olga = addPerson(company, 'olga');
  const oren = addPerson(company, 'oren');
  const emma = addPerson(company, 'emma');
  const dana = addPerson(company, 'dana');
  const eva = world.directory.addUser({ primaryEmail: 'eva@elsewhere.test', isAdmin: true });
  for (const { id } of [boss, otto, dana, eva]) project.consent(id);
  for (const { id } of [olga, oren, emma]) project.consent(id, SMALL_SCOPES);
  company.setUp([olga, otto, oren, emma]);
  const until = world.clock.now() + 365 * 86_400_000;
  changePolicy(company, () => ({ needed, delegates: [{ userId: dana.id, email: dana.primaryEmail, until }] }));
  const workbook = world.drive.spreadsheets.find(({ title }) => title === 'Roster workbook');
  if (workbook === undefined) throw new Error('no workbook');
  for (const { id } of [boss, otto, dana]) {
    world.drive.share(sheet.id, id, 'writer');
    world.drive.share(workbook.id, id, 'writer');
  }
  const first = company.open(admin);
  askForCopy(company, first, { name: 'Alpha', label });
  send(first);
  sweepNow(company);
  changePolicy(company, (policy) => ({ officers: policy.officers.filter(({ userId }) => userId !== emma.id) }));
  askForCopy(company, company.open(otto), { name: 'Beta', search: '/Ops', label });
  forgetPast(company);
  return {
    world,
    project,
    scheduler,
    ids: {
      ...{ admin: admin.id, boss: boss.id, olga: olga.id, otto: otto.id, oren: oren.id },
      ...{ emma: emma.id, dana: dana.id, plain: plain.id, operator: operator.id, eva: eva.id },
    },
    sheetId: sheet.id,
    workbookId: workbook.id,
    targetsOf: { [admin.id]: [sam.id, sue.id, eve.id], [otto.id]: [opal.id, omar.id] },
    needed,
  };
};

const templates = new Map<number, GateCompany>();

/** A copy that a case may do anything to. `needed`: officers who must approve. */
export const gateCompany = (needed: number): GateCompany => {
  const template = templates.get(needed) ?? make(needed);
  templates.set(needed, template);
  const clone = cloneWorld(template);
  Object.assign(clone.world, { faults: new Faults() });
  return clone;
};

export interface StoredRequest {
  readonly id: string;
  readonly state: string;
  readonly digest: string;
}

/** Requests as script properties hold them, oldest first. */
export const storedRequests = ({ project }: Pick<GateCompany, 'project'>): StoredRequest[] =>
  Object.entries(project.scriptProperties.entries())
    .filter(([key]) => /^request\.[^.]+$/.test(key))
    .map(([key, text]) => ({ id: key.slice('request.'.length), ...(JSON.parse(text) as { s: string; d: string; t: number[] }) }))
    .sort((a, b) => (a.t[0] ?? 0) - (b.t[0] ?? 0))
    .map(({ id, s, d }) => ({ id, state: s, digest: d }));
