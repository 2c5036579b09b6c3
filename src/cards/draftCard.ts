import { button, buttons, mainButton } from './button';
import type { CardSpec } from './CardSpec';
import { paragraph } from './paragraph';
import { formatAge } from './Viewer';

/** A half-filled wizard. Times in milliseconds since the epoch. */
export interface DraftView {
  readonly name: string;
  readonly savedAt: number;
}

const nameOf = ({ name }: DraftView): string => (name === '' ? 'a workflow without a name' : `“${name}”`);

/** S48: a half-filled wizard is offered before a new one replaces it. */
export const draftCard = (draft: DraftView, now: number): CardSpec => ({
  name: 'draft',
  header: { title: 'There is a draft' },
  sections: [
    {
      widgets: [
        paragraph(`You began ${nameOf(draft)} and did not send it. Last changed ${formatAge(draft.savedAt, now)}.`),
        buttons(button('Start a new one', 'startFresh', {}, { altText: 'Discard the draft and start a new workflow' })),
      ],
    },
  ],
  fixedFooter: { primaryButton: mainButton('Go on with the draft', 'resumeWorkflow') },
});

/** Asks once more before what somebody typed is thrown away. */
export const discardDraftCard = (draft: DraftView, now: number): CardSpec => ({
  name: 'discardDraft',
  header: { title: 'Discard this draft?' },
  sections: [{ widgets: [paragraph(`${nameOf(draft)}, last changed ${formatAge(draft.savedAt, now)}. It cannot be brought back.`)] }],
  fixedFooter: {
    primaryButton: mainButton('Discard', 'discardDraft'),
    secondaryButton: button('Keep', 'keepDraft', {}, { type: 'OUTLINED' }),
  },
});
