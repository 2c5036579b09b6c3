import type { UploadPiece } from '../app/imports/UploadPiece';
import type { PageOptions } from '../app/requests/PageOptions';
import type { PageText } from '../app/requests/showPage';
import type { Decision } from '../core/approvals/Claim';

/** `google.script.run` (https://developers.google.com/apps-script/guides/html/reference/run) with the functions that the pages call. */
export interface ServerCalls {
  showPage(requestId: string, options: PageOptions): void;
  decide(requestId: string, digest: string, decision: Decision, reason: string): void;
  receive(uploadId: string, piece: UploadPiece): void;
  withSuccessHandler(answered: (answer: PageText) => void): ServerCalls;
  withFailureHandler(lost: () => void): ServerCalls;
}

declare global {
  /** Google puts it before the page's own scripts. */
  const google: { readonly script: { readonly run: ServerCalls } };
}
