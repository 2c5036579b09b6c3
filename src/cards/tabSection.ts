import type { Problem } from '../core/base/Problem';
import { button, buttons } from './button';
import type { ButtonSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { SHEET_ADDRESS } from './sheetTargetsCard';

/** A Sheet whose tabs can be read. */
export interface TabsView {
  /** Name of the spreadsheet; absent: Google does not tell which one is open. */
  readonly title?: string;
  /** Empty: the one that is open beside the card. */
  readonly address: string;
  readonly tabs: readonly string[];
  /** The tab that was read last. */
  readonly tab: string;
  readonly problem?: Problem;
}

/** Where Google does not tell which Sheet is open, or another one was pasted. */
export const sheetSection = ({ title, address, problem }: TabsView, opens: string): SectionSpec[] => {
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
        buttons(button('Open this Sheet', opens)),
      ],
    },
  ];
};

/** The tabs that have a header, and what can be done with one. */
export const tabSection = (
  { title, tabs, tab }: TabsView,
  header: string,
  actions: { readonly read: ButtonSpec; readonly more: readonly ButtonSpec[] },
  missing: readonly WidgetSpec[] = [],
): SectionSpec[] => {
  if (title === undefined) return [];
  return [
    {
      header,
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
              ...missing,
            ]),
        buttons(...(tabs.length === 0 ? [] : [actions.read]), ...actions.more),
      ],
    },
  ];
};
