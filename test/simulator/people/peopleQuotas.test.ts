import type { PeopleSettings } from '../../../simulator/people/PeopleSettings';
import { exampleWorld, named, peopleClient } from './peopleClient';
import type { Json } from './peopleClient';

const MINUTE = 60_000;
const BATCH = 'people:batchCreateContacts';
const batch = (count: number) => ({ contacts: Array.from({ length: count }, (_, i) => ({ contactPerson: named(`n${i}`) })), readMask: '' });

/** A client whose calls take no time, so that a minute holds as many as the quota allows. */
function instantClient(as: 'ann' | 'ben' = 'ann', world = exampleWorld()) {
  const client = peopleClient({ as }, world);
  world.people.settings.concurrentWrites = 'allow';
  Object.assign(world.latency.figures, { read: 0, write: 0, batchWrite: 0 });
  return client;
}

function until429(call: () => { status: number; body: Json }): { calls: number; error: Json } {
  for (let calls = 0; calls < 1000; calls++) {
    const { status, body } = call();
    if (status === 429) return { calls, error: body.error };
    if (status !== 200) throw new Error(JSON.stringify(body));
  }
  throw new Error('no 429');
}

describe('quotas of the People API', () => {
  test('cost one unit for a single write and six for a batch, per minute, user and project', () => {
    const ann = instantClient();
    const { calls, error } = until429(() => ann.send('POST', BATCH, {}, batch(1)));
    expect(calls).toBe(5);
    expect(error).toMatchObject({
      status: 'RESOURCE_EXHAUSTED',
      message:
        "Quota exceeded for quota metric 'Critical write requests (Contact Creates and Updates)' and limit " +
        "'Critical write requests (Contact Creates and Updates) per minute per user' of service 'people.googleapis.com' for consumer 'project_number:100'.",
    });
    expect(error.details[0]).toMatchObject({
      reason: 'RATE_LIMIT_EXCEEDED',
      metadata: { consumer: 'projects/100', service: 'people.googleapis.com' },
    });
    expect(instantClient('ben', ann.world).send('POST', BATCH, {}, batch(1)).status).toBe(200);
    ann.world.clock.advance(MINUTE);
    expect(until429(() => ann.send('POST', 'people:createContact', {}, named('A'))).calls).toBe(30);
  });

  test('let 60 contact reads, 90 group reads and 30 deletions or group writes pass in a minute', () => {
    const { send, world, userId } = instantClient();
    expect(until429(() => send('GET', 'people/me/connections', { personFields: 'names' })).error.message).toContain(
      'Critical read requests',
    );
    expect(until429(() => send('GET', 'contactGroups')).calls).toBe(90);
    world.people.addContact(userId, named('A'));
    let made = 0;
    const { calls, error } = until429(() => send('POST', 'contactGroups', {}, { contactGroup: { name: `g${made++}` } }));
    expect([calls, error.message]).toEqual([30, expect.stringContaining('Write requests (Contact Deletes and Contact Group Writes)')]);
    world.clock.advance(MINUTE);
    const names = () => world.people.contactsOf(userId).map((one: Json) => one.resourceName);
    for (let i = 0; i < 4; i++) world.people.addContact(userId, named('B'));
    expect(until429(() => send('POST', 'people:batchDeleteContacts', {}, { resourceNames: names().slice(0, 1) })).calls).toBe(3);
  });

  test('charge 200 daily writes for a batch of any size, for the project or for each user', () => {
    const ann = instantClient();
    const { quotas } = ann.world.people.settings;
    Object.assign(quotas, { dailyContactWrites: 401, criticalWrite: Infinity, criticalRead: Infinity });
    const { calls, error } = until429(() => ann.send('POST', BATCH, {}, batch(1)));
    expect(calls).toBe(2);
    expect(error.message).toContain("limit 'Daily Contact Writes (Total) per day'");
    const ben = instantClient('ben', ann.world);
    expect(ben.send('POST', 'people:createContact', {}, named('A')).status).toBe(200);
    expect(ben.send('POST', 'people:createContact', {}, named('A')).status).toBe(429);
    quotas.dailyPer = 'user';
    expect(ben.send('POST', 'people:createContact', {}, named('A')).status).toBe(200);
    quotas.dailyPer = 'project';
    ann.world.clock.advance(24 * 60 * MINUTE);
    expect(ann.send('POST', BATCH, {}, batch(1)).status).toBe(200);
  });

  test('can include the opaque limit of an account, and a limit on full listings', () => {
    const { send, world } = instantClient();
    world.people.settings.quotas.accountWritesPerHour = 10;
    expect(send('POST', BATCH, {}, batch(10)).status).toBe(200);
    const { status, body } = send('POST', 'people:createContact', {}, named('A'));
    expect(status).toBe(429);
    expect(body.error).toMatchObject({
      message: 'Resource has been exhausted (e.g. check quota).',
      details: [{ violations: [{ subject: 'QUOTA_EXCEEDED', description: 'FBS quota limit exceeded' }] }],
    });
    world.people.settings.quotas.fullSyncs = 1;
    const list = { personFields: 'names', requestSyncToken: 'true' };
    expect(send('GET', 'people/me/connections', list).status).toBe(200);
    expect(send('GET', 'people/me/connections', list).status).toBe(429);
    expect(send('GET', 'people/me/connections', { personFields: 'names' }).status).toBe(200);
  });
});

describe('two writes for one user at once', () => {
  function wave(concurrentWrites: PeopleSettings['concurrentWrites']) {
    const world = exampleWorld();
    world.people.settings.concurrentWrites = concurrentWrites;
    const [ann, ben] = [peopleClient({ as: 'ann' }, world), peopleClient({ as: 'ben' }, world)];
    const startedAt = world.clock.now();
    const sent = [
      ann.sendAtOnce('POST', 'people:createContact', {}, named('A')),
      ann.sendAtOnce('POST', 'people:createContact', {}, named('B')),
      ben.sendAtOnce('POST', 'people:createContact', {}, named('C')),
      ann.sendAtOnce('GET', 'people/me/connections', { personFields: 'names' }),
    ];
    expect(world.clock.now()).toBe(startedAt);
    const [first, second] = sent.map(({ milliseconds }) => milliseconds);
    return {
      statuses: sent.map(({ status }) => status),
      contacts: world.people.contactsOf(ann.userId).length,
      slower: (second ?? 0) / (first ?? 1),
    };
  }

  test('fail for the second with 409 or 429, take twice as long, or pass, as set; other users and reads are not touched', () => {
    expect(wave('abort')).toEqual({ statuses: [200, 409, 200, 200], contacts: 1, slower: 1 });
    expect(wave('exhaust')).toEqual({ statuses: [200, 429, 200, 200], contacts: 1, slower: 1 });
    expect(wave('wait')).toEqual({ statuses: [200, 200, 200, 200], contacts: 2, slower: 2 });
    expect(wave('allow')).toEqual({ statuses: [200, 200, 200, 200], contacts: 2, slower: 1 });
  });
});
