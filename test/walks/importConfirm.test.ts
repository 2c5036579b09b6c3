import { forgeSend, onlyRequest } from '../support/forgeClick';
import { importCompany, mapColumn, previewImport, readImport } from '../support/importHands';

const header = ['Email', 'Department', 'Title'];
const rows = [
  ['sam@acme.test', 'Sales', 'Head'],
  ['sue@acme.test', 'Sales', 'Second'],
];

describe('I28: an import that takes much away', () => {
  const overwriting = (groups: number) => {
    const { company, sidebar } = importCompany([
      ['Email', 'Google Groups'],
      ['sam@acme.test', 'team@acme.test'],
    ]);
    for (let number = 0; number < groups; number += 1) {
      company.world.directory.addGroup({ email: `group${number}@acme.test`, name: `Group ${number}` });
      company.world.directory.addMember(`group${number}@acme.test`, { email: 'sam@acme.test' });
    }
    readImport(sidebar);
    mapColumn(sidebar, 'Email', 'Primary address');
    mapColumn(sidebar, 'Google Groups', 'Communication groups');
    sidebar.toggle('Overwrite Communication groups', true);
    previewImport(company, sidebar);
    sidebar.press('Send approval request');
    return { company, sidebar };
  };

  it('is sent after its number was typed, and not before', () => {
    const { company, sidebar } = overwriting(23);
    expect(sidebar.text()).toContain('23 roles and memberships will be taken away. Type this number to go on.');
    sidebar.press('Confirm');
    expect(sidebar.text()).toContain('this number was not typed');
    sidebar.back();
    sidebar.type('How many are taken away', '32');
    sidebar.press('Confirm');
    expect(sidebar.text()).toContain('this number was not typed');
    expect(onlyRequest(company).s).toBe('prepared');
    sidebar.back();
    sidebar.type('How many are taken away', '23');
    sidebar.press('Confirm');
    expect(sidebar.text()).toContain('Status: Waiting for approval');
  });

  it('is not sent by a click that no card made, either', () => {
    const { company } = overwriting(23);
    forgeSend(company);
    expect(onlyRequest(company).s).toBe('prepared');
  });

  it('needs no number when it takes little away', () => {
    const { sidebar } = overwriting(3);
    expect(sidebar.text()).not.toContain('Type this number');
    sidebar.press('Confirm');
    expect(sidebar.text()).toContain('Status: Waiting for approval');
  });
});

describe('after the preview', () => {
  it('the choices can be changed and previewed again, out of the same reading; once sent, the rows lie nowhere any more', () => {
    const { company, sidebar } = importCompany([header, ...rows]);
    readImport(sidebar);
    mapColumn(sidebar, 'Email', 'Primary address');
    mapColumn(sidebar, 'Department', 'Department');
    previewImport(company, sidebar);
    sidebar.back();
    sidebar.back();
    mapColumn(sidebar, 'Title', 'Job title');
    previewImport(company, sidebar);
    expect(sidebar.text()).toContain('Job title: nothing → “Head”');
    const exchange = (): string => {
      const tab = company.world.drive.spreadsheets
        .find(({ title }) => title === 'Roster workbook')!
        .tabs.find(({ name }) => name === 'Exchange')!;
      return JSON.stringify([...tab.grid.cellsIn({ row: 1, column: 1, rows: tab.grid.rows, columns: 3 })]);
    };
    expect(exchange()).toContain('Second');
    sidebar.press('Send approval request');
    sidebar.press('Confirm');
    company.scheduler.runNext();
    expect(exchange()).not.toContain('Second');
    expect(sidebar.text()).toContain('Status: Waiting for approval');
    const again = company.open(company.admin);
    again.press('Import users');
    expect(again.text()).toContain('Step 1 of 3');
    expect(company.troubles()).toEqual([]);
  });
});
