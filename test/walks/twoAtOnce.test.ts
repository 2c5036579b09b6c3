import { askForCopy, chooseSource, chooseTargets, send, waitForEnd } from '../support/askForCopy';
import { contactWrites, label, linesBelow, passHours, readyCompany, sentCopy, sweepNow } from '../support/hands';
import { customers, type RosterCompany } from '../support/rosterCompany';

const eachOnce = (company: RosterCompany): void => {
  for (const target of [company.sam, company.sue, company.eve]) {
    expect(company.namesAt(target)).toEqual(customers);
    expect(company.world.people.contactGroupsOf(target.id).map(({ name }) => name)).toEqual(['Customers']);
  }
};

describe('two sweeps at once', () => {
  const moments = [
    'PropertiesService.getProperty',
    'PropertiesService.setProperty',
    'PropertiesService.deleteProperty',
    'LockService.tryLock',
    'SpreadsheetApp.openById',
    'UrlFetchApp.fetchAll',
    'directory.users.get',
    'oauth2.token',
    'people.people.connections.list',
    'people.contactGroups.create',
    'people.people.batchCreateContacts',
    'Range.setValues',
    'MailApp.sendEmail',
  ];

  it.each(moments)('the second starting in the middle of %s: each contact once, one mail', (at) => {
    const { company, sidebar } = sentCopy();
    let met = 0;
    company.world.faults.add({
      at: ({ name }) => name === at,
      effect: {
        kind: 'meanwhile',
        do: () => {
          met += 1;
          sweepNow(company);
        },
      },
    });
    sweepNow(company);
    waitForEnd(company, sidebar);
    passHours(company, 2);
    expect(met).toBe(1);
    eachOnce(company);
    expect(company.world.mail.inbox(company.admin.id)).toHaveLength(1);
    expect(company.project.scriptProperties.get('pending')).toBeUndefined();
    expect(company.troubles()).toEqual([]);
  });

  it('the same while the preview is prepared: one preview, the same totals', () => {
    const company = readyCompany();
    for (const at of ['people.people.connections.list', 'directory.users.get', 'UrlFetchApp.fetchAll']) {
      company.world.faults.add({ at, effect: { kind: 'meanwhile', do: () => sweepNow(company) } });
    }
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    expect(linesBelow(sidebar, 'What will happen')[0]).toBe('New contacts: 9 at 3 targets');
    expect(linesBelow(sidebar, 'Preview by target').filter((line) => line.includes('@'))).toHaveLength(3);
    expect(company.troubles()).toEqual([]);
  });
});

describe('a sweep while the order is on its way', () => {
  it.each([
    ['PropertiesService.setProperty', 0],
    ['PropertiesService.setProperty', 1],
    ['PropertiesService.setProperties', 0],
    ['LockService.tryLock', 0],
    ['LockService.tryLock', 1],
    ['LockService.tryLock', 2],
  ])('in %s number %i: the parcel is not taken for a stray one', (at, skip) => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    chooseSource(company, sidebar, { label });
    let met = 0;
    company.world.faults.add({
      at,
      skip,
      effect: {
        kind: 'meanwhile',
        do: () => {
          met += 1;
          company.project.scriptProperties.set({ pending: '1' });
          sweepNow(company);
        },
      },
    });
    sidebar.press('Preview');
    company.world.faults.clear();
    expect(met).toBe(1);
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(sidebar.text()).toContain('Status: Preview ready');
  });
});

describe('two administrators at once', () => {
  const second = (company: RosterCompany) => {
    const { world, project } = company;
    const other = world.directory.addUser({ primaryEmail: 'chief@acme.test', isAdmin: true });
    project.consent(other.id);
    world.drive.share(company.sheet.id, other.id, 'writer');
    const workbook = world.drive.spreadsheets.find(({ title }) => title === 'Roster workbook')!;
    world.drive.share(workbook.id, other.id, 'writer');
    company.preApprove({ requesterIds: [company.admin.id, other.id] });
    return other;
  };

  it('asking for the same copy: both are told, each contact exists once', () => {
    const company = readyCompany();
    const other = second(company);
    const [one, two] = [company.open(company.admin), company.open(other)];
    askForCopy(company, one, { name: 'One', label });
    askForCopy(company, two, { name: 'Two', label });
    send(one);
    send(two);
    waitForEnd(company, one);
    waitForEnd(company, two);
    eachOnce(company);
    expect(one.text()).toContain('Status: Done');
    expect(two.text()).toContain('Status: Done');
    expect(company.world.mail.inbox(company.admin.id).map(({ subject }) => subject)).toEqual(['Done: One']);
    expect(company.world.mail.inbox(other.id).map(({ subject }) => subject)).toEqual(['Done: Two']);
    expect(company.troubles()).toEqual([]);
  });

  it('each has a draft and a search of their own; requests are seen by both', () => {
    const company = readyCompany();
    const other = second(company);
    const [one, two] = [company.open(company.admin), company.open(other)];
    askForCopy(company, one, { name: 'Mine', label });
    expect(two.text()).not.toContain('Draft');
    two.press('Refresh');
    expect(two.text()).toContain('[Mine] (Preview ready, not sent)');
    expect(two.text()).not.toContain('Draft');
  });

  it('sending at the same moment: one gets the lock after the other, nothing is lost', () => {
    const company = readyCompany();
    const other = second(company);
    const [one, two] = [company.open(company.admin), company.open(other)];
    askForCopy(company, one, { name: 'One', label });
    askForCopy(company, two, { name: 'Two', label });
    one.press('Send approval request');
    two.press('Send approval request');
    company.world.faults.add({ at: 'LockService.tryLock', effect: { kind: 'meanwhile', do: () => two.press('Confirm') } });
    one.press('Confirm');
    expect(one.text()).toContain('Approved, will start soon');
    expect(two.text()).toContain('Approved, will start soon');
    waitForEnd(company, one);
    waitForEnd(company, two);
    eachOnce(company);
  });

  it('a lock held by another execution is said to be busy, and nothing is sent', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    company.project.locks.acquire('script', 'somebody-else');
    sidebar.press('Send approval request');
    sidebar.press('Confirm');
    expect(sidebar.text()).toContain('Roster is busy');
    company.project.locks.releaseAll('somebody-else');
    passHours(company, 2);
    expect(contactWrites(company)).toBe(0);
    sidebar.back();
    sidebar.press('Confirm');
    waitForEnd(company, sidebar);
    eachOnce(company);
  });
});
