import { chooseSource, send } from '../support/askForCopy';
import { label, passHours } from '../support/hands';
import { changePolicy, decideOnPage, type OfficerCompany } from '../support/officers';
import { replaceInFile } from '../support/replaceInFile';
import { askForIt, openChange } from '../support/settingsHands';
import { addUserAction, openActions, preview } from '../support/userActionHands';
import { desks } from './desk';
import { readable } from './readable';

const desk = desks();

/** A copy, a title, a group, and at last the accounts are locked. */
const leavers = (company: OfficerCompany): void => {
  const sidebar = company.open(company.admin);
  openActions(sidebar);
  chooseSource(company, sidebar, { label });
  addUserAction(sidebar, {
    title: 'Set user fields',
    fill: () => {
      sidebar.choose('Field', 'Job title');
      sidebar.type('Value', 'Account manager');
    },
  });
  addUserAction(sidebar, { title: 'Suspend users', fill: () => sidebar.toggle('Yes, lock all targets out', true) });
  preview(company, sidebar);
  send(sidebar);
};

describe('requests of each kind', () => {
  it('several actions: each line of a target says which action it is of, and no two controls have one name', async () => {
    const { company, follow } = await desk(undefined, leavers);
    const reader = await follow(company.olga);
    await reader.reads('Changes');
    await readable(reader, 'actions');
    expect(await reader.text()).toContain('Copy user contacts: From source@acme.test, label “Customers”');
    await reader.press('See each target');
    await reader.reads(/^Targets/);
    await readable(reader, 'actions-targets');
    expect(await reader.text()).toContain('9 lines, one for each action of a target.');
    const names = await reader.frame
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-label') ?? one.textContent));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('See each contact at sam@acme.test, action 1');
  });

  it('a change of the settings is read and decided like any other', async () => {
    const { company, follow } = await desk(undefined, (one) => {
      const sidebar = one.open(one.admin);
      openChange(sidebar, 'Appoint a Security Officer');
      sidebar.type('User (required)', 'plain@acme.test');
      askForIt(one, sidebar);
      send(sidebar);
    });
    const reader = await follow(company.olga);
    await reader.reads(/plain@acme\.test/);
    await readable(reader, 'settings');
    expect(await reader.button('See each target').count()).toBe(0);
    await reader.press('Approve');
    await reader.reads(/^Approve/);
    await readable(reader, 'settings-approve');
    expect(await reader.text()).not.toMatch(/\brun/);
    await reader.press('Confirm approval');
    await reader.reads(/^(?!Approve)/);
    await readable(reader, 'settings-approved');
    expect(await reader.said()).toBe('You approved it. It takes effect in a few minutes.');
  });

  it('altered in the ledger while it is read: approving it is possible, running it is not, and the page says why', async () => {
    const { company, follow } = await desk();
    const reader = await follow(company.olga);
    await reader.reads('New colleagues');
    expect(replaceInFile(company, 'Roster ledger', 'Documents', company.sam.id, company.plain.id)).toBeGreaterThan(0);
    await reader.press('See each target');
    await reader.reads(/not the one that was made|not the same/);
    await readable(reader, 'altered');
    decideOnPage(company, company.otto, 'approve');
    passHours(company, 1);
    await reader.press('Refresh');
    await reader.reads('New colleagues');
    expect(await reader.text()).toContain('What was approved and what is stored are not the same. Nothing was changed.');
    await readable(reader, 'altered-failed');
  });

  it('an officer who was removed meanwhile decides nothing and reads why', async () => {
    const { company, follow } = await desk();
    const reader = await follow(company.otto);
    await reader.reads('New colleagues');
    changePolicy(company, ({ officers }) => ({ officers: officers.filter((one) => one.userId !== company.otto.id) }));
    await reader.press('Deny');
    await reader.reads(/^Deny/);
    await reader.frame.getByRole('textbox').fill('No');
    await reader.press('Confirm denial');
    await reader.reads(/^(?!Deny)/);
    await readable(reader, 'removed');
    expect(await reader.text()).toContain('This request was not found.');
    // There is no add-on with a Home here.
    expect(await reader.text()).toContain('Open the link of the mail with the account that the mail was sent to.');
  });
});
