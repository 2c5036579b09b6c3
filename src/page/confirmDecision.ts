import type { Decision } from '../core/approvals/Claim';
import { add, begin, button, buttonRow, call, end, tell, view } from './screen';
import { showSummary } from './showRequestFacts';
import type { Visit } from './Visit';

const NO_ANSWER = 'Roster did not answer. Your decision may have been noted: go back and press Refresh to see.';

interface ReasonField {
  readonly field: HTMLTextAreaElement;
  readonly missing: HTMLElement;
}

const askForReason = (): ReasonField => {
  add(view, 'label', 'Reason (required). The person who asked reads it.', { for: 'reason' });
  return {
    missing: add(view, 'p', '', { id: 'missing', class: 'missing' }),
    field: add(view, 'textarea', undefined, { id: 'reason', maxlength: '300', required: '', 'aria-describedby': 'missing lasting' }),
  };
};

const isMissing = ({ field, missing }: ReasonField): boolean => {
  if (field.value.trim() !== '') return false;
  missing.textContent = 'There is no reason yet. Write one, then confirm again.';
  field.setAttribute('aria-invalid', 'true');
  field.focus();
  return true;
};

/** Shows once more what is decided about; only the second button decides. */
export const confirmDecision = (visit: Visit, decision: Decision): void => {
  const { requestId, request, title } = visit;
  const approves = decision === 'approve';
  tell('');
  begin(`${approves ? 'Approve' : 'Deny'} “${title}”?`);
  showSummary(request);
  const reason = approves ? undefined : askForReason();
  const after = request.kind === 'settings' ? '' : approves ? ' A run can be stopped.' : ' The request never runs.';
  add(view, 'p', `Your decision stays: it cannot be taken back.${after}`, { id: 'lasting' });
  const buttons = buttonRow();
  const decide = (): void => {
    if (reason !== undefined && isMissing(reason)) return;
    call((run) => run.decide(requestId, request.digest, decision, reason?.field.value ?? ''), visit.show, NO_ANSWER);
  };
  button(buttons, approves ? 'Confirm approval' : 'Confirm denial', decide, { class: 'main' });
  button(buttons, 'Cancel', () => visit.goBack(approves ? 'Approve' : 'Deny'));
  end();
};
