import type { Scheduler } from '../../simulator/appsscript/Scheduler';
import type { ScriptProject } from '../../simulator/appsscript/ScriptProject';
import type { UserRecord } from '../../simulator/directory/DirectoryRecords';
import { Faults } from '../../simulator/kernel/Faults';
import type { World } from '../../simulator/World';
import { parseMarks } from '../../src/core/contacts/Mark';
import type { Sync } from '../../src/core/sync/Sync';
import { cloneWorld } from './cloneWorld';
import { forgetPast } from './copyCompany';
import type { NightChoice } from './nightCase';
import type { OfficerCompany } from './officers';
import { syncedCompany, syncId } from './syncHands';

const HOUR = 3_600_000;

export type Contact = Readonly<Record<string, unknown>> & { readonly resourceName: string };

/** A company with one sync that has filled its destinations, and what people did since. */
export interface NightCompany {
  readonly choice: NightChoice;
  readonly world: World;
  readonly project: ScriptProject;
  readonly scheduler: Scheduler;
  readonly source: UserRecord;
  readonly label: string;
  /** The first is a destination for good: a group that reads empty would hold the night. */
  readonly people: readonly UserRecord[];
  /** How each of `people` is in the sync's group: directly, or by a group in it. */
  readonly groups: readonly string[];
  /** `user source-contact` of what its owner edited or deleted at a destination. */
  readonly touched: Set<string>;
  /** `user resource-name` of contacts that are a person's own, as the person left them. */
  readonly own: Map<string, string>;
  /** `user resource-name` of contacts whose marks were taken, and what these named: whose they are is for the sync to find out. */
  readonly unmarked: Map<string, readonly string[]>;
  /** Counts deeds, so that no edit is made twice: what is made again word for word a sync lets be. */
  readonly serial: { value: number };
}

const templates = new Map<string, NightCompany>();

/** A company of one's own; each choice is set up once. */
export const nightCompany = (choice: NightChoice): NightCompany => {
  const key = JSON.stringify(choice);
  const known = templates.get(key) ?? template(choice);
  templates.set(key, known);
  const clone = cloneWorld(known);
  Object.assign(clone.world, { faults: new Faults() });
  return clone;
};

/** Users of these units are the source, where it is the directory; in the first are none but its. */
const units = ['/Lab', '/Sales'];

const directoryOf = ({ world, source }: OfficerCompany): Partial<Sync> => {
  const known = [...world.directory.customerOf(source.id)!.orgUnits.values()];
  const selectors = units.map((label) => {
    const { orgUnitId } = known.find(({ orgUnitPath }) => orgUnitPath === label)!;
    return { kind: 'orgUnit', orgUnitId, includeChildren: true, label } as const;
  });
  return { source: { kind: 'directory', users: { selectors, excludedUserIds: [] } }, targetGroupName: 'Colleagues' };
};

export const addColleague = (world: World, name: string): void =>
  void world.directory.addUser({ primaryEmail: `${name}@acme.test`, name: { givenName: name, familyName: 'Lab' }, orgUnitPath: '/Lab' });

const template = (choice: NightChoice): NightCompany => {
  const { mode, check, existing, leavers } = choice;
  const made = syncedCompany((company) => {
    const isPersonal = choice.source === 'personal';
    if (!isPersonal) for (const name of ['lea', 'leo', 'liv']) addColleague(company.world, name);
    // How much may go is looked at by tests of the guard.
    const guard = { share: 1, contacts: 500 };
    const all = { drift: { mode, check }, existingContacts: existing, leavers, guard };
    return isPersonal ? all : { ...all, ...directoryOf(company) };
  });
  const { world, project, scheduler, source, label, sam, sue, eve, plain } = made;
  forgetPast(made);
  return {
    choice,
    world,
    project,
    scheduler,
    source,
    label,
    people: [sam, sue, eve, plain],
    groups: ['team@acme.test', 'team@acme.test', 'nested@acme.test', 'team@acme.test'],
    touched: new Set(),
    own: new Map(),
    unmarked: new Map(),
    serial: { value: 0 },
  };
};

/** Until midnight, before anything of the night is due. */
export const untilMidnight = ({ scheduler, world }: NightCompany): void => void scheduler.runUntil(nextHour(world, 0));

/** The night, until five in the morning. */
export const untilMorning = ({ scheduler, world }: NightCompany): void => void scheduler.runUntil(nextHour(world, 5));

const nextHour = ({ clock }: World, hour: number): number => {
  const day = 24 * HOUR;
  const now = clock.now();
  const today = now - (now % day) + hour * HOUR;
  return today > now ? today : today + day;
};

export const isMember = ({ world, people, groups }: NightCompany, who: number): boolean =>
  world.directory.groupByEmail(groups[who]!)?.members.some(({ id }) => id === people[who]!.id) === true;

export const contactsAt = ({ world }: NightCompany, { id }: UserRecord): Contact[] => world.people.contactsOf(id) as Contact[];

/** Source contacts that the sync delivered this one for: none, where it is not the sync's; several, where its owner merged them. */
export const deliveredFor = (contact: Contact): string[] => [
  ...new Set(parseMarks(contact['clientData']).flatMap(({ origin, sourceContactId }) => (origin === syncId ? [sourceContactId] : []))),
];

export const isAdopted = (contact: Contact): boolean => parseMarks(contact['clientData']).some(({ adopted }) => adopted === true);

/** The source's contacts under the label. */
export const labelledContacts = ({ world, source, label }: NightCompany): Contact[] =>
  world.people.membersOf(source.id, label) as Contact[];

/** Users that may come and go. */
export const colleagues = ({ world }: NightCompany): UserRecord[] =>
  [...world.directory.users.values()].filter(({ orgUnitPath }) => orgUnitPath === '/Lab');
