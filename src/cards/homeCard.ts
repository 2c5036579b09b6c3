import { describeState } from '../core/approvals/describeState';
import type { RequestEntry } from '../core/approvals/RequestEntry';
import { escapeMarkup } from '../core/base/escapeMarkup';
import type { Problem } from '../core/base/Problem';
import { problem } from '../core/base/Problem';
import { button, buttons, linkButton, mainButton } from './button';
import type { CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { pageOf, pagingWidgets } from './paging';
import { paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { formatMoment, type Viewer } from './Viewer';

export type HomeView =
  | { readonly kind: 'notSetUp'; readonly mayOffer: boolean }
  | { readonly kind: 'askSomebody'; readonly operatorEmail: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | {
      readonly kind: 'administrator';
      readonly isOperator: boolean;
      readonly draftName: string | undefined;
      readonly requests: readonly RequestEntry[];
      readonly workbookUrl: string;
      readonly otherVersion: boolean;
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
    bottomLabel: describeState(entry.state),
    wrapText: true,
    onClick: { action: { name: 'openRequest', parameters: { request: entry.id } } },
  },
});

const requestSection = (requests: readonly RequestEntry[], page: number, viewer: Viewer): SectionSpec => {
  const shown = pageOf(requests, page, pageSize);
  const lines = shown.items.map((entry) => requestLine(entry, viewer));
  return {
    header: 'Requests',
    widgets:
      lines.length === 0
        ? [paragraph('There are no requests yet. Choose “New workflow” to copy contacts to other users.')]
        : [...lines, ...pagingWidgets(shown, viewer, 'showHome')],
  };
};

const OPERATOR_LACKS = 'This account has not allowed Roster everything that copies need. Until it does, requests wait or fail.';

/** S3: the first card; "New workflow" is one click away. */
export const homeCard = (view: HomeView, viewer: Viewer, page = 0): CardSpec => {
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
      if (view.isOperator) top.push({ permissions: { text: OPERATOR_LACKS } });
      if (view.draftName !== undefined) {
        const name = view.draftName === '' ? 'A workflow without a name' : view.draftName;
        top.push({
          decoratedText: {
            topLabel: 'Draft',
            text: escapeMarkup(name),
            bottomLabel: 'Go on where you stopped',
            wrapText: true,
            onClick: { action: { name: 'resumeWorkflow' } },
          },
        });
      }
      return {
        name: 'home',
        header,
        sections: [
          ...(top.length === 0 ? [] : [{ widgets: top }]),
          requestSection(view.requests, page, viewer),
          {
            widgets: [
              buttons(
                button('Refresh', 'showHome'),
                linkButton('Open workbook', view.workbookUrl),
                ...(view.isOperator ? [button('Settings', 'openSetUp')] : []),
              ),
            ],
          },
        ],
        fixedFooter: { primaryButton: mainButton('New workflow', 'newWorkflow') },
      };
    }
  }
};
