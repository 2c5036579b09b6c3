import type { RosterCompany } from '../support/rosterCompany';
import { customers } from '../support/rosterCompany';
import { forgeClick } from '../support/forgeClick';
import { addAll, linesBelow, passHours, search } from '../support/hands';
import { mailsTo, officerCompany } from '../support/officers';
import { entryOf, lastRequest, letThrough, syncRequests } from '../support/syncHands';
import { beginSync, chooseCustomers, previewSync, toReview } from '../support/syncWizard';

const atHome = () => {
  const company = officerCompany();
  return { company, sidebar: company.open(company.admin) };
};
type Sidebar = ReturnType<typeof atHome>['sidebar'];

/** A Sheet beside the sidebar with addresses in its first column. */
const writeSheet = ({ world, sheet }: RosterCompany, ...cells: readonly string[]): void =>
  world.drive.edit(sheet.id, sheet.tabs[0]!.name, 'A1', [['Who'], ...cells.map((cell) => [cell])]);

const atDestinations = (): { company: ReturnType<typeof officerCompany>; sidebar: Sidebar } => {
  const { company, sidebar } = atHome();
  beginSync(sidebar);
  chooseCustomers(company, sidebar);
  return { company, sidebar };
};

describe('G8–G10, G17–G19: the list and step 1', () => {
  it('“Add” opens the wizard; the type is personal contacts unless somebody chooses the directory, and the description may stay empty', () => {
    const { sidebar } = atHome();
    expect(sidebar.text()).toContain('There is no contact sync yet. Choose “Contact syncs”');
    sidebar.press('Contact syncs');
    expect(sidebar.text()).toContain('There is none yet. Press “Add”');
    sidebar.press('Add');
    expect(sidebar.text()).toContain('Type: (x) Personal contacts: one label of one user ( ) Directory');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Give it a name, to find it again.');
    sidebar.type('Name (required)', 'Customers');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Customers — Step 2 of 5: source');
  });

  it('G17–G18: nothing runs at night unless it is switched on', () => {
    const { company, sidebar } = atHome();
    toReview(company, sidebar);
    expect(sidebar.text()).toContain('Nightly run: No: only “Run now”');
    sidebar.back();
    sidebar.toggle('Run every night', true);
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Nightly run: Yes');
  });

  it('S48, G9: a half-filled sync is offered in the list, and before a new one replaces it', () => {
    const { company, sidebar } = atHome();
    beginSync(sidebar, 'Half');
    const later = company.open(company.admin);
    later.press('Contact syncs');
    expect(later.text()).toContain('Draft: [Half] (Go on where you stopped');
    later.press('Add');
    expect(later.text()).toContain('You began “Half” and did not send it.');
    later.press('Go on with the draft');
    expect(later.text()).toContain('Name (required): {Half}');
    later.back();
    later.press('Start a new one');
    expect(later.text()).toContain('Name (required): {}');
    expect(company.troubles()).toEqual([]);
  });
});

describe('G11–G13: the source', () => {
  it('labels are there once a user is chosen: the user’s own, never Google Groups', () => {
    const { company, sidebar } = atHome();
    beginSync(sidebar);
    expect(sidebar.text()).toContain('Choose the source user first');
    expect(sidebar.text()).not.toContain('Label (required)');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Step 2 of 5');
    sidebar.pick('Source user (required)', sidebar.suggest('Source user (required)', 'source')[0]!);
    sidebar.press('Use this user');
    company.waitFor(sidebar, /Label \(required\)/);
    expect(sidebar.text()).toContain('Label (required): (x) Choose one ( ) Customers (3 contacts)');
    expect(sidebar.text()).not.toContain('team@');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Choose the label whose contacts are kept in step.');
    sidebar.choose('Label (required)', 'Customers (3 contacts)');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Step 3 of 5: destinations');
    expect(company.troubles()).toEqual([]);
  });

  it('another user lets the label go', () => {
    const { company, sidebar } = atDestinations();
    sidebar.back();
    expect(sidebar.text()).toContain('(x) Customers (3 contacts)');
    sidebar.press('Change');
    expect(sidebar.text()).toContain('Choose the source user first');
    sidebar.type('Source user (required)', 'sam@acme.test');
    sidebar.press('Next');
    company.waitFor(sidebar, /This user has no labels/);
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Step 2 of 5');
  });
});

describe('G23–G28: destinations', () => {
  it('G23–G26: by address, group, unit and domain, “Add selected” and “Add all”; a chosen one is taken back', () => {
    const { company, sidebar } = atDestinations();
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Choose users, groups, organizational units or domains, or read them from a Sheet.');
    search(sidebar, 'Users', 's');
    sidebar.choose('1–3 of 3', 'User: sam@acme.test (Sam Test, /Sales)', 'User: sue@acme.test (Sue Test, /Sales)');
    sidebar.press('Add selected');
    addAll(sidebar, 'Groups', 'team');
    addAll(sidebar, 'Organizational units', '/Sales/EMEA');
    addAll(sidebar, 'Domains', 'acme-labs');
    const chosen = linesBelow(sidebar, 'Chosen').join('\n');
    for (const one of ['sam@', 'sue@', 'team@', '/Sales/EMEA', 'acme-labs.test']) expect(chosen).toContain(one);
    sidebar.press('×', { near: 'sue@acme.test' });
    expect(linesBelow(sidebar, 'Chosen').join('\n')).not.toContain('sue@');
    expect(company.troubles()).toEqual([]);
  });

  it('G27: from the open Sheet; the cells join what was chosen for the sync, not for a workflow', () => {
    const { company, sidebar } = atDestinations();
    writeSheet(company, 'sam@acme.test', '/Sales/EMEA', 'nobody@acme.test');
    sidebar.press('Choose cells');
    sidebar.press('Read column');
    expect(sidebar.text()).toContain('3 cells, 2 entries added, 1 cell not understood.');
    sidebar.press('Back to destinations');
    expect(sidebar.text()).toContain('Step 3 of 5: destinations');
    expect(linesBelow(sidebar, 'Chosen').join('\n')).toMatch(/sam@acme\.test[^]*\/Sales\/EMEA/);
    expect(company.troubles()).toEqual([]);
  });

  it('G28: a user who is left out gets nothing, whatever group they are in; put back, they do', () => {
    const { company, sidebar } = atDestinations();
    addAll(sidebar, 'Groups', 'team');
    search(sidebar, 'Users', 'eve');
    sidebar.choose('1–1 of 1', 'User: eve@acme.test (Eve Test, /Sales/EMEA)');
    sidebar.press('Leave out selected');
    expect(linesBelow(sidebar, 'Left out').join('\n')).toContain('eve@acme.test');
    sidebar.press('Next');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Destinations: team@acme.test; without 1 user');
    previewSync(company, sidebar);
    expect(linesBelow(sidebar, 'Preview by target')[0]).toBe('/Sales: sam@acme.test (3 new contacts, label will be created)');
    expect(sidebar.text()).not.toContain('eve@');
    for (let step = 0; step < 3; step += 1) sidebar.back();
    sidebar.press('Put back');
    expect(sidebar.text()).not.toContain('Left out');
    sidebar.press('Next');
    sidebar.press('Next');
    previewSync(company, sidebar);
    expect(sidebar.text()).toContain('eve@acme.test (3 new contacts, label will be created)');
    expect(company.troubles()).toEqual([]);
  });
});

describe('G14–G18, G22, G36: options', () => {
  it('the label’s name is optional, My Contacts is said to be what Outlook needs, and what is typed wrongly is named at its field', () => {
    const { company, sidebar } = atDestinations();
    addAll(sidebar, 'Groups', 'team');
    sidebar.press('Next');
    const text = sidebar.text();
    expect(text).toContain('Label at the destinations (optional)');
    expect(text).toContain('Add to My Contacts (Outlook sync needs it');
    expect(text).toContain('Google has no read-only contact');
    expect(text).toContain('If a destination has a label of that name: (x) Put the contacts into it');
    sidebar.type('Label at the destinations (optional)', 'My Contacts');
    sidebar.type('Most that may be deleted, in percent', 'many');
    sidebar.type('Most contacts that may be deleted', '-3');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Step 4 of 5');
    expect(sidebar.text()).toContain('Enter another name for the label at the destinations.');
    expect(sidebar.text()).toContain('Enter a number from 0 to 100.');
    expect(sidebar.text()).toMatch(/Enter a whole number from 0 to/);
    expect(company.troubles()).toEqual([]);
  });

  it('every choice is in the review as it was made', () => {
    const { company, sidebar } = atHome();
    toReview(company, sidebar, (card) => {
      card.type('Label at the destinations (optional)', 'Key accounts');
      card.choose('If a destination has a label of that name', 'Leave that destination out');
      card.toggle('Add to My Contacts', true);
      card.choose('If a destination has such a contact already', 'Take it over: it keeps what is in it, and is never deleted');
      card.choose('Leave out of the contacts', 'Notes', 'Birthdays');
      card.toggle('Run every night', true);
      card.choose('Edits to delivered contacts', 'Put back, but keep what was added');
      card.choose('When Roster looks for them', 'Once a week');
      card.choose('When somebody is no destination any more', 'Leave the contacts there');
      card.choose('Suspended destinations', 'Treat as somebody who left');
      card.type('Most that may be deleted, in percent', '12,5 %');
      card.type('Most contacts that may be deleted', '40');
    });
    expect(linesBelow(sidebar, 'What you chose')).toEqual([
      'Source: source@acme.test, label “Customers”',
      'Destinations: team@acme.test',
      'Label there: “Key accounts”',
      'A label of that name: Leaves the destination out',
      'My Contacts: Yes: Outlook and phones show the contacts',
      'Contacts that are there already: Are taken over, keep what is in them, and are never deleted',
      'Left out: Notes, Birthdays',
      'Nightly run: Yes',
      'Edits at destinations: What is added to delivered contacts is kept, other edits are put back at the next drift check, once a week.',
      'Who leaves: Keeps the delivered contacts',
      'Suspended users: Count as users who left; nobody reaches their contacts until they are restored',
      'Deletion guard: Stops above 12.5 % or 40 contacts of a destination',
    ]);
    expect(company.troubles()).toEqual([]);
  });
});

describe('G30–G32: review, preview, approval', () => {
  it('the preview names creations, changes, deletions, calls and time; nothing is there before an officer approves it', () => {
    const { company, sidebar } = atHome();
    toReview(company, sidebar);
    expect(sidebar.text()).toMatch(/Run now .*\{on\}/);
    sidebar.press('Preview');
    expect(sidebar.text()).toContain('Roster reads the source and every destination');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    const plan = linesBelow(sidebar, 'What will happen').join('\n');
    for (const line of ['New contacts: 6', 'Changed, or put under other labels: 0', 'Deleted: nothing', 'Destinations looked at: 2'])
      expect(plan).toContain(line);
    expect(plan).toMatch(/Effort: .* \d+ calls to Google/);
    const choice = 'Who leaves: Loses the delivered contacts';
    expect(linesBelow(sidebar, 'What was asked')).toContain(choice);
    expect(entryOf(company, syncRequests(company)[0]!.j)).toBeUndefined();
    sidebar.press('Send approval request');
    sidebar.press('Confirm');
    const later = company.open(company.admin);
    later.press('Contact syncs');
    expect(linesBelow(later, 'Begun, not finished').join('\n')).toContain('[Customers for Sales] (Waiting for approval)');
    expect(later.text()).toContain('None is active yet: the one above begins once it is approved.');
    expect(later.text()).not.toContain('Draft');
    passHours(company, 1);
    expect(mailsTo(company, company.olga, /Approval wanted/).map(({ body }) => body.split(/\r?\n/).includes(choice))).toEqual([true]);
    letThrough(company);
    expect(company.namesAt(company.sam)).toEqual(customers);
    later.back();
    later.press('Contact syncs');
    expect(later.text()).toContain('Active, runs when you say so: [Customers for Sales] (2 destinations)');
    expect(later.text()).not.toContain('Begun, not finished');
    expect(company.open(company.admin).text()).not.toContain('There is no contact sync yet.');
    expect(company.troubles()).toEqual([]);
  });

  it('G32: with “Run now” off the first night fills', () => {
    const { company, sidebar } = atHome();
    toReview(company, sidebar, (card) => card.toggle('Run every night', true));
    sidebar.toggle('Run now', false);
    previewSync(company, sidebar);
    letThrough(company);
    expect(company.namesAt(company.sam)).toEqual([]);
    expect(entryOf(company, lastRequest(company).j)).toMatchObject({ state: 'active', nightly: true });
  });

  it('an unchanged draft shows its preview again; a changed one lets the earlier preview go', () => {
    const { company, sidebar } = atHome();
    toReview(company, sidebar);
    previewSync(company, sidebar);
    sidebar.back();
    sidebar.press('Preview');
    expect(syncRequests(company)).toHaveLength(1);
    sidebar.back();
    sidebar.back();
    sidebar.toggle('Add to My Contacts', true);
    sidebar.press('Next');
    previewSync(company, sidebar);
    expect(syncRequests(company).map(({ s }) => s)).toEqual(['withdrawn', 'prepared']);
    expect(company.troubles()).toEqual([]);
  });

  it('B13: a sync that would feed itself is not saved, and the way round is named', () => {
    const { company, sidebar } = atHome();
    toReview(company, sidebar);
    previewSync(company, sidebar);
    letThrough(company);
    const second = company.open(company.admin);
    beginSync(second, 'Back again');
    second.type('Source user (required)', 'sam@acme.test');
    second.press('Use this user');
    company.waitFor(second, /Label \(required\)/);
    second.choose('Label (required)', 'Customers (3 contacts)');
    second.press('Next');
    addAll(second, 'Users', 'source');
    second.press('Next');
    second.press('Next');
    previewSync(company, second);
    expect(second.text()).toContain(
      'This sync would feed itself: sam@acme.test → “Back again” → source@acme.test → “Customers for Sales” → sam@acme.test.',
    );
    expect(company.troubles()).toEqual([]);
  });
});

describe('G33–G34: the directory as the source', () => {
  it('users of chosen units become contacts; hidden users only when somebody says so', () => {
    const { company, sidebar } = atHome();
    beginSync(sidebar, 'Colleagues', 'Directory: users of your organization');
    expect(sidebar.text()).toContain('Step 2 of 5: users who become contacts');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Choose domains, organizational units or groups.');
    addAll(sidebar, 'Organizational units', '/Sales');
    expect(sidebar.text()).toMatch(/Hidden users, too .*\{off\}/);
    sidebar.press('Next');
    addAll(sidebar, 'Users', 'plain');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Label at the destinations (required)');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Enter a name, for example that of your organization.');
    sidebar.type('Label at the destinations (required)', 'Acme');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Hidden users: Left out');
    previewSync(company, sidebar);
    letThrough(company);
    expect(company.world.people.contactGroupsOf(company.plain.id).map(({ name }) => name)).toEqual(['Acme']);
    expect(company.namesAt(company.plain)).toEqual(expect.arrayContaining(['Eve', 'Sam', 'Sue']));
    expect(company.troubles()).toEqual([]);
  });
});

it('a plain user gets nothing by clicks of the wizard', () => {
  const { company } = atHome();
  const { value } = forgeClick(company, company.plain, 'addSync', {});
  expect(JSON.stringify((value as { printJson(): string }).printJson())).not.toContain('Step 1 of 5');
  expect(company.project.userProperties(company.plain.id).entries()).toEqual({});
});
