import { WebVisitor } from '../../simulator/appsscript/WebVisitor';
import { auditRows, auditTabs, verifyAudit, whoDidWhat } from '../support/auditRows';
import { fileCalled, linesBelow, passHours, sweepNow } from '../support/hands';
import { officerCompany, waitingCopy, type OfficerCompany } from '../support/officers';

type Value = string | number | null;

/** What stands below the header of the year's tab, as somebody who may edit the ledger sees it. */
const linesOf = (company: OfficerCompany): Value[][] => {
  const { grid } = auditTabs(company)[0]!;
  return Array.from({ length: grid.lastRow - 1 }, (_, row) =>
    Array.from({ length: 9 }, (__, column) => (grid.cell(row + 2, column + 1)?.value ?? '') as Value),
  );
};

/** Somebody edits the tab; text stays text. */
const putLines = (company: OfficerCompany, lines: readonly (readonly Value[])[]): void => {
  const { name, grid } = auditTabs(company)[0]!;
  const surplus = grid.lastRow - 1 - lines.length;
  const blank = Array.from({ length: Math.max(0, surplus) }, () => Array.from({ length: 9 }, () => null));
  const cells = [...lines, ...blank].map((line) => line.map((value) => (typeof value === 'string' ? { text: value } : value)));
  company.world.drive.edit(fileCalled(company, 'Roster ledger').id, name, 'A2', cells);
};

const swap = <T>(list: readonly T[], one: number, other: number): T[] =>
  list.map((item, at) => (at === one ? list[other]! : at === other ? list[one]! : item));

describe('B11: “Verify audit” over a chain of five rows', () => {
  const company = officerCompany();
  waitingCopy(company);
  passHours(company, 1);
  const lines = linesOf(company);
  const verify = (changed: readonly (readonly Value[])[]): string => {
    putLines(company, changed);
    const said = verifyAudit(company);
    putLines(company, lines);
    return said;
  };
  const withCell = (row: number, column: number, value: Value): Value[][] =>
    lines.map((line, at) => (at === row - 1 ? line.map((cell, index) => (index === column ? value : cell)) : line));

  it('says that it holds, and when it was looked at', () => {
    expect(verify(lines)).toMatch(/Verified on .*: 5 rows, whole chain holds/);
    expect(company.troubles()).toEqual([]);
  });

  it('holds also when somebody sorted the tab, or left rows between', () => {
    expect(verify([...lines].reverse())).toContain('5 rows, whole chain holds');
    expect(verify([...lines.slice(0, 2), Array.from({ length: 9 }, () => null), ...lines.slice(2)])).toContain('5 rows, whole chain holds');
  });

  it.each([
    ['who', 2, 'eve@acme.test'],
    ['when', 1, '2026-03-02T08:00:00.000Z'],
    ['what', 3, 'request.withdrawn'],
    ['to what', 4, 'another'],
    ['the details', 5, 'targets=1'],
  ])('names the row that was altered: %s', (_title, column, value) => {
    expect(verify(withCell(3, column, value))).toContain('Row 3 of the audit (tab “Audit 2026” of the ledger) is not as Roster wrote it.');
  });

  it('names the row that is missing, the first and the last, too', () => {
    for (const number of [1, 3, 5])
      expect(verify(lines.filter((_, at) => at !== number - 1))).toContain(`Row ${number} of the audit is missing.`);
  });

  it('names a row that is there twice, two that changed places, and one that Roster did not write', () => {
    expect(verify([...lines, lines[1]!])).toContain('Row 2 of the audit (tab “Audit 2026” of the ledger) stands there twice.');
    const moved = swap(lines, 1, 2).map(([, ...rest], at) => [lines[at]![0]!, ...rest]);
    expect(verify(moved)).toContain('Row 2 of the audit (tab “Audit 2026” of the ledger) is not as Roster wrote it.');
    expect(verify([...lines, [6, ...lines[4]!.slice(1)]])).toContain(
      'Row 6 of the audit (tab “Audit 2026” of the ledger) was not written by Roster.',
    );
    expect(verify([...lines, ['none', ...lines[4]!.slice(1)]])).toContain('was not written by Roster.');
  });

  it('says what to do', () => expect(verify(lines.slice(1))).toContain('File > Version history'));

  it('is itself in the audit, with what was found', () => {
    passHours(company, 1);
    const looks = auditRows(company).filter(({ what }) => what === 'audit.verified');
    expect(looks[0]).toMatchObject({ by: 'roster' });
    expect(looks.map(({ details }) => details).join()).toContain('row=3 fault=altered');
    expect(verifyAudit(company)).toContain('whole chain holds');
  });
});

describe('B11: an administrator who is not the operator', () => {
  const asked = () => {
    const company = officerCompany();
    waitingCopy(company);
    sweepNow(company);
    const sidebar = company.open(company.admin);
    sidebar.press('Settings');
    sidebar.press('Verify audit');
    return { company, sidebar };
  };

  it('is told when the operator looks, and sees then what was found', () => {
    const { company, sidebar } = asked();
    expect(linesBelow(sidebar, 'Audit').join('\n')).toMatch(/Roster verifies it at \S+ at the latest\./);
    expect(sidebar.text()).not.toContain('[Verify audit]');
    passHours(company, 1);
    sidebar.press('Refresh');
    expect(linesBelow(sidebar, 'Audit').join('\n')).toContain('5 rows, whole chain holds');
    expect(sidebar.text()).toContain('[Verify audit]');
    expect(whoDidWhat(company).at(-1)).toBe('roster audit.verified');
    expect(auditRows(company).at(-1)!.details).toBe(`asked=${company.admin.id} rows=5`);
    expect(company.troubles()).toEqual([]);
  });

  it('has it done at once by the link, which does it for nobody else', () => {
    const { company, sidebar } = asked();
    const key = Object.keys(company.project.scriptProperties.entries()).find((one) => one.startsWith('question.'))!;
    const id = key.slice('question.'.length);
    const page = (who: { readonly id: string }) =>
      JSON.stringify(WebVisitor.open(company.project, { visitorUserId: who.id, query: { request: id } }).run('showPage', id));
    for (const who of [company.plain, company.olga]) expect(page(who)).not.toContain('verified');
    expect(company.project.scriptProperties.get('auditChecked')).toBeUndefined();
    expect(page(company.admin)).toContain('The audit was verified.');
    sidebar.press('Refresh');
    expect(sidebar.text()).toContain('5 rows, whole chain holds');
  });
});

it('B11: a tab that was deleted is missed, and what happens afterwards is in the audit all the same', () => {
  const company = officerCompany();
  waitingCopy(company);
  passHours(company, 1);
  fileCalled(company, 'Roster ledger').deleteTab(auditTabs(company)[0]!);
  expect(verifyAudit(company)).toContain('Row 1 of the audit is missing.');
  passHours(company, 1);
  expect(auditRows(company).map(({ number, what }) => `${number} ${what}`)).toEqual(['6 audit.verified']);
  expect(company.troubles()).toEqual([]);
});
