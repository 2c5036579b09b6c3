import { customers } from '../support/rosterCompany';
import { passHours } from '../support/hands';
import { forgeClick } from '../support/forgeClick';
import { replaceInFile } from '../support/replaceInFile';
import { officerCompany, type OfficerCompany } from '../support/officers';
import {
  callsSince,
  customersAt,
  entryOf,
  lastRequest,
  letThrough,
  makeSync,
  night,
  preview,
  syncedCompany,
  syncId,
  teamOf,
} from '../support/syncHands';

const find = (
  company: OfficerCompany,
  who: { readonly id: string },
  name: string,
): { readonly resourceName: string } & Record<string, unknown> =>
  company.world.people
    .contactsOf(who.id)
    .find((one) => (one as { names?: { givenName?: string }[] }).names?.[0]?.givenName === name) as unknown as {
    readonly resourceName: string;
  } & Record<string, unknown>;

const edit = (company: OfficerCompany, who: { readonly id: string }, name: string, change: object): void => {
  company.world.people.editContact(who.id, find(company, who, name).resourceName, change);
};

const writesDuring = (company: OfficerCompany, happens: () => void): number => {
  const before = company.world.network.log.entries.length;
  happens();
  return callsSince(company, before, (_, effect) => effect === 'write');
};

describe('what owners edit, by mode (G22, G43)', () => {
  it('“keep additions”: what they added stays beside what the source changes; what they overwrote is put back', () => {
    const company = syncedCompany(() => ({ drift: { mode: 'keepAdditions', check: 'everyNight' } }));
    edit(company, company.sam, 'Ada Byron', {
      emailAddresses: [{ value: 'ada.byron@customer.test', type: 'work' }, { value: 'ada@home.test' }],
    });
    edit(company, company.source, 'Ada Byron', { phoneNumbers: [{ value: '+44 20 7946 0000' }] });
    night(company);
    const ada = find(company, company.sam, 'Ada Byron') as { emailAddresses?: { value: string }[]; phoneNumbers?: { value: string }[] };
    expect(ada.emailAddresses?.map(({ value }) => value).sort()).toEqual(['ada.byron@customer.test', 'ada@home.test']);
    expect(ada.phoneNumbers?.map(({ value }) => value)).toEqual(['+44 20 7946 0000']);
    expect(writesDuring(company, () => night(company))).toBe(0);
  });

  it('“report only”: edits and deletions stay as they are, and nothing is written because of them', () => {
    const company = syncedCompany(() => ({ drift: { mode: 'report', check: 'everyNight' } }));
    edit(company, company.sam, 'Ada Byron', { nicknames: [{ value: 'Countess' }] });
    company.world.people.deleteContact(company.sam.id, find(company, company.sam, 'Grace Hopper').resourceName);
    expect(writesDuring(company, () => night(company))).toBe(0);
    expect(company.namesAt(company.sam)).toEqual(['Ada Byron', 'Katherine Johnson']);
    expect(find(company, company.sam, 'Ada Byron')['nicknames']).toMatchObject([{ value: 'Countess' }]);
  });

  it('a difference that comes back after it was put right is left alone, and written no more', () => {
    const company = syncedCompany();
    const spoil = (): void => edit(company, company.sam, 'Ada Byron', { nicknames: [{ value: 'Countess' }] });
    spoil();
    night(company);
    expect(find(company, company.sam, 'Ada Byron')['nicknames']).toBeUndefined();
    spoil();
    expect(writesDuring(company, () => night(company))).toBe(0);
  });
});

describe('what a destination has already (B7, G36)', () => {
  const withTheirs = (change: object): OfficerCompany => {
    const company = officerCompany();
    const label = company.world.people.addContactGroup(company.sam.id, 'Customers');
    company.world.people.addContact(company.sam.id, {
      names: [{ givenName: 'Ada Byron' }],
      emailAddresses: [{ value: 'ada.byron@customer.test' }],
      nicknames: [{ value: 'Countess' }],
      memberships: ['contactGroups/myContacts', label.resourceName].map((contactGroupResourceName) => ({
        contactGroupMembership: { contactGroupResourceName },
      })),
    });
    makeSync(company, { ...customersAt(company, teamOf(company)), ...change });
    return company;
  };

  it('is left as it is, and not delivered a second time', () => {
    const company = withTheirs({});
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(find(company, company.sam, 'Ada Byron')['nicknames']).toMatchObject([{ value: 'Countess' }]);
    expect(company.world.people.contactGroupsOf(company.sam.id)).toHaveLength(1);
    expect(writesDuring(company, () => night(company))).toBe(0);
  });

  it('is taken over by choice, keeps what it had, follows the source, and is never deleted', () => {
    const company = withTheirs({ existingContacts: 'adopt' });
    edit(company, company.source, 'Ada Byron', { phoneNumbers: [{ value: '+44 20 7946 0000' }] });
    night(company);
    expect(find(company, company.sam, 'Ada Byron')).toMatchObject({
      nicknames: [{ value: 'Countess' }],
      phoneNumbers: [{ value: '+44 20 7946 0000' }],
    });
    company.world.people.deleteContact(company.source.id, find(company, company.source, 'Ada Byron').resourceName);
    night(company);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.namesAt(company.eve)).toEqual(['Grace Hopper', 'Katherine Johnson']);
    expect(company.troubles()).toEqual([]);
  });

  it('a label of that name keeps the destination out, by choice', () => {
    const company = withTheirs({ existingLabel: 'refuse' });
    expect(company.namesAt(company.sam)).toEqual(['Ada Byron']);
    expect(company.namesAt(company.eve)).toEqual(customers);
  });
});

describe('when it runs (G17–G19, G30–G32)', () => {
  it('“Run now” off: approved, nothing is written before the first night, which fills', () => {
    const company = officerCompany();
    makeSync(company, customersAt(company, teamOf(company)), true);
    expect(lastRequest(company)).toMatchObject({ s: 'done' });
    expect(company.namesAt(company.sam)).toEqual([]);
    night(company);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.troubles()).toEqual([]);
  });

  it('a sync without nights, and one that is paused, do nothing by themselves', () => {
    const company = syncedCompany(() => ({ nightly: false }));
    edit(company, company.source, 'Ada Byron', { nicknames: [{ value: 'Countess' }] });
    expect(writesDuring(company, () => night(company))).toBe(0);
    makeSync(company, { ...customersAt(company, teamOf(company)), nightly: true });
    edit(company, company.source, 'Ada Byron', { nicknames: [{ value: 'Enchantress' }] });
    forgeClick(company, company.admin, 'pauseSync', { sync: syncId });
    expect(writesDuring(company, () => night(company))).toBe(0);
    forgeClick(company, company.admin, 'resumeSync', { sync: syncId });
    night(company);
    expect(find(company, company.sam, 'Ada Byron')['nicknames']).toMatchObject([{ value: 'Enchantress' }]);
  });

  it('G47: deleted without its contacts, it leaves them all where they are', () => {
    const company = syncedCompany();
    const choice = '"leavers":"remove"';
    const documents = (): number => replaceInFile(company, 'Roster ledger', 'Documents', choice, choice);
    const before = documents();
    expect(writesDuring(company, () => void forgeClick(company, company.admin, 'deleteSync', { sync: syncId }))).toBe(0);
    expect(entryOf(company)).toBeUndefined();
    night(company);
    // The request keeps what was approved; the sync's own documents are gone.
    expect(documents()).toBe(before - 1);
    expect(Object.keys(company.project.scriptProperties.entries()).filter((key) => /^(sync|parcel)\./.test(key))).toEqual([]);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.troubles()).toEqual([]);
  });

  it('an edit whose source changes before it is approved is approved all the same, and the next run brings both', () => {
    const company = syncedCompany();
    preview(company, { ...customersAt(company, teamOf(company)), targetGroupName: 'VIP' });
    edit(company, company.source, 'Ada Byron', { nicknames: [{ value: 'Countess' }] });
    letThrough(company);
    expect(lastRequest(company).s).toBe('done');
    passHours(company, 4);
    expect(find(company, company.sam, 'Ada Byron')['nicknames']).toMatchObject([{ value: 'Countess' }]);
    expect(company.world.people.contactGroupsOf(company.sam.id).map(({ name }) => name)).toEqual(['VIP']);
    expect(company.troubles()).toEqual([]);
  });
});

describe('the directory as a source (G33–G34)', () => {
  it('its users become contacts: not oneself, not who is hidden; who is renamed or leaves follows', () => {
    const company = officerCompany();
    const { directory } = company.world;
    const sales = { kind: 'domain', domainName: 'acme.test', label: 'acme.test' } as const;
    makeSync(company, {
      ...customersAt(company, teamOf(company)),
      targetGroupName: 'Colleagues',
      source: { kind: 'directory', users: { selectors: [sales], excludedUserIds: [] } },
      leaveOut: [],
    });
    const { c, k } = lastRequest(company) as unknown as { c: number[]; k: number[] };
    // B9: reads, writes, tokens, calls to the directory, contact writes of the day.
    expect(k.slice(0, 5)).toEqual(c.slice(0, 5));
    const all = [...directory.users.values()].filter((user) => !user.suspended).length;
    expect(company.namesAt(company.sam)).toHaveLength(all - 1);
    expect(company.namesAt(company.sam)).not.toContain('Sam');
    expect(company.namesAt(company.eve)).toContain('Sam');
    expect(company.world.people.contactGroupsOf(company.sam.id).map(({ name }) => name)).toEqual(['Colleagues']);
    expect(writesDuring(company, () => night(company))).toBe(0);
    directory.suspendUser(company.sue.id);
    night(company);
    expect(company.namesAt(company.sam)).not.toContain('Sue');
    expect(company.namesAt(company.sam)).toHaveLength(all - 2);
    expect(company.troubles()).toEqual([]);
  });
});

test('what cards show of a sync is put right by the night when somebody edited it, and is refused until then', () => {
  const company = syncedCompany();
  const [choice, altered] = ['"leavers":"remove"', '"leavers":"keep"'];
  const shown = (text: string): number => replaceInFile(company, 'Roster workbook', 'Exchange', text, text);
  expect(shown(choice)).toBe(1);
  replaceInFile(company, 'Roster workbook', 'Exchange', choice, altered);
  forgeClick(company, company.admin, 'editSync', { sync: syncId });
  expect(JSON.stringify(company.project.userProperties(company.admin.id).entries())).not.toContain('leavers');
  night(company);
  expect([shown(choice), shown(altered)]).toEqual([1, 0]);
});

test('a definition that somebody changed in the ledger is not carried out', () => {
  const company = syncedCompany();
  expect(replaceInFile(company, 'Roster ledger', 'Documents', '"leavers":"remove"', '"leavers":"keep"')).toBeGreaterThan(0);
  edit(company, company.source, 'Ada Byron', { nicknames: [{ value: 'Countess' }] });
  passHours(company, 24);
  expect(entryOf(company)).toMatchObject({ state: 'held', reason: { code: 'sync.definitionLost' } });
  expect(find(company, company.sam, 'Ada Byron')['nicknames']).toBeUndefined();
});
