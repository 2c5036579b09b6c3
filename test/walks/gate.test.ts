import { actions, suggestions } from '../../src/entry/actions';
import { askForCopy, chooseSource, chooseTargets, send, waitForEnd } from '../support/askForCopy';
import { forgeClick as act, forgeSend, onlyRequest as storedRequest } from '../support/forgeClick';
import { contactWrites, label, passHours, readyCompany, receivers } from '../support/hands';
import { rosterCompany, type RosterCompany } from '../support/rosterCompany';

const prepared = (company: RosterCompany) => {
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { label });
  return sidebar;
};

describe('S2, S25: a fresh installation', () => {
  it('lets nothing through, whatever action of whatever card is called, by whomever', () => {
    const company = rosterCompany();
    company.setUp();
    prepared(company);
    const { id, d: digest } = storedRequest(company);
    const names = Object.keys(actions).filter((name) => !['withdrawRequest', 'startFresh', 'setUp'].includes(name));
    expect(names.length).toBeGreaterThan(20);
    for (const who of [company.admin, company.operator, company.plain]) {
      for (const action of names) {
        act(company, who, action, { request: id, digest, state: 'approved', preApproval: 'x', preApprovalId: 'x', shown: digest });
      }
      for (const name of Object.keys(suggestions)) act(company, who, name, { request: id });
    }
    expect(storedRequest(company).s).toBe('prepared');
    passHours(company, 24);
    expect(storedRequest(company).s).toBe('prepared');
    expect(Object.keys(company.project.scriptProperties.entries()).filter((key) => key.startsWith('preApproval'))).toEqual([]);
    expect(contactWrites(company)).toBe(0);
    expect(receivers(company)).toEqual([]);
  });

  it('says why and whom to ask, and the request can be sent once a pre-approval covers a new preview', () => {
    const company = rosterCompany();
    company.setUp();
    const sidebar = prepared(company);
    expect(sidebar.text()).toContain('This cannot be sent yet: no Security Officer is appointed.');
    expect(sidebar.text()).toContain('the first ones by roster@acme.test');
    expect(sidebar.text()).not.toContain('[Send approval request]');
    forgeSend(company);
    expect(storedRequest(company).s).toBe('prepared');
    company.preApprove();
    sidebar.press('Withdraw');
    const later = company.open(company.admin);
    askForCopy(company, later, { label });
    send(later);
    waitForEnd(company, later);
    expect(receivers(company)).toHaveLength(3);
  });
});

describe('S34: a pre-approval', () => {
  it.each([
    ['that has expired', { until: 1 }],
    ['for others', { requesterIds: ['somebody-else'] }],
    ['for no type', { workflowTypes: [] }],
    ['for no action', { actionKinds: [] }],
    ['without a scope', { scope: {} }],
    ['for another group', { scope: { groupIds: ['nowhere'] } }],
    ['for some of the targets only', { scope: { userIds: ['TARGET'] } }],
    ['that was made by its requester', { madeBy: 'REQUESTER' }],
    ['that was confirmed by its requester', { confirmedBy: 'REQUESTER' }],
    ['whose record is broken', { caps: { targets: -1, contactsPerTarget: 10, deletions: 0 } }],
    ['whose caps are no numbers', { caps: { targets: Infinity, contactsPerTarget: 10, deletions: 0 } }],
  ])('%s lets nothing through', (_title, change) => {
    const company = rosterCompany();
    company.setUp();
    const named = JSON.parse(JSON.stringify(change).replace('TARGET', company.sam.id).replace('REQUESTER', company.admin.id));
    company.preApprove(named);
    const sidebar = prepared(company);
    expect(sidebar.text()).toContain('Decided by: ');
    expect(sidebar.text()).not.toContain('Covered by');
    forgeSend(company);
    passHours(company, 3);
    expect(storedRequest(company).s).toBe('waiting');
    expect(contactWrites(company)).toBe(0);
  });

  it.each([
    ['the organizational unit', (company: RosterCompany) => ({ orgUnitIds: [orgUnitId(company, '/Sales')] })],
    ['the targets by name', (company: RosterCompany) => ({ userIds: [company.sam.id, company.sue.id, company.eve.id] })],
    ['a domain', () => ({ domains: ['acme.test'] })],
  ])('that names %s lets the request through', (_title, scope) => {
    const company = rosterCompany();
    company.setUp();
    company.preApprove({ scope: scope(company) });
    const sidebar = prepared(company);
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(receivers(company)).toEqual(['eve@acme.test', 'sam@acme.test', 'sue@acme.test']);
    expect(company.troubles()).toEqual([]);
  });

  it('is used up by the targets of a day', () => {
    const company = rosterCompany();
    company.setUp();
    company.preApprove({
      caps: { targets: 4, contactsPerTarget: 100, deletions: 0 },
      until: company.world.clock.now() + 5 * 86_400_000,
      requesterIds: [company.admin.id, company.operator.id],
    });
    const first = company.open(company.admin);
    const second = company.open(company.operator);
    askForCopy(company, first, { name: 'First', label });
    askForCopy(company, second, { name: 'Second', label });
    send(first);
    send(second);
    expect(second.text()).toContain('There are more targets than it allows in a day.');
    waitForEnd(company, first);
    passHours(company, 24);
    second.back();
    second.press('Confirm');
    expect(second.text()).toContain('Approved, will start soon');
  });

  it.each([
    ['until it ended', (company: RosterCompany) => company.world.clock.advance(86_400_000 * 2)],
    [
      'after it was widened',
      (company: RosterCompany) => company.preApprove({ caps: { targets: 999, contactsPerTarget: 100, deletions: 0 } }),
    ],
    ['after it was withdrawn', (company: RosterCompany) => company.project.scriptProperties.delete('preApproval.sample')],
  ])('does not hold for a preview that waited %s', (_title, meanwhile) => {
    const company = readyCompany();
    const sidebar = prepared(company);
    sidebar.press('Send approval request');
    meanwhile(company);
    sidebar.press('Confirm');
    passHours(company, 3);
    expect(contactWrites(company)).toBe(0);
  });

  it('a target that left its scope before the run stops the run', () => {
    const company = rosterCompany();
    company.setUp();
    company.preApprove({ scope: { orgUnitIds: [orgUnitId(company, '/Sales')] } });
    const sidebar = prepared(company);
    send(sidebar);
    company.world.directory.moveUser(company.sam.id, '/IT');
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Some targets are outside its scope.');
    expect(contactWrites(company)).toBe(0);
  });
});

describe('S25–S27: sending', () => {
  it('asks first; Cancel, the arrow and closing the panel send nothing', () => {
    const company = readyCompany();
    const sidebar = prepared(company);
    sidebar.press('Send approval request');
    expect(sidebar.text()).toContain('Send approval request?');
    sidebar.press('Cancel');
    sidebar.press('Send approval request');
    sidebar.back();
    company.open(company.admin);
    passHours(company, 24);
    expect(storedRequest(company).s).toBe('prepared');
    expect(contactWrites(company)).toBe(0);
  });

  it('changes nothing at Google before the operator’s trigger runs', () => {
    const company = readyCompany();
    const sidebar = prepared(company);
    send(sidebar);
    expect(sidebar.text()).toContain('Approved, will start soon');
    expect(contactWrites(company)).toBe(0);
    for (const execution of company.project.executions.filter(({ kind }) => kind === 'addon')) {
      const calls = company.world.network.log.entries.filter((entry) => entry.executionId === execution.id);
      expect(calls.filter(({ effect }) => effect !== 'read')).toEqual([]);
    }
  });

  it('B2: sends only what was shown: another digest, or none, sends nothing', () => {
    const company = readyCompany();
    prepared(company);
    const { id } = storedRequest(company);
    for (const digest of ['0'.repeat(64), '']) act(company, company.admin, 'sendRequest', { request: id, digest });
    expect(storedRequest(company).s).toBe('prepared');
  });

  it('pressed twice, or in two windows, runs once', () => {
    const company = readyCompany();
    const sidebar = prepared(company);
    const other = company.open(company.admin);
    other.press('New colleagues', { near: 'Preview ready' });
    other.press('Send approval request');
    send(sidebar);
    other.press('Confirm');
    expect(other.text()).toContain('“New colleagues” cannot do that now.');
    waitForEnd(company, sidebar);
    passHours(company, 3);
    expect(company.world.mail.inbox(company.admin.id)).toHaveLength(1);
    expect(company.namesAt(company.sam)).toHaveLength(3);
  });

  it('a preview that was replaced by a later one can no longer be sent', () => {
    const company = readyCompany();
    const old = prepared(company);
    old.press('Send approval request');
    const sidebar = company.open(company.admin);
    sidebar.press('New colleagues', { near: 'Draft' });
    sidebar.press('Next');
    sidebar.press('Next');
    sidebar.press('×', { near: 'sam@acme.test' });
    sidebar.press('Proceed to actions');
    sidebar.press('Preview');
    old.press('Confirm');
    expect(old.text()).toContain('That did not work');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(receivers(company)).toEqual(['eve@acme.test', 'sue@acme.test']);
  });

  it('a request that nobody sent expires and can never run', () => {
    const company = readyCompany();
    company.preApprove({ until: company.world.clock.now() + 60 * 86_400_000 });
    const sidebar = prepared(company);
    sidebar.press('Send approval request');
    company.world.clock.advance(15 * 86_400_000);
    sidebar.press('Confirm');
    expect(sidebar.text()).toContain('has expired');
    passHours(company, 3);
    expect(contactWrites(company)).toBe(0);
  });

  it('two drafts of one person’s two windows are one wizard: the last choice counts', () => {
    const company = readyCompany();
    const one = company.open(company.admin);
    chooseTargets(one);
    const two = company.open(company.admin);
    two.press('New colleagues', { near: 'Draft' });
    two.press('Next');
    two.press('Next');
    two.press('×', { near: 'sam@acme.test' });
    chooseSource(company, one);
    one.press('Preview');
    // The confirmed list went with the change of the other window.
    expect(one.text()).toContain('Go back to the targets');
  });
});

const orgUnitId = (company: RosterCompany, path: string): string => company.world.directory.addOrgUnit(company.customer.id, path).orgUnitId;
