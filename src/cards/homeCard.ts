import type { RequestEntry } from '../core/approvals/RequestEntry';
import { compareText } from '../core/base/compareText';
import { escapeMarkup } from '../core/base/escapeMarkup';
import type { Problem } from '../core/base/Problem';
import { problem } from '../core/base/Problem';
import { hasTag, parseTags } from '../core/workflows/parseTags';
import { action, button, buttons, linkButton, mainButton } from './button';
import type { CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import type { DraftView } from './draftCard';
import { pageOf, pagingWidgets } from './paging';
import { paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { silenceWidgets, type SilenceView } from './silenceWidgets';
import { stateWords } from './stateWords';
import { formatAge, formatMoment, type Viewer } from './Viewer';

export type HomeView =
  | { readonly kind: 'notSetUp'; readonly mayOffer: boolean }
  | { readonly kind: 'askSomebody'; readonly operatorEmail: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | {
      readonly kind: 'administrator';
      readonly isOperator: boolean;
      readonly isDelegate: boolean;
      readonly draft: DraftView | undefined;
      readonly lostDraft: boolean;
      readonly now: number;
      readonly requests: readonly RequestEntry[];
      readonly toDecide: readonly RequestEntry[];
      readonly workbookUrl: string;
      readonly otherVersion: boolean;
      readonly held?: Problem;
      readonly silence?: SilenceView;
    };

const pageSize = 20;
const header = { title: 'Roster', subtitle: 'Contacts for the whole organization' };
const plain = (widgets: readonly WidgetSpec[], footer?: CardSpec['fixedFooter']): CardSpec => ({
  name: 'home',
  header,
  sections: [{ widgets }],
  ...(footer === undefined ? {} : { fixedFooter: footer }),
});

/** One request as a line that opens its record. */
export const requestLine = (entry: RequestEntry, viewer: Viewer): WidgetSpec => ({
  decoratedText: {
    topLabel: formatMoment(entry.createdAt, viewer),
    text: `<b>${escapeMarkup(entry.name)}</b>`,
    bottomLabel: [stateWords(entry, viewer), ...(entry.tags ?? []).map((tag) => `#${tag}`)].join(' '),
    wrapText: true,
    onClick: { action: { name: 'openRequest', parameters: { request: entry.id } } },
  },
});

/** S48: where somebody stopped, how long ago, and a way to let it go. */
const draftWidgets = ({ draft, lostDraft, now }: Extract<HomeView, { readonly kind: 'administrator' }>): WidgetSpec[] => {
  if (draft !== undefined) {
    return [
      {
        decoratedText: {
          topLabel: 'Draft',
          text: escapeMarkup(draft.name === '' ? 'A workflow without a name' : draft.name),
          bottomLabel: `Go on where you stopped ${formatAge(draft.savedAt, now)}`,
          wrapText: true,
          onClick: { action: { name: 'resumeWorkflow' } },
          button: button('Discard', 'openDiscardDraft', {}, { altText: 'Discard the draft' }),
        },
      },
    ];
  }
  return lostDraft
    ? [
        problemParagraph(problem('workflow.draftUnreadable')),
        buttons(button('Discard', 'discardDraft', {}, { altText: 'Discard the draft' })),
      ]
    : [];
};

/** What the list of tags sends for all requests; a tag's own value begins otherwise. */
export const allTags = 'all';
export const tagValue = (tag: string): string => `tag:${tag}`;
const tagItems = 99;

/** S50: shows requests of one tag. */
const tagWidgets = (requests: readonly RequestEntry[], chosen: string): WidgetSpec[] => {
  const tags = parseTags(requests.flatMap((entry) => entry.tags ?? []).join(',')).sort(compareText);
  if (tags.length === 0) return [];
  return [
    {
      selectionInput: {
        name: 'tagFilter',
        label: 'Tag',
        type: 'DROPDOWN',
        items: [
          { text: 'All requests', value: allTags, selected: chosen === '' },
          ...tags.slice(0, tagItems).map((tag) => ({ text: tag, value: tagValue(tag), selected: hasTag([tag], chosen) })),
        ],
        onChangeAction: action('showHome'),
      },
    },
  ];
};

/** A card has room for a hundred widgets. */
const shownToDecide = 10;

/** B16: what waits for the person who looks. */
const toDecideSection = (toDecide: readonly RequestEntry[], viewer: Viewer): SectionSpec[] =>
  toDecide.length === 0
    ? []
    : [
        {
          header: 'Waiting for your decision',
          widgets: [
            ...toDecide.slice(0, shownToDecide).map((entry) => requestLine(entry, viewer)),
            ...(toDecide.length > shownToDecide ? [paragraph(`And ${toDecide.length - shownToDecide} more, in the list below.`)] : []),
          ],
        },
      ];

const requestSection = (requests: readonly RequestEntry[], page: number, tag: string, viewer: Viewer): SectionSpec => {
  const chosen = tag === '' ? requests : requests.filter((entry) => hasTag(entry.tags, tag));
  const shown = pageOf(chosen, page, pageSize);
  const lines = shown.items.map((entry) => requestLine(entry, viewer));
  return {
    header: 'Requests',
    widgets:
      requests.length === 0
        ? [paragraph('There are no requests yet. Choose “New workflow” to copy contacts to other users.')]
        : [
            ...tagWidgets(requests, tag),
            ...(lines.length === 0 ? [paragraph('No request has this tag any more.')] : lines),
            ...pagingWidgets(shown, viewer, 'showHome'),
          ],
  };
};

const OPERATOR_LACKS = 'This account has not allowed Roster everything that copies need. Until it does, requests wait or fail.';

/** What set-up puts right. */
const mends = ['setUp.ledgerGone', 'setUp.workbookGone'];

/** S3: the first card; "New workflow" is one click away. */
export const homeCard = (view: HomeView, viewer: Viewer, page = 0, tag = ''): CardSpec => {
  switch (view.kind) {
    case 'problem':
      return plain([problemParagraph(view.problem), ...permissionsFor(view.problem)], {
        primaryButton: mainButton('Try again', 'showHome'),
      });
    case 'askSomebody':
      return plain([problemParagraph(problem('who.notAdministrator', { operator: view.operatorEmail }))]);
    case 'notSetUp':
      return view.mayOffer
        ? plain(
            [
              paragraph(
                'Roster is not set up for your organization yet. The account that sets it up will run all copies, so use one that is kept for this.',
              ),
            ],
            {
              primaryButton: mainButton('Set up Roster', 'openSetUp'),
            },
          )
        : plain([problemParagraph(problem('setUp.missing'))]);
    case 'administrator': {
      const top: WidgetSpec[] = [];
      if (view.otherVersion) {
        top.push(problemParagraph(problem(view.isOperator ? 'setUp.versionToRecord' : 'setUp.versionNotRecorded')));
        if (view.isOperator) top.push(buttons(button('Set up again', 'openSetUp')));
      }
      if (view.held !== undefined)
        top.push(paragraph('Requests wait, because Roster cannot work at the moment.'), problemParagraph(view.held));
      top.push(...silenceWidgets(view, viewer));
      if (view.isOperator && (view.silence !== undefined || mends.includes(view.held?.code ?? '')))
        top.push(buttons(button('Set up again', 'openSetUp')));
      if (view.isOperator) top.push({ permissions: { text: OPERATOR_LACKS } });
      top.push(...draftWidgets(view));
      return {
        name: 'home',
        header,
        sections: [
          ...(top.length === 0 ? [] : [{ widgets: top }]),
          ...toDecideSection(view.toDecide, viewer),
          requestSection(view.requests, page, tag, viewer),
          {
            widgets: [
              buttons(
                button('Refresh', 'showHome'),
                linkButton('Open workbook', view.workbookUrl),
                ...(view.isDelegate ? [] : [button('Settings', 'openSettings')]),
              ),
            ],
          },
        ],
        fixedFooter: { primaryButton: mainButton('New workflow', 'newWorkflow') },
      };
    }
  }
};
