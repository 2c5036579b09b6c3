import type { PageRequest } from '../app/approvals/PageRequest';
import type { PageOptions } from '../app/requests/PageOptions';
import type { PageText } from '../app/requests/showPage';

/** What the views beside a request's own need of it. */
export interface Visit {
  readonly requestId: string;
  readonly title: string;
  readonly request: PageRequest;
  /** Shows an answer, whatever it is about. */
  show(answer: PageText): void;
  /** `wanted`: what of the answer to show; an answer without it is shown as it is. */
  ask<Wanted>(options: PageOptions, wanted: (answer: PageText) => Wanted | undefined, show: (found: Wanted) => void): void;
  /** To the request's own view, the focus on the control of this name. */
  goBack(from: string): void;
}
