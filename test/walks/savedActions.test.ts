import { chooseSource, chooseTargets } from '../support/askForCopy';
import { forgeClick } from '../support/forgeClick';
import { label, readyCompany } from '../support/hands';
import { customers, type RosterCompany } from '../support/rosterCompany';

type Panel = ReturnType<RosterCompany['open']>;

const saveAs = (sidebar: Panel, name: string): void => {
  sidebar.press('Save for later');
  sidebar.type('Name (required)', name);
  sidebar.press('Save');
};
/** A workflow whose one action was saved as “Customers”, on the card of actions. */
const saved = (company: RosterCompany, who: { readonly id: string } = company.operator): Panel => {
  const sidebar = company.open(who);
  chooseTargets(sidebar, { name: 'First' });
  chooseSource(company, sidebar, { label });
  saveAs(sidebar, 'Customers');
  expect(sidebar.notification).toBe('Saved as “Customers”.');
  return sidebar;
};
const useIn = (company: RosterCompany, who: { readonly id: string } = company.operator): Panel => {
  const sidebar = company.open(who);
  chooseTargets(sidebar, { name: 'Second' });
  sidebar.press('Use saved actions');
  sidebar.press('Use');
  return sidebar;
};

describe('S60: the actions of a workflow', () => {
  it('are saved under a name and used in a new one, with all their settings', () => {
    const company = readyCompany();
    company.preApprove({ requesterIds: [company.operator.id] });
    saved(company);
    const sidebar = useIn(company);
    expect(sidebar.text()).toContain('From source@acme.test, label “Customers”, label created at the targets');
    sidebar.press('Preview');
    company.waitFor(sidebar, /Preview ready/);
    sidebar.press('Send approval request');
    sidebar.press('Confirm');
    company.waitFor(sidebar, /Status: Done/);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.troubles()).toEqual([]);
  });

  it('are their author’s alone, and hold no contact', () => {
    const company = readyCompany();
    saved(company);
    const other = company.open(company.admin);
    chooseTargets(other);
    other.press('Use saved actions');
    expect(other.text()).toContain('You saved none yet.');
    const key = company.project
      .userProperties(company.operator.id)
      .keys()
      .find((one) => one.startsWith('actions.'))!;
    forgeClick(company, company.admin, 'useSaved', { of: 'actions', saved: key.slice('actions.'.length) });
    forgeClick(company, company.admin, 'deleteSaved', { of: 'actions', saved: key.slice('actions.'.length) });
    const text = company.project.userProperties(company.operator.id).get(key)!;
    for (const name of customers) expect(text).not.toContain(name);
    other.back();
    expect(other.text()).toContain('There is no action yet.');
    expect(company.troubles()).toEqual([]);
  });

  it('are renamed and, after a question, deleted', () => {
    const company = readyCompany();
    const sidebar = saved(company);
    saveAs(sidebar, 'customers ');
    expect(sidebar.text()).toContain('“Customers” is taken by what you saved before');
    sidebar.type('Name (required)', '');
    sidebar.press('Save');
    expect(sidebar.text()).toContain('Give it a name');
    sidebar.back();
    sidebar.press('Use saved actions');
    sidebar.press('Rename');
    sidebar.type('Name (required)', 'Fair');
    sidebar.press('Rename');
    expect(sidebar.text()).toContain('1 action: Fair');
    sidebar.press('Delete');
    sidebar.press('Keep');
    expect(sidebar.text()).toContain('1 action: Fair');
    sidebar.press('Delete');
    sidebar.press('Delete');
    expect(sidebar.text()).toContain('You saved none yet.');
    expect(company.troubles()).toEqual([]);
  });

  it('that are too many or too long are refused with words', () => {
    const company = readyCompany();
    const sidebar = saved(company);
    const own = company.project.userProperties(company.operator.id);
    const text = own.get(own.keys().find((one) => one.startsWith('actions.'))!)!;
    for (let number = 1; number < 20; number += 1) own.set({ [`actions.${number}`]: text.replace('"Customers"', `"Number ${number}"`) });
    saveAs(sidebar, 'One more');
    expect(sidebar.text()).toContain('At most 20 can be kept.');
    for (let number = 1; number < 20; number += 1) own.delete(`actions.${number}`);
    const draft = JSON.parse(own.get('draft.0')!);
    const many = { ...draft, actions: Array.from({ length: 40 }, (_, index) => ({ ...draft.actions[0], actionId: `a${index}` })) };
    const parts = JSON.stringify(many).match(/.{1,2900}/gs)!;
    own.set({ 'draft.parts': String(parts.length), ...Object.fromEntries(parts.map((part, index) => [`draft.${index}`, part])) });
    sidebar.press('Save');
    expect(sidebar.text()).toContain('It takes more than the 9 KB');
    expect(company.troubles()).toEqual([]);
  });

  it('say what is gone: a source is chosen again, a label never becomes all contacts', () => {
    const company = readyCompany();
    saved(company);
    company.world.people.deleteContactGroup(company.source.id, company.label);
    company.world.clock.advance(2 * 3_600_000);
    const sidebar = useIn(company);
    expect(sidebar.text()).toContain('source@acme.test has no label “Customers” any more.');
    expect(sidebar.text()).toContain('No source user yet');
    sidebar.press('Preview');
    expect(sidebar.text()).toContain('Choose the user whose contacts are copied.');
    company.world.directory.deleteUser(company.source.id);
    company.world.clock.advance(60_000);
    const after = useIn(company);
    expect(after.text()).toContain('The source user source@acme.test is not there any more, or suspended.');
    expect(company.troubles()).toEqual([]);
  });

  it('follow those that are there already, and leave the workflow they come from alone', () => {
    const company = readyCompany();
    const sidebar = saved(company, company.admin);
    sidebar.press('Use saved actions');
    sidebar.press('Use');
    expect(sidebar.text()).toContain('Action 2');
    sidebar.press('Remove', { near: 'Action 1' });
    expect(sidebar.text()).not.toContain('Action 2');
    sidebar.press('Use saved actions');
    expect(sidebar.text()).toContain('1 action: Customers');
    expect(company.troubles()).toEqual([]);
  });
});
