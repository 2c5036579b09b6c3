import type { Problem } from '../core/base/Problem';
import { button, buttons, linkButton, mainButton } from './button';
import type { ButtonSpec, CardSpec, SectionSpec } from './CardSpec';
import { faultLine } from './faultLine';
import { pageOf, pagingWidgets } from './paging';
import { paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import type { TargetsPlace } from './targetsCard';
import { formatCount, formatLatest, formatNumber, type Viewer } from './Viewer';

export interface SheetTargetsView {
  readonly place: TargetsPlace;
  /** Name of the spreadsheet. */
  readonly title: string;
  /** Empty: the one that is open beside the card. */
  readonly address: string;
  /** The person's selection can be read, too. */
  readonly isActive: boolean;
  readonly columns: readonly { readonly tab: string; readonly column: number; readonly header: string }[];
  /** What the last reading came to. */
  readonly reading?: {
    readonly place: string;
    readonly cells: number;
    readonly selectors: number;
    readonly added: number;
    readonly refused: readonly { readonly address: string; readonly text: string; readonly problem: Problem }[];
  };
  /** S43: the operator looks the cells up; `button` is pressed again then. */
  readonly waiting?: { readonly button: string; readonly pageUrl: string; readonly nextLookAt: number; readonly now: number } | undefined;
  readonly problem?: Problem;
  readonly page: number;
}

const pageSize = 20;

const titles: Readonly<Record<TargetsPlace, string>> = {
  targets: 'Targets from a Sheet',
  destinations: 'Destinations from a Sheet',
  users: 'Users from a Sheet',
};

const CELLS = 'They may hold user addresses, group addresses, paths of organizational units (such as /Sales) and domains.';

/** As one value of the list of columns. */
export const columnValue = (column: { readonly tab: string; readonly column: number }): string =>
  JSON.stringify([column.tab, column.column]);

export const parseColumnValue = (value: string): { readonly tab: string; readonly column: number } | undefined => {
  try {
    const [tab, column] = JSON.parse(value) as [unknown, unknown];
    return typeof tab === 'string' && typeof column === 'number' ? { tab, column } : undefined;
  } catch {
    return undefined;
  }
};

const waitingSection = ({ waiting }: SheetTargetsView, viewer: Viewer): SectionSpec[] => {
  if (waiting === undefined) return [];
  const { button: again, pageUrl, nextLookAt, now } = waiting;
  const look = `Roster looks the cells up for you, at ${formatLatest(nextLookAt, now, viewer)} at the latest. Press “${again}” again then.`;
  return [{ widgets: [paragraph(look), ...(pageUrl === '' ? [] : [buttons(linkButton('Look them up now', pageUrl))])] }];
};

const readingSection = (view: SheetTargetsView, viewer: Viewer): SectionSpec[] => {
  const { reading } = view;
  if (reading === undefined) return [];
  const page = pageOf(reading.refused, view.page, pageSize);
  const known = reading.selectors - reading.added;
  return [
    {
      header: 'What was read',
      widgets: [
        paragraph(
          `From ${reading.place}: ${formatCount(reading.cells, viewer, 'cell')}, ${formatCount(reading.added, viewer, 'entry', 'entries')} added${known > 0 ? `, ${formatNumber(known, viewer)} chosen before or named twice` : ''}${
            page.total > 0 ? `, ${formatCount(page.total, viewer, 'cell')} not understood.` : '.'
          }`,
        ),
        ...(reading.added === 0
          ? []
          : [
              paragraph(
                `An entry is a user, a group, an organizational unit or a domain${view.place === 'targets' ? '; the users behind them are listed after “Next”' : ''}.`,
              ),
            ]),
        ...(page.total === 0
          ? []
          : [paragraph('These cells were left out. Correct them in the Sheet and read it again; nothing is added twice.')]),
        ...page.items.map((one) => faultLine(one)),
        ...pagingWidgets(page, viewer, 'pageSheetReading'),
      ],
    },
  ];
};

/** Name of the field with the address of a Sheet. */
export const SHEET_ADDRESS = 'sheetAddress';

const addressSection = (address: string, problem: Problem | undefined, more: readonly ButtonSpec[]): SectionSpec => ({
  header: 'The Sheet',
  widgets: [
    {
      textInput: {
        name: SHEET_ADDRESS,
        label: 'Address of the Sheet',
        hintText: 'As the address bar of the browser shows it',
        value: address,
      },
    },
    ...(problem === undefined ? [] : [problemParagraph(problem), ...permissionsFor(problem)]),
    buttons(button('Open this Sheet', 'openSheetAt'), ...more),
  ],
});

/** Where Google does not tell which Sheet is open beside the card. */
export const askForSheetCard = (view: Pick<SheetTargetsView, 'place' | 'address' | 'problem'>): CardSpec => ({
  name: 'sheetTargets',
  header: { title: titles[view.place] },
  sections: [
    {
      widgets: [
        paragraph(
          'Google does not tell Roster which Sheet is open. Paste its address here, or go back and search: every user, group, organizational unit and domain can be found there.',
        ),
      ],
    },
    addressSection(view.address, view.problem, []),
  ],
  fixedFooter: { primaryButton: mainButton(`Back to ${view.place}`, 'backToTargets') },
});

/** S11–S13: targets from the Sheet that is open beside the card, or from one whose address was pasted. */
export const sheetTargetsCard = (view: SheetTargetsView, viewer: Viewer): CardSpec => ({
  name: 'sheetTargets',
  header: { title: titles[view.place], subtitle: view.title },
  sections: [
    ...(view.problem === undefined ? [] : [{ widgets: [problemParagraph(view.problem), ...permissionsFor(view.problem)] }]),
    ...(view.address === '' ? [] : [addressSection(view.address, undefined, [button('Make a template', 'makeTargetsTemplate')])]),
    ...(view.isActive
      ? [
          {
            header: 'Selected cells',
            widgets: [paragraph(`Select cells in the Sheet. ${CELLS}`), buttons(button('Read selected cells', 'readSelectedCells'))],
          },
        ]
      : []),
    {
      header: 'A column',
      widgets:
        view.columns.length === 0
          ? [paragraph('No tab of this Sheet has a header row.')]
          : [
              ...(view.isActive ? [] : [paragraph(`Its cells are read below the header. ${CELLS}`)]),
              {
                selectionInput: {
                  name: 'column',
                  label: 'Tab and column',
                  type: 'DROPDOWN',
                  items: view.columns.map((column, index) => ({
                    text: `${column.tab}: ${column.header}`,
                    value: columnValue(column),
                    selected: index === 0,
                  })),
                },
              },
              buttons(button('Read column', 'readColumn')),
            ],
    },
    ...waitingSection(view, viewer),
    ...readingSection(view, viewer),
  ],
  fixedFooter: { primaryButton: mainButton(`Back to ${view.place}`, 'backToTargets') },
});
