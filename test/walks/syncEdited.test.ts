import { addAll, linesBelow } from '../support/hands';
import type { OfficerCompany } from '../support/officers';
import { customers } from '../support/rosterCompany';
import { previewSync } from '../support/syncWizard';
import { entryOf, letThrough, night, syncedCompany } from '../support/syncHands';

const atSync = (company: OfficerCompany) => {
  const sidebar = company.open(company.admin);
  sidebar.press('Contact syncs');
  sidebar.press('Customers for Sales');
  return sidebar;
};

describe('G46: every field of a sync can be edited', () => {
  it('name, description, label, and every option; the card says what was approved, the accounts follow', () => {
    const company = syncedCompany();
    const sidebar = atSync(company);
    sidebar.press('Edit');
    sidebar.type('Name (required)', 'Key accounts');
    sidebar.type('Description (optional)', 'Asked for by the board');
    sidebar.press('Next');
    company.waitFor(sidebar, /Label \(required\)/);
    sidebar.press('Next');
    sidebar.press('Next');
    sidebar.type('Label at the destinations (optional)', 'VIP');
    sidebar.choose('If a destination has a label of that name', 'Leave that destination out');
    sidebar.toggle('Add to My Contacts', true);
    sidebar.choose('If a destination has such a contact already', 'Take it over: it keeps what is in it, and is never deleted');
    sidebar.choose('Leave out of the contacts', 'Notes', 'Birthdays');
    sidebar.toggle('Run every night', false);
    sidebar.choose('Edits to delivered contacts', 'Only report');
    sidebar.choose('When Roster looks for them', 'Once a week');
    sidebar.choose('When somebody is no destination any more', 'Leave the contacts there');
    sidebar.choose('Suspended destinations', 'Treat as somebody who left');
    sidebar.type('Most that may be deleted, in percent', '12,5');
    sidebar.type('Most contacts that may be deleted', '40');
    sidebar.press('Next');
    previewSync(company, sidebar);
    letThrough(company);
    const card = company.open(company.admin);
    card.press('Contact syncs');
    card.press('Key accounts');
    expect(linesBelow(card, 'What it does')).toEqual([
      'Description: Asked for by the board',
      'Source: source@acme.test, label “Customers”',
      'Destinations: team@acme.test',
      'Label there: “VIP”',
      'A label of that name: Leaves the destination out',
      'My Contacts: Yes: Outlook and phones show the contacts',
      'Contacts that are there already: Are taken over, keep what is in them, and are never deleted',
      'Left out: Notes, Birthdays',
      'Nightly run: No: only “Run now”',
      'Edits at destinations: Edits to delivered contacts are only reported when somebody presses “Run now”.',
      'Who leaves: Keeps the delivered contacts',
      'Suspended users: Count as users who left; nobody reaches their contacts until they are restored',
      'Deletion guard: Stops above 12.5 % or 40 contacts of a destination',
    ]);
    expect(entryOf(company)).toMatchObject({ name: 'Key accounts', nightly: false, drift: { mode: 'report', check: 'weekly' } });
    for (const who of [company.sam, company.eve]) {
      expect(company.namesAt(who)).toEqual(customers);
      expect(company.world.people.contactGroupsOf(who.id).map(({ name }) => name)).toEqual(['VIP']);
    }
    expect(company.troubles()).toEqual([]);
  });

  it('the source: another user’s label comes, what was delivered goes, and the preview says so', () => {
    const company = syncedCompany();
    const { people } = company.world;
    const label = people.addContactGroup(company.sue.id, 'Suppliers').resourceName;
    people.addContact(company.sue.id, {
      names: [{ givenName: 'Glazier' }],
      memberships: [{ contactGroupMembership: { contactGroupResourceName: label } }],
    });
    const sidebar = atSync(company);
    sidebar.press('Edit');
    sidebar.press('Next');
    sidebar.press('Change');
    sidebar.type('Source user (required)', 'sue@acme.test');
    sidebar.press('Use this user');
    company.waitFor(sidebar, /Label \(required\)/);
    sidebar.choose('Label (required)', 'Suppliers (1 contact)');
    sidebar.press('Next');
    sidebar.press('Next');
    sidebar.press('Next');
    previewSync(company, sidebar);
    expect(sidebar.text()).toContain('Remove 6 delivered contacts from 2 people');
    letThrough(company);
    for (const who of [company.sam, company.eve]) {
      expect(company.namesAt(who)).toEqual(['Glazier']);
      expect(people.contactGroupsOf(who.id).map(({ name }) => name)).toEqual(['Suppliers']);
    }
    night(company);
    expect(entryOf(company)).toMatchObject({ state: 'active', destinations: 2 });
    expect(company.troubles()).toEqual([]);
  });

  it('the type: the directory in place of a user’s label', () => {
    const company = syncedCompany();
    const sidebar = atSync(company);
    sidebar.press('Edit');
    sidebar.choose('Type', 'Directory: users of your organization');
    sidebar.press('Next');
    addAll(sidebar, 'Organizational units', '/Sales/EMEA');
    sidebar.press('Next');
    sidebar.press('Next');
    sidebar.type('Label at the destinations (required)', 'Colleagues');
    sidebar.press('Next');
    previewSync(company, sidebar);
    letThrough(company);
    expect(company.namesAt(company.sam)).toEqual(['Eve']);
    expect(company.namesAt(company.eve)).toEqual([]);
    expect(entryOf(company)).toMatchObject({ type: 'directory', state: 'active' });
    expect(company.troubles()).toEqual([]);
  });
});

it('an approval that ended, or whose officer is gone, is asked for again by an edit that changes nothing', () => {
  const company = syncedCompany();
  const [ada] = company.world.people.contactsOf(company.source.id);
  company.world.people.deleteContact(company.source.id, ada!.resourceName as string);
  company.world.clock.advance(366 * 86_400_000);
  night(company);
  const sidebar = atSync(company);
  expect(sidebar.text()).toContain('The approval of this sync has ended. Nothing was changed.');
  expect(sidebar.text()).toContain('Choose “Edit”, go on to the preview and send it.');
  expect(company.namesAt(company.sam)).toEqual(customers);
  sidebar.press('Edit');
  sidebar.press('Next');
  company.waitFor(sidebar, /Label \(required\)/);
  for (let step = 0; step < 3; step += 1) sidebar.press('Next');
  previewSync(company, sidebar);
  letThrough(company);
  expect(company.namesAt(company.sam)).toEqual(customers.slice(1));
  night(company);
  const again = atSync(company);
  expect(again.text()).toContain('Customers for Sales — Active, runs every night');
  expect(again.text()).toContain('Approved until: 3 Mar 2028');
  expect(company.troubles()).toEqual([]);
});
