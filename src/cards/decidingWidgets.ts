import { letThroughBy } from '../core/approvals/letThroughBy';
import type { RequestEntry } from '../core/approvals/RequestEntry';
import { explain } from '../core/base/explain';
import type { Problem } from '../core/base/Problem';
import { button, buttons } from './button';
import type { WidgetSpec } from './CardSpec';
import { labelled } from './labelled';
import { problemParagraph } from './paragraph';
import { formatMoment, formatNumber, type Viewer } from './Viewer';

export interface DecidingView {
  readonly entry: RequestEntry;
  /** What keeps it from being sent. */
  readonly hindered?: Problem;
  /** Addresses of the officers who may decide. */
  readonly officers: readonly string[];
  readonly decisions: readonly {
    readonly by: string;
    readonly decision: 'approve' | 'deny';
    readonly reason: string;
    readonly at: number;
    readonly isMine: boolean;
    readonly verified: boolean;
    readonly refused?: Problem;
  }[];
  readonly isOperator: boolean;
}

/** Addresses that a card names; the policy may hold more. */
const named = 5;

/** "a@x, b@x and 3 more" */
export const officerNames = (officers: readonly string[]): string =>
  officers.length <= named ? officers.join(', ') : `${officers.slice(0, named).join(', ')} and ${officers.length - named} more`;

/** How many of them have to approve, as a sentence. */
export const neededWords = ({ needed }: Pick<RequestEntry, 'needed'>, viewer: Viewer): string =>
  needed === 1 ? 'One of them has to approve it.' : `${formatNumber(needed, viewer)} of them have to approve it.`;

const decisionLine = (one: DecidingView['decisions'][number], viewer: Viewer): WidgetSpec => {
  const who = one.isMine ? `${one.by} (you)` : one.by;
  const refused = one.refused === undefined ? undefined : explain(one.refused);
  const state = refused === undefined ? (one.verified ? '' : ' Roster still has to check it.') : ` It does not count: ${refused.what}`;
  return labelled(
    `${one.decision === 'approve' ? 'Approved' : 'Denied'} on ${formatMoment(one.at, viewer)}`,
    `${who}${one.reason === '' ? '' : `: ${one.reason}`}${/[.!?]$/.test(one.reason) || state === '' ? '' : '.'}${state}`,
  );
};

/** What more officers would help. */
const moreOfficers = ['request.noOfficer', 'request.onlyOfficerIsYou', 'request.tooFewOfficers'];

/** S2, S25–S32, S36: who decides about a request, who decided, and what keeps it from being sent. */
export const decidingWidgets = (view: DecidingView, viewer: Viewer): WidgetSpec[] => {
  const { entry, hindered } = view;
  if (hindered !== undefined) {
    const first = hindered.code === 'request.noOfficer' && view.isOperator;
    const leads = moreOfficers.includes(hindered.code);
    return [
      problemParagraph(hindered),
      ...(leads ? [buttons(button('Appoint Security Officers', first ? 'openSetUp' : 'openSettings'))] : []),
    ];
  }
  const asks = letThroughBy(entry) === undefined && (entry.state === 'prepared' || entry.state === 'waiting');
  // Break-glass: it does not need the decision that is asked for.
  const notice = entry.kind === 'settings' && entry.state === 'waiting' ? entry.startAt : undefined;
  return [
    ...(notice === undefined
      ? []
      : [labelled('By notice', `takes effect on ${formatMoment(notice, viewer)}, unless an officer denies it`)]),
    ...(asks ? [labelled('Decided by', `${officerNames(view.officers)}. ${neededWords(entry, viewer)}`)] : []),
    ...view.decisions.map((one) => decisionLine(one, viewer)),
    ...(entry.state === 'waiting'
      ? [labelled('Waits until', `${formatMoment(entry.expiresAt, viewer)}; then it expires and never runs`)]
      : []),
  ];
};
