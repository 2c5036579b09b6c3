import { escapeMarkup } from '../core/base/escapeMarkup';
import type { Problem } from '../core/base/Problem';
import { actionKinds, titleOfKind } from '../core/workflows/actionKinds';
import type { Missing } from '../core/workflows/missing';
import type { RemoveContactsDraft } from '../core/workflows/WorkflowDraft';
import { action, button, buttons, mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { choiceWidget, switchWidget } from './choiceWidgets';
import { missingAt, paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { formatCount, formatMoment, type Viewer } from './Viewer';

export interface RemovalView {
  readonly draft: RemoveContactsDraft;
  /** Requests that copied something, newest first. */
  readonly requests: readonly {
    readonly id: string;
    readonly name: string;
    readonly changedAt: number;
    readonly outcome: { readonly created: number };
  }[];
  /** There are contact syncs: what they delivered goes, too. */
  readonly hasSyncs: boolean;
  readonly missing: readonly Missing[];
  readonly problem?: Problem;
}

const choices: readonly (readonly [RemoveContactsDraft['chooses'], string])[] = [
  ['source', 'Contacts that were copied from one user'],
  ['request', 'Contacts that one request copied'],
  ['all', 'All contacts that Roster copied'],
];

const syncNote =
  'What contact syncs delivered goes, too, and their next run may bring it back. Pause or delete the sync first, when it shall stay away.';

/** Our own: what a list is still read through. An older request has its own card, with "Undo". */
const listed = 50;

const said = (view: RemovalView, name: string): WidgetSpec[] => [
  ...missingAt(name, view.missing),
  ...(view.problem === undefined ? [] : [problemParagraph(view.problem), ...permissionsFor(view.problem)]),
];

const settings = (view: RemovalView, viewer: Viewer): WidgetSpec[] => {
  const { actionId, chooses, delivery } = view.draft;
  const parameters = { action: actionId };
  if (chooses === 'all') return said(view, 'delivery');
  if (chooses === 'request') {
    if (view.requests.length === 0) return [paragraph('No request that is listed has copied contacts.'), ...said(view, 'request')];
    const chosen = delivery?.kind === 'request' ? delivery.requestId : '';
    const items = view.requests.slice(0, listed).map(({ id, name, changedAt, outcome }) => ({
      text: `${name} (${formatMoment(changedAt, viewer)}, ${formatCount(outcome.created, viewer, 'contact')})`,
      value: id,
      selected: id === chosen,
    }));
    return [
      {
        selectionInput: {
          name: 'request',
          label: 'Request',
          type: 'DROPDOWN',
          items: [{ text: 'Choose one', value: '', selected: chosen === '' }, ...items],
        },
      },
      ...said(view, 'request'),
    ];
  }
  if (delivery?.kind === 'source') {
    return [
      {
        decoratedText: {
          topLabel: 'Copied from',
          text: escapeMarkup(delivery.email),
          wrapText: true,
          button: button('Change', 'forgetOrigin', parameters, { altText: 'Choose another user' }),
        },
      },
      ...said(view, 'source'),
    ];
  }
  return [
    {
      textInput: {
        name: 'source',
        label: 'Copied from (required)',
        hintText: 'Type a name or address and pick one',
        autoCompleteAction: action('suggestUsers'),
      },
    },
    ...said(view, 'source'),
    buttons(button('Use this user', 'chooseOrigin', parameters, { persistValues: false })),
  ];
};

/** S61: the settings of "Remove contacts that Roster copied". That contacts go is said as what it is, and confirmed by a switch of its own. */
export const removalCard = (view: RemovalView, viewer: Viewer): CardSpec => ({
  name: 'removeContacts',
  header: { title: titleOfKind(view.draft.kind) },
  sections: [
    { widgets: [paragraph(actionKinds.find(({ kind }) => kind === view.draft.kind)?.summary ?? '')] },
    {
      header: 'Which contacts',
      widgets: [
        choiceWidget('delivery', 'Remove', view.draft.chooses, choices, {
          onChangeAction: action('chooseDelivery', { action: view.draft.actionId }),
        }),
        ...settings(view, viewer),
        ...(view.hasSyncs && view.draft.chooses !== 'request' ? [paragraph(syncNote)] : []),
      ],
    },
    {
      widgets: [
        switchWidget('confirmed', 'Yes, remove them from all targets', 'The preview names how many, before anything is sent.', false),
        ...missingAt('confirmed', view.missing),
      ],
    },
  ],
  fixedFooter: { primaryButton: mainButton('Save', 'saveAction', { action: view.draft.actionId }) },
});
