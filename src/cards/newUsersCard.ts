import type { CellFault } from '../core/users/readUserTable';
import type { Missing } from '../core/workflows/missing';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { button, mainButton } from './button';
import type { CardSpec, SectionSpec } from './CardSpec';
import { faultLine } from './faultLine';
import { pageOf, pagingWidgets } from './paging';
import { missingAt, paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { sheetSection, tabSection, type TabsView } from './tabSection';
import { formatCount, type Viewer } from './Viewer';

export interface NewUsersView extends TabsView {
  readonly draft: WorkflowDraft;
  readonly reading?: {
    readonly tab: string;
    readonly users: number;
    readonly refused: number;
    readonly faults: readonly CellFault[];
    readonly ignored: readonly string[];
    readonly unchecked: boolean;
  };
  readonly missing: readonly Missing[];
  readonly page: number;
}

const pageSize = 20;

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
        ...page.items.map((fault) => faultLine(fault, '(see the cell)')),
        ...pagingWidgets(page, viewer, 'pageNewUsers'),
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
    ...sheetSection(view, 'openNewUsersSheet'),
    ...tabSection(
      view,
      'The tab with the new users',
      { read: button('Read new users', 'readNewUsers'), more: [button('Make a template', 'makeNewUsersTemplate')] },
      missingAt('tab', view.missing),
    ),
    ...readingSection(view, viewer),
  ],
  ...(view.draft.list === undefined ? {} : { fixedFooter: { primaryButton: mainButton('Next', 'openConfirm') } }),
});
