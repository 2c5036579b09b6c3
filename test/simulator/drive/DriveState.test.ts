import { scriptValue } from '../../../simulator/appsscript/spreadsheet/cellValue';
import { sheetWorld } from '../../support/sheetScript';

describe('spreadsheets', () => {
  test('hold typed values, kept texts, formulas with their results and errors', () => {
    const { file } = sheetWorld({
      tabs: [
        {
          name: 'Data',
          values: [
            ['7', { text: '007' }, { formula: '=VLOOKUP(A1,B:C,2)', value: { error: '#N/A' } }, '=1/0', { formula: '=SUM(A:A)', value: 7 }],
          ],
        },
      ],
    });
    const { grid } = file.tab('Data')!;
    expect([1, 2, 3, 4, 5].map((column) => scriptValue(file, grid.cell(1, column)))).toEqual([7, '007', '#N/A', '#DIV/0!', 7]);
    expect(grid.cell(1, 5)?.formula).toBe('=SUM(A:A)');
  });

  test('enter nothing of a block when one cell of it is refused', () => {
    const { world, file } = sheetWorld();
    const tooLong = 'x'.repeat(50_001);
    expect(() => world.drive.edit(file.id, 'Sheet1', 'A1', [['a', tooLong]])).toThrow(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
    expect(file.tab('Sheet1')!.grid.lastRow).toBe(0);
  });

  test('refuse to grow beyond ten million cells over all sheets', () => {
    const { file } = sheetWorld({ tabs: [{ name: 'Big', rows: 380_000, columns: 26 }] });
    expect(() => file.addTab('More', { rows: 10_000, columns: 26 })).toThrow(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
    expect(file.tabs).toHaveLength(1);
  });

  test('are open to their owner and those they are shared with, in the last role given', () => {
    const { world, file, owner, other } = sheetWorld();
    expect([file.roleOf(owner), file.roleOf(other)]).toEqual(['owner', undefined]);
    world.drive.share(file.id, other, 'reader');
    world.drive.share(file.id, other, 'writer');
    expect(file.roleOf(other)).toBe('writer');
    world.drive.unshare(file.id, other);
    expect(file.roleOf(other)).toBeUndefined();
  });

  test('can be given to somebody else, and be restored as they were when they were deleted for ever', () => {
    const { world, file, owner, other } = sheetWorld();
    world.drive.share(file.id, other, 'reader');
    world.drive.giveTo(file.id, other);
    expect([file.roleOf(owner), file.roleOf(other), file.access]).toEqual([undefined, 'owner', []]);
    world.drive.delete(file.id);
    expect(world.drive.spreadsheet(file.id)).toBeUndefined();
    world.drive.restoreDeleted(file.id);
    expect(world.drive.spreadsheet(file.id)).toBe(file);
    expect(() => world.drive.restoreDeleted(file.id)).toThrow('was not deleted');
  });

  test('remember what each person selected, and fall back to A1 when that is gone', () => {
    const { world, file, owner, other } = sheetWorld({ tabs: [{ name: 'One' }, { name: 'Two' }] });
    world.drive.setSelection(owner, file.id, { sheet: 'Two', a1: 'B2:B9' });
    expect(world.drive.selectionOf(owner, file.id)).toMatchObject({
      tab: { name: 'Two' },
      box: { row: 2, column: 2, rows: 8, columns: 1 },
    });
    expect(world.drive.selectionOf(other, file.id)).toMatchObject({
      tab: { name: 'One' },
      box: { row: 1, column: 1, rows: 1, columns: 1 },
    });
    file.deleteTab(file.tab('Two')!);
    expect(world.drive.selectionOf(owner, file.id)).toMatchObject({ tab: { name: 'One' } });
    expect(() => world.drive.setSelection(owner, file.id, { sheet: 'One', a1: 'A1001' })).toThrow('no cells');
  });

  test('are found in the trash, and not after deletion', () => {
    const { world, file } = sheetWorld();
    world.drive.trash(file.id);
    expect(world.drive.spreadsheet(file.id)?.trashed).toBe(true);
    world.drive.delete(file.id);
    expect(world.drive.spreadsheet(file.id)).toBeUndefined();
  });
});
