import { escapeMarkup } from '../core/base/escapeMarkup';
import { plural } from '../core/base/plural';
import type { Problem } from '../core/base/Problem';
import { isCopy } from '../core/workflows/Action';
import { titleOfKind, type ActionKind } from '../core/workflows/actionKinds';
import { describeAction } from '../core/workflows/describeAction';
import type { Missing } from '../core/workflows/missing';
import type { ActionDraft, WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { action, button, buttons, mainButton } from './button';
import type { ButtonSpec, CardSpec, WidgetSpec } from './CardSpec';
import { lineWidget } from './lineWidget';
import { missingAt, paragraph, problemParagraph } from './paragraph';

const actionWidgets = (action: ActionDraft, index: number, missing: readonly Missing[]): WidgetSpec[] => {
  const parameters = { action: action.actionId };
  const name = `action ${index + 1}`;
  const list: ButtonSpec[] = [
    button('Edit', 'editAction', parameters, { altText: `Edit ${name}` }),
    button('Remove', 'removeAction', parameters, { altText: `Remove ${name}` }),
    ...(index > 0 ? [button('Move up', 'moveActionUp', parameters, { altText: `Move ${name} up` })] : []),
  ];
  return [
    {
      decoratedText: {
        topLabel: `Action ${index + 1}`,
        text: `<b>${escapeMarkup(titleOfKind(action.kind))}</b>`,
        bottomLabel: describeAction(action),
        wrapText: true,
      },
    },
    ...(isCopy(action) && action.source === undefined ? missingAt('source', missing).slice(0, 1) : []),
    buttons(...list),
  ];
};

/** S17–S19: step 3, what happens to the targets. `gone`: what saved actions refer to and is not there any more. */
export const actionsCard = (draft: WorkflowDraft, missing: readonly Missing[], gone: readonly Problem[] = []): CardSpec => {
  const targets = draft.confirmed?.targets ?? 0;
  return {
    name: 'actions',
    header: { title: draft.name, subtitle: 'Step 3 of 3: actions' },
    sections: [
      {
        widgets: [
          ...(draft.type === 'onboard'
            ? [
                paragraph(
                  `First ${plural(targets, 'user is', 'users are')} created; then comes what you add here, for each of them who was.`,
                ),
              ]
            : [paragraph(`${plural(targets, 'target is', 'targets are')} confirmed.`)]),
          ...missingAt('confirm', missing),
          ...gone.map(problemParagraph),
          ...draft.actions.flatMap((action, index) => actionWidgets(action, index, missing)),
          ...(draft.actions.length === 0 && draft.type !== 'onboard' ? [paragraph('There is no action yet.')] : []),
          ...missingAt('actions', missing),
          buttons(button('+ Add action', 'openActionList', {}, { altText: 'Add an action' })),
          buttons(
            button('Use saved actions', 'openSaved', { of: 'actions' }),
            ...(draft.actions.length === 0
              ? []
              : [button('Save for later', 'openSaveAs', { of: 'actions' }, { altText: 'Save these actions under a name' })]),
          ),
        ],
      },
    ],
    ...(draft.actions.length === 0 && draft.type !== 'onboard'
      ? {}
      : { fixedFooter: { primaryButton: mainButton('Preview', 'previewWorkflow') } }),
  };
};

/** S17: all actions, searchable. */
export const actionListCard = (found: readonly ActionKind[], text: string): CardSpec => ({
  name: 'actionList',
  header: { title: 'Add an action' },
  sections: [
    {
      widgets: [
        { textInput: { name: 'searchActions', label: 'Search actions', value: text } },
        buttons(button('Search', 'searchActions')),
        ...found.map(({ title, summary, kind }) => lineWidget({ text: title, bottomLabel: summary }, action('addAction', { kind }))),
        ...(found.length === 0 ? [paragraph('No action has these words. Empty the field to see all actions.')] : []),
      ],
    },
  ],
});
