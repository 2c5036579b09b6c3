import { escapeMarkup } from '../core/base/escapeMarkup';
import type { Problem } from '../core/base/Problem';
import { userField, userFieldIds } from '../core/users/userFields';
import { actionKinds, titleOfKind } from '../core/workflows/actionKinds';
import type { Missing } from '../core/workflows/missing';
import type { DirectoryActionDraft } from '../core/workflows/WorkflowDraft';
import { action, button, buttons, mainButton } from './button';
import type { CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { missingAt, paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { spacesSection, type SpacesView } from './spacesSection';
import type { Viewer } from './Viewer';

export interface UserActionView {
  readonly draft: DirectoryActionDraft;
  readonly missing: readonly Missing[];
  readonly problem?: Problem;
  /** Of a search for Chat spaces. */
  readonly spaces?: SpacesView;
}

/** What is chosen, one line each, with a button that takes it away. */
const chosen = (
  view: UserActionView,
  lines: readonly { readonly key: string; readonly title: string; readonly text: string }[],
): WidgetSpec[] =>
  lines.map(({ key, title, text }) => ({
    decoratedText: {
      ...(title === '' ? {} : { topLabel: title }),
      text: escapeMarkup(text),
      wrapText: true,
      button: button('Remove', 'dropSetting', { action: view.draft.actionId, key }, { altText: `Remove ${title || text}` }),
    },
  }));

const addButton = (view: UserActionView, text: string): WidgetSpec =>
  buttons(button(text, 'addSetting', { action: view.draft.actionId }, { persistValues: false }));

const said = (view: UserActionView, name: string): WidgetSpec[] => [
  ...missingAt(name, view.missing),
  ...(view.problem === undefined ? [] : [problemParagraph(view.problem), ...permissionsFor(view.problem)]),
];

const typed = (view: UserActionView, name: string, label: string, suggest: string, hintText: string): WidgetSpec[] => [
  { textInput: { name, label, hintText, autoCompleteAction: action(suggest) } },
  ...said(view, name),
];

const settings = (view: UserActionView, viewer: Viewer): SectionSpec[] => {
  const { draft } = view;
  if (draft.kind === 'setUserFields') {
    const lines = draft.fields.map(({ field, value }) => ({
      key: field,
      title: userField(field).title,
      text: value === '' ? 'Nothing: the field is cleared' : value,
    }));
    return [
      {
        header: 'Fields',
        widgets: [
          ...chosen(view, lines),
          {
            selectionInput: {
              name: 'field',
              label: 'Field',
              type: 'DROPDOWN',
              items: userFieldIds.map((id, index) => ({ text: userField(id).title, value: id, selected: index === 0 })),
            },
          },
          { textInput: { name: 'value', label: 'Value', hintText: 'Empty: the field is cleared' } },
          ...said(view, 'field'),
          addButton(view, 'Set this field'),
        ],
      },
    ];
  }
  if ('groups' in draft) {
    const lines = draft.groups.map(({ groupId, email }) => ({ key: groupId, title: '', text: email }));
    return [
      {
        header: 'Groups',
        widgets: [
          ...chosen(view, lines),
          ...typed(view, 'group', 'Group', 'suggestGroups', 'Type a name or address and pick one'),
          addButton(view, 'Use this group'),
        ],
      },
    ];
  }
  if ('spaces' in draft) {
    const lines = draft.spaces.map(({ space, title }) => ({ key: space, title: '', text: title }));
    return [spacesSection(draft.actionId, chosen(view, lines), said(view, 'space'), view.spaces, viewer)];
  }
  if (draft.kind !== 'moveToOrgUnit') return [];
  const lines = draft.orgUnitId === '' ? [] : [{ key: draft.orgUnitId, title: 'Moved to', text: draft.orgUnitPath }];
  return [
    {
      header: 'Organizational unit',
      widgets: [
        ...chosen(view, lines),
        ...(lines.length > 0
          ? []
          : [
              ...typed(view, 'orgUnit', 'Organizational unit', 'suggestOrgUnits', 'Type a part of its path and pick one'),
              addButton(view, 'Use this unit'),
            ]),
      ],
    },
  ];
};

/** Locking people out is said as what it is, and confirmed by a switch of its own. */
const suspension = (view: UserActionView): SectionSpec[] =>
  view.draft.kind !== 'suspendUser'
    ? []
    : [
        {
          widgets: [
            paragraph(
              'Suspended users cannot sign in, and get no mail and no invitations, until they are restored. Super administrators are left out.',
            ),
            {
              decoratedText: {
                text: 'Yes, lock all targets out',
                wrapText: true,
                switchControl: { name: 'confirmed', value: 'yes', selected: false },
              },
            },
            ...missingAt('confirmed', view.missing),
          ],
        },
      ];

/** S61, S17–S19: the settings of a directory action. */
export const userActionCard = (view: UserActionView, viewer: Viewer): CardSpec => ({
  name: 'userAction',
  header: { title: titleOfKind(view.draft.kind) },
  sections: [
    { widgets: [paragraph(actionKinds.find(({ kind }) => kind === view.draft.kind)?.summary ?? '')] },
    ...settings(view, viewer),
    ...suspension(view),
  ],
  fixedFooter: { primaryButton: mainButton('Save', 'saveAction', { action: view.draft.actionId }) },
});
