import * as fs from 'node:fs';
import * as path from 'node:path';
import { inWords } from '../../../src/core/base/inWords';
import { autoMap } from '../../../src/core/imports/autoMap';
import { checkRows } from '../../../src/core/imports/checkRows';
import { importFields } from '../../../src/core/imports/importFields';
import { parseCsv } from '../../../src/core/imports/parseCsv';
import { readImportTable } from '../../../src/core/imports/readImportTable';
import { decodeBytes } from '../../../src/page/decodeBytes';

const folder = path.resolve(__dirname, '../../fixtures/import');
const files = fs.readdirSync(folder).filter((name) => /\.[ct]sv$/.test(name));
const messages = JSON.parse(fs.readFileSync(path.join(folder, 'messages.json'), 'utf8')) as Record<string, readonly string[]>;

const fields = importFields({ customFields: [], roles: [], accessGroups: [] });

/** What somebody is told about a file whose columns are mapped as Auto-map proposes. */
const said = (name: string): string[] => {
  const grid = parseCsv(decodeBytes(new Uint8Array(fs.readFileSync(path.join(folder, name)))));
  const table = grid.ok ? readImportTable(grid.value.rows, fields) : grid;
  if (!table.ok) return [inWords(table.problem)];
  const { columns, rows } = table.value;
  const mapped = autoMap(columns, rows.length, fields).flatMap((one) =>
    'field' in one ? [{ column: one.column, title: columns.find(({ column }) => column === one.column)!.title, field: one.field }] : [],
  );
  return checkRows(table.value, { method: 'update', columns: mapped }).faults.map(
    ({ address, column, problem }) => `${address}${column === '' ? '' : `, ${column}`}: ${inWords(problem)}`,
  );
};

describe('files that people send', () => {
  it('are more than forty, each with its message', () => {
    expect(Object.keys(messages).sort()).toEqual(files.sort());
    expect(files.length).toBeGreaterThan(40);
  });

  it.each(files)('%s is answered with what is wrong, where, and what to do', (name) => {
    expect(said(name)).toEqual(messages[name]);
  });
});
