import type { Problem } from '../core/base/Problem';
import type { Missing } from '../core/workflows/missing';
import { mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { missingAt, paragraph, problemParagraph } from './paragraph';

export interface SetUpView {
  readonly serviceAccount: string;
  readonly webAppUrl: string;
  readonly administrators: string;
  readonly operatorEmail: string;
  readonly missing: readonly Missing[];
  /** S42: addresses of the first officers; undefined once one is appointed. */
  readonly officers: string | undefined;
  /** What should be looked at before the officers are appointed. */
  readonly warnings: readonly Missing[];
  /** Files of Roster that are gone and would be made anew. */
  readonly gone: readonly Problem[];
}

const officerWidgets = ({ officers, missing, warnings }: SetUpView): WidgetSpec[] =>
  officers === undefined
    ? [paragraph('Security Officers are appointed: who they are is shown in Settings, and changed by requests.')]
    : [
        {
          textInput: {
            name: 'officers',
            label: 'Security Officers (two or more)',
            hintText: 'Addresses of users who decide about requests of others. Without them nothing can be sent.',
            value: officers,
            type: 'MULTIPLE_LINE',
          },
        },
        ...missingAt('officers', [...missing, ...warnings]),
        ...(warnings.length === 0 ? [] : [paragraph('Press “Set up” again to appoint them all the same.')]),
      ];

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
        paragraph(
          'To add people to Chat spaces the Cloud project also needs the Google Chat API, with a Chat app configured on its page, and to import groups of users the Cloud Identity API. Everything else works without.',
        ),
        ...view.gone.map(problemParagraph),
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
        ...officerWidgets(view),
      ],
    },
  ],
  fixedFooter: { primaryButton: mainButton('Set up', 'setUp', view.warnings.length === 0 ? {} : { warnedOf: view.officers ?? '' }) },
});
