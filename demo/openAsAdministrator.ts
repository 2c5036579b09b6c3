import { Sidebar } from '../simulator/host/Sidebar';
import type { Company } from './makeCompany';

/** The administrator opens the add-on beside their own Sheet. */
export const openAsAdministrator = (company: Company): Sidebar =>
  openBeside(company, company.administrator.id, company.administratorFile.id);

/** Somebody opens the add-on beside a Sheet of theirs. */
export const openBeside = ({ project }: Company, userId: string, spreadsheetId: string): Sidebar =>
  Sidebar.open(project, { userId, spreadsheetId, locale: 'en-GB', timeZone: 'Europe/Berlin' });
