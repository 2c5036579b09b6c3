import fc from 'fast-check';
import { parseQuery } from '../../../simulator/directory/parseQuery';
import { sampleCompany } from '../network/sampleCompany';

describe('pages', () => {
  it('give everybody exactly once, whatever the page size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), fc.boolean(), (users, size, sorted) => {
        const { read, world } = sampleCompany();
        for (let i = 0; i < users; i++) world.directory.addUser({ primaryEmail: `u${i}@acme.test` });
        const seen: string[] = [];
        let token = '';
        do {
          const page = read(`users?customer=my_customer&maxResults=${size}${sorted ? '&orderBy=familyName' : ''}${token}`).json;
          seen.push(...page.users.map((user: { id: string }) => user.id));
          token = page.nextPageToken === undefined ? '' : `&pageToken=${page.nextPageToken}`;
        } while (token !== '');
        expect(seen).toHaveLength(users + 2);
        expect(new Set(seen)).toEqual(new Set(world.directory.users.keys()));
      }),
      { numRuns: 30 },
    );
  });
});

describe('search clauses', () => {
  it('carry any value that is quoted and escaped', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }), (values) => {
        const query = values.map((value) => `orgUnitPath='${value.replace(/[\\']/g, '\\$&')}'`).join(' ');
        expect(parseQuery(query)).toEqual(values.map((value) => ({ field: 'orgUnitPath', operator: '=', value })));
      }),
    );
  });
});
