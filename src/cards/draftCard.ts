import { button, buttons, mainButton } from './button';
import type { ActionSpec, ButtonSpec, CardSpec, WidgetSpec } from './CardSpec';
import { lineWidget } from './lineWidget';
import { paragraph } from './paragraph';
import { formatAge } from './Viewer';

/** A half-filled wizard. Times in milliseconds since the epoch. */
export interface DraftView {
  readonly name: string;
  readonly savedAt: number;
}

/** S48: where somebody stopped, how long ago. */
export const draftLine = (
  text: string,
  savedAt: number,
  now: number,
  goOn: ActionSpec,
  more: { readonly button?: ButtonSpec } = {},
): WidgetSpec => lineWidget({ topLabel: 'Draft', text, bottomLabel: `Go on where you stopped ${formatAge(savedAt, now)}`, ...more }, goOn);

interface DraftChoices {
  readonly what: string;
  readonly goOn: string;
  /** What throws the draft away, and begins something else. */
  readonly other: ButtonSpec;
}

const ofWorkflow: DraftChoices = {
  what: 'a workflow without a name',
  goOn: 'resumeWorkflow',
  other: button('Start a new one', 'startFresh', {}, { altText: 'Discard the draft and start a new workflow' }),
};

/** S48: a half-filled wizard is offered before another one replaces it. */
export const draftCard = ({ name, savedAt }: DraftView, now: number, { what, goOn, other }: DraftChoices = ofWorkflow): CardSpec => ({
  name: 'draft',
  header: { title: 'There is a draft' },
  sections: [
    {
      widgets: [
        paragraph(`You began ${name === '' ? what : `“${name}”`} and did not send it. Last changed ${formatAge(savedAt, now)}.`),
        buttons(other),
      ],
    },
  ],
  fixedFooter: { primaryButton: mainButton('Go on with the draft', goOn) },
});

/** Asks once more before what somebody typed is thrown away. */
export const discardDraftCard = (draft: DraftView, now: number): CardSpec => ({
  name: 'discardDraft',
  header: { title: 'Discard this draft?' },
  sections: [
    {
      widgets: [
        paragraph(
          `${draft.name === '' ? ofWorkflow.what : `“${draft.name}”`}, last changed ${formatAge(draft.savedAt, now)}. It cannot be brought back.`,
        ),
      ],
    },
  ],
  fixedFooter: {
    primaryButton: mainButton('Discard', 'discardDraft'),
    secondaryButton: button('Keep', 'keepDraft', {}, { type: 'OUTLINED' }),
  },
});
