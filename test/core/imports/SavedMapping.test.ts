import { importFields } from '../../../src/core/imports/importFields';
import { applyMapping, decodeSavedMapping, mappingToSave, type SavedMapping } from '../../../src/core/imports/SavedMapping';
import { readImportTable } from '../../../src/core/imports/readImportTable';

const fields = importFields({ customFields: [], roles: [], accessGroups: [] });

const columnsOf = (...header: string[]) => {
  const table = readImportTable([header, header.map((_, index) => (index === 0 ? 'sam@acme.test' : 'x'))], fields);
  if (!table.ok) throw new Error(table.problem.code);
  return table.value.columns;
};

const mapping: SavedMapping['columns'] = [
  { title: 'Email', field: 'address' },
  { title: 'Phone (work)', field: 'workPhone' },
  { title: 'Google Groups', field: 'communicationGroups', overwrite: true },
];

describe('I9: a saved mapping', () => {
  it.each([
    ['the same headers', ['Email', 'Phone (work)', 'Google Groups'], ['0 address', '1 workPhone', '2 communicationGroups!'], []],
    ['another order and case', ['EMAIL', 'google groups', 'phone (WORK)'], ['0 address', '1 communicationGroups!', '2 workPhone'], []],
    ['a header that is alike', ['Email', 'Phone (home)', 'Google Groups'], ['0 address', '2 communicationGroups!'], ['Phone (work)']],
    [
      'a header twice: the first one',
      ['Email', 'Google Groups', 'Google Groups'],
      ['0 address', '1 communicationGroups!'],
      ['Phone (work)'],
    ],
  ])('on %s', (_what, header, mapped, gone) => {
    const applied = applyMapping(mapping, columnsOf(...header), fields);
    expect(applied.columns.map(({ column, field, overwrite }) => `${column} ${field}${overwrite === true ? '!' : ''}`)).toEqual(mapped);
    expect(applied.gone).toEqual(gone.length === 0 ? [] : [{ code: 'saved.columnsGone', data: { columns: gone } }]);
  });

  it('never reaches a column of passwords, nor a field that is gone', () => {
    const saved: SavedMapping['columns'] = [
      { title: 'Email', field: 'address' },
      { title: 'Password', field: 'nickname' as never },
      { title: 'Role', field: 'role/7' },
    ];
    expect(applyMapping(saved, columnsOf('Email', 'Password', 'Role'), fields)).toEqual({
      columns: [{ column: 0, title: 'Email', field: 'address' }],
      gone: [
        { code: 'saved.columnsGone', data: { columns: ['Password'] } },
        { code: 'saved.fieldsGone', data: { columns: ['Role'] } },
      ],
    });
  });

  it('of all its columns is itself; one without a header is not kept', () => {
    const columns = columnsOf('Email', '', 'Google Groups');
    const mapped = [
      { column: 0, title: 'Email', field: 'address' },
      { column: 1, title: 'Column B', field: 'title' as never },
      { column: 2, title: 'Google Groups', field: 'communicationGroups', overwrite: true },
    ] as const;
    const saved = mappingToSave(mapped, columns);
    expect(applyMapping(saved, columns, fields)).toEqual({ columns: [mapped[0], mapped[2]], gone: [] });
    const text = JSON.stringify({ name: 'A', savedAt: 1, columns: saved });
    expect(decodeSavedMapping('s', text)).toEqual({ id: 's', name: 'A', savedAt: 1, columns: saved });
    for (const other of ['', '{}', 'null', '{"name":"A","savedAt":1,"columns":[null]}', '{"name":1,"savedAt":1,"columns":[]}']) {
      expect(decodeSavedMapping('s', other)).toBeUndefined();
    }
  });
});
