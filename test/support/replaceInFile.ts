import { fileCalled } from './hands';
import type { RosterCompany } from './rosterCompany';

/** Somebody replaces a text in all cells of a tab; how many cells held it. */
export const replaceInFile = (company: RosterCompany, title: string, tab: string, from: string, to: string): number => {
  const file = fileCalled(company, title);
  const { grid } = file.tab(tab)!;
  let replaced = 0;
  for (let row = 2; row <= grid.lastRow; row += 1) {
    for (let column = 1; column <= grid.columns; column += 1) {
      const text = String(grid.cell(row, column)?.value ?? '');
      if (!text.includes(from)) continue;
      company.world.drive.edit(file.id, tab, `${String.fromCharCode(64 + column)}${row}`, [[{ text: text.split(from).join(to) }]]);
      replaced += 1;
    }
  }
  return replaced;
};
