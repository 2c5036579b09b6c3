import { runInSheet, sheetWorld } from '../../support/sheetScript';

describe('Range values', () => {
  test('reads strings as typed input: formulas, numbers, dates, kept text', () => {
    const at = sheetWorld();
    const values = runInSheet(
      at,
      `const range = book.getSheets()[0].getRange(1, 1, 1, 6);
       range.setValues([['=1/0', '42', "'=A1", 'ana@example.com', null, true]]);
       return [range.getValues()[0], range.getFormulas()[0], range.getDisplayValues()[0]];`,
    );
    expect(values).toEqual([
      ['#DIV/0!', 42, '=A1', 'ana@example.com', '', true],
      ['=1/0', '', '', '', '', ''],
      ['#DIV/0!', '42', '=A1', 'ana@example.com', '', 'TRUE'],
    ]);
  });

  test('keeps text as it is once the number format is plain text', () => {
    const at = sheetWorld();
    const values = runInSheet(
      at,
      `const range = book.getSheets()[0].getRange('A1:C1').setNumberFormat('@');
       range.setValues([['=1/0', '007', '+1 555 0100']]);
       return [range.getValues()[0], range.getFormulas()[0]];`,
    );
    expect(values).toEqual([
      ['=1/0', '007', '+1 555 0100'],
      ['', '', ''],
    ]);
  });

  test('turns a telephone number that starts with + into a broken formula', () => {
    expect(
      runInSheet(
        sheetWorld(),
        `const cell = book.getSheets()[0].getRange('A1').setValue('+44 20 7946 0000'); return [cell.getValue(), cell.getFormula()];`,
      ),
    ).toEqual(['#ERROR!', '=+44 20 7946 0000']);
  });

  test("gives dates as Dates of the script's own realm, in the spreadsheet's zone", () => {
    const at = sheetWorld({ timeZone: 'Asia/Tokyo', tabs: [{ name: 'Data', values: [['2026-03-02']] }] });
    expect(
      runInSheet(at, `const value = book.getSheets()[0].getRange('A1').getValue(); return [value instanceof Date, value.toISOString()];`),
    ).toEqual([true, '2026-03-01T15:00:00.000Z']);
  });

  test('stores a Date as the wall clock of the spreadsheet', () => {
    const at = sheetWorld({ timeZone: 'Europe/Berlin' });
    expect(
      runInSheet(
        at,
        `const cell = book.getSheets()[0].getRange('A1').setValue(new Date(Date.UTC(2026, 6, 1, 10, 30)));
         return [cell.getDisplayValue(), cell.getValue().getTime() === Date.UTC(2026, 6, 1, 10, 30)];`,
      ),
    ).toEqual(['7/1/2026 12:30:00', true]);
  });

  test("gives arrays of the script's own realm", () => {
    expect(
      runInSheet(
        sheetWorld(),
        `const values = book.getSheets()[0].getRange('A1:B2').getValues(); return [values instanceof Array, values[0] instanceof Array, values];`,
      ),
    ).toEqual([
      true,
      true,
      [
        ['', ''],
        ['', ''],
      ],
    ]);
  });

  test.each([
    [`[['a', 'b']]`, 'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.'],
    [
      `[['a'], ['b']]`,
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      `[['a', 'b'], ['c']]`,
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [`['a', 'b']`, "The parameters (String[]) don't match the method signature for SpreadsheetApp.Range.setValues."],
    [`[['a', 'b'], ['c', 'x'.repeat(50001)]]`, 'Your input contains more than the maximum of 50000 characters in a single cell.'],
  ])('refuses setValues(%s) whole', (values, message) => {
    const at = sheetWorld();
    expect(() => runInSheet(at, `book.getSheets()[0].getRange('A1:B2').setValues(${values})`)).toThrow(message);
    expect(at.file.tabs[0]!.grid.lastRow).toBe(0);
  });

  test('clears cells with null, undefined and the empty string', () => {
    const at = sheetWorld({ tabs: [{ name: 'Data', values: [['a', 'b', 'c']] }] });
    expect(
      runInSheet(
        at,
        `book.getSheets()[0].getRange('A1:C1').setValues([[null, undefined, '']]); return [book.getSheets()[0].getLastRow(), book.getSheets()[0].getRange('A1:C1').isBlank()];`,
      ),
    ).toEqual([0, true]);
  });

  test('refuses a value that the validation of the cell rejects, and takes one that it allows', () => {
    const at = sheetWorld();
    const rule = `const rule = SpreadsheetApp.newDataValidation().requireValueInList(['User', 'Group']).setAllowInvalid(false).build();
      const cell = book.getSheets()[0].getRange('B3').setDataValidation(rule);`;
    expect(
      runInSheet(at, `${rule} return [cell.setValue('Group').getValue(), String(cell.getDataValidation().getCriteriaType())];`),
    ).toEqual(['Group', 'VALUE_IN_LIST']);
    expect(() => runInSheet(at, `${rule} cell.setValue('Team')`)).toThrow(
      'The data you entered in cell B3 violates the data validation rules set on this cell.',
    );
  });

  test('keeps notes, formats and validations apart from contents', () => {
    const at = sheetWorld();
    expect(
      runInSheet(
        at,
        `const cell = book.getSheets()[0].getRange('A1').setValue('x').setNote('why').setFontWeight('bold').setNumberFormat('0.00');
         cell.clearContent();
         const kept = [cell.getValue(), cell.getNote(), cell.getFontWeight(), cell.getNumberFormat()];
         cell.clearFormat().clearNote();
         return [kept, [cell.getNote(), cell.getFontWeight(), cell.getNumberFormat()]];`,
      ),
    ).toEqual([
      ['', 'why', 'bold', '0.00'],
      ['', 'normal', '0.###############'],
    ]);
  });

  test('knows where it is', () => {
    expect(
      runInSheet(
        sheetWorld(),
        `const range = book.getSheets()[0].getRange(2, 3, 4, 2);
         return [range.getA1Notation(), range.getRow(), range.getLastRow(), range.getColumn(), range.getNumColumns(), range.getCell(1, 2).getA1Notation(), range.offset(1, 0, 1).getA1Notation(), range.getSheet().getName()];`,
      ),
    ).toEqual(['C2:D5', 2, 5, 3, 2, 'D2', 'C3:D3', 'Sheet1']);
  });

  test.each([
    `book.getActiveSheet().getRange('A1').setValue({})`,
    `book.getActiveSheet().appendRow([{}])`,
    `book.insertSheet('x', { template: book.getActiveSheet() })`,
  ])('fails the execution at a value that is not simulated, also when the script catches it: %s', (call) => {
    expect(() => runInSheet(sheetWorld(), `try { ${call} } catch (e) {} return 1`)).toThrow('is not simulated');
  });

  test('throws at a member that is not simulated, and lets none be replaced', () => {
    expect(() => runInSheet(sheetWorld(), `book.getSheets()[0].getRange('A1').setBorder(true)`)).toThrow(
      'simulator: Range.setBorder is not simulated',
    );
    expect(() => runInSheet(sheetWorld(), `'use strict'; book.getId = () => 'x'`)).toThrow('cannot be assigned');
  });
});
