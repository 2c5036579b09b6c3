import { fileCalled, linesBelow, openTargets, sweepNow } from '../support/hands';
import { changePolicy, officerCompany } from '../support/officers';

/** plain@ may ask for a year, and has the Sheet with these rows. */
const delegateAt = (rows: readonly (readonly string[])[]) => {
  const company = officerCompany();
  const { world, plain, sheet } = company;
  changePolicy(company, () => ({
    delegates: [{ userId: plain.id, email: plain.primaryEmail, until: world.clock.now() + 300 * 86_400_000 }],
  }));
  company.project.scriptProperties.set({ pending: '1' });
  sweepNow(company);
  world.drive.edit(sheet.id, sheet.tabs[0]!.name, 'A1', rows as string[][]);
  const sidebar = company.open(plain);
  openTargets(sidebar);
  sidebar.press('Choose cells');
  return { company, sidebar };
};

const rows = [['Targets'], ['sam@acme.test'], ['/IT'], ['nobody@acme.test'], ['not an address'], ['sam@acme.test']];

describe('S12, S43: a delegate takes targets from a Sheet', () => {
  it('its cells are looked up by the operator; read again, they are chosen, and what cannot be resolved is named', () => {
    const { company, sidebar } = delegateAt(rows);
    sidebar.press('Read column');
    expect(sidebar.text()).toMatch(/Roster looks the cells up for you, at .* at the latest\. Press “Read column” again then\./);
    expect(linesBelow(sidebar, 'What was read')).toEqual([]);
    sidebar.press('Read column');
    expect(Object.keys(company.project.scriptProperties.entries()).filter((key) => key.startsWith('question.'))).toHaveLength(1);
    sweepNow(company);
    sidebar.press('Read column');
    expect(sidebar.notification).toBe('2 entries added.');
    expect(sidebar.text()).toContain('5 cells, 2 entries added, 1 chosen before or named twice, 2 cells not understood.');
    expect(sidebar.text()).toContain('A4');
    expect(sidebar.text()).toContain('A5');
    sidebar.press('Back to targets');
    expect(linesBelow(sidebar, 'Chosen').map((line) => line.slice(0, 24))).toEqual(['User: sam@acme.test [×]', 'Organizational unit: [/I']);
    expect(company.troubles()).toEqual([]);
  });

  it('the page that the card links to looks them up at once, for whoever asked', () => {
    const { sidebar } = delegateAt(rows);
    sidebar.press('Read column');
    sidebar.press('Look them up now');
    const page = sidebar.browse();
    const id = new URL(sidebar.openedLinks.at(-1)!.url).searchParams.get('request');
    expect((page.run('showPage', id).value as { title: string }).title).toBe('The cells were looked up.');
    sidebar.press('Read column');
    expect(sidebar.notification).toBe('2 entries added.');
  });

  it('what somebody alters on its way, there or back, is refused', () => {
    const { company, sidebar } = delegateAt(rows);
    const workbook = fileCalled(company, 'Roster workbook');
    const alter = (from: string, to: string): void => {
      const { grid } = workbook.tab('Exchange')!;
      const row = Array.from({ length: grid.lastRow }, (_, index) => index + 1).find((at) =>
        String(grid.cell(at, 3)?.value).includes(from),
      )!;
      const text = String(grid.cell(row, 3)!.value).split(from).join(to);
      company.world.drive.edit(workbook.id, 'Exchange', `C${row}`, [[{ text }]]);
    };
    sidebar.press('Read column');
    alter('sam@acme.test', 'eve@acme.test');
    sweepNow(company);
    sidebar.press('Read column');
    expect(sidebar.text()).toContain('was altered on its way');
    sidebar.press('Read column');
    sweepNow(company);
    alter(company.sam.id, company.eve.id);
    sidebar.press('Read column');
    expect(sidebar.text()).toContain('was altered on its way');
    sidebar.press('Read column');
    sweepNow(company);
    sidebar.press('Read column');
    expect(sidebar.notification).toBe('2 entries added.');
    sidebar.press('Back to targets');
    expect(sidebar.text()).not.toContain('User: eve@acme.test');
  });
});
