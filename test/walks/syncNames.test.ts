import { decodeSync } from '../../src/core/sync/decodeSync';
import { forgeClick } from '../support/forgeClick';
import { linesBelow, passHours } from '../support/hands';
import { look, mailsTo, officerCompany, type OfficerCompany } from '../support/officers';
import { customersAt, lastRequest, letThrough, makeSync, preview, syncId, syncedCompany, teamOf, userOf } from '../support/syncHands';

const LIES = ['Two people', 'harmless@acme.test', 'nobody@acme.test', 'Recipes', 'left@acme.test'];

/** What a hostile client would send: the ids of others under harmless names. */
const preparedWithLies = (): OfficerCompany => {
  const company = officerCompany();
  const { world, old, source, label } = company;
  const unit = world.directory.addOrgUnit(company.customer.id, '/Everybody');
  preview(company, {
    ...customersAt(company),
    source: { kind: 'personal', userId: source.id, email: 'nobody@acme.test', group: { resourceName: label, name: 'Recipes' } },
    destinations: {
      selectors: [
        { ...teamOf(company), label: 'Two people' },
        { ...userOf(company.sue), label: 'harmless@acme.test' },
        { kind: 'orgUnit', orgUnitId: unit.orgUnitId, includeChildren: true, label: 'Two people' },
        { kind: 'domain', domainName: 'acme-labs.test', label: 'Two people' },
      ],
      excludedUserIds: [old.id],
      excludedEmails: { [old.id]: 'left@acme.test' },
    },
  });
  return company;
};

const truth = 'team@acme.test, sue@acme.test, /Everybody, acme-labs.test';

describe('the names of a sync are the Directory’s, whatever was sent beside the ids', () => {
  it('for whoever sends it and for whoever decides about it', () => {
    const company = preparedWithLies();
    const sidebar = company.open(company.admin);
    sidebar.press('Customers for Sales');
    const page = JSON.stringify(look(company, company.olga, lastRequest(company).id));
    for (const text of [sidebar.text(), page]) {
      expect(text).toContain('of source@acme.test under “Customers”');
      expect(text).toContain(`${truth}, without 1 user`);
      for (const lie of LIES) expect(text).not.toContain(lie);
    }
    expect(company.troubles()).toEqual([]);
  });

  it('in the mail to officers, on the sync’s card, and in the next edit', () => {
    const company = preparedWithLies();
    const { id, d } = lastRequest(company);
    forgeClick(company, company.admin, 'sendRequest', { request: id, digest: d });
    passHours(company, 1);
    letThrough(company);
    expect(mailsTo(company, company.olga, /Approval wanted/)[0]!.body).toContain(truth);
    for (const mail of company.world.mail.sent) for (const lie of LIES) expect(JSON.stringify(mail)).not.toContain(lie);
    const sidebar = company.open(company.admin);
    sidebar.press('Contact syncs');
    sidebar.press('Customers for Sales');
    expect(linesBelow(sidebar, 'What it does')).toEqual(
      expect.arrayContaining(['Source: source@acme.test, label “Customers”', `Destinations: ${truth}; without 1 user`]),
    );
    sidebar.press('Edit');
    const draft = decodeSync(company.project.userProperties(company.admin.id).get('syncDraft.0')!);
    expect(draft).toMatchObject({ id: syncId, destinations: { excludedEmails: { [company.old.id]: 'old@acme.test' } } });
    for (const lie of LIES) expect(JSON.stringify(draft)).not.toContain(lie);
  });

  it('G21: what was renamed since is called as it is now by the next edit', () => {
    const company = syncedCompany();
    company.world.directory.renameUser(company.source.id, 'origin@acme.test');
    company.world.people.renameContactGroup(company.source.id, company.label, 'Clients');
    makeSync(company, customersAt(company, teamOf(company), userOf(company.sue)));
    const sidebar = company.open(company.admin);
    sidebar.press('Contact syncs');
    sidebar.press('Customers for Sales');
    expect(linesBelow(sidebar, 'What it does')).toContain('Source: origin@acme.test, label “Clients”');
  });

  it('of a directory as the source, too; what is gone is said to be not found', () => {
    const company = officerCompany();
    const group = company.world.directory.addGroup({ email: 'gone@acme.test', name: 'Gone' });
    company.world.directory.deleteGroup(group.id);
    preview(company, {
      ...customersAt(company, userOf(company.sue)),
      targetGroupName: 'Colleagues',
      source: {
        kind: 'directory',
        users: {
          selectors: [
            { ...teamOf(company), label: 'Two people' },
            { kind: 'group', groupId: group.id, label: 'Sales' },
          ],
          excludedUserIds: [],
        },
      },
    });
    const sidebar = company.open(company.admin);
    sidebar.press('Customers for Sales');
    expect(sidebar.text()).toContain('the directory (team@acme.test, Sales (not found))');
  });
});
