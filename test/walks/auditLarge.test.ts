import { chainOn, type AuditEvent } from '../../src/core/audit/AuditRow';
import { readHead } from '../../src/app/audit/auditHead';
import { auditTabs, verifyAudit } from '../support/auditRows';
import { fileCalled, linesBelow, passHours } from '../support/hands';
import { officerCompany } from '../support/officers';

const ROWS = 50_000;

const event = (index: number): AuditEvent => ({
  id: index.toString(16).padStart(32, '0'),
  at: Date.UTC(2026, 2, 3) + index,
  by: 'admin@acme.test',
  what: 'request.prepared',
  subject: (index * 7).toString(16).padStart(32, '0'),
  details: `kind=workflow requester=169969891082859716919 digest=${index.toString(16).padStart(64, '0')} targets=3 creates=9 skips=0`,
});

it(`B11: ${ROWS} rows are verified in one execution, by the sweep and not while a card waits`, () => {
  const company = officerCompany();
  passHours(company, 1);
  const store = company.project.scriptProperties;
  const head = readHead(store.entries());
  const rows = chainOn(
    head,
    Array.from({ length: ROWS - head.number }, (_, index) => event(index)),
  );
  const { name } = auditTabs(company)[0]!;
  const cells = rows.map(({ number, at, by, what, subject, details, id, previous, hash }) => [
    number,
    ...[new Date(at).toISOString(), by, what, subject, details, id, previous, hash].map((text) => ({ text })),
  ]);
  company.world.drive.edit(fileCalled(company, 'Roster ledger').id, name, `A${head.number + 2}`, cells);
  store.set({ auditHead: JSON.stringify({ number: ROWS, hash: rows.at(-1)!.hash, years: head.years }) });
  const sidebar = company.open(company.operator);
  expect(verifyAudit(company, sidebar)).toContain('at the latest');
  const before = process.cpuUsage();
  passHours(company, 1);
  const { user, system } = process.cpuUsage(before);
  sidebar.press('Refresh');
  expect(linesBelow(sidebar, 'Audit').join('\n')).toContain('50,000 rows, whole chain holds');
  const looks = company.project.executions.filter(({ functionName }) => functionName === 'onSweep');
  const longest = Math.max(...looks.map(({ startedAt, endedAt }) => endedAt - startedAt));
  expect((user + system) / 1_000_000).toBeLessThan(20);
  expect(longest).toBeLessThan(60_000);
  expect(company.troubles()).toEqual([]);
});
