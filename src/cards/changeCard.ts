import { riskyOnlyTitle, riskyOnlyWords, risksOf, settingsTitles } from '../core/approvals/describeSettings';
import type { SettingsKind } from '../core/approvals/SettingsChange';
import { neededLimit, riskyOnlyKinds, type Policy } from '../core/approvals/Policy';
import { actionKinds } from '../core/workflows/actionKinds';
import type { Missing } from '../core/workflows/missing';
import { plural } from '../core/base/plural';
import { action, button, buttons, mainButton } from './button';
import type { CardSpec, SelectionInputSpec, TextInputSpec, WidgetSpec } from './CardSpec';
import { lineWidget } from './lineWidget';
import { missingAt, paragraph } from './paragraph';

export interface ChangeView {
  readonly kind: SettingsKind;
  readonly byNotice: boolean;
  readonly turn: ScopeTurn;
  readonly policy: Policy;
  /** Pre-approvals there are, with a title. */
  readonly preApprovals: readonly { readonly id: string; readonly title: string }[];
  /** What was typed, by field. */
  readonly fields: (name: string) => readonly string[];
  readonly missing: readonly Missing[];
}

/**
 * Names of the field that searches and of the one that holds the scope, by turns: a host may keep what was typed into a field of the
 * same name (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#navigation).
 */
export const scopeTurns = [
  { search: 'addScope', scope: 'scope' },
  { search: 'addScopeAgain', scope: 'scopeAgain' },
] as const;
export type ScopeTurn = (typeof scopeTurns)[number];

const order: readonly SettingsKind[] = [
  'appointOfficer',
  'removeOfficer',
  'setNeeded',
  'setNotify',
  'setRiskyOnly',
  'setAccess',
  'addPreApproval',
  'endPreApproval',
  'allowDelegate',
  'endDelegate',
];

const NOTICE_TITLE = 'Appoint a Security Officer by notice';

/** What can be changed; each is a request that officers decide about. */
export const changesCard = (mayGiveNotice: boolean): CardSpec => {
  const line = (title: string, parameters: Record<string, string>, below = ''): WidgetSpec =>
    lineWidget({ text: title, ...(below === '' ? {} : { bottomLabel: below }) }, action('openChange', parameters));
  return {
    name: 'changes',
    header: { title: 'Propose a change', subtitle: 'Security Officers decide about it' },
    sections: [
      {
        widgets: [
          ...order.map((kind) => line(settingsTitles[kind], { change: kind })),
          ...(mayGiveNotice
            ? [
                line(
                  NOTICE_TITLE,
                  { change: 'appointOfficer', byNotice: 'yes' },
                  'When too few officers are left: takes 7 days, and an officer can deny it',
                ),
              ]
            : []),
        ],
      },
    ],
  };
};

const lineOf = (name: string, label: string, view: ChangeView, more: Partial<TextInputSpec> = {}): WidgetSpec[] => [
  { textInput: { name, label, value: view.fields(name)[0] ?? '', ...more } },
  ...missingAt(name, view.missing),
];

const listOf = (
  name: string,
  label: string,
  type: SelectionInputSpec['type'],
  items: readonly { readonly text: string; readonly value: string }[],
  view: ChangeView,
): WidgetSpec[] => [
  {
    selectionInput: {
      name,
      label,
      type,
      items: items.map((item) => ({ ...item, selected: view.fields(name).includes(item.value) })),
    },
  },
  ...missingAt(name, view.missing),
];

const userLine = (view: ChangeView): WidgetSpec[] =>
  lineOf('user', 'User (required)', view, {
    hintText: 'Type the beginning of the name or address',
    autoCompleteAction: action('suggestPeople', { field: 'user' }),
  });

const untilLine = (view: ChangeView): WidgetSpec[] => {
  const [until] = view.fields('until');
  return [
    {
      dateTimePicker: {
        name: 'until',
        label: 'Ends (required, within a year)',
        type: 'DATE_AND_TIME',
        ...(until === undefined ? {} : { valueMsEpoch: until }),
      },
    },
    ...missingAt('until', view.missing),
  ];
};

const people = (list: readonly { readonly userId: string; readonly email: string }[]): { text: string; value: string }[] =>
  list.map(({ userId, email }) => ({ text: email, value: userId }));

const capLine = (name: string, label: string, view: ChangeView): WidgetSpec[] => lineOf(name, label, view, { hintText: 'A whole number' });

/** A list, one a line, to which what is searched is added. */
const scopeWidgets = (view: ChangeView, kind: 'all' | 'group', label: string, hintText: string): WidgetSpec[] => {
  const { search, scope } = view.turn;
  return [
    {
      textInput: {
        name: search,
        label: kind === 'group' ? 'Search groups' : 'Search users, groups, units and domains',
        hintText: 'Pick a suggestion, then press “Add”',
        autoCompleteAction: action('suggestScope', { field: search, kind }),
      },
    },
    buttons(button('Add', 'addToScope', { turn: scope, change: view.kind }, { persistValues: false })),
    { textInput: { name: scope, label, value: view.fields('scope').join('\n'), hintText, type: 'MULTIPLE_LINE' } },
    ...missingAt('scope', view.missing),
  ];
};

const preApprovalWidgets = (view: ChangeView): WidgetSpec[] => {
  return [
    paragraph(
      'Requests within these bounds run without a decision; only the creation of users always needs one. Two officers must let the pre-approval itself through, neither of them for themself.',
    ),
    ...lineOf('requesters', 'Who may use it (required)', view, { hintText: 'Addresses of administrators', type: 'MULTIPLE_LINE' }),
    ...listOf(
      'workflowTypes',
      'Types of workflow',
      'CHECK_BOX',
      [
        { text: 'Onboard', value: 'onboard' },
        { text: 'Modify', value: 'modify' },
      ],
      view,
    ),
    ...listOf(
      'actionKinds',
      'Actions',
      'CHECK_BOX',
      actionKinds.map(({ kind, title }) => ({ text: title, value: kind })),
      view,
    ),
    ...scopeWidgets(view, 'all', 'Scope (required)', 'One a line: an address, a path such as /Sales, or a domain'),
    ...capLine('targets', 'Targets a day', view),
    ...capLine('contactsPerTarget', 'Contacts for each target', view),
    ...capLine('deletions', 'Deletions a day', view),
    ...untilLine(view),
  ];
};

const widgetsOf = (view: ChangeView): WidgetSpec[] => {
  const { policy } = view;
  switch (view.kind) {
    case 'appointOfficer':
      return [
        ...(view.byNotice
          ? [
              paragraph(
                'Too few officers are left to decide. All officers and super administrators are told by mail; 7 days later the appointment takes effect, unless an officer denies it before.',
              ),
            ]
          : []),
        ...userLine(view),
      ];
    case 'removeOfficer':
      return listOf('user', 'Security Officer', 'DROPDOWN', people(policy.officers), view);
    case 'setNeeded': {
      const most = Math.max(1, Math.min(neededLimit, policy.officers.length - 1));
      const items = Array.from({ length: most }, (_, index) => ({ text: plural(index + 1, 'officer'), value: String(index + 1) }));
      return listOf('needed', 'Must approve a request', 'DROPDOWN', items, view);
    }
    case 'setNotify':
      return lineOf('notify', 'Told of every status', view, { hintText: 'Addresses, separated by commas', type: 'MULTIPLE_LINE' });
    case 'setRiskyOnly': {
      const items = riskyOnlyKinds.map((value) => ({ text: riskyOnlyWords[value], value }));
      return [...listOf('riskyOnly', riskyOnlyTitle, 'CHECK_BOX', items, view), ...riskyOnlyKinds.map((one) => paragraph(risksOf[one]))];
    }
    case 'setAccess':
      return [
        paragraph('Imports can put people into these groups and take them out, in columns of their own that say yes or no.'),
        ...scopeWidgets(view, 'group', 'Groups that give access', 'Addresses of groups, one a line'),
        ...lineOf('chatAccess', 'Group whose members may use Chat', view, {
          hintText: 'Whom an import puts into a space becomes a member; blank: everybody may use Chat',
        }),
      ];
    case 'addPreApproval':
      return preApprovalWidgets(view);
    case 'endPreApproval':
      return listOf(
        'preApproval',
        'Pre-approval',
        'DROPDOWN',
        view.preApprovals.map(({ id, title }) => ({ text: title, value: id })),
        view,
      );
    case 'allowDelegate':
      return [...userLine(view), ...untilLine(view)];
    case 'endDelegate':
      return listOf('user', 'Delegate', 'DROPDOWN', people(policy.delegates), view);
  }
};

const isEmptyList = (view: ChangeView): boolean =>
  (view.kind === 'endPreApproval' && view.preApprovals.length === 0) || (view.kind === 'endDelegate' && view.policy.delegates.length === 0);

/** The form of one kind of change. */
export const changeCard = (view: ChangeView): CardSpec => {
  const parameters = { change: view.kind, turn: view.turn.scope, ...(view.byNotice ? { byNotice: 'yes' } : {}) };
  return {
    name: 'change',
    header: { title: view.byNotice ? NOTICE_TITLE : settingsTitles[view.kind] },
    sections: [
      {
        widgets: [...missingAt('change', view.missing), ...(isEmptyList(view) ? [paragraph('There is none.')] : widgetsOf(view))],
      },
    ],
    ...(isEmptyList(view) ? {} : { fixedFooter: { primaryButton: mainButton('Next', 'readChange', parameters) } }),
  };
};

export interface ConfirmChangeView {
  readonly draft: { readonly id: string };
  readonly lines: readonly string[];
  readonly warnings: readonly Missing[];
  readonly needed: number;
  readonly deciders: readonly string[];
  readonly byNotice: boolean;
}

/** Shows old and new, and who would decide, before a request is made of it. */
export const confirmChangeCard = (view: ConfirmChangeView): CardSpec => ({
  name: 'confirmChange',
  header: { title: 'Make a request of this?' },
  sections: [
    {
      widgets: [
        ...view.lines.map(paragraph),
        ...view.warnings.flatMap((one) => missingAt(one.field, [one])),
        paragraph(
          view.byNotice
            ? `Nobody has to approve it. Officers who can deny it: ${view.deciders.join(', ') || 'none'}.`
            : `${plural(view.needed, 'officer')} must approve it, of: ${view.deciders.join(', ')}. Nothing changes before.`,
        ),
      ],
    },
  ],
  fixedFooter: { primaryButton: mainButton('Make the request', 'askForChange', { draft: view.draft.id }) },
});
