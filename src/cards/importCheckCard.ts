import { explain } from '../core/base/explain';
import type { Problem } from '../core/base/Problem';
import type { ImportDraft } from '../core/imports/ImportDraft';
import { methodTitles } from '../core/imports/ImportUsersAction';
import { mainButton } from './button';
import type { CardSpec, SectionSpec } from './CardSpec';
import { faultLine } from './faultLine';
import { mappedWords, originWords, titleOfImport } from './importDataCard';
import { pageOf, pagingWidgets } from './paging';
import { paragraph, problemParagraph } from './paragraph';
import { formatCount, formatNumber, type Viewer } from './Viewer';

interface Fault {
  readonly address: string;
  readonly column: string;
  readonly text: string;
  readonly problem: Problem;
}

export interface ImportCheckView {
  readonly draft: ImportDraft;
  readonly hindered: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly rows: number;
  readonly faulty: number;
  readonly faults: readonly Fault[];
  readonly more: number;
  readonly page: number;
}

const pageSize = 20;
const notesShown = 20;

const faultSection = ({ faults, more, page: number }: ImportCheckView, viewer: Viewer): SectionSpec[] => {
  if (faults.length === 0) return [];
  const page = pageOf(faults, number, pageSize);
  return [
    {
      header: 'Cells that cannot be taken',
      widgets: [
        paragraph('A row with one such cell is left out whole. Correct the data and read it again, or go on without these rows.'),
        ...page.items.map(({ address, column, ...fault }) =>
          faultLine({ ...fault, address: column === '' ? address : `${address}, ${column}` }),
        ),
        ...pagingWidgets(page, viewer, 'pageImportCheck'),
        ...(more === 0 ? [] : [paragraph(`And ${formatNumber(more, viewer)} more.`)]),
      ],
    },
  ];
};

/** I14, I15: step 3, what the rows are by themselves; the preview is the request's card. */
export const importCheckCard = (view: ImportCheckView, viewer: Viewer): CardSpec => {
  const { draft, hindered, notes, rows, faulty } = view;
  const left = rows - faulty;
  const mayPreview = hindered.length === 0 && left > 0;
  return {
    name: 'importCheck',
    header: { title: titleOfImport(draft), subtitle: 'Step 3 of 3: check' },
    sections: [
      {
        widgets: [
          ...hindered.map(problemParagraph),
          paragraph(
            [
              `${methodTitles[draft.method]}, ${draft.data === undefined ? '' : `from ${originWords(draft.data.from)}`}: ${formatCount(rows, viewer, 'row')}; ${mappedWords(draft)}.`,
              faulty === 0
                ? 'Every row can be read.'
                : `${formatCount(faulty, viewer, 'row')} cannot be taken, ${formatNumber(left, viewer)} can.`,
            ].join(' '),
          ),
          ...(mayPreview
            ? [paragraph('The preview looks every row up and says what would change, cell by cell. It changes nothing.')]
            : []),
        ],
      },
      ...faultSection(view, viewer),
      ...(notes.length === 0
        ? []
        : [
            {
              header: 'Not read',
              widgets: [
                ...notes.slice(0, notesShown).map((note) => paragraph(explain(note).what)),
                ...(notes.length > notesShown ? [paragraph(`And ${formatNumber(notes.length - notesShown, viewer)} more.`)] : []),
              ],
            },
          ]),
    ],
    ...(mayPreview ? { fixedFooter: { primaryButton: mainButton('Preview', 'previewImport') } } : {}),
  };
};
