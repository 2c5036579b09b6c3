import { scriptValue } from '../../../simulator/appsscript/spreadsheet/cellValue';
import { loadTargetsCsv } from '../../../simulator/loaders/loadTargetsCsv';
import { World } from '../../../simulator/World';

test('a targets CSV becomes a sheet: blank lines stay in place, cells are read as typed, errors are errors', () => {
  const world = new World();
  world.directory.addCustomer({ domains: ['example.com'] });
  const { id } = world.directory.addUser({ primaryEmail: 'admin@example.com' });
  const { file, loaded } = loadTargetsCsv(world, 'Target,Since\nann@example.com,2026-03-02\n\n/Sales/EMEA,\n#N/A,7', {
    ownerId: id,
    title: 'Targets March',
  });
  expect(loaded).toBe(3);
  const { grid } = file.tab('Targets')!;
  const values = [1, 2, 3, 4, 5].map((row) => [1, 2].map((column) => scriptValue(file, grid.cell(row, column))));
  expect(values).toEqual([
    ['Target', 'Since'],
    ['ann@example.com', new Date(Date.UTC(2026, 2, 2))],
    ['', ''],
    ['/Sales/EMEA', ''],
    ['#N/A', 7],
  ]);
});
