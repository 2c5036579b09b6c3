import { describeState } from '../core/approvals/describeState';
import type { RequestEntry } from '../core/approvals/RequestEntry';
import { escapeMarkup } from '../core/base/escapeMarkup';
import { DAILY_CONTACT_WRITES } from '../core/plan/chooseWrites';
import { plural } from '../core/base/plural';
import { estimateDays, estimateMinutes } from '../core/runs/estimateTime';
import { button, buttons, linkButton, mainButton } from './button';
import type { ButtonSpec, CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { pageOf, pagingWidgets } from './paging';
import { paragraph, problemParagraph } from './paragraph';
import { problem } from '../core/base/Problem';
import { formatLatest, formatMoment, formatNumber, type Viewer } from './Viewer';

export interface RequestView {
  readonly entry: RequestEntry;
  readonly requester: string;
  readonly isMine: boolean;
  readonly preview: readonly {
    readonly target: string;
    readonly orgUnit: string;
    readonly action: number;
    readonly creates: number;
    readonly alreadyThere: number;
    readonly nothingToCopy: number;
    readonly label: string;
    readonly note: string;
  }[];
  readonly previewAltered: boolean;
  readonly results: readonly {
    readonly target: string;
    readonly action: number;
    readonly status: string;
    readonly created: number;
    readonly skipped: number;
    readonly failed: number;
    readonly reason: string;
    readonly nextStep: string;
  }[];
  readonly workbookUrl: string;
  readonly pageUrl: string;
  /** When the operator looks for work next at the latest, and now. Milliseconds since the epoch. */
  readonly nextLookAt: number;
  readonly now: number;
}

const pageSize = 20;
const labelled = (topLabel: string, text: string): WidgetSpec => ({
  decoratedText: { topLabel, text: escapeMarkup(text), wrapText: true },
});
const typeWords: Readonly<Record<RequestEntry['type'], string>> = { onboard: 'Onboard', modify: 'Modify' };
const statusWords: Readonly<Record<string, string>> = {
  done: 'Done',
  skipped: 'Skipped',
  failed: 'Failed',
  unknown: 'Not known',
  gone: 'Account no longer exists',
};

const recordSection = (view: RequestView, viewer: Viewer): SectionSpec => {
  const { entry } = view;
  return {
    widgets: [
      {
        decoratedText: {
          topLabel: 'Status',
          text: `<b>${escapeMarkup(describeState(entry.state))}</b>`,
          bottomLabel: `Since ${formatMoment(entry.changedAt, viewer)}`,
        },
      },
      ...(entry.reason === undefined ? [] : [problemParagraph(entry.reason)]),
      labelled('Asked by', view.requester),
      labelled('Type', typeWords[entry.type]),
      ...(entry.preApprovalId === ''
        ? []
        : [labelled(entry.state === 'prepared' ? 'Covered by' : 'Let through by', `pre-approval ${entry.preApprovalId}`)]),
      ...(entry.state === 'approved' ? [labelled('Starts', `at ${nextLook(view, viewer)} at the latest`)] : []),
      ...(entry.state === 'prepared' && entry.preApprovalId === '' ? [problemParagraph(problem('request.notCovered'))] : []),
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
              `Roster reads the source and ${plural(view.entry.targets, 'target')} and writes down what would happen. It begins at ${nextLook(view, viewer)} at the latest; nothing is changed meanwhile.`,
            ),
            ...(view.pageUrl === '' ? [] : [buttons(linkButton('Prepare it now', view.pageUrl))]),
          ],
        },
      ];

const totalsSection = (view: RequestView, viewer: Viewer): SectionSpec[] => {
  const { entry } = view;
  if (entry.digest === '') return [];
  const { reads, writes, tokens } = entry.calls;
  const minutes = estimateMinutes(entry.calls);
  const days = estimateDays(entry.calls);
  return [
    {
      header: 'What will happen',
      widgets: [
        labelled('New contacts', `${formatNumber(entry.planned.creates, viewer)} at ${plural(entry.targets, 'target')}`),
        labelled('Left as they are', `${formatNumber(entry.planned.skips, viewer)} already there or without content`),
        labelled('Changed or deleted', 'nothing'),
        labelled(
          'Effort',
          `${formatNumber(reads, viewer)} reads, ${formatNumber(writes, viewer)} writes and ${formatNumber(tokens, viewer)} token calls; about ${plural(minutes, 'minute')}`,
        ),
        ...(days === 1
          ? []
          : [
              labelled(
                'Days',
                `about ${plural(days, 'day')}: Google allows about ${formatNumber(DAILY_CONTACT_WRITES, viewer)} contact writes a day, and this takes ${formatNumber(entry.calls.dailyContactWrites, viewer)}`,
              ),
            ]),
        ...(view.previewAltered ? [problemParagraph(problem('request.previewAltered'))] : []),
      ],
    },
  ];
};

const previewLine = (line: RequestView['preview'][number], several: boolean): WidgetSpec => {
  const label = line.label === 'create' ? ', label will be created' : line.label === 'join' ? ', label is there already' : '';
  const nothing = line.nothingToCopy > 0 ? `, ${line.nothingToCopy} without content` : '';
  return {
    decoratedText: {
      topLabel: several ? `Action ${line.action + 1}, ${line.orgUnit}` : line.orgUnit,
      text: escapeMarkup(line.target),
      bottomLabel:
        line.note === ''
          ? `${plural(line.creates, 'new contact')}, ${line.alreadyThere} already there${nothing}${label}`
          : `Nothing: ${line.note}`,
      wrapText: true,
    },
  };
};

const resultLine = (line: RequestView['results'][number], several: boolean): WidgetSpec => {
  const counts = `${line.created} created, ${line.skipped} already there, ${line.failed} failed`;
  return {
    decoratedText: {
      topLabel: `${several ? `Action ${line.action + 1}: ` : ''}${statusWords[line.status] ?? line.status}`,
      text: escapeMarkup(line.target),
      bottomLabel: line.reason === '' ? counts : `${counts}. ${line.reason} ${line.nextStep}`,
      wrapText: true,
    },
  };
};

const linesSection = (view: RequestView, pageNumber: number, viewer: Viewer): SectionSpec[] => {
  const { entry, results, preview } = view;
  const parameters = { request: entry.id };
  if (results.length > 0) {
    const page = pageOf(results, pageNumber, pageSize);
    const several = results.some((line) => line.action > 0);
    return [
      {
        header: 'Results',
        widgets: [
          paragraph(
            `${plural(entry.outcome.created, 'contact')} created; targets: ${entry.outcome.done} done, ${entry.outcome.skipped} skipped, ${entry.outcome.failed} failed.`,
          ),
          ...page.items.map((line) => resultLine(line, several)),
          ...pagingWidgets(page, viewer, 'pageRequest', parameters),
        ],
      },
    ];
  }
  if (preview.length === 0) return [];
  const page = pageOf(preview, pageNumber, pageSize);
  const several = preview.some((line) => line.action > 0);
  return [
    {
      header: 'Preview by target',
      widgets: [...page.items.map((line) => previewLine(line, several)), ...pagingWidgets(page, viewer, 'pageRequest', parameters)],
    },
  ];
};

const footerOf = (view: RequestView): CardSpec['fixedFooter'] | undefined => {
  const parameters = { request: view.entry.id };
  const refresh: ButtonSpec = mainButton('Refresh', 'refreshRequest', parameters);
  if (view.entry.state === 'prepared' && view.isMine && !view.previewAltered && view.entry.preApprovalId !== '') {
    return { primaryButton: mainButton('Send approval request', 'openConfirmSend', parameters) };
  }
  return ['preparing', 'approved', 'running'].includes(view.entry.state) ? { primaryButton: refresh } : undefined;
};

/** S35–S36: the full record of one request, in every state. */
export const requestCard = (view: RequestView, pageNumber: number, viewer: Viewer): CardSpec => {
  const { entry } = view;
  const withdraw = view.isMine && (entry.state === 'prepared' || entry.state === 'preparing');
  const footer = footerOf(view);
  return {
    name: 'request',
    header: { title: entry.name, subtitle: `Request of ${formatMoment(entry.createdAt, viewer)}` },
    sections: [
      recordSection(view, viewer),
      ...preparingSection(view, viewer),
      ...totalsSection(view, viewer),
      ...linesSection(view, pageNumber, viewer),
      {
        widgets: [
          buttons(
            button('Home', 'goHome'),
            linkButton('Open workbook', view.workbookUrl),
            ...(withdraw ? [button('Withdraw', 'withdrawRequest', { request: entry.id })] : []),
          ),
        ],
      },
    ],
    ...(footer === undefined ? {} : { fixedFooter: footer }),
  };
};

/** S25: asks once more before anything is sent. */
export const confirmSendCard = (view: RequestView, viewer: Viewer): CardSpec => {
  const { entry } = view;
  return {
    name: 'confirmSend',
    header: { title: 'Send approval request?', subtitle: entry.name },
    sections: [
      {
        widgets: [
          paragraph(
            `${formatNumber(entry.planned.creates, viewer)} contacts will be created at ${plural(entry.targets, 'target')}. Nothing is changed or deleted.`,
          ),
          paragraph(`Pre-approval ${entry.preApprovalId} covers this: it will start without another decision.`),
        ],
      },
    ],
    fixedFooter: {
      primaryButton: mainButton('Confirm', 'sendRequest', { request: entry.id, digest: entry.digest }),
      secondaryButton: button('Cancel', 'cancelSend', {}, { type: 'OUTLINED' }),
    },
  };
};
