import type { FaultEffect } from '../../simulator/kernel/Faults';
import { customers } from '../support/rosterCompany';
import type { OfficerCompany } from '../support/officers';
import { ask, entryOf, letThrough, night, previewed, syncedCompany } from '../support/syncHands';

const deleteWithContacts = (company: OfficerCompany): void => {
  ask(company, 'remove');
  previewed(company);
  letThrough(company);
};

const atSync = (company: OfficerCompany) => {
  const sidebar = company.open(company.admin);
  sidebar.press('Contact syncs');
  sidebar.press('Customers for Sales');
  return sidebar;
};

const forbidden: FaultEffect = {
  kind: 'answer',
  when: 'before',
  status: 403,
  body: { error: { code: 403, status: 'PERMISSION_DENIED', message: 'The caller does not have permission' } },
};

describe('G47: a sync that is deleted with what it delivered, of which something is left', () => {
  it.each<[string, (company: OfficerCompany) => void, (company: OfficerCompany) => void]>([
    [
      'at an account that Google refuses',
      ({ world, eve }) =>
        void world.faults.add({
          at: ({ name, as }) => name.startsWith('people.') && as === eve.primaryEmail,
          times: Infinity,
          effect: forbidden,
        }),
      ({ world }) => world.faults.clear(),
    ],
    [
      'at a suspended user, whom nobody reaches',
      ({ world, eve }) => world.directory.suspendUser(eve.id),
      ({ world, eve }) => world.directory.unsuspendUser(eve.id),
    ],
  ])('%s, stands still and says so: no night fills what was emptied, and deleting it once more ends it', (_, happens, passes) => {
    const company = syncedCompany();
    happens(company);
    deleteWithContacts(company);
    expect(company.namesAt(company.sam)).toEqual([]);
    expect(company.namesAt(company.eve)).toEqual(customers);
    expect(entryOf(company)).toMatchObject({ state: 'paused', destinations: 1, reason: { code: 'sync.notEmptied' } });
    expect(atSync(company).text()).toContain('1 destination still has what the sync delivered.');
    passes(company);
    night(company);
    expect(company.namesAt(company.sam)).toEqual([]);
    deleteWithContacts(company);
    expect(company.namesAt(company.eve)).toEqual([]);
    expect(entryOf(company)).toBeUndefined();
    expect(company.troubles()).toEqual([]);
  });
});
