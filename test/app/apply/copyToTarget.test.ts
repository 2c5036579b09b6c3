import { copyToTarget, type CopyRun } from '../../../src/app/apply/copyToTarget';
import { parseMarks } from '../../../src/core/contacts/Mark';
import type { Person } from '../../../src/core/contacts/Person';
import { portableContact, portableFields } from '../../../src/core/contacts/portableContact';
import { untouchedCheckpoint, type Checkpoint } from '../../../src/core/runs/Checkpoint';
import { snapshotOf } from '../../../src/core/copy/snapshotOf';
import { bound } from '../../../src/core/plan/estimate';
import { lowestQuotas } from '../../../src/core/plan/quotas';
import type { Answer, Call } from '../../../src/google/Call';
import { operations } from '../../../src/google/operations';
import { user } from '../../support/directoryRecords';
import { feedTask, refusal, silence, success } from '../../support/feedTask';
import { modelAccount, modelGroup, type ModelAccount } from '../../support/modelAccount';

const person = (id: number): Person => ({
  resourceName: `people/c${id}`,
  metadata: { sources: [{ type: 'CONTACT', id: `s${id}` }] },
  names: [{ givenName: `P${id}` }],
  phoneNumbers: [{ value: String(id) }],
});

const people = (count: number): Person[] => Array.from({ length: count }, (_, index) => person(index + 1));
const nameOf = (contact: Person): string => (contact['names'] as { givenName: string }[])[0]?.givenName ?? '';

const runOf = (source: readonly Person[], more: Partial<CopyRun> & { label?: string } = {}): CopyRun => ({
  delegation: { serviceAccount: 'sa', now: () => 0 },
  snapshot: snapshotOf(
    'source',
    source.flatMap((contact) => portableContact(contact) ?? []),
  ),
  action: {
    kind: 'copyContacts',
    sourceUserId: 'source',
    createLabel: more.label !== undefined,
    ...(more.label === undefined ? {} : { sourceGroup: { resourceName: 'contactGroups/s', name: more.label } }),
  },
  origin: 'run1',
  targets: 1,
  quotas: lowestQuotas,
  ...more,
});

const bob = user('u1', 'bob@example.com');

/** Tokens are given; the rest goes to the account, unless `instead` has another answer. */
const answering =
  (account: ModelAccount, instead: (call: Call, index: number) => Answer | undefined = () => undefined) =>
  (call: Call, index: number): Answer => {
    const other = instead(call, index);
    if (other !== undefined) return other;
    if (call.operation === 'oauth2.token') return success({ access_token: 'token of bob' });
    if (call.operation === 'iamcredentials.projects.serviceAccounts.signJwt') return success({ signedJwt: 'j' });
    return account.answer(call);
  };

const copy = (run: CopyRun, account: ModelAccount, instead?: (call: Call, index: number) => Answer | undefined, approved = Infinity) =>
  feedTask(copyToTarget(run, bob, approved), answering(account, instead));

const BATCH = 'people.people.batchCreateContacts';

test.each([0, 1, 3, 200, 450])('copies %i contacts with every field, marked, into My Contacts (S20, S22)', (count) => {
  const account = modelAccount();
  const { value } = copy(runOf(people(count)), account);
  expect(value).toEqual({ targetId: 'u1', status: 'done', created: count, skipped: 0, failed: 0 });
  expect(account.contacts.map(nameOf).sort()).toEqual(people(count).map(nameOf).sort());
  for (const contact of account.contacts) {
    expect(portableFields(contact)).toEqual(portableFields(people(count).find((one) => nameOf(one) === nameOf(contact)) ?? {}));
    expect(parseMarks(contact.clientData)).toMatchObject([{ origin: 'run1', sourceUserId: 'source' }]);
    expect(contact.memberships).toEqual([{ contactGroupMembership: { contactGroupResourceName: 'contactGroups/myContacts' } }]);
  }
});

test('keeps within the bound of calls (B9)', () => {
  const account = modelAccount(people(1200).map((contact) => ({ ...contact, names: [{ givenName: `Own ${nameOf(contact)}` }] })));
  const { calls } = copy(runOf(people(450), { label: 'Customers' }), account);
  const count = (effect: string): number => calls.filter((call) => operations[call.operation].effect === effect).length;
  expect({ reads: count('read'), writes: count('write'), tokens: count('token') }).toEqual(bound(450, 1200, true));
});

test('writes full batches and the rest singly where a last batch would cost another day, also when it goes on later (B9)', () => {
  const source = people(230);
  const run = runOf(source, { targets: 1000 });
  const written = (calls: readonly Call[]): string[] =>
    calls.map((call) => call.operation).filter((id) => operations[id].effect === 'write');
  const account = modelAccount();
  const told: Checkpoint[] = [];
  const resume = { from: untouchedCheckpoint, tell: (checkpoint: Checkpoint) => void told.push(checkpoint) };
  const { value, calls } = feedTask(copyToTarget(run, bob, 230, resume), answering(account));
  expect(value).toMatchObject({ status: 'done', created: 230, failed: 0 });
  expect(account.contacts).toHaveLength(230);
  expect(written(calls)).toEqual([BATCH, ...Array<string>(30).fill('people.people.createContact')]);
  expect(told.at(-1)).toMatchObject({ settled: 230, created: 230 });
  const from = told.find((checkpoint) => checkpoint.settled === 210)!;
  const again = modelAccount(account.contacts.slice(0, 210));
  const rest = feedTask(copyToTarget(run, bob, 230, { ...resume, from }), answering(again));
  expect(written(rest.calls)).toEqual(Array<string>(20).fill('people.people.createContact'));
});

test('acts as the target and nobody else', () => {
  const { calls } = copy(runOf(people(2)), modelAccount());
  const subjects = new Set(calls.filter((call) => operations[call.operation].effect !== 'token').map((call) => JSON.stringify(call.as)));
  expect([...subjects]).toEqual([JSON.stringify({ kind: 'user', userId: 'u1', token: 'token of bob' })]);
});

test('a second run adds nothing and writes nothing (S24)', () => {
  const account = modelAccount();
  copy(runOf(people(300), { label: 'Customers' }), account);
  const { value, calls } = copy(runOf(people(300), { label: 'Customers', origin: 'run2' }), account);
  expect(value).toEqual({ targetId: 'u1', status: 'done', created: 0, skipped: 300, failed: 0 });
  expect(calls.some((call) => operations[call.operation].effect === 'write')).toBe(false);
  expect(account.contacts).toHaveLength(300);
});

test('leaves what the target has as it is, and does not double the same contact (S24, S38)', () => {
  const account = modelAccount([person(2), { names: [{ givenName: 'Own' }] }]);
  const before = JSON.stringify(account.contacts);
  const { value } = copy(runOf(people(3)), account);
  expect(value).toMatchObject({ status: 'done', created: 2, skipped: 1 });
  expect(JSON.stringify(account.contacts.slice(0, 2))).toBe(before);
});

test.each<[string, (account: ModelAccount) => void, string]>([
  ['creates the label and marks it', () => undefined, 'Customers'],
  ['joins a label of that name', (account) => account.groups.push(modelGroup('contactGroups/own', 'Customers')), 'Customers'],
  [
    'finds our label though renamed',
    (account) =>
      account.groups.push(
        modelGroup('contactGroups/ours', 'Clients', { version: 1, origin: 'r', sourceUserId: 'source', sourceGroup: 'contactGroups/s' }),
      ),
    'Clients',
  ],
])('%s, and puts the contacts under it (S22)', (_, prepare, name) => {
  const account = modelAccount();
  prepare(account);
  expect(copy(runOf(people(2), { label: 'Customers' }), account).value.status).toBe('done');
  const label = account.groups.filter((group) => group.groupType === 'USER_CONTACT_GROUP');
  expect(label.map((group) => group.name)).toEqual([name]);
  for (const contact of account.contacts) {
    expect(contact.memberships?.map((one) => one.contactGroupMembership?.contactGroupResourceName)).toEqual([
      'contactGroups/myContacts',
      label[0]?.resourceName,
    ]);
  }
});

test('joins a label that somebody makes between reading and creating', () => {
  const account = modelAccount();
  const { value } = copy(runOf(people(1), { label: 'Customers' }), account, (call) => {
    if (call.operation === 'people.contactGroups.create' && account.groups.length === 1)
      account.groups.push(modelGroup('contactGroups/theirs', 'Customers'));
    return undefined;
  });
  expect(value.status).toBe('done');
  expect(JSON.stringify(account.contacts[0]?.memberships)).toContain('contactGroups/theirs');
});

test('writes nothing when the label cannot be made', () => {
  const account = modelAccount();
  const { value } = copy(runOf(people(2), { label: 'Customers' }), account, (call) =>
    call.operation === 'people.contactGroups.create' ? refusal(400, { message: 'Bad name' }) : undefined,
  );
  expect(value).toMatchObject({ status: 'failed', created: 0, failed: 2, reason: { code: 'google.invalidRequest' } });
  expect(account.contacts).toEqual([]);
});

test.each([true, false])('leaves out the contacts Google refuses and creates the others (entries named: %s)', (namesEntries) => {
  const account = modelAccount([], {
    namesEntries,
    refuse: (contact) => (['P7', 'P250'].includes(nameOf(contact)) ? `Invalid birthday of ${nameOf(contact)}` : undefined),
  });
  const { value } = copy(runOf(people(300)), account);
  expect(value).toMatchObject({ status: 'failed', created: 298, failed: 2, reason: { code: 'copy.contactsRefused', data: { count: 2 } } });
  expect(account.contacts).toHaveLength(298);
});

test('gives up when everything is refused, instead of trying each contact', () => {
  const account = modelAccount([], { namesEntries: false, refuse: () => 'Invalid' });
  const { value, calls } = copy(runOf(people(400)), account);
  expect(value).toMatchObject({ status: 'failed', created: 0, failed: 400, reason: { code: 'google.invalidRequest' } });
  expect(calls.length).toBeLessThan(60);
});

test('an unknown outcome ends the target as unknown, and running again copies nothing twice (B3)', () => {
  for (const commits of [true, false]) {
    const account = modelAccount();
    const { value, calls } = copy(runOf(people(450)), account, (call) => {
      if (call.operation !== BATCH || account.contacts.length !== 200) return undefined;
      if (commits) account.answer(call);
      return silence;
    });
    expect(value).toMatchObject({
      status: 'unknown',
      created: 200,
      failed: 250,
      reason: { code: 'copy.outcomeUnknown', data: { created: 200 } },
    });
    expect(calls.filter((call) => call.operation === BATCH)).toHaveLength(2);
    expect(copy(runOf(people(450), { origin: 'run2' }), account).value).toMatchObject({ status: 'done', created: commits ? 50 : 250 });
    expect(new Set(account.contacts.map(nameOf)).size).toBe(450);
    expect(account.contacts).toHaveLength(450);
  }
});

test.each<[string, Answer, string, string]>([
  ['the account is full', refusal(400, { message: 'MY_CONTACTS_OVERFLOW_COUNT' }), 'failed', 'google.accountFull'],
  ['the day is used up', refusal(429, { message: 'Daily Contact Writes (Total) per day' }), 'failed', 'google.dayQuota'],
  [
    'the account takes no more for now',
    refusal(429, { message: 'Resource has been exhausted (e.g. check quota).' }),
    'failed',
    'google.accountQuota',
  ],
])('stops when %s, and counts what is in place', (_, answer, status, code) => {
  const account = modelAccount();
  const { value } = copy(runOf(people(450)), account, (call) =>
    call.operation === BATCH && account.contacts.length === 200 ? answer : undefined,
  );
  expect(value).toMatchObject({ status, created: 200, failed: 250, reason: { code } });
});

test.each<[string, string, Answer, string, string]>([
  [
    'no token for the account',
    'oauth2.token',
    { kind: 'answered', status: 400, body: { error: 'invalid_grant', error_description: 'Invalid email or User ID' } },
    'skipped',
    'google.userWithoutToken',
  ],
  [
    'Contacts switched off',
    'people.people.connections.list',
    refusal(403, { status: 'PERMISSION_DENIED', message: 'x' }),
    'skipped',
    'google.serviceOff',
  ],
  [
    'no delegation',
    'oauth2.token',
    { kind: 'answered', status: 401, body: { error: 'unauthorized_client' } },
    'failed',
    'google.delegationNotGranted',
  ],
  ['no reading', 'people.people.connections.list', refusal(503, { message: 'x' }), 'failed', 'google.unavailable'],
])('with %s nothing is written, and the reason stands', (_, operation, answer, status, code) => {
  const account = modelAccount();
  const { value } = copy(runOf(people(2)), account, (call) => (call.operation === operation ? answer : undefined));
  expect(value).toMatchObject({ targetId: 'u1', status, created: 0, reason: { code } });
  expect(account.contacts).toEqual([]);
});

test.each(['suspended', 'archived'] as const)('skips a target that is %s without a call (S15)', (flag) => {
  const { value, calls } = feedTask(copyToTarget(runOf(people(2)), { ...bob, [flag]: true }, 2), answering(modelAccount()));
  expect(value).toMatchObject({ status: 'skipped', reason: { code: 'target.suspended' } });
  expect(calls).toEqual([]);
});

test('writes nothing when more is needed than was approved, and less without asking (B1)', () => {
  const account = modelAccount([person(1)]);
  expect(copy(runOf(people(3)), account, undefined, 1).value).toMatchObject({
    status: 'failed',
    created: 0,
    failed: 2,
    reason: { code: 'copy.moreThanApproved', data: { planned: 2, approved: 1 } },
  });
  expect(account.contacts).toHaveLength(1);
  expect(copy(runOf(people(3)), account, undefined, 3).value).toMatchObject({ status: 'done', created: 2 });
});

test('goes singly where batches for all targets would use up the day (B9)', () => {
  const account = modelAccount([], { refuse: (contact) => (nameOf(contact) === 'P2' ? 'Invalid' : undefined) });
  const { value, calls } = copy(runOf(people(5), { targets: 1000 }), account);
  expect(value).toMatchObject({ status: 'failed', created: 4, failed: 1, reason: { code: 'copy.contactsRefused' } });
  expect(calls.some((call) => call.operation === BATCH)).toBe(false);
});

test('a single create without an answer ends the target as unknown (B3)', () => {
  const account = modelAccount();
  const { value } = copy(runOf(people(5), { targets: 1000 }), account, (call) =>
    call.operation === 'people.people.createContact' && account.contacts.length === 2 ? silence : undefined,
  );
  expect(value).toMatchObject({ status: 'unknown', created: 2, failed: 3 });
});

describe('a copy that goes on (B3, B4)', () => {
  const goOn = (
    account: ModelAccount,
    source: readonly Person[],
    from: Partial<Checkpoint>,
    instead?: (call: Call) => Answer | undefined,
  ) => {
    const told: Checkpoint[] = [];
    const resume = { from: { ...untouchedCheckpoint, ...from }, tell: (checkpoint: Checkpoint) => void told.push(checkpoint) };
    const fed = feedTask(copyToTarget(runOf(source, { label: 'Customers' }), bob, source.length, resume), answering(account, instead));
    return { ...fed, told };
  };

  test('tells what is settled as it is confirmed, with the label', () => {
    const account = modelAccount();
    const { told } = goOn(account, people(450), {});
    const group = account.groups.find(({ name }) => name === 'Customers')?.resourceName;
    expect(told.map(({ settled, created, failed }) => [settled, created, failed])).toEqual([
      [0, 0, 0],
      [200, 200, 0],
      [400, 400, 0],
      [450, 450, 0],
    ]);
    expect(new Set(told.map((one) => one.group))).toEqual(new Set([group]));
  });

  test('what is settled is not written again although the read shows nothing of it', () => {
    const account = modelAccount();
    const made = modelGroup('contactGroups/made', 'Customers');
    const { value } = goOn(account, people(450), { settled: 400, created: 390, skipped: 10, group: made.resourceName });
    expect(value).toEqual({ targetId: 'u1', status: 'done', created: 440, skipped: 10, failed: 0 });
    expect(account.contacts.map(nameOf).sort()).toEqual(people(450).slice(400).map(nameOf).sort());
    expect(account.groups.some(({ name }) => name === 'Customers')).toBe(false);
  });

  test('in doubt: takes away what stands twice, keeps the edited one, writes what is missing', () => {
    const account = modelAccount();
    goOn(account, people(3), {});
    goOn(modelAccount(), people(3), {});
    const [first, second] = account.contacts as [Person, Person];
    account.contacts.push(
      { ...first, resourceName: 'people/twin1' },
      { ...second, resourceName: 'people/twin2', names: [{ givenName: 'Edited' }] },
    );
    account.contacts.splice(2, 1);
    const deleted: string[] = [];
    const { value } = goOn(account, people(3), { rounds: 1 }, (call) => {
      if (call.operation !== 'people.people.batchDeleteContacts') return undefined;
      deleted.push(...(call.body as { resourceNames: string[] }).resourceNames);
      return success({});
    });
    expect(deleted).toEqual(['people/twin1', second.resourceName]);
    expect(value).toMatchObject({ status: 'done', created: 3, failed: 0 });
  });

  test('creates no more than was approved, earlier slices counted in', () => {
    const fed = feedTask(
      copyToTarget(runOf(people(5)), bob, 4, { from: { ...untouchedCheckpoint, settled: 2, created: 2 }, tell: () => undefined }),
      answering(modelAccount()),
    );
    expect(fed.value).toMatchObject({
      status: 'failed',
      created: 2,
      reason: { code: 'copy.moreThanApproved', data: { planned: 5, approved: 4 } },
    });
  });
});

describe('a user who changed since the slice began', () => {
  const refusedToken = (call: Call, address: string): Answer | undefined =>
    call.operation === 'oauth2.token' && (call.body as { assertion: string }).assertion === address
      ? { kind: 'answered', status: 400, body: { error: 'invalid_grant', error_description: 'Invalid email or User ID' } }
      : undefined;
  const signed = (call: Call): Answer | undefined =>
    call.operation === 'iamcredentials.projects.serviceAccounts.signJwt'
      ? success({ signedJwt: (JSON.parse((call.body as { payload: string }).payload) as { sub: string }).sub })
      : undefined;
  const lookedUp = (call: Call, more: object): Answer | undefined =>
    call.operation === 'directory.users.get' ? success({ id: 'u1', primaryEmail: 'bob@example.com', ...more }) : undefined;
  const copyTo = (more: object) => {
    const account = modelAccount();
    const fed = copy(runOf(people(2)), account, (call) => signed(call) ?? refusedToken(call, 'bob@example.com') ?? lookedUp(call, more));
    return { account, ...fed };
  };

  test('renamed: gets the contacts under the new address', () => {
    const { account, value } = copyTo({ primaryEmail: 'robert@example.com' });
    expect(value).toMatchObject({ status: 'done', created: 2 });
    expect(account.contacts).toHaveLength(2);
  });

  test('suspended: left out, and said so', () => {
    expect(copyTo({ suspended: true }).value).toMatchObject({ status: 'skipped', reason: { code: 'target.suspended' } });
  });

  test('the same as before: Google gives no access, asked once', () => {
    const { value, calls } = copyTo({});
    expect(value).toMatchObject({ status: 'skipped', reason: { code: 'google.userWithoutToken' } });
    expect(calls).toHaveLength(3);
  });
});
