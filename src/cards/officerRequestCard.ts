import type { OfficerNote } from '../core/approvals/OfficerNote';
import type { RequestEntry } from '../core/approvals/RequestEntry';
import { doneTotals } from '../core/plan/describeTotals';
import type { Problem } from '../core/base/Problem';
import type { Missing } from '../core/workflows/missing';
import { askedSection } from './askedSection';
import { button, buttons, linkButton, mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { decidingWidgets, type DecidingView } from './decidingWidgets';
import { decisionFooter, decisionQuestion } from './decisionQuestion';
import { labelled } from './labelled';
import { paragraph, problemParagraph } from './paragraph';
import { stoppingWords } from './runSection';
import { stateWords } from './stateWords';
import { formatCount, formatLatest, formatMoment, type Viewer } from './Viewer';

export interface OfficerRequestView {
  readonly entry: RequestEntry;
  readonly code: string;
  readonly note?: OfficerNote;
  readonly officers: DecidingView['officers'];
  readonly decisions: DecidingView['decisions'];
  /** Why the person who looks may not decide. */
  readonly refused?: Problem;
  readonly mayStop: boolean;
  readonly stopping: boolean;
  readonly pageUrl: string;
  readonly nextLookAt: number;
  readonly lookAfterAt: number;
  readonly now: number;
}

/** Navigation comes back to it by this name. */
export const officerRequestName = 'officerRequest';

const asked = ({ entry, note }: OfficerRequestView): CardSpec['sections'] => [
  ...askedSection({ entry, ...(note === undefined ? {} : { asked: { description: '', actions: note.actions } }) }),
  ...(note === undefined || note.examples.length === 0
    ? []
    : [{ header: 'Among the changes', widgets: note.examples.map((line) => paragraph(line)) }]),
  ...(note === undefined || note.more === 0 ? [] : [{ widgets: [paragraph(`And ${note.more} more; its web page has them all.`)] }]),
];

const summaryWidgets = ({ entry, note, code }: OfficerRequestView, viewer: Viewer): WidgetSpec[] => [
  ...(note === undefined ? [] : [labelled('Asked by', note.requester)]),
  ...(note === undefined || note.totals.length === 0 ? [] : [labelled('In all', `${note.totals.join('. ')}.`)]),
  ...(note?.risks ?? []).map((risk) => labelled('Beware', risk)),
  ...(entry.startAt === undefined ? [] : [labelled('Starts', `at the first look for work after ${formatMoment(entry.startAt, viewer)}`)]),
  ...(code === '' ? [] : [labelled('Code, the same in the mail and on the web page', code)]),
];

/** What is known of the time that is to come; nothing more is promised. */
const nextWidgets = (view: OfficerRequestView, viewer: Viewer): WidgetSpec[] => {
  const { entry, decisions, nextLookAt, lookAfterAt, now } = view;
  const mine = decisions.find((one) => one.isMine && !one.verified);
  if (entry.state === 'waiting' && mine !== undefined) {
    const check = `Roster checks your decision at ${formatLatest(nextLookAt, now, viewer)} at the latest.`;
    if (mine.decision === 'deny') return [paragraph(`${check} If it counts, the request never runs.`)];
    if (entry.deciders.length + 1 < entry.needed) return [paragraph(`${check} It takes ${entry.needed} approvals in all.`)];
    const starts = formatLatest(Math.max(lookAfterAt, entry.startAt ?? 0), now, viewer);
    return [paragraph(`${check} If it counts, the request is carried out from ${starts} at the latest.`)];
  }
  if (view.stopping) return [paragraph(`${stoppingWords(view, viewer)}.`)];
  if (entry.state === 'approved') return [paragraph(`It is carried out from ${formatLatest(nextLookAt, now, viewer)} at the latest.`)];
  const { created, done, skipped, failed } = entry.outcome;
  if (created + done + skipped + failed > 0) {
    const ends = `${formatCount(done, viewer, 'target')} done, ${formatCount(skipped, viewer, 'target')} skipped, ${formatCount(failed, viewer, 'target')} failed.`;
    return [paragraph(`${doneTotals(entry, (count, noun) => formatCount(count, viewer, noun))}; ${ends}`)];
  }
  return [];
};

/** S29–S32: one request as an officer decides about it in Gmail. `problem`: why what they just pressed did nothing. */
export const officerRequestCard = (view: OfficerRequestView, viewer: Viewer, problem?: Problem): CardSpec => {
  const { entry, refused, pageUrl } = view;
  const parameters = { request: entry.id, digest: entry.digest };
  const waits = entry.state === 'waiting';
  // The decisions below say who decided.
  const hint = waits && refused !== undefined && refused.code !== 'decision.alreadyDecided' ? [problemParagraph(refused)] : [];
  const approvals = waits && entry.needed > 1 ? [labelled('Approvals', `${entry.deciders.length} of ${entry.needed}`)] : [];
  return {
    name: officerRequestName,
    header: { title: entry.name, subtitle: stateWords(entry, viewer) },
    sections: [
      ...(problem === undefined ? [] : [{ widgets: [problemParagraph(problem)] }]),
      {
        widgets: [
          labelled('Status', stateWords(entry, viewer)),
          ...summaryWidgets(view, viewer),
          ...approvals,
          ...decidingWidgets({ ...view, isOperator: false }, viewer),
          ...(entry.reason === undefined ? [] : [problemParagraph(entry.reason)]),
          ...nextWidgets(view, viewer),
          ...hint,
        ],
      },
      ...asked(view),
      {
        widgets: [
          buttons(
            ...(pageUrl === '' ? [] : [linkButton('See the whole preview', pageUrl)]),
            ...(view.mayStop ? [button('Stop', 'openOfficerStop', { request: entry.id }, { altText: 'Stop this run' })] : []),
            button('Refresh', 'refreshOfficerRequest', { request: entry.id }),
            button('What waits for me', 'openWaiting'),
          ),
        ],
      },
    ],
    ...(refused === undefined
      ? {
          fixedFooter: {
            primaryButton: mainButton('Approve', 'openOfficerDecision', { ...parameters, decision: 'approve' }),
            secondaryButton: button('Deny', 'openOfficerDecision', { ...parameters, decision: 'deny' }, { type: 'OUTLINED' }),
          },
        }
      : {}),
  };
};

/** The summary once more, and the one question. */
export const officerConfirmCard = (
  view: OfficerRequestView,
  decision: 'approve' | 'deny',
  missing: readonly Missing[],
  viewer: Viewer,
): CardSpec => ({
  name: 'officerConfirm',
  header: { title: decision === 'approve' ? 'Approve this request?' : 'Deny this request?', subtitle: view.entry.name },
  sections: [{ widgets: summaryWidgets(view, viewer) }, ...asked(view), decisionQuestion(decision, missing)],
  fixedFooter: decisionFooter(decision, 'decideAsOfficer', { request: view.entry.id, digest: view.entry.digest }),
});
