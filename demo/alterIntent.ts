import type { Company } from './makeCompany';

/**
 * Somebody who reached the operator's ledger puts another user in the place of the last target of the newest request. Gives back what
 * was changed where.
 */
export function alterIntent({ world, administrator }: Company): string {
  const file = world.drive.spreadsheets.find(({ title }) => title === 'Roster ledger');
  const grid = file?.tab('Documents')?.grid;
  if (file === undefined || grid === undefined) throw new Error('There is no ledger.');
  for (let row = grid.lastRow; row > 1; row -= 1) {
    const text = String(grid.cell(row, 3)?.value ?? '');
    const [whole, before, id] = /("targetIds":\[[^\]]*")(\w+)"\]/.exec(text) ?? [];
    if (whole === undefined || id === undefined) continue;
    world.drive.edit(file.id, 'Documents', `C${row}`, [[{ text: text.replace(whole, `${before}${administrator.id}"]`) }]]);
    return `tab Documents, row ${row}`;
  }
  throw new Error('No intent is stored in the ledger.');
}
