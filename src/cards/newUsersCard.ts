import { escapeMarkup } from '../core/base/escapeMarkup';
import { inWords } from '../core/base/inWords';
import type { Problem } from '../core/base/Problem';
import type { CellFault } from '../core/users/readUserTable';
import type { Missing } from '../core/workflows/missing';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { button, buttons, mainButton } from './button';
import type { CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { pageOf, pagingWidgets } from './paging';
import { missingAt, paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { SHEET_ADDRESS } from './sheetTargetsCard';
import { formatCount, type Viewer } from './Viewer';

export interface NewUsersView {
  readonly draft: WorkflowDraft;
  /** Name of the spreadsheet; absent: Google does not tell which one is open. */
  readonly title?: string;
  /** Empty: the one that is open beside the card. */
  readonly address: string;
  readonly tabs: readonly string[];
  /** The tab that was read last. */
  readonly tab: string;
  readonly reading?: {
    readonly tab: string;
    readonly users: number;
    readonly refused: number;
    readonly faults: readonly CellFault[];
    readonly ignored: readonly string[];
    readonly unchecked: boolean;
  };
  readonly problem?: Problem;
  readonly missing: readonly Missing[];
  readonly page: number;
}

const pageSize = 20;

const faultLine = ({ address, text, problem }: CellFault): WidgetSpec => ({
  decoratedText: {
    topLabel: address,
    text: escapeMarkup(text === '' ? '(see the cell)' : text),
    bottomLabel: inWords(problem),
    wrapText: true,
  },
});

const readingSection = ({ reading, page: number }: NewUsersView, viewer: Viewer): SectionSpec[] => {
  if (reading === undefined) return [];
  const page = pageOf(reading.faults, number, pageSize);
  const { users, refused, ignored, unchecked } = reading;
  return [
    {
      header: 'What was read',
      widgets: [
        paragraph(
          `From tab “${reading.tab}”: ${formatCount(users, viewer, 'user')} to create${refused === 0 ? '' : `, ${formatCount(refused, viewer, 'row')} left out`}.`,
        ),
        ...(unchecked
          ? [paragraph('Whether addresses, groups and units are there could not be looked up here; the preview says it for each user.')]
          : []),
        ...(ignored.length === 0 ? [] : [paragraph(`Columns that Roster does not know, and does not read: ${ignored.join(', ')}.`)]),
        ...(page.total === 0
          ? []
          : [paragraph('Correct these cells in the Sheet and read it again. Nothing of their rows is used until then.')]),
        ...page.items.map(faultLine),
        ...pagingWidgets(page, viewer, 'pageNewUsers'),
      ],
    },
  ];
};

const sheetSection = ({ title, address, problem }: NewUsersView): SectionSpec[] => {
  if (title !== undefined && address === '') return [];
  return [
    {
      header: 'The Sheet',
      widgets: [
        ...(title === undefined ? [paragraph('Google does not tell Roster which Sheet is open. Paste its address here.')] : []),
        {
          textInput: {
            name: SHEET_ADDRESS,
            label: 'Address of the Sheet',
            hintText: 'As the address bar of the browser shows it',
            value: address,
          },
        },
        ...(title !== undefined || problem === undefined ? [] : [problemParagraph(problem), ...permissionsFor(problem)]),
        buttons(button('Open this Sheet', 'openNewUsersSheet')),
      ],
    },
  ];
};

const tabSection = ({ title, tabs, tab, missing }: NewUsersView): SectionSpec[] => {
  if (title === undefined) return [];
  return [
    {
      header: 'The tab with the new users',
      widgets: [
        ...(tabs.length === 0
          ? [paragraph('No tab of this Sheet has a header row. Make a template and fill it in.')]
          : [
              {
                selectionInput: {
                  name: 'tab',
                  label: 'Tab',
                  type: 'DROPDOWN' as const,
                  items: tabs.map((name, index) => ({
                    text: name,
                    value: name,
                    selected: tabs.includes(tab) ? name === tab : index === 0,
                  })),
                },
              },
              ...missingAt('tab', missing),
            ]),
        buttons(
          ...(tabs.length === 0 ? [] : [button('Read new users', 'readNewUsers')]),
          button('Make a template', 'makeNewUsersTemplate'),
        ),
      ],
    },
  ];
};

/** S58: step 2 of a workflow of type Onboard: which users are created, out of a Sheet. */
export const newUsersCard = (view: NewUsersView, viewer: Viewer): CardSpec => ({
  name: 'newUsers',
  header: { title: view.draft.name, subtitle: 'Step 2 of 3: the new users' },
  sections: [
    {
      widgets: [
        ...(view.problem === undefined || view.title === undefined
          ? []
          : [problemParagraph(view.problem), ...permissionsFor(view.problem)]),
        paragraph(
          'Roster creates one user for each row. A row needs a primary address, a first and a last name; the other columns of the template are optional. Passwords are not read from a Sheet.',
        ),
      ],
    },
    ...sheetSection(view),
    ...tabSection(view),
    ...readingSection(view, viewer),
  ],
  ...(view.draft.list === undefined ? {} : { fixedFooter: { primaryButton: mainButton('Next', 'openConfirm') } }),
});
