import type { Sidebar } from '../../simulator/host/Sidebar';
import { send, waitForEnd } from '../support/askForCopy';
import { linesBelow, sweepNow } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';
import { addToSpaces, findSpaces, spacesCompany } from '../support/spaceHands';
import { addUserAction, openActions, preview, runIt } from '../support/userActionHands';

const hide = { title: 'Hide from the directory' };

const asked = () => {
  const found = spacesCompany();
  openActions(found.sidebar);
  addUserAction(found.sidebar, addToSpaces(found.company, '1 member,'));
  preview(found.company, found.sidebar);
  return found;
};

const writes = ({ world }: RosterCompany): number =>
  world.network.log.entries.filter(({ effect, operation }) => effect === 'write' && operation?.startsWith('chat.')).length;

const lineOf = (sidebar: Sidebar, header: string, name: string): string =>
  linesBelow(sidebar, header).find((line) => line.includes(`${name}@`)) ?? '';

const callsIn = (sidebar: Sidebar, title: string): string =>
  /\d+ calls? to Google \([^)]*\)/.exec(
    sidebar
      .text()
      .split('\n')
      .find((line) => line.startsWith(title)) ?? '',
  )?.[0] ?? title;

describe('S61: add to Chat spaces', () => {
  it('adds whom the preview names and nobody else, in as many calls as it said; asked for again it writes nothing', () => {
    const { company, sidebar, sales, other, namesIn } = asked();
    expect(lineOf(sidebar, 'Preview by target', 'sue')).toContain('Added to the space “Sales talk”');
    expect(lineOf(sidebar, 'Preview by target', 'sam')).toContain('1 already so');
    expect(namesIn(sales)).toEqual(['sam']);
    runIt(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect([namesIn(sales), namesIn(other)]).toEqual([['eve', 'sam', 'sue'], []]);
    expect(callsIn(sidebar, 'Effort so far, as counted: ')).toBe(callsIn(sidebar, 'Effort: '));
    expect(writes(company)).toBe(2);

    sidebar.press('Home');
    openActions(sidebar);
    addUserAction(sidebar, addToSpaces(company, '3 members,'));
    preview(company, sidebar);
    runIt(company, sidebar);
    expect([sidebar.text().includes('Status: Done'), writes(company)]).toEqual([true, 2]);
    expect(company.troubles()).toEqual([]);
  });

  it('S17–S19: the operator finds spaces for an administrator; two of one name are told apart, and taken away again', () => {
    const { company, sidebar, other } = spacesCompany();
    openActions(sidebar);
    sidebar.press('+ Add action');
    sidebar.press('Add to Chat spaces');
    sidebar.press('Save');
    expect(sidebar.text()).toContain('Type a word of its name, press “Find spaces” and add one.');
    sidebar.type('Space', 'talk');
    sidebar.press('Find spaces');
    expect(sidebar.text()).toMatch(/Roster looks for spaces, at .* at the latest/);
    expect(sidebar.suggest('Space', 'talk')).toEqual([]);
    sweepNow(company);
    sidebar.press('Find spaces');
    expect(linesBelow(sidebar, 'Chat spaces').filter((line) => line.includes('Sales talk'))).toHaveLength(2);
    sidebar.press('Add Sales talk', { near: other.name.replace('spaces/', '') });
    sidebar.press('Remove Sales talk');
    sidebar.press('Save');
    expect(sidebar.text()).toContain('Type a word of its name, press “Find spaces” and add one.');
    findSpaces(company, sidebar, 'nothing like it');
    expect(sidebar.text()).toContain('There is no space with a word in its name');
    expect(company.troubles()).toEqual([]);
  });

  it('the operator finds them at once, and as they type', () => {
    const { company } = spacesCompany();
    const sidebar = company.open(company.operator);
    openActions(sidebar);
    sidebar.press('+ Add action');
    sidebar.press('Add to Chat spaces');
    expect(sidebar.suggest('Space', 'sa')).toEqual(['Sales talk']);
    sidebar.press('Find spaces');
    expect(sidebar.text()).toContain('1 member, ');
    expect(company.troubles()).toEqual([]);
  });

  it.each(['conflict', 'existing'] as const)('who joins meanwhile is in it once, when Google answers with %s', (answer) => {
    const { company, sidebar, sales, namesIn } = asked();
    company.world.chat.settings.duplicateMember = answer;
    send(sidebar);
    // Between the look at the space and the writes.
    company.world.faults.add({
      at: 'chat.spaces.members.create',
      effect: { kind: 'meanwhile', do: () => void company.world.chat.addMember(sales, company.sue.id) },
    });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(namesIn(sales)).toEqual(['eve', 'sam', 'sue']);
  });
});

const chatScopes = ['chat.admin.memberships', 'chat.admin.spaces.readonly'].map((name) => `https://www.googleapis.com/auth/${name}`);

describe('whoever did not grant the permissions for Chat', () => {
  it('an administrator: adds people to spaces all the same, since the operator does it', () => {
    const { company, sidebar, sales, namesIn } = spacesCompany();
    company.project.withdraw(company.admin.id, chatScopes);
    openActions(sidebar);
    addUserAction(sidebar, addToSpaces(company, '1 member,'));
    preview(company, sidebar);
    runIt(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(namesIn(sales)).toEqual(['eve', 'sam', 'sue']);
    expect(company.troubles()).toEqual([]);
  });

  it.each(chatScopes)('the operator, %s: reads which is missing, and everything else is done', (missing) => {
    const { company, sidebar } = asked();
    company.project.withdraw(company.operator.id, [missing]);
    runIt(company, sidebar);
    expect(sidebar.text()).toContain(`permission "${missing.split('/').at(-1)}"`);
    expect(writes(company)).toBe(0);
    sidebar.press('Home');
    openActions(sidebar);
    addUserAction(sidebar, hide);
    preview(company, sidebar);
    runIt(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    const own = company.open(company.operator);
    openActions(own);
    own.press('+ Add action');
    own.press('Add to Chat spaces');
    own.type('Space', 'sales');
    own.press('Find spaces');
    expect(own.text()).toContain(missing === chatScopes[1] ? 'permission "chat.admin.spaces.readonly"' : 'Sales talk');
  });
});

describe('what keeps people out of a space is said in words', () => {
  it('Chat is off for one: the others are added', () => {
    const { company, sidebar, sales, namesIn } = asked();
    company.world.chat.access.setUnit(company.customer.id, '/Sales/EMEA', false);
    runIt(company, sidebar);
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(lineOf(sidebar, 'Results', 'eve')).toContain('Google did not add the account to the space');
    expect(namesIn(sales)).toEqual(['sam', 'sue']);
  });

  it.each([
    ['400', 'FAILED_PRECONDITION', 'Google did not add the account to the space'],
    ['429', 'RESOURCE_EXHAUSTED', 'Google asked to go slower'],
  ])('the space is full, which Google says by a %s', (code, status, said) => {
    const { company, sidebar, namesIn, sales } = asked();
    const message = status === 'FAILED_PRECONDITION' ? 'Precondition check failed.' : 'Resource has been exhausted (e.g. check quota).';
    Object.assign(company.world.chat.settings, { membersPerSpace: 2, spaceFull: { code: Number(code), status, message } });
    runIt(company, sidebar);
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(linesBelow(sidebar, 'Results').join(' ')).toContain(said);
    expect(namesIn(sales)).toHaveLength(2);
  });

  it('the operator has no right to manage spaces', () => {
    const { company, sidebar } = asked();
    const body = { error: { code: 403, status: 'PERMISSION_DENIED', message: 'The caller does not have permission' } };
    company.world.faults.add({ at: 'chat.spaces.get', effect: { kind: 'answer', when: 'before', status: 403, body } });
    runIt(company, sidebar);
    expect(sidebar.text()).toContain('Manage Chat and Spaces conversations');
  });

  it('the Cloud project has no Chat app: what to do about it, and nothing else is held up', () => {
    const { company, sidebar } = spacesCompany();
    company.world.chat.projectsWithoutApp.add(company.project.cloudProject);
    openActions(sidebar);
    sidebar.press('+ Add action');
    sidebar.press('Add to Chat spaces');
    findSpaces(company, sidebar, 'sales');
    expect(sidebar.text()).toContain('Google Chat does not know Roster');
    expect(sidebar.text()).toContain('open Configuration');
    sidebar.back();
    addUserAction(sidebar, hide);
    preview(company, sidebar);
    runIt(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
  });

  it('a space that is called otherwise than the officer would read is not previewed', () => {
    const { company, sidebar, sales } = spacesCompany();
    openActions(sidebar);
    addUserAction(sidebar, addToSpaces(company, '1 member,'));
    sales.displayName = 'Board';
    preview(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain('The Chat space Sales talk is not there any more.');
  });
});
