import type { Problem } from '../core/base/Problem';
import { problem } from '../core/base/Problem';
import { action, button, buttons, linkButton, mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { lineWidget } from './lineWidget';
import { draftLine, type DraftView } from './draftCard';
import { heartbeatSection, repairedLines, unwellWidgets, type HealthView, type RepairedView } from './healthSection';
import { requestSections, type HomeRequests } from './homeSections';
import { paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { formatCount, type Viewer } from './Viewer';

export type HomeView =
  | { readonly kind: 'notSetUp'; readonly mayOffer: boolean }
  | { readonly kind: 'askSomebody'; readonly operatorEmail: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | ({
      readonly kind: 'administrator';
      readonly isOperator: boolean;
      readonly isDelegate: boolean;
      readonly draft: DraftView | undefined;
      readonly lostDraft: boolean;
      readonly workbookUrl: string;
      readonly operatorEmail: string;
      readonly health: HealthView;
      readonly syncs: { readonly all: number; readonly held: number };
    } & HomeRequests);

const header = { title: 'Roster', subtitle: 'Contacts for the whole organization' };
const plain = (widgets: readonly WidgetSpec[], footer?: CardSpec['fixedFooter']): CardSpec => ({
  name: 'home',
  header,
  sections: [{ widgets }],
  ...(footer === undefined ? {} : { fixedFooter: footer }),
});

const noSyncs =
  'There is no contact sync yet. Choose “Contact syncs” to keep a label of one user, or the users of your directory, in step in the contacts of others.';

/** B5: what a guard held waits for somebody to look at it. */
const heldWidgets = (held: number, viewer: Viewer): WidgetSpec[] =>
  held === 0
    ? []
    : [
        lineWidget(
          {
            text: `${formatCount(held, viewer, 'contact sync is', 'contact syncs are')} held`,
            bottomLabel: 'Nothing was changed. Each one says why.',
          },
          action('openSyncs'),
        ),
      ];

/** S48: where somebody stopped, how long ago, and a way to let it go. */
const draftWidgets = ({ draft, lostDraft, now }: Extract<HomeView, { readonly kind: 'administrator' }>): WidgetSpec[] => {
  if (draft !== undefined) {
    return [
      draftLine(draft.name || 'A workflow without a name', draft.savedAt, now, action('resumeWorkflow'), {
        button: button('Discard', 'openDiscardDraft', {}, { altText: 'Discard the draft' }),
      }),
    ];
  }
  return lostDraft
    ? [
        problemParagraph(problem('workflow.draftUnreadable')),
        buttons(button('Discard', 'discardDraft', {}, { altText: 'Discard the draft' })),
      ]
    : [];
};

/** S3: the first card; "New workflow" is one click away. */
export const homeCard = (view: HomeView, viewer: Viewer, page = 0, tag = '', repaired?: readonly RepairedView[]): CardSpec => {
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
      const top = [
        ...(repaired === undefined ? [] : repairedLines(repaired).map(paragraph)),
        ...unwellWidgets(view.health, view, viewer),
        ...heldWidgets(view.syncs.held, viewer),
        ...draftWidgets(view),
      ];
      return {
        name: 'home',
        header,
        sections: [
          ...(top.length === 0 ? [] : [{ widgets: top }]),
          ...requestSections(view, page, tag, viewer),
          heartbeatSection(view.health, view, viewer),
          {
            widgets: [
              ...(view.syncs.all === 0 ? [paragraph(noSyncs)] : []),
              buttons(
                button('Refresh', 'showHome'),
                button('Contact syncs', 'openSyncs'),
                button('Import users', 'newImport'),
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
