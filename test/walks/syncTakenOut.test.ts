import type { Sync } from '../../src/core/sync/Sync';
import { addAll, linesBelow, passHours } from '../support/hands';
import { look, type OfficerCompany } from '../support/officers';
import { customers } from '../support/rosterCompany';
import { previewSync } from '../support/syncWizard';
import { callsSince, entryOf, lastRequest, letThrough, night, syncedCompany } from '../support/syncHands';

const REMOVE = 'Remove them from the accounts';
const KEEP = 'Leave them there; nobody updates them any more';

/** team@ (sam@ and eve@) was served; an edit chooses sue@ in its place. Ends on the review. */
const editedCompany = (change: Partial<Sync> = {}) => {
  const company = syncedCompany(() => change);
  company.world.people.addContact(company.sam.id, { names: [{ givenName: 'Mother' }] });
  const sidebar = company.open(company.admin);
  sidebar.press('Contact syncs');
  sidebar.press('Customers for Sales');
  sidebar.press('Edit');
  sidebar.press('Next');
  company.waitFor(sidebar, /Label \(required\)/);
  sidebar.press('Next');
  sidebar.press('×', { near: 'team@acme.test' });
  addAll(sidebar, 'Users', 'sue');
  sidebar.press('Next');
  sidebar.press('Next');
  return { company, sidebar };
};

const withTheirs = [...customers, 'Mother'].sort();

/** Whoever asked and whoever decides read it. */
const saidOf = (company: OfficerCompany, sidebar: { text(): string }): void => {
  const said = /2 destinations are taken out: the delivered contacts (stay there|are removed)/;
  expect(sidebar.text()).toMatch(said);
  expect(look(company, company.olga, lastRequest(company).id).request!.summary.actions.join('\n')).toMatch(said);
};

describe('G46–G47: an edit that takes destinations out asks “keep or remove the delivered contacts”', () => {
  it.each(['remove', 'keep'] as const)('removed, whatever leavers have (%s): once it is approved, and nothing of their own', (leavers) => {
    const { company, sidebar } = editedCompany({ leavers });
    expect(linesBelow(sidebar, 'Taken out')[0]).toContain('You took out team@acme.test.');
    sidebar.choose('These contacts', REMOVE);
    previewSync(company, sidebar);
    expect(sidebar.text()).toContain('Remove 6 delivered contacts from 2 people');
    saidOf(company, sidebar);
    expect(company.namesAt(company.sam)).toEqual(withTheirs);
    letThrough(company);
    expect(company.namesAt(company.sue)).toEqual(customers);
    expect(company.namesAt(company.sam)).toEqual(['Mother']);
    expect(company.namesAt(company.eve)).toEqual([]);
    expect(company.world.people.contactGroupsOf(company.eve.id)).toEqual([]);
    expect(entryOf(company)).toMatchObject({ destinations: 1, state: 'active' });
    expect(company.troubles()).toEqual([]);
  });

  it.each(['remove', 'keep'] as const)('kept, whatever leavers have (%s): now, and in every night to come', (leavers) => {
    const { company, sidebar } = editedCompany({ leavers });
    sidebar.choose('These contacts', KEEP);
    previewSync(company, sidebar);
    expect(sidebar.text()).toContain('Deleted: nothing');
    saidOf(company, sidebar);
    letThrough(company);
    expect(entryOf(company)).toMatchObject({ destinations: 1 });
    const before = company.world.network.log.entries.length;
    night(company);
    expect(company.namesAt(company.sue)).toEqual(customers);
    expect(company.namesAt(company.sam)).toEqual(withTheirs);
    expect(company.namesAt(company.eve)).toEqual(customers);
    expect(callsSince(company, before, (_, effect) => effect === 'write')).toBe(0);
    const card = company.open(company.admin);
    card.press('Contact syncs');
    card.press('Customers for Sales');
    expect(linesBelow(card, 'Destinations').join('\n')).not.toMatch(/sam@|eve@/);
    expect(company.troubles()).toEqual([]);
  });

  it.each([
    [REMOVE, 'keep', ['Mother']],
    [KEEP, 'remove', withTheirs],
  ] as const)('with “Run now” off the first night does what was answered: %s', (answer, leavers, left) => {
    const { company, sidebar } = editedCompany({ leavers });
    sidebar.choose('These contacts', answer);
    sidebar.toggle('Run now', false);
    previewSync(company, sidebar);
    letThrough(company);
    expect(company.namesAt(company.sam)).toEqual(withTheirs);
    night(company);
    expect(company.namesAt(company.sam)).toEqual(left);
    expect(company.namesAt(company.sue)).toEqual(customers);
    // It was about these destinations only.
    company.world.directory.suspendUser(company.sue.id);
    passHours(company, 24);
    expect(entryOf(company)).toMatchObject({ state: 'active' });
    expect(company.troubles()).toEqual([]);
  });

  it('who is suspended meanwhile loses them once they are restored', () => {
    const { company, sidebar } = editedCompany({ leavers: 'keep' });
    sidebar.choose('These contacts', REMOVE);
    previewSync(company, sidebar);
    company.world.directory.suspendUser(company.sam.id);
    letThrough(company);
    expect(company.namesAt(company.eve)).toEqual([]);
    night(company);
    expect(company.namesAt(company.sam)).toEqual(withTheirs);
    company.world.directory.unsuspendUser(company.sam.id);
    night(company);
    expect(company.namesAt(company.sam)).toEqual(['Mother']);
    expect(entryOf(company)).toMatchObject({ destinations: 1, state: 'active' });
  });

  it('leaving one user out is taking them out, too; nobody is asked where nothing is taken out', () => {
    const company = syncedCompany();
    const sidebar = company.open(company.admin);
    sidebar.press('Contact syncs');
    sidebar.press('Customers for Sales');
    sidebar.press('Edit');
    sidebar.press('Next');
    company.waitFor(sidebar, /Label \(required\)/);
    sidebar.press('Next');
    addAll(sidebar, 'Users', 'sue');
    sidebar.press('Next');
    sidebar.press('Next');
    expect(sidebar.text()).not.toContain('Taken out');
    sidebar.back();
    sidebar.back();
    sidebar.choose('Search in', 'Users');
    sidebar.type('Name or address', 'eve');
    sidebar.press('Search');
    sidebar.choose('1–1 of 1', 'User: eve@acme.test (Eve Test, /Sales/EMEA)');
    sidebar.press('Leave out selected');
    sidebar.press('Next');
    sidebar.press('Next');
    expect(linesBelow(sidebar, 'Taken out')[0]).toContain('You took out eve@acme.test.');
    expect(linesBelow(sidebar, 'Taken out').join('\n')).toContain(`(x) ${REMOVE}`);
  });
});
