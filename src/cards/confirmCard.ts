import { escapeMarkup } from '../core/base/escapeMarkup';
import { explain } from '../core/base/explain';
import { plural } from '../core/base/plural';
import type { Problem } from '../core/base/Problem';
import type { ResolvedTarget } from '../core/directory/resolveTargets';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { action, button, buttons, mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { pageOf, pagingWidgets } from './paging';
import { paragraph } from './paragraph';
import { formatNumber, type Viewer } from './Viewer';

export interface ConfirmView {
  readonly draft: WorkflowDraft;
  readonly targets: readonly ResolvedTarget[];
  readonly problems: readonly Problem[];
  readonly dropped: number;
  readonly suspended: number;
  readonly carried: number;
  readonly digest: string;
}

const pageSize = 20;
const problemLimit = 10;

const targetLine = (target: ResolvedTarget, admitSuspended: boolean, page: number): WidgetSpec => {
  const { user } = target;
  const notes = [
    ...(target.suspended ? [admitSuspended ? 'Suspended: contacts cannot be copied to it' : 'Suspended: left out'] : []),
    ...(target.lookAlike === undefined ? [] : [`Looks like ${target.lookAlike}`]),
    `From ${target.from.join(', ')}`,
  ];
  return {
    decoratedText: {
      topLabel: `${user.fullName}, ${user.orgUnitPath}`,
      text: target.lookAlike === undefined ? escapeMarkup(user.primaryEmail) : `<b>${escapeMarkup(user.primaryEmail)}</b>`,
      bottomLabel: notes.join('. '),
      wrapText: true,
      button: button('×', 'dropTarget', { user: user.id, page: String(page) }, { altText: `Leave out ${user.primaryEmail}` }),
    },
  };
};

/** S14–S16: every user who would get something, page by page. */
export const confirmCard = (view: ConfirmView, pageNumber: number, viewer: Viewer): CardSpec => {
  const page = pageOf(view.targets, pageNumber, pageSize);
  const lookAlikes = view.targets.filter((target) => target.lookAlike !== undefined).length;
  const top: WidgetSpec[] = [
    {
      textParagraph: {
        text: `<b>${formatNumber(view.carried, viewer)}</b> ${view.carried === 1 ? 'user will be a target' : 'users will be targets'}.`,
      },
    },
  ];
  if (lookAlikes > 0)
    top.push(
      paragraph(
        `${plural(lookAlikes, 'address looks', 'addresses look')} like another one of your organization. Make sure that it is meant.`,
      ),
    );
  if (view.suspended > 0) {
    top.push({
      decoratedText: {
        text: `Include suspended users (${formatNumber(view.suspended, viewer)})`,
        bottomLabel: 'Contacts cannot be copied to them; they will be reported as skipped.',
        wrapText: true,
        switchControl: {
          name: 'admitSuspended',
          value: 'yes',
          selected: view.draft.admitSuspended,
          onChangeAction: action('admitSuspended', { page: String(page.number) }),
        },
      },
    });
  }
  if (view.dropped > 0) {
    top.push(paragraph(`${plural(view.dropped, 'user')} left out by you.`), buttons(button('Put back', 'restoreTargets')));
  }
  const problems = view.problems.slice(0, problemLimit).map((one): WidgetSpec => {
    const { what, fix } = explain(one);
    return paragraph(`${what} ${fix}`);
  });
  const more = view.problems.length - problems.length;
  return {
    name: 'confirm',
    header: { title: view.draft.name, subtitle: 'Step 2 of 3: confirm the targets' },
    sections: [
      { widgets: [...top, buttons(button('Look up again', 'confirmAgain'))] },
      ...(problems.length === 0
        ? []
        : [
            {
              header: 'Not among the targets',
              widgets: [...problems, ...(more > 0 ? [paragraph(`And ${formatNumber(more, viewer)} more.`)] : [])],
            },
          ]),
      {
        header: 'Targets',
        widgets:
          page.total === 0
            ? [paragraph('Nobody is behind this selection. Go back and choose other users, groups, organizational units or domains.')]
            : [
                ...page.items.map((target) => targetLine(target, view.draft.admitSuspended, page.number)),
                ...pagingWidgets(page, viewer, 'pageConfirm'),
              ],
      },
    ],
    ...(view.carried === 0
      ? {}
      : { fixedFooter: { primaryButton: mainButton('Proceed to actions', 'proceedToActions', { shown: view.digest }) } }),
  };
};
