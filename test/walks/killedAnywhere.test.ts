import type { FaultEffect } from '../../simulator/kernel/Faults';
import { askForCopy, chooseSource, chooseTargets, send, waitForEnd } from '../support/askForCopy';
import { label, linesBelow, passHours, readyCompany, sentCopy, sweepNow } from '../support/hands';
import { customers, type RosterCompany } from '../support/rosterCompany';

type Walk = ReturnType<typeof sentCopy>;

/** Sam has one of the contacts already, sue the label: kills then meet targets that differ. */
const sentToDifferentTargets = (): Walk => {
  const company = readyCompany();
  const { people } = company.world;
  people.addContact(company.sam.id, {
    names: [{ givenName: 'Ada Byron' }],
    emailAddresses: [{ value: 'ada.byron@customer.test', type: 'work' }],
  });
  people.addContactGroup(company.sue.id, 'Customers');
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { label });
  send(sidebar);
  return { company, sidebar };
};

/** The preview is asked for and not prepared yet. */
const asked = (): Walk => {
  const company = readyCompany();
  const sidebar = company.open(company.admin);
  chooseTargets(sidebar);
  chooseSource(company, sidebar, { label });
  sidebar.press('Preview');
  return { company, sidebar };
};

/** Faultable calls of one unbroken sweep. */
const callsOf = ({ company }: Walk): number => {
  const before = company.world.faults.calls;
  sweepNow(company);
  return company.world.faults.calls - before;
};

/** `count` places spread over `calls`, shifted by `offset` so that tests meet different ones. */
const spread = (calls: number, count: number, offset: number): number[] =>
  Array.from({ length: count }, (_, index) => 1 + Math.floor(((index + offset) * calls) / count));

/** The sweep that fires next meets this effect at its `place`-th call. */
const sweepWith = (company: RosterCompany, place: number, effect: FaultEffect): void => {
  const first = company.world.faults.calls;
  company.world.faults.add({ at: ({ ordinal }) => ordinal === first + place, effect });
  sweepNow(company);
  company.world.faults.clear();
};

const kill = (place: number): FaultEffect => ({ kind: 'kill', when: place % 2 === 0 ? 'before' : 'after' });

const eachOnce = (company: RosterCompany): void => {
  for (const target of [company.sam, company.sue, company.eve]) {
    expect(company.namesAt(target)).toEqual(customers);
    expect(company.world.people.contactGroupsOf(target.id).map(({ name }) => name)).toEqual(['Customers']);
  }
};

const settled = (company: RosterCompany): void => {
  passHours(company, 3);
  expect(Object.keys(company.project.scriptProperties.entries()).filter((key) => /^(pending|lease|question|parcel)/.test(key))).toEqual([]);
  expect(company.world.mail.inbox(company.admin.id).length).toBeLessThanOrEqual(1);
  expect(company.troubles()).toEqual([]);
};

describe('B3–B4: a run that is killed, and killed again where it goes on', () => {
  const calls = callsOf(sentToDifferentTargets());

  it.each(spread(calls, 12, 0.3))('first at call %i: ends as if unbroken', (place) => {
    const { company, sidebar } = sentToDifferentTargets();
    sweepWith(company, place, kill(place));
    // The lease of the killed one has to run out before another may write.
    company.world.clock.advance(8 * 60_000);
    sweepWith(company, (place * 7) % calls || 1, kill(place + 1));
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(linesBelow(sidebar, 'Results')[0]).toBe('8 contacts created; targets: 3 done, 0 skipped, 0 failed.');
    expect(linesBelow(sidebar, 'Results').filter((line) => line.startsWith('Done: '))).toHaveLength(3);
    eachOnce(company);
    settled(company);
  });
});

describe('a preview that is killed', () => {
  const calls = callsOf(asked());

  it.each(spread(calls, 8, 0.6))('at call %i is there in the end, with the same totals, once', (place) => {
    const { company, sidebar } = asked();
    sweepWith(company, place, kill(place));
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    expect(linesBelow(sidebar, 'What will happen')[0]).toBe('New contacts: 9 at 3 targets');
    expect(linesBelow(sidebar, 'Preview by target').filter((line) => line.includes('@'))).toHaveLength(3);
    send(sidebar);
    waitForEnd(company, sidebar);
    eachOnce(company);
    settled(company);
  });
});

describe('a service that fails in the middle of a run', () => {
  const calls = callsOf(sentCopy());

  it.each(spread(calls, 6, 0.8))('at call %i: the run goes on, or says what is not known and a re-run completes it', (place) => {
    const { company, sidebar } = sentCopy();
    sweepWith(company, place, { kind: 'throw', when: place % 2 === 0 ? 'before' : 'after', message: 'Service unavailable: try again' });
    waitForEnd(company, sidebar);
    if (!sidebar.text().includes('Status: Done')) {
      expect(sidebar.text()).toContain('Run the workflow again');
      sidebar.press('Home');
      askForCopy(company, sidebar, { name: 'Again', label });
      send(sidebar);
      waitForEnd(company, sidebar);
    }
    expect(sidebar.text()).toContain('Status: Done');
    eachOnce(company);
  });

  it.each(['before', 'after'] as const)(
    'a connection that breaks %s Google wrote: looked at again later, every contact once, and a re-run adds nothing',
    (when) => {
      const { company, sidebar } = sentCopy();
      company.world.faults.add({
        at: 'people.people.batchCreateContacts',
        effect: { kind: 'throw', when, message: 'Address unavailable: https://people.googleapis.com' },
      });
      waitForEnd(company, sidebar);
      expect(sidebar.text()).toContain('Status: Done');
      expect(linesBelow(sidebar, 'Results')[0]).toBe('9 contacts created; targets: 3 done, 0 skipped, 0 failed.');
      eachOnce(company);
      sidebar.press('Home');
      askForCopy(company, sidebar, { name: 'Again', label });
      send(sidebar);
      waitForEnd(company, sidebar);
      expect(linesBelow(sidebar, 'Results')[0]).toBe('0 contacts created; targets: 3 done, 0 skipped, 0 failed.');
      eachOnce(company);
    },
  );
});

describe('a card callback that is killed', () => {
  it.each([1, 10, 20, 28, 34, 38, 42, 46, 50, 56])('Preview at its call %i: pressed again, there is one preview to send', (place) => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    chooseSource(company, sidebar, { label });
    const first = company.world.faults.calls;
    company.world.faults.add({ at: ({ ordinal }) => ordinal === first + place, effect: kill(place) });
    sidebar.press('Preview');
    company.world.faults.clear();
    company.world.clock.advance(60_000);
    if (!sidebar.text().includes('Status: ')) sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    send(sidebar);
    waitForEnd(company, sidebar);
    eachOnce(company);
    const home = company.open(company.admin);
    expect(home.text().match(/\[New colleagues\]/g)).toHaveLength(1);
  });

  it.each([4, 10, 16, 22, 28])('Confirm at its call %i: sent or not, and never twice', (place) => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    sidebar.press('Send approval request');
    const first = company.world.faults.calls;
    company.world.faults.add({ at: ({ ordinal }) => ordinal === first + place, effect: kill(place) });
    sidebar.press('Confirm');
    company.world.faults.clear();
    const later = company.open(company.admin);
    const isDraft = later.text().includes('Go on where you stopped');
    later.press('New colleagues', { near: ' Mar 2026, ' });
    expect(isDraft).toBe(later.text().includes('Status: Preview ready'));
    if (later.text().includes('[Send approval request]')) send(later);
    waitForEnd(company, later);
    eachOnce(company);
    expect(company.world.mail.inbox(company.admin.id)).toHaveLength(1);
  });
});
