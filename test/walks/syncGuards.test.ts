import { customers } from '../support/rosterCompany';
import {
  ask,
  callsSince,
  customersAt,
  entryOf,
  lastRequest,
  letThrough,
  makeSync,
  night,
  preview,
  previewed,
  syncedCompany,
  teamOf,
  userOf,
} from '../support/syncHands';
import { mailsTo, officerCompany, type OfficerCompany } from '../support/officers';

const remove = (company: OfficerCompany, name: string): void => {
  const found = company.world.people
    .contactsOf(company.source.id)
    .find((one) => (one as { names?: { givenName?: string }[] }).names?.[0]?.givenName === name)!;
  company.world.people.deleteContact(company.source.id, found.resourceName as string);
};

/** Twelve more customers, so that shares are judged. */
const many = Array.from({ length: 12 }, (_, index) => `Customer ${String(index).padStart(2, '0')}`);
const addMany = (company: OfficerCompany): void => {
  for (const givenName of many)
    company.world.people.addContact(company.source.id, {
      names: [{ givenName }],
      memberships: ['contactGroups/myContacts', company.label].map((contactGroupResourceName) => ({
        contactGroupMembership: { contactGroupResourceName },
      })),
    });
};

const bigCompany = (): OfficerCompany => {
  const company = officerCompany();
  addMany(company);
  makeSync(company, customersAt(company, teamOf(company)));
  return company;
};

const deletions = (company: OfficerCompany, from: number): number =>
  callsSince(company, from, (operation) => /delete/i.test(operation) && operation.startsWith('people.'));

describe('what holds a night (B5): nothing is deleted anywhere, and owner and officers are told once', () => {
  it.each<[string, (company: OfficerCompany) => void, string]>([
    ['a source that reads empty', (company) => [...customers, ...many].forEach((name) => remove(company, name)), 'sync.sourceEmptied'],
    ['more deletions than the guard allows', (company) => many.slice(0, 8).forEach((name) => remove(company, name)), 'sync.tooLargeShare'],
    ['a source user who is suspended', (company) => company.world.directory.suspendUser(company.source.id), 'sync.sourceSuspended'],
    ['a source user who is gone', (company) => company.world.directory.deleteUser(company.source.id), 'sync.sourceGone'],
    [
      'a label that is gone',
      (company) => company.world.people.deleteContactGroup(company.source.id, company.label),
      'sync.sourceGroupGone',
    ],
    [
      'a group that suddenly reads empty',
      ({ world }) => ['sam@acme.test', 'nested@acme.test'].forEach((one) => world.directory.removeMember('team@acme.test', one)),
      'sync.selectorEmptied',
    ],
    [
      'a group that is gone',
      ({ world }) => world.directory.deleteGroup(world.directory.groupByEmail('team@acme.test')!.id),
      'sync.selectorGone',
    ],
  ])('%s', (_, happens, code) => {
    const company = bigCompany();
    happens(company);
    const from = company.world.network.log.entries.length;
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'held', reason: { code } });
    expect(deletions(company, from)).toBe(0);
    expect(company.namesAt(company.sam)).toHaveLength(15);
    expect(company.namesAt(company.eve)).toHaveLength(15);
    expect(mailsTo(company, company.olga, /Contact sync held/)).toHaveLength(1);
    expect(mailsTo(company, company.admin, /Contact sync held/)).toHaveLength(1);
    night(company);
    expect(mailsTo(company, company.admin, /Contact sync held/)).toHaveLength(1);
    expect(deletions(company, from)).toBe(0);
    expect(company.troubles()).toEqual([]);
  });

  it('goes on by itself once what held it has passed', () => {
    const company = bigCompany();
    company.world.directory.suspendUser(company.source.id);
    night(company);
    company.world.directory.unsuspendUser(company.source.id);
    remove(company, 'Ada Byron');
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'active' });
    expect(entryOf(company)?.reason).toBeUndefined();
    expect(company.namesAt(company.sam)).toHaveLength(14);
  });

  it('“Review and allow once” is a request: officers see what goes, and only that goes', () => {
    const company = bigCompany();
    many.slice(0, 8).forEach((name) => remove(company, name));
    night(company);
    ask(company, 'allow');
    previewed(company);
    expect(lastRequest(company)).toMatchObject({ s: 'prepared' });
    expect(company.namesAt(company.sam)).toHaveLength(15);
    letThrough(company);
    expect(company.namesAt(company.sam)).toHaveLength(7);
    expect(company.namesAt(company.eve)).toHaveLength(7);
    expect(entryOf(company)).toMatchObject({ state: 'active' });
    expect(company.troubles()).toEqual([]);
  });

  it('nights rest on the officers who approved the rule: one who is removed stops them', () => {
    const company = syncedCompany();
    const policy = JSON.parse(company.project.scriptProperties.get('policy')!) as { officers: { userId: string }[] };
    const officers = policy.officers.filter(({ userId }) => userId !== company.olga.id);
    company.project.scriptProperties.set({ policy: JSON.stringify({ ...policy, officers }) });
    remove(company, 'Ada Byron');
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'held', reason: { code: 'sync.approvalVoid' } });
    expect(company.namesAt(company.sam)).toEqual(customers);
  });
});

test('B13: a sync that would feed itself through another is refused when it is saved', () => {
  const company = syncedCompany();
  const label = company.world.people.contactGroupsOf(company.sam.id)[0]!;
  const draft = customersAt(company, userOf(company.source));
  preview(company, {
    ...draft,
    id: 'sync2',
    name: 'Back again',
    source: {
      kind: 'personal',
      userId: company.sam.id,
      email: 'sam@acme.test',
      group: { resourceName: label.resourceName, name: 'Customers' },
    },
  });
  expect(lastRequest(company)).toMatchObject({ s: 'failed', e: { code: 'sync.cycle' } });
});
