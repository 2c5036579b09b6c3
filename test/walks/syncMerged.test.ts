import { parseMarks } from '../../src/core/contacts/Mark';
import { callsSince, entryOf, night, syncedCompany } from '../support/syncHands';
import type { OfficerCompany } from '../support/officers';

const MINE = 'contactGroups/myContacts';

type Who = { readonly id: string };
type Contact = {
  readonly resourceName: string;
  readonly names?: readonly { readonly givenName?: string }[];
  readonly emailAddresses?: readonly { readonly value: string }[];
  readonly clientData?: readonly { readonly key: string; readonly value: string }[];
};

const contactsAt = ({ world }: OfficerCompany, { id }: Who): Contact[] => world.people.contactsOf(id) as unknown as Contact[];
const find = (company: OfficerCompany, who: Who, name: string): Contact =>
  contactsAt(company, who).find(({ names }) => names?.[0]?.givenName === name)!;
const addressesOf = ({ emailAddresses = [] }: Contact): string[] => emailAddresses.map(({ value }) => value).sort();

const under = (...names: readonly string[]): object => ({
  memberships: names.map((contactGroupResourceName) => ({ contactGroupMembership: { contactGroupResourceName } })),
});

const writesDuring = (company: OfficerCompany, happens: () => void): number => {
  const before = company.world.network.log.entries.length;
  happens();
  return callsSince(company, before, (operation, effect) => operation.startsWith('people.') && effect === 'write');
};

const both = ['ada.byron@customer.test', 'grace.hopper@customer.test'];

describe('two contacts that the source’s user merged (G21)', () => {
  const merge = (company: OfficerCompany, keep: string, absorb: string): void => {
    const [kept, absorbed] = [find(company, company.source, keep), find(company, company.source, absorb)];
    company.world.people.mergeContacts(company.source.id, kept.resourceName, absorbed.resourceName);
  };
  // Whether a merged contact keeps one of both ids, and which, Google does not say.
  const ways: readonly [string, (company: OfficerCompany) => void, string][] = [
    ['into the first', (company) => merge(company, 'Ada Byron', 'Grace Hopper'), 'Ada Byron'],
    ['into the second', (company) => merge(company, 'Grace Hopper', 'Ada Byron'), 'Grace Hopper'],
    [
      'into a new one',
      (company) => {
        for (const name of ['Ada Byron', 'Grace Hopper'])
          company.world.people.deleteContact(company.source.id, find(company, company.source, name).resourceName);
        company.world.people.addContact(company.source.id, {
          names: [{ givenName: 'Ada Byron' }],
          emailAddresses: both.map((value) => ({ value, type: 'work' })),
          ...under(MINE, company.label),
        });
      },
      'Ada Byron',
    ],
  ];

  it.each(ways)('%s are one contact at every destination, with what both said, and the next night writes nothing', (_, happens, name) => {
    const company = syncedCompany();
    happens(company);
    night(company);
    for (const who of [company.sam, company.eve]) {
      expect(company.namesAt(who)).toEqual([name, 'Katherine Johnson'].sort());
      expect(addressesOf(find(company, who, name))).toEqual(both);
      expect(contactsAt(company, who).map(({ clientData }) => parseMarks(clientData).length)).toEqual([1, 1]);
    }
    expect(entryOf(company)?.outcome).toMatchObject({ done: 2, failed: 0 });
    expect(writesDuring(company, () => night(company))).toBe(0);
    expect(company.troubles()).toEqual([]);
  });

  it.each(['keepAdditions', 'report'] as const)('mode %s: what an owner edited of the one that goes stays with them', (mode) => {
    const company = syncedCompany(() => ({ drift: { mode, check: 'everyNight' } }));
    const { resourceName } = find(company, company.sam, 'Grace Hopper');
    company.world.people.editContact(company.sam.id, resourceName, { nicknames: [{ value: 'Amazing' }] });
    merge(company, 'Ada Byron', 'Grace Hopper');
    night(company);
    expect(company.namesAt(company.sam)).toEqual(['Ada Byron', 'Grace Hopper', 'Katherine Johnson']);
    expect(addressesOf(find(company, company.sam, 'Ada Byron'))).toEqual(both);
    expect(company.namesAt(company.eve)).toEqual(['Ada Byron', 'Katherine Johnson']);
    expect(writesDuring(company, () => night(company))).toBe(0);
    expect(company.troubles()).toEqual([]);
  });
});

describe('contacts that a destination’s user merged', () => {
  const merge = (company: OfficerCompany, keep: string, absorb: string): string => {
    const [kept, absorbed] = [find(company, company.sam, keep), find(company, company.sam, absorb)];
    company.world.people.mergeContacts(company.sam.id, kept.resourceName, absorbed.resourceName);
    return kept.resourceName;
  };

  it('two of the sync’s: theirs from then on; it stands for both, is neither written nor deleted, whatever the source does', () => {
    const company = syncedCompany();
    const { people } = company.world;
    const name = merge(company, 'Ada Byron', 'Grace Hopper');
    const merged = JSON.stringify(people.contact(company.sam.id, name));
    expect(writesDuring(company, () => night(company))).toBe(0);
    people.editContact(company.source.id, find(company, company.source, 'Ada Byron').resourceName, { nicknames: [{ value: 'Countess' }] });
    people.deleteContact(company.source.id, find(company, company.source, 'Grace Hopper').resourceName);
    night(company);
    expect(company.namesAt(company.sam)).toEqual(['Ada Byron', 'Katherine Johnson']);
    expect(company.namesAt(company.eve)).toEqual(['Ada Byron', 'Katherine Johnson']);
    people.deleteContact(company.source.id, find(company, company.source, 'Ada Byron').resourceName);
    night(company);
    expect(JSON.stringify(people.contact(company.sam.id, name))).toBe(merged);
    expect(company.namesAt(company.eve)).toEqual(['Katherine Johnson']);
    expect(entryOf(company)).toMatchObject({ state: 'active' });
    expect(company.troubles()).toEqual([]);
  });

  it.each([
    ['enforce', ['ada.byron@customer.test']],
    ['keepAdditions', ['ada.byron@customer.test', 'mother@home.test']],
    ['report', ['ada.byron@customer.test', 'mother@home.test']],
  ] as const)('mode %s: one of the sync’s with one of their own is an edit', (mode, expected) => {
    const company = syncedCompany(() => ({ drift: { mode, check: 'everyNight' } }));
    company.world.people.addContact(company.sam.id, { names: [{ givenName: 'Mother' }], emailAddresses: [{ value: 'mother@home.test' }] });
    merge(company, 'Ada Byron', 'Mother');
    night(company);
    expect(company.namesAt(company.sam)).toEqual(['Ada Byron', 'Grace Hopper', 'Katherine Johnson']);
    expect(addressesOf(find(company, company.sam, 'Ada Byron'))).toEqual(expected);
    expect(writesDuring(company, () => night(company))).toBe(0);
  });
});

describe('a mark that another tool deleted (G39)', () => {
  const strip = (company: OfficerCompany, change: object = {}): string => {
    const { resourceName } = find(company, company.sam, 'Ada Byron');
    company.world.people.editContact(company.sam.id, resourceName, { clientData: [{ key: 'crm', value: '17' }], ...change });
    return resourceName;
  };

  it('comes back where the contact says in the sync’s label what the source says; the other tool’s entry stays', () => {
    const company = syncedCompany();
    const name = strip(company);
    night(company);
    expect(company.namesAt(company.sam)).toEqual(['Ada Byron', 'Grace Hopper', 'Katherine Johnson']);
    const { clientData = [], resourceName } = find(company, company.sam, 'Ada Byron');
    expect(resourceName).toBe(name);
    expect(clientData).toContainEqual(expect.objectContaining({ key: 'crm', value: '17' }));
    expect(parseMarks(clientData)).toMatchObject([{ sourceUserId: company.source.id }]);
    expect(writesDuring(company, () => night(company))).toBe(0);
    company.world.people.deleteContact(company.source.id, find(company, company.source, 'Ada Byron').resourceName);
    night(company);
    expect(company.namesAt(company.sam)).toEqual(['Grace Hopper', 'Katherine Johnson']);
    expect(company.troubles()).toEqual([]);
  });

  it('does not where it says anything else: it is their owner’s, and nothing is delivered beside it', () => {
    const company = syncedCompany();
    const name = strip(company, { nicknames: [{ value: 'Countess' }] });
    const theirs = JSON.stringify(company.world.people.contact(company.sam.id, name));
    expect(writesDuring(company, () => night(company))).toBe(0);
    company.world.people.deleteContact(company.source.id, find(company, company.source, 'Ada Byron').resourceName);
    night(company);
    expect(JSON.stringify(company.world.people.contact(company.sam.id, name))).toBe(theirs);
    expect(company.namesAt(company.eve)).toEqual(['Grace Hopper', 'Katherine Johnson']);
  });
});

describe('what becomes of a label at a destination (G14, G45)', () => {
  const labelOf = ({ world, sam }: OfficerCompany) => world.people.contactGroupsOf(sam.id)[0]!;

  it.each([
    ['enforce', 'Customers'],
    ['keepAdditions', 'Mine'],
    ['report', 'Mine'],
  ] as const)('mode %s: renamed by its user it is called %s after the night', (mode, expected) => {
    const company = syncedCompany(() => ({ drift: { mode, check: 'everyNight' } }));
    company.world.people.renameContactGroup(company.sam.id, labelOf(company).resourceName, 'Mine');
    night(company);
    expect(labelOf(company).name).toBe(expected);
    expect(writesDuring(company, () => night(company))).toBe(0);
  });

  it('deleted by its user it stays away with “report only”, and its contacts stay', () => {
    const company = syncedCompany(() => ({ drift: { mode: 'report', check: 'everyNight' } }));
    company.world.people.deleteContactGroup(company.sam.id, labelOf(company).resourceName);
    expect(writesDuring(company, () => night(company))).toBe(0);
    expect(company.namesAt(company.sam)).toEqual(['Ada Byron', 'Grace Hopper', 'Katherine Johnson']);
  });
});
