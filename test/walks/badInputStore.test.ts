import { askForCopy, chooseSource, chooseTargets, send, waitForEnd } from '../support/askForCopy';
import { fillStore } from '../support/fillStore';
import { contactWrites, label, passHours, readyCompany, sentCopy } from '../support/hands';
import { customers, rosterCompany, type RosterCompany } from '../support/rosterCompany';

const full = 'Roster’s store is full: nothing new can be kept at the moment. Nothing is lost.';
const fix = 'Roster clears old answers away within an hour: try again then.';

const everybodyHasThemOnce = (company: RosterCompany): void => {
  for (const target of [company.sam, company.sue, company.eve]) expect(company.namesAt(target)).toEqual(customers);
  expect(company.troubles()).toEqual([]);
};

describe('the property store is full (500 KB)', () => {
  it('when a preview is asked for: the card says so, the draft is there, and with room again it goes on', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    chooseSource(company, sidebar, { label });
    const empty = fillStore(company);
    sidebar.press('Preview');
    expect(sidebar.text()).toContain(full);
    expect(sidebar.text()).toContain(fix);
    expect(company.open(company.admin).text()).toContain('Draft: [New colleagues]');
    empty();
    sidebar.back();
    sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    send(sidebar);
    waitForEnd(company, sidebar);
    everybodyHasThemOnce(company);
  });

  it('when a request is sent: it stays a preview that was not sent, nothing of a cap is used, and it can be sent later', () => {
    const company = readyCompany();
    company.preApprove({ caps: { targets: 3, contactsPerTarget: 100, deletions: 0 } });
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    const empty = fillStore(company);
    let refused = 0;
    for (send(sidebar); !sidebar.text().includes('Status: Approved'); send(sidebar), refused += 1) {
      expect(sidebar.text()).toContain(full);
      sidebar.back();
      sidebar.press('Cancel');
      expect(sidebar.text()).toContain('Status: Preview ready, not sent');
      // Some bytes of room more, until it and what the audit tells of it can be stored.
      company.project.scriptProperties.delete(`other.100.${refused}`);
    }
    expect(refused).toBeGreaterThan(1);
    empty();
    waitForEnd(company, sidebar);
    everybodyHasThemOnce(company);
  });

  it('when the operator looks for work: nothing is written, whoever waits is told why, and with room again it goes on', () => {
    const { company, sidebar } = sentCopy();
    const empty = fillStore(company);
    passHours(company, 3);
    expect(contactWrites(company)).toBe(0);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain(`It waits, because Roster cannot work at the moment.\n${full}`);
    expect(company.open(company.operator).text()).toContain(`Requests wait, because Roster cannot work at the moment.\n${full}`);
    empty();
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.open(company.operator).text()).not.toContain(full);
    everybodyHasThemOnce(company);
  });

  it('in mid-run, before the journal of the first wave of writes: none is written before there is room again', () => {
    const { company, sidebar } = sentCopy();
    let empty = (): void => undefined;
    company.world.faults.add({
      at: ({ name, as }) => name === 'people.people.connections.list' && as === 'sam@acme.test',
      effect: { kind: 'meanwhile', do: () => void (empty = fillStore(company)) },
    });
    passHours(company, 4);
    expect(contactWrites(company)).toBe(0);
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain(full);
    empty();
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('9 contacts created; targets: 3 done');
    everybodyHasThemOnce(company);
  });

  it.each([
    ['a label is made', 'people.contactGroups.create', 0],
    ['the first contacts are created', 'people.people.batchCreateContacts', 0],
    ['the last ones are', 'people.people.batchCreateContacts', 2],
  ])('in mid-run, while %s: what was written is recorded, and the rest follows', (_title, at, skip) => {
    const { company, sidebar } = sentCopy();
    let empty: (() => void) | undefined;
    company.world.faults.add({ at, skip, effect: { kind: 'meanwhile', do: () => void (empty = fillStore(company)) } });
    passHours(company, 4);
    empty!();
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('9 contacts created; targets: 3 done');
    everybodyHasThemOnce(company);
  });

  it('of answers that nobody reads: they go within the hour, and everything goes on', () => {
    const { company, sidebar } = sentCopy();
    const store = company.project.scriptProperties;
    const at = company.world.clock.now();
    const answer = (number: number) => ({ [`answer.${number}`]: JSON.stringify({ at, labels: ['x'.repeat(8000)], left: 0 }) });
    for (let number = 0; store.set(answer(number)) === 'written'; number += 1);
    while (store.set({ [`answer.x${store.size}`]: JSON.stringify({ at, left: 0 }) }) === 'written');
    waitForEnd(company, sidebar);
    expect(store.keys().filter((key) => key.startsWith('answer.'))).toEqual([]);
    everybodyHasThemOnce(company);
  });
});

it('a single value above 9 KB is refused where it is typed, and nothing is made', () => {
  const company = rosterCompany();
  const sidebar = company.open(company.operator);
  const files = company.world.drive.spreadsheets.length;
  sidebar.press('Set up Roster');
  sidebar.type('Service account', company.serviceAccount.email);
  sidebar.type('Web app address (optional)', `https://script.google.com/macros/s/${'x'.repeat(9500)}/exec`);
  sidebar.press('Set up');
  expect(sidebar.text()).toContain('Copy it from “Manage deployments”');
  expect(company.world.drive.spreadsheets).toHaveLength(files);
  expect(company.project.scriptProperties.size).toBe(0);
  expect(company.troubles()).toEqual([]);
});
