import type { Missing } from '../core/workflows/missing';
import { mainButton } from './button';
import type { CardSpec } from './CardSpec';
import { missingAt, paragraph } from './paragraph';

export interface SetUpView {
  readonly serviceAccount: string;
  readonly webAppUrl: string;
  readonly administrators: string;
  readonly operatorEmail: string;
  readonly missing: readonly Missing[];
}

/** Asks for what Roster cannot find out itself. */
export const setUpCard = (view: SetUpView): CardSpec => ({
  name: 'setUp',
  header: { title: 'Set up Roster' },
  sections: [
    {
      widgets: [
        paragraph(
          `${view.operatorEmail} will run all copies. Roster makes a workbook that administrators share, a ledger that only this account opens, and a trigger that looks for work.`,
        ),
      ],
    },
    {
      widgets: [
        {
          textInput: {
            name: 'serviceAccount',
            label: 'Service account',
            hintText: 'Its e-mail address, as in roster@project.iam.gserviceaccount.com',
            value: view.serviceAccount,
          },
        },
        ...missingAt('serviceAccount', view.missing),
        {
          textInput: {
            name: 'webAppUrl',
            label: 'Web app address (optional)',
            hintText: 'Ends in /exec. With it, previews can be prepared at once.',
            value: view.webAppUrl,
          },
        },
        ...missingAt('webAppUrl', view.missing),
        {
          textInput: {
            name: 'administrators',
            label: 'Administrators who will use Roster (optional)',
            hintText: 'Their addresses, separated by commas. The workbook is shared with them.',
            value: view.administrators,
            type: 'MULTIPLE_LINE',
          },
        },
        ...missingAt('administrators', view.missing),
      ],
    },
  ],
  fixedFooter: { primaryButton: mainButton('Set up', 'setUp') },
});
