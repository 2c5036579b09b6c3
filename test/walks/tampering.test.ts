import { askForCopy, waitForEnd } from '../support/askForCopy';
import { contactWrites, fileCalled, label, linesBelow, readyCompany, receivers, sentCopy } from '../support/hands';
import { replaceInFile } from '../support/replaceInFile';
import type { RosterCompany } from '../support/rosterCompany';

describe('what somebody edited in Roster’s files', () => {
  it.each([
    ['a target', (c: RosterCompany) => [c.sam.id, c.plain.id]],
    ['the source', (c: RosterCompany) => [c.source.id, c.admin.id]],
    ['the number of contacts', () => ['"creates":{', '"creates":{"x":1,']],
    ['the end', () => ['"expiresAt":1', '"expiresAt":9']],
    ['the pre-approval', () => ['"id":"sample"', '"id":"other"']],
  ])('%s in the ledger: the run is refused and says so', (_title, pair) => {
    const { company, sidebar } = sentCopy();
    const [from, to] = pair(company) as [string, string];
    expect(replaceInFile(company, 'Roster ledger', 'Documents', from, to)).toBeGreaterThan(0);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('What was approved and what is stored are not the same. Nothing was changed.');
    expect(contactWrites(company)).toBe(0);
  });

  it('rows of the ledger that are gone: the run is refused', () => {
    const { company, sidebar } = sentCopy();
    const file = fileCalled(company, 'Roster ledger');
    const { grid } = file.tab('Documents')!;
    company.world.drive.edit(
      file.id,
      'Documents',
      'A2',
      Array.from({ length: grid.lastRow - 1 }, () => [null, null, null]),
    );
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(contactWrites(company)).toBe(0);
  });

  it('a workbook that was edited after sending changes nothing about what is copied', () => {
    const { company, sidebar } = sentCopy();
    expect(replaceInFile(company, 'Roster workbook', 'Preview', 'sam@acme.test', 'plain@acme.test')).toBe(1);
    expect(replaceInFile(company, 'Roster workbook', 'Requests', 'prepared', 'denied')).toBe(1);
    waitForEnd(company, sidebar);
    expect(receivers(company)).toEqual(['eve@acme.test', 'sam@acme.test', 'sue@acme.test']);
  });

  it('a parcel whose rows were removed, doubled or re-ordered: refused, or read as it was sent', () => {
    for (const change of ['remove', 'double'] as const) {
      const company = readyCompany();
      const sidebar = company.open(company.admin);
      askForCopyWith(company, sidebar, () => {
        const file = fileCalled(company, 'Roster workbook');
        const { grid } = file.tab('Exchange')!;
        const rowAt = (number: number) => [1, 2, 3].map((column) => grid.cell(number, column)?.value as string);
        const number = Array.from({ length: grid.lastRow - 1 }, (_, index) => index + 2).find((at) =>
          rowAt(at)[2]!.startsWith('.{"workflow"'),
        )!;
        const [id, part, text] = rowAt(number);
        if (change === 'remove') company.world.drive.edit(file.id, 'Exchange', `A${number}`, [[null, null, null]]);
        else {
          const altered = text!.replace('"excludedUserIds":[]', `"excludedUserIds":["${company.sam.id}"]`);
          company.world.drive.edit(file.id, 'Exchange', `A${grid.lastRow + 1}`, [[{ text: id! }, part!, { text: altered }]]);
        }
      });
      if (change === 'remove') expect(sidebar.text()).toContain('was altered on its way');
      else expect(linesBelow(sidebar, 'Preview by target').join()).toContain('sam@acme.test');
      expect(contactWrites(company)).toBe(0);
    }
  });
});

/** Asks for a copy of the label; `meanwhile` happens before the operator prepares it. */
const askForCopyWith = (company: RosterCompany, sidebar: ReturnType<RosterCompany['open']>, meanwhile: () => void): void => {
  askForCopy({ ...company, waitFor: once(company, meanwhile) }, sidebar, { label });
};
const once =
  (company: RosterCompany, meanwhile: () => void): RosterCompany['waitFor'] =>
  (sidebar, arrived) => {
    if (arrived.source.startsWith('Status')) meanwhile();
    company.waitFor(sidebar, arrived);
  };
