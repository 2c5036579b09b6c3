import { describeCounts, describeStatus } from '../core/runs/describeStatus';
import { letThroughBy } from '../core/approvals/letThroughBy';
import { wasSent, type RequestEntry } from '../core/approvals/RequestEntry';
import { escapeMarkup } from '../core/base/escapeMarkup';
import { numberToType } from '../core/imports/ImportTotals';
import { changesNothing, doneTotals, onlyChanges, plannedTotals } from '../core/plan/describeTotals';
import type { Quotas } from '../core/plan/quotas';
import { askedSection, type AskedView } from './askedSection';
import { button, buttons, linkButton, mainButton } from './button';
import type { ButtonSpec, CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { decidingWidgets, neededWords, officerNames, type DecidingView } from './decidingWidgets';
import { labelled } from './labelled';
import { pageOf, pagingWidgets } from './paging';
import { paragraph, problemParagraph } from './paragraph';
import { planSection, removalWidgets, type PlanLine } from './planSection';
import { linesOnCard, previewSection } from './previewSection';
import type { Problem } from '../core/base/Problem';
import { runSection, type RunView } from './runSection';
import { silenceWidgets, type SilenceView } from './silenceWidgets';
import { troubleWidgets, type TroubleView } from './troubleWidgets';
import { stateWords } from './stateWords';
import { formatCount, formatLatest, formatMoment, formatNumber, type Viewer } from './Viewer';

export interface RequestView {
  readonly entry: RequestEntry;
  readonly requester: string;
  readonly asked?: AskedView;
  readonly isMine: boolean;
  readonly preview: readonly PlanLine[];
  readonly previewAltered: boolean;
  /** The budgets that the run has to keep. */
  readonly quotas: Quotas;
  readonly results: readonly {
    readonly target: string;
    readonly action: number;
    readonly status: string;
    readonly created: number;
    readonly changed?: number;
    readonly deleted?: number;
    readonly skipped: number;
    readonly failed: number;
    readonly reason: string;
    readonly nextStep: string;
  }[];
  readonly workbookUrl: string;
  readonly pageUrl: string;
  /** How far a run is, while there is one. */
  readonly progress?: RunView['progress'];
  /** What keeps the operator from going on with it. */
  readonly held?: Problem;
  readonly silence?: SilenceView;
  readonly trouble?: TroubleView;
  readonly isOperator: boolean;
  readonly stopping: boolean;
  /** Whether the person who looks may stop it. */
  readonly mayStop: boolean;
  readonly hindered?: Problem;
  readonly officers: DecidingView['officers'];
  readonly decisions: DecidingView['decisions'];
  readonly mayAskAgain: boolean;
  readonly mayUndo: boolean;
  readonly undo?: string;
  readonly mayWriteResults: boolean;
  /** Whether the person who looks may decide about it. */
  readonly mayDecide: boolean;
  /** When the operator looks for work next at the latest, and now. Milliseconds since the epoch. */
  readonly nextLookAt: number;
  readonly now: number;
}

const typeWords: Readonly<Record<RequestEntry['type'], string>> = { onboard: 'Onboard', modify: 'Modify' };
const typeOf = ({ kind, sync, type }: RequestEntry): string => {
  if (kind === 'settings') return 'Settings';
  return sync === undefined ? typeWords[type] : 'Contact sync';
};

/** Nobody can say when it goes on. */
const isHeld = (view: RequestView): boolean => view.held !== undefined || view.silence !== undefined;

const recordSection = (view: RequestView, viewer: Viewer): SectionSpec => {
  const { entry } = view;
  const by = letThroughBy(entry);
  return {
    widgets: [
      {
        decoratedText: {
          topLabel: 'Status',
          text: `<b>${escapeMarkup(stateWords(entry, viewer))}</b>`,
          bottomLabel: `Since ${formatMoment(entry.changedAt, viewer)}`,
        },
      },
      ...(entry.reason === undefined ? [] : [problemParagraph(entry.reason)]),
      ...(view.held === undefined ? [] : [paragraph('It waits, because Roster cannot work at the moment.'), problemParagraph(view.held)]),
      ...silenceWidgets(view, viewer),
      ...troubleWidgets(view, viewer),
      labelled('Asked by', view.requester),
      labelled('Type', typeOf(entry)),
      ...(entry.tags === undefined ? [] : [labelled('Tags', entry.tags.join(', '))]),
      ...(entry.startAt !== undefined && entry.state === 'prepared'
        ? [labelled('Starts', `at the first look for work after ${formatMoment(entry.startAt, viewer)}`)]
        : []),
      ...decidingWidgets(view, viewer),
      ...(by === undefined ? [] : [labelled(wasSent(entry) ? 'Let through by' : 'Covered by', by)]),
      ...(entry.state === 'approved' && !view.stopping && !isHeld(view)
        ? [labelled('Starts', `at ${nextLook(view, viewer)} at the latest`)]
        : []),
      ...(entry.state === 'approved' && view.stopping ? [labelled('Stopped', `closed at ${nextLook(view, viewer)} at the latest`)] : []),
    ],
  };
};

/** When the operator's trigger looks again, at the latest. */
const nextLook = (view: RequestView, viewer: Viewer): string => formatLatest(view.nextLookAt, view.now, viewer);

const preparingSection = (view: RequestView, viewer: Viewer): SectionSpec[] =>
  view.entry.state !== 'preparing'
    ? []
    : [
        {
          widgets: [
            paragraph(
              `Roster ${
                view.entry.kind === 'settings'
                  ? 'looks up whom the change names'
                  : `reads the source and ${view.entry.sync === undefined ? formatCount(view.entry.targets, viewer, 'target') : 'every destination'}`
              } and writes down what would happen; nothing is changed meanwhile.${isHeld(view) ? '' : ` It begins at ${nextLook(view, viewer)} at the latest.`}`,
            ),
            ...(view.pageUrl === '' || view.held !== undefined ? [] : [buttons(linkButton('Prepare it now', view.pageUrl))]),
          ],
        },
      ];

const resultLine = (line: RequestView['results'][number], several: boolean, viewer: Viewer): WidgetSpec => {
  const counts = describeCounts(line, (value) => formatNumber(value, viewer));
  return {
    decoratedText: {
      topLabel: `${several ? `Action ${line.action + 1}: ` : ''}${describeStatus(line.status)}`,
      text: escapeMarkup(line.target),
      bottomLabel: line.reason === '' ? counts : `${counts}. ${line.reason} ${line.nextStep}`,
      wrapText: true,
    },
  };
};

/** `only`: of an import, the rows of this kind; blank: all. */
const linesSection = (view: RequestView, pageNumber: number, viewer: Viewer, only: string): SectionSpec[] => {
  const { entry, results } = view;
  if (results.length > 0) {
    const page = pageOf(results, pageNumber, linesOnCard);
    const write = (value: number): string => formatNumber(value, viewer);
    const several = results.some((line) => line.action > 0);
    return [
      {
        header: 'Results',
        widgets: [
          paragraph(
            `${doneTotals(entry, (count, noun) => formatCount(count, viewer, noun))}; targets: ${write(entry.outcome.done)} done, ${write(entry.outcome.skipped)} skipped, ${write(entry.outcome.failed)} failed.`,
          ),
          ...page.items.map((line) => resultLine(line, several, viewer)),
          ...pagingWidgets(page, viewer, 'pageRequest', { request: entry.id }),
        ],
      },
    ];
  }
  return previewSection(view, pageNumber, viewer, only);
};

const footerOf = (view: RequestView): CardSpec['fixedFooter'] | undefined => {
  const parameters = { request: view.entry.id };
  const refresh: ButtonSpec = mainButton('Refresh', 'refreshRequest', parameters);
  if (view.entry.state === 'prepared' && view.isMine && !view.previewAltered && view.hindered === undefined) {
    return { primaryButton: mainButton('Send approval request', 'openConfirmSend', parameters) };
  }
  if (view.mayDecide) {
    return {
      primaryButton: mainButton('Approve', 'openConfirmApprove', parameters),
      secondaryButton: button('Deny', 'openConfirmDeny', parameters, { type: 'OUTLINED' }),
    };
  }
  return ['preparing', 'waiting', 'approved', 'running'].includes(view.entry.state) ? { primaryButton: refresh } : undefined;
};

/** B6: asks for a preview of what would be taken back, or leads to the one that was asked for. */
const undoButtons = ({ entry, mayUndo, undo }: RequestView): ButtonSpec[] => {
  if (!mayUndo) return [];
  if (undo !== undefined)
    return [button('See the undo', 'openRequest', { request: undo }, { altText: 'See the request that undoes this run' })];
  return [button('Undo', 'askForUndo', { request: entry.id }, { altText: 'Prepare a request that undoes this run' })];
};

/** S35–S36: the full record of one request, in every state. */
export const requestCard = (view: RequestView, pageNumber: number, viewer: Viewer, only = ''): CardSpec => {
  const { entry, preview } = view;
  const withdraw = view.isMine && ['preparing', 'prepared', 'waiting'].includes(entry.state);
  const footer = footerOf(view);
  const isConcerned = view.isMine || view.isOperator || view.mayDecide || view.decisions.some((one) => one.isMine);
  const seesPage = view.pageUrl !== '' && isConcerned;
  return {
    name: 'request',
    header: { title: entry.name, subtitle: `Request of ${formatMoment(entry.createdAt, viewer)}` },
    sections: [
      recordSection(view, viewer),
      ...preparingSection(view, viewer),
      ...askedSection(view),
      ...runSection(view, viewer),
      ...planSection(view, viewer),
      ...linesSection(view, pageNumber, viewer, only),
      {
        widgets: [
          buttons(
            button('Home', 'goHome'),
            linkButton('Open workbook', view.workbookUrl),
            ...(seesPage && preview.length > 0
              ? [linkButton(onlyChanges(entry) ? 'See each target' : 'See each contact', view.pageUrl)]
              : []),
            ...(view.mayStop ? [button('Stop', 'openConfirmStop', { request: entry.id }, { altText: 'Stop this run' })] : []),
            ...undoButtons(view),
            ...(view.mayAskAgain ? [button('Ask again', 'askAgain', { request: entry.id })] : []),
            ...(withdraw ? [button('Withdraw', 'withdrawRequest', { request: entry.id })] : []),
            ...(view.mayWriteResults ? [button('Write results beside my rows', 'writeImportResults', { request: entry.id })] : []),
          ),
        ],
      },
    ],
    ...(footer === undefined ? {} : { fixedFooter: footer }),
  };
};

/** Name of the field for the number of removals. */
export const TYPED = 'removals';

/** I28: whoever takes much away says that they saw how much. */
const typedWidgets = ({ planned: { rows } }: RequestEntry, viewer: Viewer): WidgetSpec[] => {
  const number = numberToType(rows);
  if (number === undefined) return [];
  return [
    paragraph(
      `${formatCount(number, viewer, 'role or membership', 'roles and memberships')} will be taken away. Type this number to go on.`,
    ),
    { textInput: { name: TYPED, label: 'How many are taken away', hintText: formatNumber(number, viewer) } },
  ];
};

/** S25: asks once more before anything is sent. */
export const confirmSendCard = (view: RequestView, viewer: Viewer): CardSpec => {
  const { entry } = view;
  const by = letThroughBy(entry);
  return {
    name: 'confirmSend',
    header: { title: 'Send approval request?', subtitle: entry.name },
    sections: [
      {
        widgets: [
          ...(entry.kind === 'settings'
            ? (view.asked?.actions ?? []).map(paragraph)
            : [
                ...removalWidgets(entry, viewer),
                paragraph(
                  changesNothing(entry)
                    ? `${formatNumber(entry.planned.creates, viewer)} contacts will be created at ${formatCount(entry.targets, viewer, 'target')}. Nothing is changed or deleted.`
                    : `${plannedTotals(entry, (count, noun) => formatCount(count, viewer, noun))} at ${formatCount(entry.targets, viewer, 'target')}.`,
                ),
              ]),
          paragraph(
            by === undefined
              ? `${officerNames(view.officers)} will be asked by mail. ${neededWords(entry, viewer)} Nothing happens before that.`
              : `It is covered by ${by}: it will start ${
                  entry.startAt === undefined ? '' : `at the first look for work after ${formatMoment(entry.startAt, viewer)}, `
                }without another decision.`,
          ),
          ...(by === undefined ? [paragraph(`It waits until ${formatMoment(entry.expiresAt, viewer)}, then it expires.`)] : []),
          ...typedWidgets(entry, viewer),
          ...(view.pageUrl === '' || view.preview.length === 0
            ? []
            : [buttons(linkButton(onlyChanges(entry) ? 'See each target' : 'See each contact', view.pageUrl))]),
        ],
      },
    ],
    fixedFooter: {
      primaryButton: mainButton('Confirm', 'sendRequest', { request: entry.id, digest: entry.digest }),
      secondaryButton: button('Cancel', 'cancelSend', {}, { type: 'OUTLINED' }),
    },
  };
};
