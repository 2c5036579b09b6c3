import { askForCopy, chooseTargets, send } from '../support/askForCopy';
import { contactWrites, label, passHours, readyCompany } from '../support/hands';
import { requestsOf } from '../support/settingsHands';
import { addUserAction, preview, userActionCompany } from '../support/userActionHands';
import type { RosterCompany } from '../support/rosterCompany';

const change = ({ project }: RosterCompany, by: object): void => {
  const record = JSON.parse(project.scriptProperties.get('preApproval.sample')!) as object;
  project.scriptProperties.set({ 'preApproval.sample': JSON.stringify({ ...record, ...by }) });
};

describe('S34: the kinds of action that a pre-approval names', () => {
  it('are looked at at the preview: what it does not name waits for an officer', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    addUserAction(sidebar, { title: 'Hide from the directory' });
    preview(company, sidebar);
    expect(sidebar.text()).not.toContain('Covered by');
  });

  it.each([
    ['other actions', { actionKinds: ['suspendUser'] }],
    ['fewer contacts', { caps: { targets: 100, contactsPerTarget: 1, deletions: 0 } }],
    ['another scope', { scope: { domains: ['acme-labs.test'] } }],
  ])('are looked at when it is sent: a record that names %s by now lets nothing through', (_, by) => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    change(company, by);
    send(sidebar);
    expect(sidebar.text()).toContain('The pre-approval was changed after the preview.');
    passHours(company, 1);
    expect([contactWrites(company), requestsOf(company)[0]!.state]).toEqual([0, 'prepared']);
  });

  it('are looked at when it runs', () => {
    const { company, sidebar } = userActionCompany();
    chooseTargets(sidebar);
    addUserAction(sidebar, { title: 'Hide from the directory' });
    preview(company, sidebar);
    send(sidebar);
    change(company, { actionKinds: ['copyContacts'] });
    company.waitFor(sidebar, /Status: Failed/);
    expect(company.sam.includeInGlobalAddressList).toBe(true);
  });
});
