import type { Problem } from '../core/base/Problem';
import { button, buttons, linkButton } from './button';
import type { CardSpec } from './CardSpec';
import { paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';

const words = {
  other: 'This message has nothing for Roster to decide.',
  notFromRoster:
    'This message names a request of Roster, but Roster’s account did not send it. Somebody passed it on, or made it up: do not trust what it says.',
  forged: 'This message bears the address of Roster’s account, but it does not come from there. Do not trust what it says.',
} as const;

/** Beside a message that is no request for this person. */
export const mailCard = (why: keyof typeof words): CardSpec => ({
  name: 'mail',
  header: { title: 'Roster' },
  sections: [{ widgets: [paragraph(words[why]), buttons(button('What waits for me', 'openWaiting'))] }],
});

/** The message or its request cannot be shown. `pageUrl`: where somebody decides who allowed Roster nothing. */
export const mailProblemCard = (problem: Problem, pageUrl: string, name = 'mail'): CardSpec => ({
  name,
  header: { title: 'Roster' },
  sections: [
    {
      widgets: [
        problemParagraph(problem),
        ...permissionsFor(problem),
        ...(pageUrl === '' ? [] : [paragraph('The link in the mail leads to the same request on a web page.')]),
        buttons(...(pageUrl === '' ? [] : [linkButton('Open Roster’s web page', pageUrl)]), button('What waits for me', 'openWaiting')),
      ],
    },
  ],
});
