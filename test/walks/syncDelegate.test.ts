import { customers } from '../support/rosterCompany';
import { sweepNow } from '../support/hands';
import { changePolicy, officerCompany } from '../support/officers';
import { forgeClick } from '../support/forgeClick';
import { customersAt, entryOf, lastRequest, makeSync, syncId, userOf } from '../support/syncHands';
import { decideOnPage } from '../support/officers';
import { beginSync, previewSync } from '../support/syncWizard';

/** plain@ may ask for a year; an administrator has a sync of their own. */
const delegateCompany = () => {
  const company = officerCompany();
  const { world, plain } = company;
  makeSync(company, { ...customersAt(company, userOf(company.eve)), name: 'Not the delegate’s' });
  changePolicy(company, () => ({
    delegates: [{ userId: plain.id, email: plain.primaryEmail, until: world.clock.now() + 300 * 86_400_000 }],
  }));
  company.project.scriptProperties.set({ pending: '1' });
  sweepNow(company);
  return company;
};

describe('S43, G8–G10: a delegate', () => {
  it('makes a sync like an administrator: the operator looks things up for them, and an officer decides', () => {
    const company = delegateCompany();
    const sidebar = company.open(company.plain);
    const pressUntil = (button: string, arrived: RegExp): void => {
      sidebar.press(button);
      for (let fired = 0; fired < 10 && !arrived.test(sidebar.text()); fired += 1) {
        company.scheduler.runNext();
        sidebar.press(button);
      }
      expect(sidebar.text()).toMatch(arrived);
    };
    beginSync(sidebar, 'A delegate’s sync');
    sidebar.type('Source user (required)', 'source@acme.test');
    pressUntil('Use this user', /Which contacts\n.*(Roster looks up|Label)/);
    company.waitFor(sidebar, /Label \(required\)/);
    sidebar.choose('Label (required)', 'Customers (3 contacts)');
    sidebar.press('Next');
    sidebar.type('Name or address', 'sam');
    pressUntil('Search', /User: sam@acme\.test/);
    sidebar.press('Add all');
    sidebar.press('Next');
    sidebar.press('Next');
    previewSync(company, sidebar);
    sidebar.press('Send approval request');
    sidebar.press('Confirm');
    const { id, j } = lastRequest(company);
    decideOnPage(company, company.olga, 'approve', { requestId: id });
    company.waitFor(sidebar, /Status: Done/);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(entryOf(company, j)).toMatchObject({ ownerId: company.plain.id, state: 'active' });
    expect(company.troubles()).toEqual([]);
  });

  it('sees and handles their own syncs only', () => {
    const company = delegateCompany();
    const sidebar = company.open(company.plain);
    sidebar.press('Contact syncs');
    expect(sidebar.text()).not.toContain('Not the delegate’s');
    for (const action of ['openSync', 'pauseSync', 'runSync', 'removeSync', 'deleteSync', 'editSync']) {
      const { value } = forgeClick(company, company.plain, action, { sync: syncId });
      expect((value as { printJson(): string }).printJson()).toContain('There is no such sync.');
    }
    expect(entryOf(company)).toMatchObject({ state: 'active' });
  });
});
