import { askForCopy, chooseSource, chooseTargets } from '../support/askForCopy';
import { linesBelow, readyCompany } from '../support/hands';
import type { Sidebar } from '../../simulator/host/Sidebar';
import type { RosterCompany } from '../support/rosterCompany';

const withTags = (company: RosterCompany, sidebar: Sidebar, name: string, tags: string): void => {
  chooseTargets(sidebar, { name });
  sidebar.back();
  sidebar.back();
  sidebar.back();
  sidebar.type('Tags (optional)', tags);
  sidebar.press('Next');
  sidebar.press('Next');
  sidebar.press('Proceed to actions');
  chooseSource(company, sidebar);
  sidebar.press('Preview');
  company.waitFor(sidebar, /Preview ready/);
};

describe('S50: tags', () => {
  it('are words between commas; too many or too long ones are named at their field', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    sidebar.press('New workflow');
    sidebar.type('Name (required)', 'Fair');
    sidebar.choose('Type (required)', 'Modify: users who are already there');
    sidebar.type('Tags (optional)', 'a, b, c, d, e, f');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Keep at most 5 tags.');
    sidebar.type('Tags (optional)', 'autumn without any comma');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Shorten each tag to 20 characters');
    sidebar.type('Tags (optional)', ' Fair , fair, EMEA');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Step 2 of 3');
    const later = company.open(company.admin);
    later.press('Fair', { near: 'Draft' });
    expect(later.text()).toContain('Tags (optional): {Fair, EMEA}');
    expect(company.troubles()).toEqual([]);
  });

  it('stand in the list, in the record and in the workbook, and narrow the list', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    withTags(company, sidebar, 'Autumn fair', 'Fair, R&D');
    expect(sidebar.text()).toContain('Tags: Fair, R&D');
    sidebar.press('Home');
    withTags(company, sidebar, 'Spring fair', 'fair');
    sidebar.press('Home');
    askForCopy(company, sidebar, { name: 'No tag' });
    sidebar.press('Home');
    const listed = () =>
      linesBelow(sidebar, 'Needs attention').flatMap((line) => /\[(Autumn fair|Spring fair|No tag)\]/.exec(line)?.[1] ?? []);
    expect(listed()).toEqual(['No tag', 'Spring fair', 'Autumn fair']);
    expect(sidebar.text()).toContain('#Fair #R&D');
    sidebar.choose('Tag', 'fair');
    expect(listed()).toEqual(['Spring fair', 'Autumn fair']);
    sidebar.press('Refresh');
    expect(listed()).toEqual(['Spring fair', 'Autumn fair']);
    sidebar.choose('Tag', 'R&D');
    expect(listed()).toEqual(['Autumn fair']);
    sidebar.choose('Tag', 'All requests');
    expect(listed()).toHaveLength(3);
    const requests = company.world.drive.spreadsheets.find((file) => file.title === 'Roster workbook')!.tab('Requests')!.grid;
    const cells = Array.from({ length: requests.lastColumn }, (_, index) => String(requests.cell(2, index + 1)?.value ?? ''));
    expect(cells).toContain('Fair, R&D');
    expect(company.troubles()).toEqual([]);
  });

  it('without any there is nothing to choose', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar);
    sidebar.press('Home');
    expect(sidebar.text()).not.toContain('All requests');
  });
});
