import { World } from '../../../simulator/World';

export type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any

type Send<T> = (method: string, path: string, query?: Readonly<Record<string, string | readonly string[]>>, body?: unknown) => T;

export interface PeopleClient {
  readonly world: World;
  readonly userId: string;
  /** Sends one request to the People API as the user and lets its time pass. `body` is sent as JSON. */
  readonly send: Send<{ status: number; body: Json }>;
  /** The same without letting time pass, as in a wave. */
  readonly sendAtOnce: Send<{ status: number; body: Json; milliseconds: number }>;
}

/** A client that calls the People API as Ann (or as Ben), in a world of its own unless one is given. */
export function peopleClient(options: { scopes?: readonly string[]; as?: 'ann' | 'ben' } = {}, world = exampleWorld()): PeopleClient {
  const userId = world.directory.userByEmail(`${options.as ?? 'ann'}@example.com`)?.id ?? '';
  const scopes = options.scopes ?? ['https://www.googleapis.com/auth/contacts'];
  const token = world.cloud.issueToken({ userId, scopes, via: 'user', project: '100', seconds: 400 * 86_400 });
  const sendAtOnce: PeopleClient['sendAtOnce'] = (method, path, query = {}, body) => {
    const parameters = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => `${name}=${encodeURIComponent(one)}`));
    const { response, milliseconds } = world.network.send({
      method,
      url: `https://people.googleapis.com/v1/${path}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    return { status: response.status, body: JSON.parse(response.body) as Json, milliseconds };
  };
  return {
    world,
    userId,
    sendAtOnce,
    send(...request) {
      const { milliseconds, ...answer } = sendAtOnce(...request);
      world.clock.advance(milliseconds);
      return answer;
    },
  };
}

/** Ann, Ben and Cy (who has an alias) at example.com, and a Cloud project with the People API. */
export function exampleWorld(): World {
  const world = new World();
  world.cloud.addProject({ number: '100', enabledApis: ['people.googleapis.com'] });
  world.directory.addCustomer({ domains: ['example.com'] });
  world.directory.addUser({ primaryEmail: 'ann@example.com', name: { givenName: 'Ann', familyName: 'Archer' } });
  world.directory.addUser({ primaryEmail: 'ben@example.com', name: { givenName: 'Ben', familyName: 'Baker' } });
  world.directory.addUser({
    primaryEmail: 'cy@example.com',
    name: { givenName: 'Cy', familyName: 'Clark' },
    aliases: ['cyrus@example.com'],
  });
  return world;
}

/** Makes the limits of a test irrelevant: quotas out of the way. */
export function withoutQuotas(client: PeopleClient): PeopleClient {
  const { quotas } = client.world.people.settings;
  Object.assign(quotas, { criticalRead: Infinity, criticalWrite: Infinity, read: Infinity, write: Infinity, dailyContactWrites: Infinity });
  return client;
}

export const named = (givenName: string, familyName = 'Test') => ({ names: [{ givenName, familyName }] });

export const inGroups = (...groups: readonly string[]) =>
  groups.map((name) => ({ contactGroupMembership: { contactGroupResourceName: `contactGroups/${name.replace('contactGroups/', '')}` } }));

export const groupsOf = (person: Json): string[] =>
  person.memberships.map((one: Json) => one.contactGroupMembership.contactGroupResourceName);
