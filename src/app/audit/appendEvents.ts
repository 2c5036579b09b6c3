import { chainOn, type AuditRow, type ChainEnd } from '../../core/audit/AuditRow';
import { ok, type Result } from '../../core/base/Result';
import type { Environment, Tables } from '../Environment';
import { dropSettled, listEvents, settledEvents } from './auditEvents';
import { headValues, readHead, type AuditHead } from './auditHead';
import { appendRows, findRows, removeRows, yearOf } from './auditTable';

/** Stores script properties in one write, as the one writer; ends everything when another execution is it. */
type Renew = (values: Readonly<Record<string, string>>) => void;

const endOf = (head: ChainEnd, rows: readonly AuditRow[]): ChainEnd => rows[rows.length - 1] ?? head;

/** Rows as they were about to be written behind `head`: none is missing, altered or added. */
const isWhole = (head: ChainEnd, rows: readonly AuditRow[], ahead: ChainEnd): boolean => {
  const again = chainOn(head, rows);
  return (
    endOf(head, again).number === ahead.number &&
    endOf(head, again).hash === ahead.hash &&
    rows.every(({ number, hash, previous }, at) => {
      const meant = again[at];
      return meant?.number === number && meant.hash === hash && meant.previous === previous;
    })
  );
};

/** Another execution was cut short around its append. All its rows stand there, or none counts and they are written again. */
const recover = (env: Environment, renew: Renew, ledger: Tables, head: AuditHead, ahead: ChainEnd): Result<AuditHead> => {
  const events = listEvents(env.authority.all());
  const years = [...new Set([...head.years, ...events.map(yearOf)])];
  const numbers = Array.from({ length: ahead.number - head.number }, (_, index) => head.number + 1 + index);
  const standing = findRows(ledger, years, numbers).sort((one, other) => one.number - other.number);
  const settled: AuditHead = { number: head.number, hash: head.hash, years: head.years };
  if (isWhole(head, standing, ahead)) {
    const after: AuditHead = { ...settled, number: ahead.number, hash: ahead.hash };
    const ids = new Set(standing.map(({ id }) => id));
    renew({ ...headValues(after), ...settledEvents(events.filter(({ id }) => ids.has(id))) });
    return ok(after);
  }
  if (standing.length === 0) return ok(settled);
  env.log('audit.mended', { removed: standing.length });
  return env.locked(() => {
    removeRows(ledger, years, numbers);
    return ok(settled);
  });
};

/** An execution was cut short around its append. */
export const isInterrupted = (env: Environment): boolean => readHead(env.authority.all()).ahead !== undefined;

/** Something happened that the ledger does not hold yet. */
export const hasEvents = (all: Readonly<Record<string, string>>): boolean =>
  listEvents(all).length > 0 || readHead(all).ahead !== undefined;

/** B11: brings what happened into the ledger's chain. First the head tells what is about to come, then the rows, then the head that has them (docs/decisions/0013). */
export const appendEvents = (env: Environment, renew: Renew, ledgerId: string): void => {
  const all = env.authority.all();
  const found = readHead(all);
  if (!hasEvents(all)) return dropSettled(env, all);
  const ledger = env.ledger(ledgerId);
  if (!ledger.ok) return;
  const mended = found.ahead === undefined ? ok(found) : recover(env, renew, ledger.value, found, found.ahead);
  if (!mended.ok) return;
  const head = mended.value;
  const events = listEvents(env.authority.all());
  const rows = chainOn(head, events);
  const { number, hash } = endOf(head, rows);
  const years = [...new Set([...head.years, ...rows.map(yearOf)])].sort((one, other) => one - other);
  if (rows.length > 0) {
    renew(headValues({ ...head, years, ahead: { number, hash } }));
    // Written for good before the head says so: the end of the lock flushes.
    const written = env.locked(() => {
      appendRows(ledger.value, rows);
      return ok(undefined);
    });
    if (!written.ok) return;
    renew({ ...headValues({ number, hash, years }), ...settledEvents(events) });
    env.log('audit.appended', { rows: rows.length });
  } else renew(headValues(head));
  dropSettled(env);
};
