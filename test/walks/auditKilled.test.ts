import type { FaultEffect } from '../../simulator/kernel/Faults';
import { auditRows, auditTabs, verifyAudit, waitingEvents } from '../support/auditRows';
import { fileCalled, passHours, sweepNow } from '../support/hands';
import { officerCompany, type OfficerCompany } from '../support/officers';

/** Set up at the end of a year, so that the first events belong to two tables: an append that can be cut in the middle. */
const acrossYears = (): OfficerCompany => {
  const company = officerCompany({ world: { startAt: Date.UTC(2026, 11, 31, 23, 50) } });
  const store = company.project.scriptProperties;
  const key = waitingEvents(company).sort().at(-1)!;
  const [, , id] = key.split('.');
  store.set({ [`audit.${Date.UTC(2027, 0, 1)}.${id}`]: store.get(key)! });
  store.delete(key);
  company.world.clock.advanceTo(Date.UTC(2027, 0, 1, 0, 5));
  return company;
};

/** Names of the calls that a sweep makes. */
const callsOf = (company: OfficerCompany): string[] => {
  const names: string[] = [];
  const stop = company.world.faults.add({ at: ({ name }) => names.push(name) < 0, effect: { kind: 'slow', milliseconds: 0 } });
  sweepNow(company);
  stop();
  return names;
};

const sweepWith = (company: OfficerCompany, place: number, effect: FaultEffect): void => {
  const first = company.world.faults.calls;
  company.world.faults.add({ at: ({ ordinal }) => ordinal === first + place, effect });
  sweepNow(company);
  company.world.faults.clear();
};

/** Calls that leave something behind; a kill between others is one before the next of these. */
const writes = /set(Propert|Values|Name|Frozen)|delete(Property|Columns)|insertSheet|addDeveloperMetadata|flush/;

/** Places of such calls, from the head that announces the rows on. */
const placesOf = (company: OfficerCompany): number[] => {
  const names = callsOf(company);
  const announced = names.lastIndexOf('PropertiesService.setProperties', names.indexOf('Sheet.setName'));
  return names.flatMap((name, index) => (index >= announced && writes.test(name) ? [index + 1] : []));
};

const eachOnce = (company: OfficerCompany): void => {
  passHours(company, 1);
  expect(waitingEvents(company)).toEqual([]);
  expect(auditRows(company).map(({ number, what, table }) => `${number} ${what} in ${table}`)).toEqual([
    '1 setUp in Audit 2026',
    '2 officers.appointed in Audit 2027',
  ]);
  expect(new Set(auditRows(company).map(({ id }) => id)).size).toBe(2);
  expect(Object.keys(company.project.scriptProperties.entries()).filter((key) => /^(audit\.|pending|lease)/.test(key))).toEqual([]);
  expect(verifyAudit(company)).toContain('2 rows, whole chain holds');
  expect(company.troubles()).toEqual([]);
};

describe('B11: a look for work that is killed while it brings events into the audit', () => {
  const places = placesOf(acrossYears());

  it.each(places.flatMap((place) => [[place, 'before'] as const, [place, 'after'] as const]))(
    'at call %i, %s it is done: each event is there once, and the chain holds',
    (place, when) => {
      const company = acrossYears();
      sweepWith(company, place, { kind: 'kill', when });
      eachOnce(company);
    },
  );

  it.each(places.filter((_, index) => index % 4 === 1))('at call %i, and again where the next one mends it', (place) => {
    const company = acrossYears();
    sweepWith(company, places.at(-4)!, { kind: 'kill', when: 'before' });
    company.world.clock.advance(8 * 60_000);
    sweepWith(company, place, { kind: 'kill', when: 'after' });
    eachOnce(company);
  });
});

it('B11: what somebody edits between the kill and the next look is not taken for what Roster wrote', () => {
  const company = acrossYears();
  const names = callsOf(acrossYears());
  sweepWith(company, names.indexOf('SpreadsheetApp.flush') + 1, { kind: 'kill', when: 'after' });
  const [first, second] = auditTabs(company);
  const ledger = fileCalled(company, 'Roster ledger');
  company.world.drive.edit(ledger.id, first!.name, 'C2', [[{ text: 'eve@acme.test' }]]);
  second!.grid.deleteRows(2, 1);
  eachOnce(company);
  expect(auditRows(company).map(({ by }) => by)).toEqual(['roster', 'roster']);
});
