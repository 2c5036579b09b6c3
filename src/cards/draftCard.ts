import { button, buttons, mainButton } from './button';
import type { CardSpec } from './CardSpec';
import { paragraph } from './paragraph';

/** S48: a half-filled wizard is offered before a new one replaces it. */
export const draftCard = (draftName: string): CardSpec => ({
  name: 'draft',
  header: { title: 'There is a draft' },
  sections: [
    {
      widgets: [
        paragraph(draftName === '' ? 'You began a workflow without a name.' : `You began “${draftName}” and did not send it.`),
        buttons(button('Start a new one', 'startFresh', {}, { altText: 'Discard the draft and start a new workflow' })),
      ],
    },
  ],
  fixedFooter: { primaryButton: mainButton('Go on with the draft', 'resumeWorkflow') },
});
