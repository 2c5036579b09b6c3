import { admin, auth as adminAuth } from '@googleapis/admin';
import { auth as peopleAuth, people } from '@googleapis/people';
import { type LoopbackServer, serveLoopback } from '../../simulator/network/serveLoopback';
import type { Answer, Call, Subject, Task } from '../../src/google/Call';
import { listCustomFields } from '../../src/google/customFields';
import {
  getGroup,
  getUser,
  listDomains,
  listGroups,
  listMembers,
  listOrgUnits,
  listUsers,
  searchGroups,
  searchUsers,
} from '../../src/google/directory';
import { addMember, getMemberRole, getUserRecord, insertUser, removeMember, updateUser } from '../../src/google/directoryWrites';
import { operations } from '../../src/google/operations';
import {
  batchCreateContacts,
  batchDeleteContacts,
  createContact,
  createContactGroup,
  deleteContactGroup,
  getContact,
  getContacts,
  listContactGroups,
  listContacts,
} from '../../src/google/people';
import { batchUpdateContacts, modifyMembers, updateContact, updateContactGroup } from '../../src/google/peopleUpdates';
import { assignRole, listRoles, unassignRole } from '../../src/google/roles';
import { sampleCompany } from '../simulator/network/sampleCompany';
import { recordedRequest, recordRequests } from './recordRequests';

const MIA = { names: [{ givenName: 'Mia', familyName: 'Wallace' }], clientData: [{ key: 'roster', value: '1' }] };
const company = sampleCompany();
const { ben } = company;
const CHANGED = { resourceName: 'people/c1', etag: 'e1', person: MIA };

/** Tasks that between them use every operation of the two APIs. */
const tasks: Readonly<Record<string, (as: Subject) => Task<unknown>>> = {
  'all users': (as) => listUsers(as),
  'users of a domain': (as) => listUsers(as, { domain: 'acme-labs.test' }),
  'users of an org unit with a quote in its name': (as) => listUsers(as, { orgUnitPath: "/Sales/O'Brien & Söhne" }),
  'a user by address': (as) => getUser(as, 'ben+x@acme.test'),
  'users that match': (as) => searchUsers(as, 'be', 10),
  groups: (as) => listGroups(as),
  'a group': (as) => getGroup(as, 'sales@acme.test'),
  'groups that match': (as) => searchGroups(as, 'sa', 10),
  members: (as) => listMembers(as, 'sales@acme.test'),
  'org units': (as) => listOrgUnits(as),
  domains: (as) => listDomains(as),
  'custom fields': (as) => listCustomFields(as),
  'roles of administrators': (as) => listRoles(as),
  *'a role that is given and taken away'(as) {
    const roles = yield* listRoles(as);
    if (!roles.ok) throw new Error(roles.problem.code);
    const { roleId } = roles.value.find(({ isSuperAdmin }) => !isSuperAdmin)!;
    yield* assignRole(as, ben.id, { roleId });
    return yield* unassignRole(as, ben.id, { roleId });
  },
  'a whole user': (as) => getUserRecord(as, 'ben@acme.test'),
  'a new user': (as) =>
    insertUser(as, { primaryEmail: 'new@acme.test', name: { givenName: 'New', familyName: 'User' }, password: 'R-0123456789' }),
  'a changed user': (as) => updateUser(as, 'ben@acme.test', { suspended: true, recoveryPhone: null }),
  'the role of a member': (as) => getMemberRole(as, 'sales@acme.test', 'ben@acme.test'),
  'a new member': (as) => addMember(as, 'sales@acme.test', '12345'),
  'a member to remove': (as) => removeMember(as, 'sales@acme.test', 'nobody@acme.test'),
  contacts: (as) => listContacts(as, ['names', 'memberships'], (person) => person),
  'a whole contact': (as) => getContact(as, 'people/c1', ['names', 'emailAddresses']),
  'some contacts': (as) => getContacts(as, ['people/c1', 'people/c2'], ['names']),
  'contact groups': (as) => listContactGroups(as),
  'a new contact group': (as) => createContactGroup(as, 'Vendors', [{ key: 'roster', value: 'x' }]),
  'a batch of contacts': (as) => batchCreateContacts(as, [MIA, MIA]),
  'one contact': (as) => createContact(as, MIA),
  'a batch of contacts to delete': (as) => batchDeleteContacts(as, ['people/c1']),
  'a label to delete': (as) => deleteContactGroup(as, 'contactGroups/1'),
  'a changed contact': (as) => updateContact(as, CHANGED, ['names']),
  'a batch of changed contacts': (as) => batchUpdateContacts(as, [CHANGED], ['names']),
  *'a label that is made, read and changed'(as) {
    const made = yield* createContactGroup(as, 'Clients', []);
    if (!made.ok) throw new Error(made.problem.code);
    return yield* updateContactGroup(as, made.value.resourceName, { mark: { key: 'roster', value: 'x' }, replaces: () => true });
  },
  'contacts into a label and out of it': (as) => modifyMembers(as, 'contactGroups/1', { add: ['people/c1'], remove: ['people/c2'] }),
};

type ClientMethod = (parameters: object) => Promise<unknown>;
interface ClientPlace {
  readonly [name: string]: (ClientPlace & ClientMethod) | undefined;
}

/** What src/google sends for an operation is what Google's own client sends for the same parameters. */
describe('src/google and Google’s clients send the same request', () => {
  const { world, adminToken, send } = company;
  const sent = recordRequests(world.network);
  const covered = new Set<string>();
  let server: LoopbackServer;

  /** Drives a task over the simulator and collects its calls. */
  const callsOf = (task: Task<unknown>): Call[] => {
    const calls: Call[] = [];
    let step = task.next();
    while (!step.done) {
      const call = step.value;
      calls.push(call);
      const body = call.body === undefined ? '' : JSON.stringify(call.body);
      const response = send(call.method, call.url, { token: adminToken, body, headers: { 'Content-Type': 'application/json' } });
      const answer: Answer = { kind: 'answered', status: response.status, body: response.body === '' ? '' : JSON.parse(response.body) };
      step = task.next(answer);
    }
    return calls;
  };

  /** Sends the same parameters through Google's client; what it is answered does not matter here. */
  const replay = async ({ operation, parameters, body }: Call): Promise<void> => {
    const [api = '', ...names] = operation.split('.');
    const options = { fetchImplementation: fetch, retry: false };
    let place: ClientPlace;
    if (api === 'directory') {
      const client = new adminAuth.OAuth2();
      client.setCredentials({ access_token: adminToken });
      place = admin({
        version: 'directory_v1',
        auth: client,
        rootUrl: `${server.originOf('admin.googleapis.com')}/`,
        ...options,
      }) as unknown as ClientPlace;
    } else {
      const client = new peopleAuth.OAuth2();
      client.setCredentials({ access_token: adminToken });
      place = people({
        version: 'v1',
        auth: client,
        rootUrl: `${server.originOf('people.googleapis.com')}/`,
        ...options,
      }) as unknown as ClientPlace;
    }
    const method = names.pop() ?? '';
    for (const name of names) place = place[name] as ClientPlace;
    // The clients' methods need their `this`.
    const send = place[method]?.bind(place) as ClientMethod;
    await send({ ...parameters, ...(body === undefined ? {} : { requestBody: body }) }).catch(() => undefined);
  };

  beforeAll(async () => {
    server = await serveLoopback(world);
    world.directory.addGroup({ email: 'sales@acme.test' });
  });
  afterAll(() => server.close());

  it.each(Object.entries(tasks))('%s', async (_name, start) => {
    const calls = callsOf(start({ kind: 'user', userId: company.ada.id, token: adminToken }));
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      const before = sent.length;
      await replay(call);
      expect(sent[before]).toEqual(recordedRequest(call.operation, call.method, call.url, call.body));
      covered.add(call.operation);
    }
  });

  it('for every operation of the two APIs', () => {
    const wanted = Object.keys(operations).filter((id) => id.startsWith('directory.') || id.startsWith('people.'));
    expect([...covered].sort()).toEqual(wanted.sort());
  });
});
