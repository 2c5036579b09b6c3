import { chooseSource, chooseTargets } from '../support/askForCopy';
import { addAll, contactWrites, label, linesBelow, readyCompany } from '../support/hands';

const atHome = () => {
  const company = readyCompany();
  return { company, sidebar: company.open(company.admin) };
};

describe('S3–S9: home and step 1', () => {
  it('opens on a home card from which a new workflow is one click away', () => {
    const { sidebar } = atHome();
    expect(sidebar.text()).toContain('Roster — Contacts for the whole organization');
    sidebar.press('New workflow');
    expect(sidebar.text()).toContain('New workflow — Step 1 of 3: name and type');
  });

  it('Next goes on only when name and type are there; what is missing is named at its field, what was typed stays', () => {
    const { sidebar } = atHome();
    sidebar.press('New workflow');
    sidebar.type('Description (optional)', 'For the fair');
    sidebar.press('Next');
    const [name, type] = ['Give the workflow a name.', 'Choose a type.'];
    const lines = sidebar.text().split('\n');
    expect(lines[lines.indexOf(name) - 1]).toContain('Name (required)');
    expect(lines[lines.indexOf(type) - 1]).toContain('Type (required)');
    sidebar.type('Name (required)', 'Fair');
    sidebar.press('Next');
    expect(sidebar.text()).not.toContain(name);
    expect(sidebar.text()).toContain(type);
    expect(sidebar.text()).toContain('Description (optional): {For the fair}');
    sidebar.choose('Type (required)', 'Modify: users who are already there');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Fair — Step 2 of 3: targets');
  });

  it('blanks are no name, and a name too long says how long it may be', () => {
    const { sidebar } = atHome();
    sidebar.press('New workflow');
    sidebar.type('Name (required)', '   ');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Give the workflow a name.');
    sidebar.type('Name (required)', 'x'.repeat(5000));
    sidebar.press('Next');
    expect(sidebar.text()).toMatch(/Shorten it to \d+ characters\./);
    expect(sidebar.text()).toContain('Step 1 of 3');
  });

  it('going back keeps what was entered, and may change it', () => {
    const { company, sidebar } = atHome();
    chooseTargets(sidebar, { name: 'First name' });
    sidebar.back();
    sidebar.back();
    sidebar.back();
    expect(sidebar.text()).toContain('Name (required): {First name}');
    sidebar.type('Name (required)', 'Second name');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Second name — Step 2 of 3');
    expect(linesBelow(sidebar, 'Chosen')).toHaveLength(2);
    expect(company.troubles()).toEqual([]);
  });

  it('text from a person is never markup', () => {
    const { company, sidebar } = atHome();
    chooseTargets(sidebar, { name: '<b>A & B</b> "x"' });
    chooseSource(company, sidebar);
    sidebar.press('Preview');
    sidebar.press('Home');
    expect(sidebar.text()).toContain('[<b>A & B</b> "x"] (Preparing the preview)');
    expect(company.troubles()).toEqual([]);
  });
});

describe('S17–S19: actions', () => {
  it('come from a searchable list; choosing one opens its settings', () => {
    const { sidebar } = atHome();
    chooseTargets(sidebar);
    expect(sidebar.text()).toContain('There is no action yet.');
    sidebar.press('+ Add action');
    sidebar.type('Search actions', 'photo');
    sidebar.press('Search');
    expect(sidebar.text()).toContain('No action has these words.');
    sidebar.type('Search actions', 'CONTACTS copy');
    sidebar.press('Search');
    sidebar.press('Copy user contacts');
    expect(sidebar.text()).toContain('Source user (required)');
  });

  it('going back and opening one again shows the settings as they were left', () => {
    const { company, sidebar } = atHome();
    chooseTargets(sidebar);
    chooseSource(company, sidebar, { label, createLabel: true });
    sidebar.back();
    sidebar.press('Proceed to actions');
    expect(sidebar.text()).toContain('(From source@acme.test, label “Customers”, label created at the targets)');
    sidebar.press('Edit');
    expect(sidebar.text()).toContain('(x) Customers (3 contacts)');
    expect(sidebar.text()).toMatch(/Create this label in the destination .*\{on\}/);
    sidebar.choose('Label (optional)', 'All contacts');
    sidebar.press('Save');
    expect(sidebar.text()).toContain('(From source@acme.test, all contacts)');
    expect(company.troubles()).toEqual([]);
  });

  it('settings that were left by the arrow are offered again', () => {
    const { sidebar, company } = atHome();
    chooseTargets(sidebar);
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    sidebar.type('Source user (required)', 'source@acme.test');
    sidebar.press('Use this user');
    sidebar.back();
    const later = company.open(company.admin);
    later.press('New colleagues');
    later.press('Next');
    later.press('Next');
    later.press('Proceed to actions');
    later.press('+ Add action');
    later.press('Copy user contacts');
    expect(later.text()).toContain('Source user: source@acme.test');
  });

  it('can be removed and re-ordered; without one there is nothing to preview', () => {
    const { company, sidebar } = atHome();
    chooseTargets(sidebar);
    chooseSource(company, sidebar);
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    sidebar.type('Source user (required)', 'plain@acme.test');
    sidebar.press('Use this user');
    sidebar.press('Save');
    sidebar.press('Move up');
    const actions = () =>
      sidebar
        .text()
        .split('\n')
        .filter((line) => line.startsWith('Action '));
    expect(actions()[0]).toContain('From plain@acme.test');
    sidebar.press('Remove', { near: 'From plain@acme.test' });
    expect(actions()).toEqual(['Action 1: Copy user contacts (From source@acme.test, all contacts)']);
    sidebar.press('Remove');
    expect(sidebar.text()).toContain('There is no action yet.');
    expect(sidebar.text()).not.toContain('[Preview]');
    expect(company.troubles()).toEqual([]);
  });
});

describe('S20: exactly one source user', () => {
  const atSettings = () => {
    const { company, sidebar } = atHome();
    chooseTargets(sidebar);
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    return { company, sidebar };
  };

  it.each([
    ['nobody', '', 'Choose the user whose contacts are copied.'],
    ['somebody who is not there', 'nobody@acme.test', 'There is no user nobody@acme.test.'],
    ['a group', 'team@acme.test', 'There is no user team@acme.test.'],
    ['somebody suspended', 'old@acme.test', 'old@acme.test is suspended or archived.'],
    ['an outsider', 'guest@elsewhere.test', 'There is no user guest@elsewhere.test.'],
  ])('%s is refused at the field', (_title, typed, said) => {
    const { company, sidebar } = atSettings();
    if (typed !== '') sidebar.type('Source user (required)', typed);
    sidebar.press('Use this user');
    expect(sidebar.text()).toContain(said);
    expect(sidebar.text()).toContain('Source user (required)');
    expect(company.troubles()).toEqual([]);
  });

  it('is found by the beginning of the name, and can be changed', () => {
    const { sidebar } = atSettings();
    const found = sidebar.suggest('Source user (required)', 'sou');
    expect(found.join()).toContain('source@acme.test');
    sidebar.pick('Source user (required)', found[0]!);
    sidebar.press('Save');
    expect(sidebar.text()).toContain('Source user: source@acme.test');
    sidebar.press('Change');
    expect(sidebar.text()).toContain('Source user (required): {}');
  });

  it('their own labels are there at once when they ask themself', () => {
    const { company, sidebar } = atHome();
    company.world.people.addContactGroup(company.admin.id, 'Mine');
    addAllAndProceed(sidebar);
    sidebar.press('+ Add action');
    sidebar.press('Copy user contacts');
    sidebar.type('Source user (required)', 'admin@acme.test');
    sidebar.press('Use this user');
    expect(sidebar.text()).toContain('( ) Mine (0 contacts)');
    expect(contactWrites(company)).toBe(0);
    expect(company.troubles()).toEqual([]);
  });

  const addAllAndProceed = (sidebar: ReturnType<typeof atHome>['sidebar']): void => {
    sidebar.press('New workflow');
    sidebar.type('Name (required)', 'Mine');
    sidebar.choose('Type (required)', 'Modify: users who are already there');
    sidebar.press('Next');
    addAll(sidebar, 'Users', 'sam');
    sidebar.press('Next');
    sidebar.press('Proceed to actions');
  };
});
