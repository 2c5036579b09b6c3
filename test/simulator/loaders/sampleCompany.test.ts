import * as fs from 'node:fs';
import * as path from 'node:path';
import { scriptValue } from '../../../simulator/appsscript/spreadsheet/cellValue';
import { loadContactsCsv } from '../../../simulator/loaders/loadContactsCsv';
import { loadGroupMembersCsv } from '../../../simulator/loaders/loadGroupMembersCsv';
import { loadTargetsCsv } from '../../../simulator/loaders/loadTargetsCsv';
import { loadUsersCsv } from '../../../simulator/loaders/loadUsersCsv';
import { parseContactsCsv } from '../../../simulator/loaders/parseContactsCsv';
import { decodeText } from '../../../simulator/loaders/readCsv';
import { World } from '../../../simulator/World';

const folder = path.join(__dirname, '../../../demo/data');
const file = (name: string): string => decodeText(fs.readFileSync(path.join(folder, name)));

const world = new World();
const users = loadUsersCsv(world, file('users.csv'), { superAdmins: ['helen.okafor@example.com', 'tomas.varga@example.com'] });
const members = loadGroupMembersCsv(world, file('members.csv'));
const idOf = (email: string): string => world.directory.userByEmail(email)!.id;
const source = idOf('mara.lindqvist@example.com');
const contacts = loadContactsCsv(world, source, file('contacts.csv'));

describe('the sample company', () => {
  test('has users of two domains in nested units, some of them suspended', () => {
    expect(users).toMatchObject({ loaded: 68, skipped: [] });
    const customer = world.directory.customer(users.customerId);
    expect(customer.domains.map(({ domainName }) => domainName)).toEqual(['example.com', 'example.org']);
    expect([...customer.orgUnits.values()].map(({ orgUnitPath }) => orgUnitPath)).toEqual(
      expect.arrayContaining(['/Sales/EMEA', '/Support/Night shift']),
    );
    expect([...world.directory.users.values()].filter(({ suspended }) => suspended)).toHaveLength(5);
    expect(world.directory.userByEmail('roster@example.com')).toMatchObject({ isAdmin: false, suspended: false });
  });

  test('has groups: nested, with an outside member, and an empty one', () => {
    expect(members.skipped).toEqual([]);
    const kinds = (email: string): string[] =>
      world.directory.groupByEmail(email)!.members.map(({ type, externalEmail }) => externalEmail ?? type);
    expect(kinds('all-sales@example.com').filter((kind) => kind === 'GROUP')).toHaveLength(3);
    expect(kinds('press-desk@example.com')).toContain('desk@agency.example.net');
    expect(kinds('everyone@example.com')).toEqual(['CUSTOMER']);
    expect(kinds('newcomers@example.com')).toEqual([]);
  });

  test('has contacts that all load, with every label', () => {
    expect(contacts).toMatchObject({ loaded: 470, skipped: [], partial: [], ignored: [{ column: 'Photo', values: 1 }] });
    expect(contacts.labels).toMatchObject({ Customers: 204, Partners: 92, Press: 30, Suppliers: 52, 'VIP 🌟': 27, 'Kunden DACH': 27 });
    const all = world.people.contactsOf(source);
    const without = (...fields: string[]) => all.filter((contact) => fields.every((field) => contact[field] === undefined));
    expect(without('names').length).toBeGreaterThan(10);
    expect(without('names', 'organizations').length).toBeGreaterThan(4);
  });

  test('has contacts in ten scripts', () => {
    const text = JSON.stringify(world.people.contactsOf(source).map((contact) => contact['names']));
    for (const script of ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Han', 'Katakana', 'Hangul', 'Thai', 'Devanagari']) {
      expect([script, new RegExp(`\\p{Script=${script}}`, 'u').test(text)]).toEqual([script, true]);
    }
  });

  test('has a target user who knows eight of the customers already', () => {
    const jonas = idOf('jonas.weber@example.com');
    expect(loadContactsCsv(world, jonas, file('contacts-jonas.weber.csv'))).toMatchObject({ loaded: 17, skipped: [], partial: [] });
    const persons = (name: string): string[] => parseContactsCsv(file(name)).rows.map(({ person }) => JSON.stringify(person));
    const customers = new Set(persons('contacts.csv'));
    expect(persons('contacts-jonas.weber.csv').filter((person) => customers.has(person))).toHaveLength(8);
  });

  test('has a targets sheet with good rows and deliberate faults', () => {
    const { file: sheet, loaded } = loadTargetsCsv(world, file('targets.csv'), { ownerId: source, title: 'Who gets the customers' });
    expect(loaded).toBe(17);
    const { grid } = sheet.tab('Targets')!;
    const cells = Array.from({ length: grid.lastRow }, (_, at) => scriptValue(sheet, grid.cell(at + 1, 1)));
    expect(cells).toEqual(
      expect.arrayContaining([
        'Target',
        'emea-sales@example.com',
        '/Sales/APAC',
        '/Sales/EMAE',
        '#N/A',
        'example.org',
        '',
        'mara.lindqvist@example.com',
      ]),
    );
    expect(cells).toHaveLength(19);
  });

  test('uses no address outside the domains reserved for examples', () => {
    const addresses = fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .flatMap((name) => file(name).match(/[^\s,;:"<>]+@[\p{L}\d.-]+\p{L}/gu) ?? []);
    expect(addresses.length).toBeGreaterThan(500);
    expect(addresses.filter((address) => !/@([\w-]+\.)*example\.(com|org|net)$/i.test(address))).toEqual([]);
  });
});
