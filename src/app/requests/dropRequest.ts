import type { Environment, Tables } from '../Environment';
import { removeDocument } from '../records/ledgerDocuments';
import { removePreviews } from './records';
import { dropRequestView } from './requestsView';
import { dropRequestEntry } from './requestStore';
import { dropPreviewView } from './views';

/** Forgets a request in which there was nothing to do, so that nights do not crowd out what people asked for. */
export const dropRequest = (env: Environment, ledger: Tables, workbook: Tables, requestId: string): void => {
  dropRequestEntry(env, requestId);
  removePreviews(ledger, requestId);
  for (const kind of ['order', 'addresses', 'intent']) removeDocument(ledger, `${kind}.${requestId}`);
  removeDocument(ledger, `source.${requestId}.0`);
  dropRequestView(workbook, requestId);
  dropPreviewView(workbook, requestId);
};
