import type { Scheduler } from '../../simulator/appsscript/Scheduler';
import type { ScriptProject } from '../../simulator/appsscript/ScriptProject';
import type { UserRecord } from '../../simulator/directory/DirectoryRecords';
import { Faults } from '../../simulator/kernel/Faults';
import type { World } from '../../simulator/World';
import { parseMarks } from '../../src/core/contacts/Mark';
import type { DriftMode } from '../../src/core/sync/Sync';
import { cloneWorld } from './cloneWorld';
import { forgetPast } from './copyCompany';
import { syncedCompany, syncId } from './syncHands';

const HOUR = 3_600_000;

export type Contact = Readonly<Record<string, unknown>> & { readonly resourceName: string };

/** A company with one sync that has filled its destinations, and what people did since. */
export interface NightCompany {
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
  /** Counts deeds, so that no edit is made twice: what is made again word for word a sync lets be. */
  readonly serial: { value: number };
}

const templates = new Map<DriftMode, NightCompany>();

/** A company of one's own; each mode is set up once. */
export const nightCompany = (mode: DriftMode): NightCompany => {
  const known = templates.get(mode) ?? template(mode);
  templates.set(mode, known);
  const clone = cloneWorld(known);
  Object.assign(clone.world, { faults: new Faults() });
  return clone;
};

const template = (mode: DriftMode): NightCompany => {
  const made = syncedCompany(() => ({ drift: { mode, check: 'everyNight' as const } }));
  const { world, project, scheduler, source, label, sam, sue, eve, plain } = made;
  forgetPast(made);
  return {
    world,
    project,
    scheduler,
    source,
    label,
    people: [sam, sue, eve, plain],
    groups: ['team@acme.test', 'team@acme.test', 'nested@acme.test', 'team@acme.test'],
    touched: new Set(),
    own: new Map(),
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

/** Source contact that the sync delivered this one for; undefined: it is not the sync's. */
export const deliveredFor = (contact: Contact): string | undefined =>
  parseMarks(contact['clientData']).find(({ origin }) => origin === syncId)?.sourceContactId;

/** The source's contacts under the label. */
export const wantedContacts = ({ world, source, label }: NightCompany): Contact[] => world.people.membersOf(source.id, label) as Contact[];

/** Id of a source contact, as marks name it. */
export const idOf = (contact: Contact): string =>
  (contact['metadata'] as { readonly sources: readonly { readonly type: string; readonly id: string }[] }).sources.find(
    ({ type }) => type === 'CONTACT',
  )!.id;
