import type { Row, Tables } from '../../../src/app/Environment';
import { pageOfTargets } from '../../../src/app/requests/pageOfTargets';
import { refusedPreview, type TargetPreview } from '../../../src/app/requests/previewTarget';
import { appendPreviews, putAddresses, putIntent } from '../../../src/app/requests/records';
import type { RequestEntry } from '../../../src/core/approvals/RequestEntry';
import { problem } from '../../../src/core/base/Problem';
import { packSkips, skipsDigest } from '../../../src/core/plan/packSkips';
import { noSkips } from '../../../src/core/plan/TargetPlan';
import { intentDigest, type Intent } from '../../../src/core/workflows/Intent';

/** Tables in memory: what is appended is found again. */
const tablesInMemory = (): Tables & { readonly held: Record<string, Row[]> } => {
  const held: Record<string, Row[]> = {};
  const append = (table: string, rows: readonly Row[]): void => void (held[table] ??= []).push(...rows);
  const rows = (table: string): Row[] => held[table] ?? [];
  return {
    held,
    ensure: () => false,
    rows,
    find: (table, key, values) => rows(table).filter((row) => values.includes(String(row[key]))),
    append,
    upsert: (table, _key, added) => append(table, added),
    remove: () => undefined,
  };
};

const [targets, contacts] = [10_000, 500];

/** 10,000 targets of 500 contacts each; every target has three of them already, and every hundredth gets nothing. */
const bigRequest = () => {
  const ledger = tablesInMemory();
  const sourceIds = Array.from({ length: contacts }, (_, index) => `c${index}`);
  const ids = Array.from({ length: targets }, (_, index) => `u${String(index).padStart(5, '0')}`);
  const previews = ids.map((targetId, index): TargetPreview => {
    const refused = refusedPreview(0, targetId, problem('target.accountGone'));
    if (index % 100 === 7) return refused;
    const skips = [index % contacts, (index + 100) % contacts, (index + 200) % contacts];
    const packed = packSkips(
      sourceIds,
      skips.map((at) => ({ sourceContactId: sourceIds[at]!, reason: 'sameEmail' as const })),
    );
    return {
      action: 0,
      targetId,
      creates: 497,
      skips: { ...noSkips, sameEmail: 3 },
      contacts: packed,
      label: 'none',
      reads: 1,
      writes: 3,
      tokens: 2,
      dailyContactWrites: 600,
      seconds: 9,
      slices: 1,
      verifyReads: 1,
    };
  });
  const intent = {
    requestId: 'r',
    actions: [{ kind: 'copyContacts', contacts: skipsDigest(previews.filter((one) => one.problem === undefined)) }],
  } as unknown as Intent;
  for (let from = 0; from < targets; from += 100) appendPreviews(ledger, 'r', previews.slice(from, from + 100));
  putIntent(ledger, 'r', intent);
  putAddresses(
    ledger,
    'r',
    ids.map((id) => [id, `${id}@acme.test`]),
  );
  return { ledger, entry: { id: 'r', digest: intentDigest(intent) } as RequestEntry };
};

describe('a preview of 10,000 targets with 500 contacts each', () => {
  const { ledger, entry } = bigRequest();
  const page = (wanted: number, only: 'all' | 'noted') => {
    const found = pageOfTargets(ledger, entry, { page: wanted, only });
    if (!found.ok) throw new Error(found.problem.code);
    return found.value;
  };

  it('takes some ten characters a target for what becomes of its contacts', () => {
    const cells = ledger.held['Previews']!.map((row) => String(row['contacts']).length);
    expect(Math.max(...cells)).toBeLessThan(30);
    expect(cells.reduce((sum, one) => sum + one, 0)).toBeLessThan(250_000);
  });

  it('is shown 50 at a time, by address, and a page is small', () => {
    const first = page(0, 'all');
    expect(first).toMatchObject({ page: 0, pages: 200, total: targets });
    expect(first.lines.map((one) => one.address)[49]).toBe('u00049@acme.test');
    expect(first.lines[0]!.plan).toBe('497 new contacts, 3 already there (3 with the same e-mail address)');
    expect(JSON.stringify(first).length).toBeLessThan(20_000);
    expect(page(199, 'all').lines.map((one) => one.address)[49]).toBe('u09999@acme.test');
  });

  it('beyond the last page is the last page; refused targets can be shown alone', () => {
    expect(page(100_000, 'all').page).toBe(199);
    const noted = page(1, 'noted');
    expect(noted).toMatchObject({ page: 1, pages: 2, total: 100 });
    expect(noted.lines[0]).toMatchObject({ address: 'u05007@acme.test', hasContacts: false, plan: expect.stringMatching(/^Nothing: /) });
  });

  it('is refused when one contact of one target was edited', () => {
    const rows = ledger.held['Previews']!;
    const kept = rows[5000]!;
    rows[5000] = { ...kept, contacts: 'c500' };
    // Another execution: one reads what it looks at once.
    expect(pageOfTargets({ ...ledger }, entry, { page: 0, only: 'all' })).toEqual({ ok: false, problem: problem('preview.altered') });
    rows[5000] = kept;
  });
});
