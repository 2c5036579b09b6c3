import fc from 'fast-check';
import { loadContactsCsv } from '../../../simulator/loaders/loadContactsCsv';
import { printContactsCsv } from '../../../simulator/loaders/printContactsCsv';
import { World } from '../../../simulator/World';
import { addTo, contentsOf, twoAccounts } from '../../support/contactAccounts';
import { csvContact } from '../../support/csvContactArbitrary';

const FIXED =
  'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,' +
  'Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels';
const ADDRESS = 'Label,Formatted,Street,City,PO Box,Region,Postal Code,Country,Extended Address';

describe('the Google CSV of an account', () => {
  test('loaded into another account, gives the same contacts in the same order with the same labels', () => {
    const groups = fc.uniqueArray(
      fc.constantFrom('Customers', 'Émigré & Co', '山', 'a "b", c', '=1+1', '🎈', 'contactGroups/myContacts', 'contactGroups/starred'),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(csvContact, groups), { maxLength: 5 }), (contacts) => {
        const { world, first, second } = twoAccounts();
        for (const [person, names] of contacts) addTo(world, first, person, names);
        const report = loadContactsCsv(world, second, printContactsCsv(world, first));
        expect(report).toMatchObject({ loaded: contacts.length, partial: [], skipped: [], ignored: [] });
        expect(contentsOf(world, second)).toEqual(contentsOf(world, first));
      }),
      { numRuns: 150 },
    );
  });

  test('has the fixed columns, and numbered ones as many as the fullest contact needs', () => {
    const { world, first } = twoAccounts();
    expect(printContactsCsv(world, first)).toBe(`${FIXED}\n`);
    addTo(world, first, { names: [{ givenName: 'Ann' }], phoneNumbers: [{ value: '1', type: 'home' }] }, ['contactGroups/myContacts']);
    addTo(
      world,
      first,
      {
        phoneNumbers: [
          { value: '2', type: 'home' },
          { value: '3', type: 'mobile' },
        ],
        addresses: [{ city: 'Bern' }],
        userDefined: [{ key: 'No.', value: '4' }],
      },
      ['Press', 'contactGroups/myContacts'],
    );
    const address = ADDRESS.split(',').map((part) => `Address 1 - ${part}`);
    expect(printContactsCsv(world, first).split('\n')).toEqual([
      `${FIXED},Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,${address.join(',')},Custom Field 1 - Label,Custom Field 1 - Value`,
      `Ann${','.repeat(16)}* myContacts,Home,1${','.repeat(2 + 9 + 2)}`,
      ',,,,,,,,,,,,,,,,Press ::: * myContacts,Home,2,Mobile,3,,Bern,,Bern,,,,,,No.,4',
      '',
    ]);
  });

  test('keeps contacts in the trash and labels without contacts out', () => {
    const { world, first } = twoAccounts();
    const { resourceName } = addTo(world, first, { names: [{ givenName: 'Ann' }] }, ['Press']);
    world.people.deleteContact(first, resourceName as string);
    expect(printContactsCsv(world, first)).toBe(`${FIXED}\n`);
  });

  test('is refused for somebody who does not exist', () => {
    expect(() => printContactsCsv(new World(), 'nobody')).toThrow('no user nobody');
  });
});
