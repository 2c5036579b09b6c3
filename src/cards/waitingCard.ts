import type { RequestEntry } from '../core/approvals/RequestEntry';
import type { ShownPreApproval } from '../core/approvals/ShownPreApproval';
import type { Problem } from '../core/base/Problem';
import { action, button, buttons, linkButton } from './button';
import type { CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { lineWidget } from './lineWidget';
import { pageOf, pagingWidgets } from './paging';
import { paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { inGmail, preApprovalLine } from './preApprovalCard';
import { stateWords } from './stateWords';
import { formatMoment, type Viewer } from './Viewer';

export type WaitingView =
  | {
      readonly kind: 'officer';
      readonly requests: readonly { readonly entry: RequestEntry; readonly requester: string }[];
      readonly open: readonly RequestEntry[];
      readonly preApprovals: readonly ShownPreApproval[];
    }
  | { readonly kind: 'other'; readonly operatorEmail: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

const pageSize = 20;

const line = ({ entry, requester }: { readonly entry: RequestEntry; readonly requester: string }, viewer: Viewer): WidgetSpec =>
  lineWidget(
    { topLabel: requester, text: entry.name, bottomLabel: `Waits until ${formatMoment(entry.expiresAt, viewer)}` },
    action('openOfficerRequest', { request: entry.id }),
  );

/** Runs that a card has room for. */
const shownRuns = 10;

/** B15, S46: what an officer can stop or end. */
const inForce = (view: WaitingView, viewer: Viewer): SectionSpec[] => {
  if (view.kind !== 'officer') return [];
  const runs = view.open
    .slice(0, shownRuns)
    .map((entry) =>
      lineWidget({ text: entry.name, bottomLabel: stateWords(entry, viewer) }, action('openOfficerRequest', { request: entry.id })),
    );
  return [
    ...(runs.length === 0 ? [] : [{ header: 'Let through', widgets: runs }]),
    ...(view.preApprovals.length === 0
      ? []
      : [{ header: 'Pre-approvals', widgets: view.preApprovals.map((one) => preApprovalLine(one, inGmail, viewer)) }]),
  ];
};

const inSheets: WidgetSpec[] = [
  paragraph('Administrators ask for work in the side panel of Google Sheets: open a spreadsheet and choose Roster there.'),
  buttons(linkButton('Open Google Sheets', 'https://docs.google.com/spreadsheets/'), button('Refresh', 'showWaiting')),
];

const widgetsOf = (view: WaitingView, page: number, viewer: Viewer): WidgetSpec[] => {
  if (view.kind === 'problem') return [problemParagraph(view.problem), ...permissionsFor(view.problem)];
  if (view.kind === 'other')
    return [
      paragraph('Security Officers decide here about what administrators ask for. You are none of them.'),
      paragraph(`If you need something from Roster, ask an administrator of your organization, or write to ${view.operatorEmail}.`),
    ];
  if (view.requests.length === 0) return [paragraph('Nothing waits for your decision.')];
  const shown = pageOf(view.requests, page, pageSize);
  return [...shown.items.map((one) => line(one, viewer)), ...pagingWidgets(shown, viewer, 'showWaiting')];
};

/** B16: the first card in Gmail. */
export const waitingCard = (view: WaitingView, page: number, viewer: Viewer): CardSpec => ({
  name: 'waiting',
  header: { title: 'Roster', subtitle: view.kind === 'officer' ? 'Waiting for your decision' : 'Contacts for the whole organization' },
  sections: [{ widgets: widgetsOf(view, page, viewer) }, ...inForce(view, viewer), { widgets: inSheets }],
});
