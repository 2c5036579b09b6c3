import { chainOn, emptyChain, hashOf, type AuditEvent, type AuditRow } from '../../../src/core/audit/AuditRow';
import { verifyChain, type ChainHead } from '../../../src/core/audit/verifyChain';

const event = (index: number): AuditEvent => ({
  id: `e${index}`,
  at: 1_700_000_000_000 + index,
  by: 'ann@acme.test',
  what: 'request.waiting',
  subject: `r${index}`,
  details: `targets ${index}`,
});
const chain = (count: number): AuditRow[] =>
  chainOn(
    emptyChain,
    Array.from({ length: count }, (_, index) => event(index)),
  );
const endOf = (rows: readonly AuditRow[]) => {
  const last = rows[rows.length - 1];
  return last === undefined ? emptyChain : { number: last.number, hash: last.hash };
};
const rehashed = (row: Omit<AuditRow, 'hash'>): AuditRow => ({ ...row, hash: hashOf(row) });

describe('B11: the audit chain', () => {
  const rows = chain(5);
  const head: ChainHead = endOf(rows);

  it('holds, whatever the order of the rows in the sheet', () => {
    expect(verifyChain(rows, head)).toEqual({ ok: true, rows: 5 });
    expect(verifyChain([...rows].reverse(), head)).toEqual({ ok: true, rows: 5 });
    expect(verifyChain([], emptyChain)).toEqual({ ok: true, rows: 0 });
  });

  it('names the row that was altered, in any of its cells', () => {
    for (const change of [{ by: 'eve@acme.test' }, { at: 1 }, { what: 'x' }, { subject: 'x' }, { details: '' }, { id: 'x' }]) {
      const altered = rows.map((row) => (row.number === 3 ? { ...row, ...change } : row));
      expect(verifyChain(altered, head)).toEqual({ ok: false, number: 3, fault: 'altered' });
    }
  });

  it('names the next row when one was altered and its hash made new', () =>
    expect(
      verifyChain(
        rows.map((row) => (row.number === 3 ? rehashed({ ...row, by: 'eve@acme.test' }) : row)),
        head,
      ),
    ).toEqual({ ok: false, number: 4, fault: 'unchained' }));

  it('names the last row when the whole chain was written anew from one on', () => {
    const forged = [...rows.slice(0, 2), ...chainOn(endOf(rows.slice(0, 2)), [{ ...event(2), by: 'eve@acme.test' }, event(3), event(4)])];
    expect(verifyChain(forged, head)).toEqual({ ok: false, number: 5, fault: 'altered' });
  });

  it.each([1, 3, 5])('names row %i when it was removed', (number) =>
    expect(
      verifyChain(
        rows.filter((row) => row.number !== number),
        head,
      ),
    ).toEqual({ ok: false, number, fault: 'missing' }),
  );

  it('names a row that stands there twice, two that changed places, and one that Roster never wrote', () => {
    expect(verifyChain([...rows, ...rows.slice(1, 2)], head)).toEqual({ ok: false, number: 2, fault: 'repeated' });
    const swapped = rows.map((row) => (row.number === 2 ? { ...row, number: 3 } : row.number === 3 ? { ...row, number: 2 } : row));
    expect(verifyChain(swapped, head)).toEqual({ ok: false, number: 2, fault: 'altered' });
    expect(verifyChain([...rows, ...chainOn(endOf(rows), [event(5)])], head)).toEqual({ ok: false, number: 6, fault: 'added' });
    expect(verifyChain([rehashed({ ...event(9), number: 0, previous: '' }), ...rows], head)).toMatchObject({ fault: 'added' });
  });

  it('takes rows that were about to be written when the execution ended, all of them or none', () => {
    const more = chainOn(endOf(rows), [event(5), event(6)]);
    const ahead: ChainHead = { ...head, ahead: endOf(more) };
    expect(verifyChain(rows, ahead)).toEqual({ ok: true, rows: 5 });
    expect(verifyChain([...rows, ...more], ahead)).toEqual({ ok: true, rows: 7 });
    expect(verifyChain([...rows, ...more.slice(0, 1)], ahead)).toEqual({ ok: false, number: 7, fault: 'missing' });
    expect(verifyChain([...rows, ...chainOn(endOf(rows), [event(7), event(6)])], ahead)).toEqual({
      ok: false,
      number: 7,
      fault: 'altered',
    });
  });
});
