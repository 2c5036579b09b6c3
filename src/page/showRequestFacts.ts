import type { PageRequest } from '../app/approvals/PageRequest';
import type { ShownDecision } from '../app/approvals/showDecisions';
import { add, items, section, view } from './screen';

const moment = (milliseconds: number): string => new Date(milliseconds).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });

const fact = (list: HTMLElement, term: string, text: string): void => {
  add(list, 'dt', term);
  add(list, 'dd', text);
};

export const showSummary = (request: PageRequest): void => {
  const { summary } = request;
  const facts = add(view, 'dl');
  fact(facts, 'Status', request.status);
  if (request.reason) fact(facts, 'Why', request.reason);
  fact(facts, 'Asked by', request.isMine ? `${summary.requester} (you)` : summary.requester);
  if (summary.description) fact(facts, 'Description', summary.description);
  if (request.startAt) fact(facts, 'Starts', `not before ${moment(request.startAt)}`);
  if (request.state === 'approved') {
    fact(facts, request.kind === 'settings' ? 'Takes effect at the latest' : 'Starts at the latest', moment(request.nextLookAt));
  }
  if (request.code) fact(facts, 'Code (the mail and Gmail show the same one)', request.code);
  items(section('What is asked'), request.asked);
  if (summary.totals.length > 0) {
    items(section('In all'), [...summary.totals, ...(request.days ? [`Spread over days: ${request.days}`] : [])]);
  }
  if (summary.risks.length > 0) items(section('Beware'), summary.risks, { class: 'risks' });
};

const showDecision = (list: HTMLElement, { decision, at, by, isMine, reason, refused, verified }: ShownDecision): void => {
  const state = refused ? ' (does not count)' : verified ? '' : ' (Roster still has to check it)';
  const who = isMine ? `${by} (you)` : by;
  fact(list, (decision === 'approve' ? 'Approved on ' : 'Denied on ') + moment(at), (reason ? `${who}: ${reason}` : who) + state);
};

export const showDeciding = (request: PageRequest): void => {
  const facts = add(section('Decisions'), 'dl');
  if (request.preApprovalId) fact(facts, 'Pre-approval', request.preApprovalId);
  else if (request.needed === 0) fact(facts, 'Let through by', 'the settings, which ask for no officer');
  else fact(facts, 'Approvals', `${request.approvals} of ${request.needed}`);
  for (const one of request.decisions) showDecision(facts, one);
  if (request.state === 'waiting') {
    const then = request.kind === 'settings' ? '; then it expires' : '; then it expires and never runs';
    fact(facts, 'Waits until', moment(request.expiresAt) + then);
  }
};
