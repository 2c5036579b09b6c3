import type { Person } from '../../src/core/contacts/Person';
import { groupMarkEntry } from '../../src/core/contacts/ContactGroup';
import type { Answer, Call } from '../../src/google/Call';
import { refusal, success } from './feedTask';

interface ModelGroup {
  readonly resourceName: string;
  readonly name: string;
  readonly groupType: string;
  readonly clientData?: unknown;
}

/** One account's contacts and labels as People keeps them, in a few lines: what properties compare plans with. */
export interface ModelAccount {
  readonly contacts: Person[];
  readonly groups: ModelGroup[];
  readonly answer: (call: Call) => Answer;
}

export interface ModelOptions {
  /** Contacts of one page, whatever was asked for. */
  readonly pageSize?: number;
  /** Refuses a contact, with this text. */
  readonly refuse?: (person: Person) => string | undefined;
  /** Names the refused entries of a batch. Default true. */
  readonly namesEntries?: boolean;
  /** What a deletion does of which one contact is gone already. Default fail. */
  readonly batchDeleteMissing?: 'fail' | 'ignore';
}

export const modelAccount = (contacts: readonly Person[] = [], options: ModelOptions = {}): ModelAccount => {
  let lastId = 1000;
  const account = {
    contacts: [] as Person[],
    groups: [{ resourceName: 'contactGroups/myContacts', name: 'myContacts', groupType: 'SYSTEM_CONTACT_GROUP' }] as ModelGroup[],
    answer: (call: Call): Answer => handlers[call.operation]?.(call) ?? refusal(501, { message: call.operation }),
  };
  const add = (person: Person): void => {
    lastId += 1;
    const entry = {
      ...person,
      resourceName: `people/c${lastId}`,
      etag: `e${lastId}`,
      metadata: { sources: [{ type: 'CONTACT', id: lastId.toString(16) }] },
    };
    account.contacts.push(withNoise(entry));
  };
  const handlers: Partial<Record<string, (call: Call) => Answer>> = {
    'people.people.connections.list': (call) => {
      const start = Number(call.parameters['pageToken'] ?? 0);
      const end = start + (options.pageSize ?? Number(call.parameters['pageSize']));
      const mask = ['resourceName', 'etag', ...String(call.parameters['personFields']).split(',')];
      const connections = account.contacts
        .slice(start, end)
        .map((person) => Object.fromEntries(Object.entries(person).filter(([name]) => mask.includes(name))));
      return success({ connections, ...(end < account.contacts.length ? { nextPageToken: String(end) } : {}) });
    },
    'people.contactGroups.list': () => success({ contactGroups: account.groups }),
    'people.contactGroups.create': (call) => {
      const { contactGroup } = call.body as { contactGroup: { name: string; clientData: unknown } };
      if (account.groups.some((group) => group.name === contactGroup.name))
        return refusal(409, { status: 'ALREADY_EXISTS', message: 'Contact group name already exists.' });
      lastId += 1;
      const group = { ...contactGroup, resourceName: `contactGroups/${lastId.toString(16)}`, groupType: 'USER_CONTACT_GROUP' };
      account.groups.push(group);
      return success(group);
    },
    'people.people.createContact': (call) => {
      const refused = options.refuse?.(call.body as Person);
      if (refused !== undefined) return refusal(400, { status: 'INVALID_ARGUMENT', message: refused });
      add(call.body as Person);
      return success({ resourceName: `people/c${lastId}` });
    },
    'people.people.batchCreateContacts': (call) => {
      const persons = (call.body as { contacts: { contactPerson: Person }[] }).contacts.map((contact) => contact.contactPerson);
      const refused = persons.flatMap((person, index) => {
        const message = options.refuse?.(person);
        return message === undefined ? [] : [[String(index), { code: 3, message }] as const];
      });
      if (refused.length > 0) {
        const contactErrors = Object.fromEntries(refused);
        const details = [{ '@type': 'type.googleapis.com/google.people.v1.BatchCreateContactsErrorDetails', contactErrors }];
        return refusal(400, {
          status: 'INVALID_ARGUMENT',
          message: 'Invalid contacts',
          ...(options.namesEntries === false ? {} : { details }),
        });
      }
      persons.forEach(add);
      return success({});
    },
  };
  const missing = options.batchDeleteMissing ?? 'fail';
  handlers['people.people.batchDeleteContacts'] = (call) => {
    const { resourceNames } = call.body as { resourceNames: string[] };
    const there = account.contacts.map(({ resourceName }) => resourceName);
    if (missing === 'fail' && resourceNames.some((name) => !there.includes(name))) {
      return refusal(404, { status: 'NOT_FOUND', message: 'Requested entity was not found.' });
    }
    account.contacts = account.contacts.filter(({ resourceName }) => !resourceNames.includes(resourceName ?? ''));
    return success({});
  };
  handlers['people.contactGroups.delete'] = (call) => {
    account.groups = account.groups.filter(({ resourceName }) => resourceName !== call.parameters['resourceName']);
    return success({});
  };
  contacts.forEach(add);
  return account;
};

export const modelGroup = (resourceName: string, name: string, mark?: Parameters<typeof groupMarkEntry>[0]): ModelGroup => ({
  resourceName,
  name,
  groupType: 'USER_CONTACT_GROUP',
  ...(mark === undefined ? {} : { clientData: [groupMarkEntry(mark)] }),
});

/** What Google adds on its own when a contact is read. */
const withNoise = (person: Person): Person =>
  Object.fromEntries(
    Object.entries(person).map(([name, value]) => {
      if (!Array.isArray(value) || name === 'clientData' || name === 'memberships') return [name, value];
      return [
        name,
        value
          .map((entry: object, index) => ({
            ...entry,
            formattedType: 'Other',
            metadata: { primary: index === 0, source: { type: 'CONTACT' } },
          }))
          .reverse(),
      ];
    }),
  );
