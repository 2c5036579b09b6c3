import { groupsOf, inGroups, named, peopleClient, withoutQuotas } from './peopleClient';
import type { Json } from './peopleClient';

const CREATE = 'people:createContact';
const BATCH = 'people:batchCreateContacts';
const batch = (people: readonly object[], readMask = 'names') => ({
  contacts: people.map((contactPerson) => ({ contactPerson })),
  readMask,
});

describe('people.createContact', () => {
  test('answers all fields when none are named, with source, etags and what Google computes', () => {
    const { send, world } = peopleClient();
    const { status, body } = send(
      'POST',
      CREATE,
      {},
      {
        names: [{ givenName: 'Ada', middleName: 'King', familyName: 'Lovelace', honorificPrefix: 'Dr.', honorificSuffix: 'Jr.' }],
        emailAddresses: [
          { value: 'ada@else.org', type: 'work' },
          { value: 'a@else.org', type: 'yacht' },
        ],
        phoneNumbers: [{ value: '+44 20 7946-0018', type: 'workMobile' }, { value: '020 7946 0018' }],
        addresses: [{ streetAddress: '1 Main St', city: 'Springfield', region: 'IL', postalCode: '62701', country: 'USA' }],
        biographies: [{ value: 'Notes' }],
      },
    );
    expect(status).toBe(200);
    expect(body.resourceName).toMatch(/^people\/c\d+$/);
    const [source] = body.metadata.sources;
    expect(source).toEqual({
      type: 'CONTACT',
      id: expect.any(String),
      etag: expect.any(String),
      updateTime: new Date(world.clock.now() - 350).toISOString(),
    });
    expect(BigInt(body.resourceName.slice('people/c'.length))).toBe(BigInt(`0x${source.id}`));
    expect(body.names[0]).toMatchObject({
      metadata: { primary: true, source: { type: 'CONTACT', id: source.id } },
      displayName: 'Dr. Ada King Lovelace, Jr.',
      displayNameLastFirst: 'Lovelace, Ada King',
    });
    expect(body.emailAddresses.map((one: Json) => [one.formattedType, one.metadata.primary])).toEqual([
      ['Work', true],
      ['yacht', undefined],
    ]);
    expect(body.phoneNumbers[0]).toMatchObject({ canonicalForm: '+442079460018', formattedType: 'Work Mobile' });
    expect(body.phoneNumbers[1].canonicalForm).toBeUndefined();
    expect(body.addresses[0].formattedValue).toBe('1 Main St\nSpringfield, IL 62701\nUSA');
    expect(body.biographies[0].contentType).toBe('TEXT_PLAIN');
    expect(body.photos[0].default).toBe(true);
    expect(groupsOf(body)).toEqual(['contactGroups/myContacts']);
  });

  test('ignores output-only values that are sent', () => {
    const { send } = peopleClient();
    const { body } = send(
      'POST',
      CREATE,
      {},
      {
        resourceName: 'people/c1',
        names: [{ displayName: 'Somebody Else', givenName: 'Eve', metadata: { primary: false, verified: true, sourcePrimary: true } }],
        phoneNumbers: [{ value: '1', canonicalForm: '+99', formattedType: 'Boat' }],
        photos: [{ url: 'https://else.org/p.png' }],
        ageRanges: [{ ageRange: 'TWENTY_ONE_OR_OLDER' }],
      },
    );
    expect(body.resourceName).not.toBe('people/c1');
    expect(body.names[0]).toMatchObject({ displayName: 'Eve', metadata: { primary: true, sourcePrimary: true } });
    expect(body.names[0].metadata.verified).toBeUndefined();
    expect(body.phoneNumbers[0]).toEqual({ metadata: expect.anything(), value: '1' });
    expect(body.photos[0].default).toBe(true);
    expect(body.ageRanges).toBeUndefined();
  });

  test('gives dates back without the zeros that stand for "no year"', () => {
    const { send } = peopleClient();
    const { body } = send('POST', CREATE, {}, { ...named('A'), birthdays: [{ date: { year: 0, month: 2, day: 29 } }] });
    expect(body.birthdays[0].date).toEqual({ month: 2, day: 29 });
  });

  test('reads a free-form name when no part is given', () => {
    const { send } = peopleClient();
    const { body } = send('POST', CREATE, {}, { names: [{ unstructuredName: 'Grace Brewster Hopper' }] });
    expect(body.names[0]).toMatchObject({ givenName: 'Grace', middleName: 'Brewster', familyName: 'Hopper' });
  });

  test('keeps clientData with repeated keys, and takes fileAses without ever showing them', () => {
    const { send } = peopleClient();
    const clientData = [
      { key: 'k', value: '1' },
      { key: 'k', value: '2' },
    ];
    const { body } = send('POST', CREATE, {}, { clientData, fileAses: [{ value: 'Filed' }] });
    expect(body.clientData.map(({ key, value }: Json) => ({ key, value }))).toEqual(clientData);
    expect(body.fileAses).toBeUndefined();
  });

  test.each(['names', 'biographies', 'birthdays', 'genders'])('refuses two entries of the singleton %s', (field) => {
    const { send } = peopleClient();
    const entry = { names: { givenName: 'A' }, biographies: { value: 'a' }, birthdays: { text: 'May' }, genders: { value: 'male' } }[field];
    const { status, body } = send('POST', CREATE, {}, { [field]: [entry, entry] });
    expect([status, body.error.message]).toEqual([400, `Cannot have more than one person.${field} per source.`]);
  });

  test('refuses unknown names, wrong types, and lists and objects in the wrong place, naming the path', () => {
    const { send, world, userId } = peopleClient();
    const refusal = (person: object) => send('POST', CREATE, {}, person).body.error;
    expect(refusal({ shoeSize: 42 }).message).toBe(
      `Invalid JSON payload received. Unknown name "shoeSize" at 'person': Cannot find field.`,
    );
    const two = refusal({ emailAddresses: [{ typ: 'work' }], phoneNumbers: [{ value: 5 }] });
    expect(two.details[0].fieldViolations.map((one: Json) => one.field)).toEqual([
      'person.email_addresses[0]',
      'person.phone_numbers[0].value',
    ]);
    expect(two.message).toContain(`Unknown name "typ" at 'person.email_addresses[0]'`);
    expect(two.message).toContain(`Invalid value at 'person.phone_numbers[0].value' (TYPE_STRING), 5`);
    expect(refusal({ biographies: [{ contentType: 'TEXT_RTF' }] }).message).toContain('google.people.v1.Biography.ContentType');
    expect(refusal({ names: { givenName: 'A' } }).code).toBe(400);
    expect(refusal({ birthdays: [{ date: [1] }] }).message).toContain('Proto field is not repeating, cannot start list.');
    expect(world.people.contactsOf(userId)).toEqual([]);
  });

  test('refuses an empty person, a group that is unknown or closed, and takes myContacts and starred', () => {
    const { send } = peopleClient();
    const create = (memberships: object[]) => send('POST', CREATE, {}, { ...named('A'), memberships });
    expect(send('POST', CREATE, {}, {}).status).toBe(400);
    expect(create(inGroups('nowhere')).status).toBe(400);
    expect(create(inGroups('friends')).status).toBe(400);
    expect(groupsOf(create(inGroups('myContacts', 'starred')).body)).toEqual(['contactGroups/myContacts', 'contactGroups/starred']);
  });

  test.each([
    [false, 1],
    [true, 2],
  ])('with labelAddsMyContacts %s, a label only leads to %s group', (adds, count) => {
    const { send, world, userId } = peopleClient();
    world.people.settings.labelAddsMyContacts = adds;
    const { resourceName } = world.people.addContactGroup(userId, 'Team');
    expect(groupsOf(send('POST', CREATE, {}, { ...named('A'), memberships: inGroups(resourceName) }).body)).toHaveLength(count);
  });

  test('refuses values over 1,024 characters except notes, over 500 fields, and over 128 KB', () => {
    const { send } = peopleClient();
    const status = (person: object) => send('POST', CREATE, {}, person).status;
    expect(status({ nicknames: [{ value: 'n'.repeat(1025) }] })).toBe(400);
    expect(status({ biographies: [{ value: 'n'.repeat(1025) }] })).toBe(200);
    expect(status({ biographies: [{ value: 'n'.repeat(129 * 1024) }] })).toBe(400);
    const urls = (count: number) => ({ urls: Array.from({ length: count }, (_, i) => ({ value: `https://else.org/${i}` })) });
    expect(status(urls(500))).toBe(200);
    expect(status(urls(501))).toBe(400);
  });
});

describe('people.batchCreateContacts', () => {
  test('creates up to 200 in the order of the request and answers each', () => {
    const { send, world, userId } = withoutQuotas(peopleClient());
    const people = Array.from({ length: 200 }, (_, i) => named(`n${i}`));
    const { body } = send('POST', BATCH, {}, batch(people));
    expect(body.createdPeople).toHaveLength(200);
    expect(body.createdPeople[7]).toMatchObject({ httpStatusCode: 200, status: {}, person: { names: [{ givenName: 'n7' }] } });
    expect(body.createdPeople[7].requestedResourceName).toBe(body.createdPeople[7].person.resourceName);
    expect(send('POST', BATCH, {}, batch([...people, named('one too many')])).status).toBe(400);
    expect(send('POST', BATCH, {}, batch([])).status).toBe(400);
    expect(world.people.contactsOf(userId)).toHaveLength(200);
  });

  test('answers nothing for an empty readMask, and refuses an absent one', () => {
    const { send, world, userId } = peopleClient();
    expect(send('POST', BATCH, {}, batch([named('A')], '')).body).toEqual({});
    expect(world.people.contactsOf(userId)).toHaveLength(1);
    expect(send('POST', BATCH, {}, { contacts: [{ contactPerson: named('B') }] }).status).toBe(400);
    expect(world.people.contactsOf(userId)).toHaveLength(1);
  });

  test('writes nothing when one entry is invalid, and names the invalid ones by index', () => {
    const { send, world, userId } = peopleClient();
    const twice = { names: [{ givenName: 'A' }, { givenName: 'B' }] };
    const { status, body } = send('POST', BATCH, {}, batch([named('fine'), twice, named('fine too'), twice]));
    expect(status).toBe(400);
    expect(body.error.details[0]['@type']).toBe('type.googleapis.com/google.people.v1.BatchCreateContactsErrorDetails');
    expect(body.error.details[0].contactErrors).toEqual({
      1: { code: 3, message: 'Cannot have more than one person.names per source.' },
      3: { code: 3, message: 'Cannot have more than one person.names per source.' },
    });
    expect(world.people.contactsOf(userId)).toEqual([]);
  });

  test('can answer in another order', () => {
    const { send, world } = peopleClient();
    world.people.settings.createdOrder = 'reversed';
    const { body } = send('POST', BATCH, {}, batch([named('first'), named('second')]));
    expect(body.createdPeople.map((one: Json) => one.person.names[0].givenName)).toEqual(['second', 'first']);
  });

  test('has room for fewer contacts where that is set', () => {
    const { send, world } = peopleClient();
    world.people.settings.contactsPerUser = 1;
    expect(send('POST', BATCH, {}, batch([named('A'), named('B')])).body.error.message).toContain('MY_CONTACTS_OVERFLOW_COUNT');
    expect(send('POST', CREATE, {}, named('A')).status).toBe(200);
  });

  test('has no room beyond 25,000 contacts, the trash among them unless it is set not to count', () => {
    const { send, world, userId } = withoutQuotas(peopleClient());
    const book = world.people.bookOf(userId);
    for (let i = 0; i < 24_999; i++) book.add({ nicknames: [{ value: String(i) }] }, ['contactGroups/myContacts'], world.clock.now());
    const doomed = String(world.people.contactsOf(userId)[0]?.['resourceName']);
    expect(send('POST', BATCH, {}, batch([named('A'), named('B')])).body.error.message).toContain('MY_CONTACTS_OVERFLOW_COUNT');
    expect(send('POST', CREATE, {}, named('A')).status).toBe(200);
    for (const overflowStatus of [400, 403, 429] as const) {
      world.people.settings.overflowStatus = overflowStatus;
      expect(send('POST', CREATE, {}, named('B')).status).toBe(overflowStatus);
    }
    world.people.settings.overflowStatus = 400;
    world.people.deleteContact(userId, doomed);
    expect(send('POST', CREATE, {}, named('B')).status).toBe(400);
    world.people.settings.trashCounts = false;
    expect(send('POST', CREATE, {}, named('B')).status).toBe(200);
  });
});
