import { inWords } from '../core/base/inWords';
import { escapeMarkup } from '../core/base/escapeMarkup';
import { plural } from '../core/base/plural';
import { problem, type Problem } from '../core/base/Problem';
import type { ListedTarget } from '../core/directory/TargetList';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { describeNewUser } from '../core/users/NewUser';
import { passwordNote } from '../core/users/passwordFrom';
import { action, button, buttons, linkButton, mainButton } from './button';
import type { CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { switchWidget } from './choiceWidgets';
import { pagingWidgets, type Page } from './paging';
import { paragraph, problemParagraph } from './paragraph';
import { formatLatest, formatMoment, formatNumber, type Viewer } from './Viewer';

type Target = ListedTarget & { readonly at: number };

export interface ConfirmView {
  readonly draft: WorkflowDraft;
  readonly page: Page<Target>;
  /** Absent: nothing was searched for. */
  readonly find?: { readonly text: string; readonly found: readonly Target[]; readonly more: boolean };
  readonly problems: readonly Problem[];
  readonly moreProblems: number;
  readonly dropped: number;
  readonly suspended: number;
  readonly lookAlikes: number;
  readonly carried: number;
  readonly digest: string;
  /** Absent: just now. Milliseconds since the epoch. */
  readonly lookedUpAt?: number;
}

/** A list of more users has a field to find one in. */
const findFrom = 40;
const problemLimit = 10;

const targetLine = (target: Target, draft: WorkflowDraft, page: number): WidgetSpec => {
  const notes = [
    ...(target.suspended ? [draft.admitSuspended ? 'Suspended: contacts cannot be copied to it' : 'Suspended: left out'] : []),
    ...(target.lookAlike === undefined ? [] : [`Looks like ${target.lookAlike}`]),
    ...(target.newUser === undefined ? [] : [describeNewUser(target.newUser, 'whole')]),
    `From ${target.from}`,
  ];
  const place = {
    user: target.userId,
    at: String(target.at),
    suspended: target.suspended ? 'yes' : '',
    lookAlike: target.lookAlike === undefined ? '' : 'yes',
    list: draft.list?.digest ?? '',
    page: String(page),
  };
  return {
    decoratedText: {
      topLabel: `${target.fullName}, ${target.orgUnitPath}`,
      text: target.lookAlike === undefined ? escapeMarkup(target.email) : `<b>${escapeMarkup(target.email)}</b>`,
      bottomLabel: notes.join('. '),
      wrapText: true,
      button: button('×', 'dropTarget', place, { altText: `Leave out ${target.email}` }),
    },
  };
};

const findSection = (view: ConfirmView): SectionSpec[] => {
  if (view.page.total <= findFrom && view.find === undefined) return [];
  return [
    {
      header: 'Find one of them',
      widgets: [
        {
          textInput: {
            name: 'find',
            label: 'Address or name',
            hintText: 'The beginning is enough',
            value: view.find?.text ?? '',
          },
        },
        buttons(
          button('Find', 'findTarget'),
          ...(view.find === undefined ? [] : [button('Show the whole list', 'showWholeList', {}, { persistValues: false })]),
        ),
      ],
    },
  ];
};

const targetsSection = (view: ConfirmView, viewer: Viewer): SectionSpec => {
  const { draft, page, find } = view;
  if (find !== undefined) {
    return {
      header: 'Found',
      widgets: [
        ...(find.found.length === 0 ? [paragraph('Nobody in the list begins with that. Who was left out is not in it.')] : []),
        ...find.found.map((target) => targetLine(target, draft, page.number)),
        ...(find.more ? [paragraph('There may be more. Type more letters to narrow them down.')] : []),
      ],
    };
  }
  const nobody = 'Nobody is behind this selection. Go back and choose other users, groups, organizational units or domains.';
  return {
    header: draft.type === 'onboard' ? 'New users' : 'Targets',
    widgets:
      page.total === 0
        ? [paragraph(nobody)]
        : [...page.items.map((target) => targetLine(target, draft, page.number)), ...pagingWidgets(page, viewer, 'pageConfirm')],
  };
};

/** S14–S16: every user who would get something, page by page. */
export const confirmCard = (view: ConfirmView, viewer: Viewer): CardSpec => {
  const { page, lookAlikes } = view;
  const isOnboard = view.draft.type === 'onboard';
  const will = isOnboard ? ['user will be created', 'users will be created'] : ['user will be a target', 'users will be targets'];
  const top: WidgetSpec[] = [
    { textParagraph: { text: `<b>${formatNumber(view.carried, viewer)}</b> ${will[view.carried === 1 ? 0 : 1] ?? ''}.` } },
    ...(isOnboard ? [paragraph(passwordNote)] : []),
  ];
  if (view.lookedUpAt !== undefined) top.push(paragraph(`Looked up on ${formatMoment(view.lookedUpAt, viewer)}.`));
  if (lookAlikes > 0)
    top.push(
      paragraph(
        `${plural(lookAlikes, 'address looks', 'addresses look')} like another one of your organization. Make sure that it is meant.`,
      ),
    );
  if (view.carried === 0 && view.suspended > 0) top.push(problemParagraph(problem('workflow.onlySuspended')));
  if (view.suspended > 0) {
    top.push(
      switchWidget(
        'admitSuspended',
        `Include suspended users (${formatNumber(view.suspended, viewer)})`,
        'Contacts cannot be copied to them; they will be reported as skipped.',
        view.draft.admitSuspended,
        action('admitSuspended', { page: String(page.number) }),
      ),
    );
  }
  if (view.dropped > 0) {
    top.push(paragraph(`${plural(view.dropped, 'user')} left out by you.`), buttons(button('Put back', 'restoreTargets')));
  }
  const problems = view.problems.slice(0, problemLimit).map((one): WidgetSpec => paragraph(inWords(one)));
  const more = view.problems.length - problems.length + view.moreProblems;
  return {
    name: 'confirm',
    header: { title: view.draft.name, subtitle: 'Step 2 of 3: confirm the targets' },
    sections: [
      { widgets: isOnboard ? top : [...top, buttons(button('Look up again', 'confirmAgain'))] },
      ...(problems.length === 0
        ? []
        : [
            {
              header: 'Not among the targets',
              widgets: [...problems, ...(more > 0 ? [paragraph(`And ${formatNumber(more, viewer)} more.`)] : [])],
            },
          ]),
      ...findSection(view),
      targetsSection(view, viewer),
    ],
    ...(view.carried === 0
      ? {}
      : { fixedFooter: { primaryButton: mainButton('Proceed to actions', 'proceedToActions', { shown: view.digest }) } }),
  };
};

/** The list is the operator's to look up, or could not be. */
export interface ConfirmWaitView {
  readonly draft: WorkflowDraft;
  /** Absent while it is looked up. */
  readonly problem?: Problem;
  /** The operator's page that looks it up at once; empty when there is none. */
  readonly pageUrl: string;
  /** When the operator looks next at the latest, and now. Milliseconds since the epoch. */
  readonly nextLookAt: number;
  readonly now: number;
}

export const confirmWaitCard = (view: ConfirmWaitView, viewer: Viewer): CardSpec => ({
  name: 'confirm',
  header: { title: view.draft.name, subtitle: 'Step 2 of 3: confirm the targets' },
  sections: [
    {
      widgets:
        view.problem === undefined
          ? [
              paragraph('Preparing: these are more users than a card can look up.'),
              paragraph(`Roster looks them up at ${formatLatest(view.nextLookAt, view.now, viewer)} at the latest.`),
              buttons(button('Refresh', 'showConfirm'), ...(view.pageUrl === '' ? [] : [linkButton('Look them up now', view.pageUrl)])),
            ]
          : [problemParagraph(view.problem), ...(view.draft.type === 'onboard' ? [] : [buttons(button('Look up again', 'confirmAgain'))])],
    },
  ],
});
