import { CURRENT_ONLY, runInSheet, sheetWorld, SPREADSHEETS } from '../../support/sheetScript';

const NO_ACCESS = 'You do not have permission to access the requested document.';

describe('SpreadsheetApp', () => {
  test('gives a card the spreadsheet it stands beside, or none where that is set', () => {
    const active = `return SpreadsheetApp.getActiveSpreadsheet() && SpreadsheetApp.getActiveSpreadsheet().getName()`;
    expect(runInSheet(sheetWorld(), active)).toBe('Plan');
    expect(runInSheet(sheetWorld(), active, { settings: { activeSpreadsheetInCards: 'none' } })).toBeNull();
  });

  test('creates so many spreadsheets a day for one person', () => {
    const at = sheetWorld();
    expect(at.world.drive.creations.limit).toBe(3200);
    at.world.drive.creations.limit = 1;
    const create = (as: string) => runInSheet(at, `return SpreadsheetApp.create('x').getName()`, { as });
    at.world.drive.share(at.file.id, at.other, 'reader');
    expect([create(at.owner), create(at.other)]).toEqual(['x', 'x']);
    expect(() => create(at.owner)).toThrow('Service invoked too many times for one day: spreadsheet create.');
    at.world.clock.advance(24 * 3_600_000);
    expect(create(at.owner)).toBe('x');
  });

  test('creates a spreadsheet that belongs to the person it runs as, and to nobody else', () => {
    const at = sheetWorld();
    const id = runInSheet(at, `return SpreadsheetApp.create('Ledger', 50, 5).getId()`);
    const file = at.world.drive.spreadsheet(id as string)!;
    expect(file).toMatchObject({ title: 'Ledger', ownerId: at.owner, access: [] });
    expect([file.tabs[0]!.name, file.tabs[0]!.grid.rows, file.tabs[0]!.grid.columns]).toEqual(['Sheet1', 50, 5]);
  });

  test('opens by id and address only what is shared with the person it runs as', () => {
    const at = sheetWorld();
    expect(runInSheet(at, `return [book.getName(), SpreadsheetApp.openByUrl(book.getUrl() + '#gid=0').getId() === id]`)).toEqual([
      'Plan',
      true,
    ]);
    expect(() => runInSheet(at, '', { as: at.other })).toThrow(NO_ACCESS);
    at.world.drive.share(at.file.id, at.other, 'reader');
    expect(runInSheet(at, `return book.getName()`, { as: at.other })).toBe('Plan');
  });

  test('says when the document is missing or the id cannot be one', () => {
    const at = sheetWorld();
    const gone = at.world.drive.createSpreadsheet({ ownerId: at.owner, title: 'Gone' }).id;
    at.world.drive.trash(gone);
    expect(runInSheet(at, `return SpreadsheetApp.openById('${gone}').getName()`)).toBe('Gone');
    at.world.drive.delete(gone);
    expect(() => runInSheet(at, `SpreadsheetApp.openById('${gone}')`)).toThrow(`Document ${gone} is missing (perhaps it was deleted?)`);
    expect(() => runInSheet(at, `SpreadsheetApp.openById('nonsense')`)).toThrow(
      'Unexpected error while getting the method or property openById',
    );
    expect(() => runInSheet(at, `SpreadsheetApp.openById(null)`)).toThrow(
      "The parameters (null) don't match the method signature for SpreadsheetApp.openById.",
    );
    expect(() => runInSheet(at, `SpreadsheetApp.openByUrl('https://example.com')`)).toThrow('Invalid argument: url');
  });

  test('lets a reader read and refuses every edit of theirs', () => {
    const at = sheetWorld({ tabs: [{ name: 'Sheet1', values: [['kept']] }] });
    at.world.drive.share(at.file.id, at.other, 'reader');
    expect(runInSheet(at, `return book.getSheets()[0].getRange('A1').getValue()`, { as: at.other })).toBe('kept');
    expect(() => runInSheet(at, `book.getSheets()[0].getRange('A1').setValue('x')`, { as: at.other })).toThrow('protected cell');
    expect(() => runInSheet(at, `book.insertSheet('x')`, { as: at.other })).toThrow('Action not allowed');
    expect(() => runInSheet(at, `book.addEditor('other@example.com')`, { as: at.other })).toThrow('Action not allowed');
    expect(at.file.tabs.map(({ name }) => name)).toEqual(['Sheet1']);
    expect(at.file.tabs[0]!.grid.cell(1, 1)?.value).toBe('kept');
  });

  test('loses access at the very next call when the sharing is withdrawn meanwhile', () => {
    const at = sheetWorld();
    at.world.drive.share(at.file.id, at.other, 'writer');
    at.world.faults.add({ at: 'Range.getValue', effect: { kind: 'meanwhile', do: () => at.world.drive.unshare(at.file.id, at.other) } });
    expect(() => runInSheet(at, `book.getSheets()[0].getRange('A1').getValue()`, { as: at.other })).toThrow(NO_ACCESS);
  });

  test('with spreadsheets.currentonly reaches the open spreadsheet and no other way to any', () => {
    const at = sheetWorld();
    expect(runInSheet(at, `return book.getSheets()[0].getRange('A1').setValue('x').getValue()`, { scopes: [CURRENT_ONLY] })).toBe('x');
    expect(() => runInSheet(at, `SpreadsheetApp.openById(id)`, { scopes: [CURRENT_ONLY] })).toThrow(
      `Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: ${SPREADSHEETS}`,
    );
    expect(() => runInSheet(at, `SpreadsheetApp.create('x')`, { scopes: [CURRENT_ONLY] })).toThrow(SPREADSHEETS);
  });

  test('has no active spreadsheet in a trigger or a web page', () => {
    const at = sheetWorld();
    const body = `return [SpreadsheetApp.getActiveSpreadsheet(), SpreadsheetApp.getActiveSheet(), SpreadsheetApp.getActiveRange(), SpreadsheetApp.getCurrentCell(), SpreadsheetApp.getSelection(), book.getActiveRange(), book.getActiveSheet().getName()]`;
    expect(runInSheet(at, body, { kind: 'trigger', open: null })).toEqual([null, null, null, null, null, null, 'Sheet1']);
    expect(runInSheet(at, body, { kind: 'webapp', open: null })).toEqual([null, null, null, null, null, null, 'Sheet1']);
  });

  test('gives the selection of the person at the keyboard', () => {
    const at = sheetWorld({ tabs: [{ name: 'One' }, { name: 'Two', values: [['a'], ['b'], ['c']] }] });
    at.world.drive.setSelection(at.owner, at.file.id, { sheet: 'Two', a1: 'A2:A3' });
    expect(
      runInSheet(
        at,
        `const range = SpreadsheetApp.getActiveRange();
         return [SpreadsheetApp.getActiveSheet().getName(), range.getA1Notation(), range.getValues(), SpreadsheetApp.getCurrentCell().getA1Notation(), SpreadsheetApp.getSelection().getActiveRange().getSheet().getName()];`,
      ),
    ).toEqual(['Two', 'A2:A3', [['b'], ['c']], 'A2', 'Two']);
  });

  test('moves the selection that the person sees', () => {
    const at = sheetWorld({ tabs: [{ name: 'One' }, { name: 'Two' }] });
    runInSheet(at, `SpreadsheetApp.setActiveSheet(SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Two')).getRange('B5').activate()`);
    expect(at.world.drive.selectionOf(at.owner, at.file.id)).toMatchObject({ tab: { name: 'Two' }, box: { row: 5, column: 2 } });
  });

  test('costs time for every call', () => {
    const at = sheetWorld();
    const before = at.world.clock.now();
    runInSheet(at, `const range = book.getSheets()[0].getRange('A1'); for (let i = 0; i < 10; i++) range.setValues([[i]]);`);
    expect(at.world.clock.now() - before).toBeGreaterThan(10 * at.world.latency.ofService('Range.setValues'));
  });

  test('stops a script that writes past its time, with the earlier writes kept', () => {
    const at = sheetWorld();
    expect(() =>
      runInSheet(at, `const sheet = book.getSheets()[0]; for (let i = 1; i <= 1000; i++) sheet.getRange(i, 1).setValues([[i]]);`),
    ).toThrow('Exceeded maximum execution time');
    const { lastRow } = at.file.tabs[0]!.grid;
    expect(lastRow).toBeGreaterThan(50);
    expect(lastRow).toBeLessThan(1000);
  });
});

describe('Spreadsheet', () => {
  test('inserts sheets after the active one, or where it is told, and makes them active', () => {
    const at = sheetWorld({ tabs: [{ name: 'One' }, { name: 'Two' }] });
    expect(
      runInSheet(
        at,
        `book.insertSheet('A'); book.insertSheet('B'); book.insertSheet('C', 0); book.insertSheet(); return [book.getSheets().map((sheet) => sheet.getName()), book.getActiveSheet().getName()]`,
        {
          open: null,
        },
      ),
    ).toEqual([['C', 'Sheet6', 'One', 'A', 'B', 'Two'], 'Sheet6']);
    expect(() => runInSheet(at, `book.insertSheet('one')`)).toThrow(
      'A sheet with the name "one" already exists. Please enter another name.',
    );
  });

  test('deletes a sheet, but not the last visible one', () => {
    const at = sheetWorld({ tabs: [{ name: 'One' }, { name: 'Two' }, { name: 'Three', hidden: true }] });
    runInSheet(at, `book.deleteSheet(book.getSheetByName('One'))`);
    expect(() => runInSheet(at, `book.deleteSheet(book.getSheetByName('Two'))`)).toThrow(
      "You can't remove all the visible sheets in a document.",
    );
    expect(at.file.tabs.map(({ name }) => name)).toEqual(['Two', 'Three']);
  });

  test('is shared by address or alias, with people of the directory and others', () => {
    const at = sheetWorld();
    at.world.directory.addAlias(at.other, 'otto@example.com');
    expect(
      runInSheet(
        at,
        `book.addEditors(['OTTO@example.com', 'guest@example.org']).addViewer('other@example.com');
         return [book.getEditors().map(String), book.getOwner().getEmail()]`,
      ),
    ).toEqual([['owner@example.com', 'other@example.com', 'guest@example.org'], 'owner@example.com']);
    expect(at.file.roleOf(at.other)).toBe('writer');
    expect(() => runInSheet(at, `book.addEditor('nobody')`)).toThrow('Invalid email: nobody');
  });

  test('knows its zone, and finds ranges across sheets', () => {
    const at = sheetWorld({ timeZone: 'Asia/Tokyo', tabs: [{ name: 'One' }, { name: 'My Data', values: [['x']] }] });
    expect(
      runInSheet(
        at,
        `return [book.getSpreadsheetTimeZone(), book.getRange("'My Data'!A1").getValue(), book.getSheetByName('Nope'), book.getNumSheets()]`,
      ),
    ).toEqual(['Asia/Tokyo', 'x', null, 2]);
    expect(() => runInSheet(at, `book.getRange('Nope!A1')`)).toThrow('Range not found');
  });
});
