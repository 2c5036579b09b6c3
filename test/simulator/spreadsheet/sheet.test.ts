import { runInSheet, sheetWorld } from '../../support/sheetScript';

const people = () =>
  sheetWorld({
    tabs: [
      {
        name: 'People',
        values: [
          ['Name', 'Mail'],
          ['Ana', 'ana@example.com'],
          ['', ''],
          ['Ben', ''],
        ],
      },
      { name: 'Hidden', hidden: true },
    ],
  });

describe('Sheet', () => {
  test('finds its data region, which ends at the last content', () => {
    expect(
      runInSheet(
        people(),
        `const sheet = book.getSheetByName('People'); return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation(), sheet.getMaxRows(), sheet.getMaxColumns()];`,
      ),
    ).toEqual([4, 2, 'A1:B4', 1000, 26]);
    expect(
      runInSheet(
        people(),
        `const sheet = book.getSheetByName('Hidden'); return [sheet.getLastRow(), sheet.getDataRange().getA1Notation()];`,
      ),
    ).toEqual([0, 'A1']);
  });

  test.each([
    ['(0, 1)', 'The starting row of the range is too small.'],
    ['(1, 0)', 'The starting column of the range is too small.'],
    ['(1, 1, 0)', 'The number of rows in the range must be at least 1.'],
    ['(1, 1, 1, 0)', 'The number of columns in the range must be at least 1.'],
    ['(1001, 1)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['(1, 27)', 'The coordinates of the range are outside the dimensions of the sheet.'],
    [`('not a range')`, 'Range not found'],
    [`('AB1')`, 'Range not found'],
    [`('A1', 2)`, "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange."],
    ['(1)', "The parameters (number) don't match the method signature for SpreadsheetApp.Sheet.getRange."],
  ])('refuses getRange%s', (args, message) => {
    expect(() => runInSheet(people(), `book.getSheets()[0].getRange${args}`)).toThrow(message);
  });

  test.each([
    [`('B2')`, 'B2'],
    [`('B:B')`, 'B:B'],
    [`('People!A2:B')`, 'A2:B1000'],
    [`(2, 1)`, 'A2'],
    [`(2, 1, 3)`, 'A2:A4'],
    [`(2, 1, 3, 2)`, 'A2:B4'],
  ])('takes getRange%s', (args, a1) => {
    expect(runInSheet(people(), `return book.getSheets()[0].getRange${args}.getA1Notation()`)).toBe(a1);
  });

  test('appends below the last content and grows when the grid is full', () => {
    const at = sheetWorld({ tabs: [{ name: 'Log', rows: 2, columns: 2, values: [['a'], ['b']] }] });
    expect(
      runInSheet(
        at,
        `const sheet = book.getSheets()[0].appendRow(['c', '=1/0', 3]); return [sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getRange(3, 1, 1, 3).getValues()];`,
      ),
    ).toEqual([3, 3, [['c', '#DIV/0!', 3]]]);
  });

  test('inserts and deletes rows and columns with what is in them', () => {
    expect(
      runInSheet(
        people(),
        `const sheet = book.getSheets()[0];
         sheet.insertRowsBefore(2, 2).insertColumnAfter(1).deleteRow(4);
         return [sheet.getRange('A1:C5').getValues(), sheet.getMaxRows(), sheet.getMaxColumns()];`,
      ),
    ).toEqual([
      [
        ['Name', '', 'Mail'],
        ['', '', ''],
        ['', '', ''],
        ['', '', ''],
        ['Ben', '', ''],
      ],
      1001,
      27,
    ]);
  });

  test('refuses to delete every row, or every row that is not frozen', () => {
    expect(() => runInSheet(people(), `book.getSheets()[0].deleteRows(1, 1000)`)).toThrow("You can't delete all the rows on the sheet.");
    expect(() => runInSheet(people(), `const sheet = book.getSheets()[0]; sheet.setFrozenRows(1); sheet.deleteRows(2, 999)`)).toThrow(
      'Sorry, it is not possible to delete all non-frozen rows.',
    );
  });

  test('hides and shows, but never the last visible sheet', () => {
    expect(
      runInSheet(
        people(),
        `return [book.getSheetByName('Hidden').isSheetHidden(), book.getSheetByName('Hidden').showSheet().isSheetHidden()]`,
      ),
    ).toEqual([true, false]);
    expect(() => runInSheet(people(), `book.getSheetByName('People').hideSheet()`)).toThrow("You can't hide all the sheets in a document.");
  });

  test('cannot take the name of another sheet', () => {
    expect(() => runInSheet(people(), `book.getSheetByName('People').setName('hidden')`)).toThrow(
      'A sheet with the name "hidden" already exists. Please enter another name.',
    );
  });

  test('finds text in cells', () => {
    expect(
      runInSheet(people(), `return book.getSheets()[0].createTextFinder('ANA').findAll().map((range) => range.getA1Notation())`),
    ).toEqual(['A2', 'B2']);
    expect(
      runInSheet(people(), `return book.getSheets()[0].createTextFinder('ana').matchEntireCell(true).findNext().getA1Notation()`),
    ).toBe('A2');
  });

  test('clears contents and keeps formats, or the other way round', () => {
    const at = people();
    expect(
      runInSheet(
        at,
        `const sheet = book.getSheets()[0]; sheet.getRange('A1').setFontWeight('bold');
         sheet.clearContents();
         return [sheet.getLastRow(), sheet.getRange('A1').getFontWeight(), sheet.clear({ formatOnly: true }).getRange('A1').getFontWeight()];`,
      ),
    ).toEqual([0, 'bold', 'normal']);
  });
});

describe('protection', () => {
  test('mirrors the editors of the file until its list is changed, then binds everyone else but the owner', () => {
    const at = people();
    at.world.drive.share(at.file.id, at.other, 'writer');
    runInSheet(at, `book.getSheetByName('People').protect()`);
    runInSheet(at, `book.getSheetByName('People').getRange('A2').setValue('Anna')`, { as: at.other });
    runInSheet(at, `const protection = book.getSheetByName('People').protect(); protection.removeEditors(protection.getEditors());`);
    expect(() => runInSheet(at, `book.getSheetByName('People').getRange('A2').setValue('x')`, { as: at.other })).toThrow(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
    expect(runInSheet(at, `return book.getSheetByName('People').getRange('A2').setValue('Anne').getValue()`)).toBe('Anne');
  });

  test('of a range leaves the other cells open', () => {
    const at = people();
    at.world.drive.share(at.file.id, at.other, 'writer');
    runInSheet(
      at,
      `const protection = book.getSheetByName('People').getRange('A1:B1').protect(); protection.removeEditors(protection.getEditors());`,
    );
    expect(() => runInSheet(at, `book.getSheets()[0].getRange('B1:B2').setValue('x')`, { as: at.other })).toThrow('protected cell');
    expect(runInSheet(at, `return book.getSheets()[0].getRange('B2').setValue('x').getValue()`, { as: at.other })).toBe('x');
  });
});
