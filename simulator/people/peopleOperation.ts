import { ApiError } from '../network/ApiError';
import type { Operation, OperationCall, Verb } from '../network/Operation';
import type { World } from '../World';
import type { ContactBook } from './ContactBook';
import { linkedProfile } from './mergedProfile';
import { aborted, exhausted } from './peopleErrors';
import type { PeopleSettings } from './PeopleSettings';
import type { Cost } from './QuotaMeter';
import type { ReadSource } from './readParameters';
import type { PersonView } from './renderPerson';

const AUTH = 'https://www.googleapis.com/auth/';
export const CONTACTS_SCOPE = `${AUTH}contacts`;
export const CONTACTS_READONLY_SCOPE = `${AUTH}contacts.readonly`;

/** Scope sets of the reference pages (https://developers.google.com/people/api/rest/v1/people/get and its neighbours). */
export const scopeSets = {
  write: [CONTACTS_SCOPE],
  read: [CONTACTS_SCOPE, CONTACTS_READONLY_SCOPE],
  get: [
    CONTACTS_SCOPE,
    `${AUTH}contacts.other.readonly`,
    CONTACTS_READONLY_SCOPE,
    `${AUTH}directory.readonly`,
    ...['addresses', 'birthday', 'emails', 'gender', 'organization', 'phonenumbers'].map((name) => `${AUTH}user.${name}.read`),
    `${AUTH}userinfo.email`,
    `${AUTH}userinfo.profile`,
  ],
} as const;

/** What an operation works with once the caller has been let in. */
export interface PeopleCall {
  readonly call: OperationCall;
  readonly world: World;
  readonly settings: PeopleSettings;
  readonly userId: string;
  readonly project: string;
  readonly scopes: ReadonlySet<string>;
  readonly book: ContactBook;
  readonly now: number;
}

export interface PeopleMethod {
  /** Without the leading `people.`. */
  readonly id: string;
  readonly verb: Verb;
  readonly path: string;
  /** What `resourceName` in the path must look like. */
  readonly resource?: RegExp;
  readonly query?: readonly string[];
  readonly scopes: keyof typeof scopeSets;
  readonly effect: 'read' | 'write';
  readonly cost: Cost;
  handle(people: PeopleCall): object;
}

export const PERSON = /^people\/[^/]+$/;
export const GROUP = /^contactGroups\/[^/]+$/;

/** An operation of the People API: service switched on, quota, one write at a time for one user, then its work. */
export function peopleOperation(method: PeopleMethod): Operation {
  const id = `people.${method.id}`;
  return {
    id,
    verb: method.verb,
    host: 'people.googleapis.com',
    path: method.path,
    query: method.query ?? [],
    scopes: scopeSets[method.scopes],
    effect: method.effect,
    ...(method.resource === undefined ? {} : { patterns: { resourceName: method.resource } }),
    handle(call) {
      const people = admitted(call);
      const { world, settings, now } = people;
      if (!world.people.isServiceOn(people.userId)) throw new ApiError(settings.serviceOff);
      world.people.meter.charge(method.cost, people, settings.quotas, now);
      if (method.effect === 'write') takeTurn(people, world.latency.ofOperation(id));
      return method.handle(people);
    },
  };
}

/** Writes of one user are meant to come one after the other; what happens when they do not is a setting. */
function takeTurn({ call, settings, book, now }: PeopleCall, milliseconds: number): void {
  const busy = Math.max(0, book.writingUntil - now);
  if (busy > 0 && settings.concurrentWrites === 'abort') throw aborted();
  if (busy > 0 && settings.concurrentWrites === 'exhaust') throw exhausted();
  if (settings.concurrentWrites === 'wait') call.delay?.(busy);
  book.writingUntil = now + (settings.concurrentWrites === 'wait' ? busy : 0) + milliseconds;
}

/** Which contacts' profiles are merged into what this caller reads. */
export function personView(people: PeopleCall, mask: ReadonlySet<string>, sources: ReadonlySet<ReadSource>): PersonView {
  const { world, settings, userId } = people;
  return { mask, sources, ...(settings.mergeProfiles ? { profileOf: (version) => linkedProfile(world, userId, version) } : {}) };
}

function admitted(call: OperationCall): PeopleCall {
  const { world, caller, now } = call;
  if (caller === undefined) throw new Error('simulator: the People API takes no call without a token');
  const { people } = world;
  return {
    call,
    world,
    settings: people.settings,
    userId: caller.userId,
    project: caller.project,
    scopes: caller.scopes,
    book: people.bookOf(caller.userId),
    now,
  };
}
