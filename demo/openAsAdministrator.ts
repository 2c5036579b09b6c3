import { Sidebar } from '../simulator/host/Sidebar';
import type { Company } from './makeCompany';

/** The administrator opens the add-on beside their own Sheet. */
export const openAsAdministrator = (company: Company): Sidebar =>
  Sidebar.open(company.project, {
    userId: company.administrator.id,
    spreadsheetId: company.administratorFile.id,
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
  });
