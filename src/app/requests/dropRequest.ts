import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { isClosed, mayHaveRun } from '../../core/approvals/RequestState';
import type { Environment, Tables } from '../Environment';
import { removeRecords } from './records';
import { dropRequestView } from './requestsView';
import { dropRequestEntry, listEntries } from './requestStore';
import { dropViews } from './views';

/** Forgets a request, so that nights do not crowd out what people asked for, nor fill the tables; the audit keeps what it said of it. */
export const dropRequest = (env: Environment, ledger: Tables, workbook: Tables, { id, state }: RequestEntry): void => {
  const ran = mayHaveRun(state);
  dropRequestEntry(env, id);
  removeRecords(ledger, id, ran);
  dropRequestView(workbook, id);
  dropViews(workbook, id, ran);
};

/** Closed nights of all syncs together. */
const nightsKept = 50;

/**
 * Of the nights of a sync that ended well the last one is kept, and of those that were held. With 10,000 destinations a night takes
 * half a million of the ten million cells of a spreadsheet (https://support.google.com/drive/answer/37603).
 */
export const dropNightsBefore = (env: Environment, ledger: Tables, workbook: Tables, { id, sync, state }: RequestEntry): void => {
  const entries = listEntries(env);
  const undone = new Set(entries.map(({ undoes }) => undoes));
  const replaced = state === 'withdrawn' ? [state] : ['done', 'withdrawn'];
  entries
    .filter((one) => one.night === true && isClosed(one.state))
    .filter((one, index) => index >= nightsKept || (one.sync === sync && replaced.includes(one.state)))
    .filter((one) => one.id !== id && !undone.has(one.id))
    .forEach((one) => dropRequest(env, ledger, workbook, one));
};
