import type { Sidebar } from '../../simulator/host/Sidebar';
import { officerCompany, type OfficerCompany } from './officers';
import type { CompanyOptions } from './rosterCompany';

/** An administrator beside a Sheet with these cells; olga@ and otto@ are officers. */
export const importCompany = (cells: readonly (readonly unknown[])[], options: CompanyOptions = {}) => {
  const company = officerCompany(options);
  if (cells.length > 0) company.world.drive.edit(company.sheet.id, company.sheet.tabs[0]!.name, 'A1', cells as string[][]);
  return { company, sidebar: company.open(company.admin) };
};

/** From home to the first card of a new import. */
export const openImport = (sidebar: Sidebar, { name = 'New phones', method = 'Update' }: { name?: string; method?: string } = {}): void => {
  sidebar.press('Import users');
  if (sidebar.text().includes('There is a draft')) sidebar.press('Start a new one');
  sidebar.type('Name (required)', name);
  sidebar.choose('Method', methods[method]!);
};

const methods: Readonly<Record<string, string>> = {
  Update: 'Update: users who are there; nobody is created',
  Create: 'Create: who is not there; nobody is changed',
  'Create or update': 'Create or update: whoever is not there is created',
};

/** From home to the card of columns, with the tab of the open Sheet. */
export const readImport = (sidebar: Sidebar, options: Parameters<typeof openImport>[1] = {}): void => {
  openImport(sidebar, options);
  sidebar.press('Read this tab');
  sidebar.press('Next');
};

/** Maps one column by hand, from the card of columns and back to it. */
export const mapColumn = (sidebar: Sidebar, title: string, field: string): void => {
  // The line's text is the field, its top label the column.
  sidebar.press(lineOf(sidebar, title), { near: title });
  sidebar.choose('Field', field);
  sidebar.press('Save');
};

export const lineOf = (sidebar: Sidebar, title: string): string => {
  const line =
    sidebar
      .text()
      .split('\n')
      .find((one) => one.startsWith(`${title}: `)) ?? '';
  const found = /\[([^\]]*)\]/.exec(line)?.[1];
  if (found === undefined) throw new Error(`no column “${title}” in:\n${sidebar.text()}`);
  return found;
};

/** From the card of columns to the request's card, looked at by the operator. */
export const previewImport = (company: OfficerCompany, sidebar: Sidebar): void => {
  sidebar.press('Next');
  sidebar.press('Preview');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
};
