import type { Sidebar } from '../../simulator/host/Sidebar';
import type { SheetTab } from '../../simulator/drive/SheetTab';
import { fileCalled, linesBelow } from './hands';
import type { RosterCompany } from './rosterCompany';

export interface ShownRow {
  readonly number: number;
  readonly by: string;
  readonly what: string;
  readonly subject: string;
  readonly details: string;
  readonly id: string;
  readonly table: string;
}

/** The ledger's tabs of the audit, by year. */
export const auditTabs = (company: RosterCompany): SheetTab[] =>
  fileCalled(company, 'Roster ledger')
    .tabs.filter(({ name }) => name.startsWith('Audit '))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

/** What stands in the ledger, by number. */
export const auditRows = (company: RosterCompany): ShownRow[] =>
  auditTabs(company)
    .flatMap(({ name, grid }) => {
      const header = Array.from({ length: grid.lastColumn }, (_, index) => String(grid.cell(1, index + 1)?.value));
      return Array.from({ length: Math.max(0, grid.lastRow - 1) }, (_, index) => {
        const cell = (column: string): string => String(grid.cell(index + 2, header.indexOf(column) + 1)?.value ?? '');
        return {
          number: Number(cell('number')),
          by: cell('by').replace('@acme.test', ''),
          what: cell('what'),
          subject: cell('subject'),
          details: cell('details'),
          id: cell('id'),
          table: name,
        };
      });
    })
    .sort((one, other) => one.number - other.number);

/** Who did what, in order. */
export const whoDidWhat = (company: RosterCompany): string[] => auditRows(company).map(({ by, what }) => `${by} ${what}`);

/** Presses "Verify audit" as the operator, and gives back what the card says of it. */
export const verifyAudit = (company: RosterCompany, sidebar: Sidebar = company.open(company.operator)): string => {
  sidebar.press('Settings');
  sidebar.press('Verify audit');
  return linesBelow(sidebar, 'Audit').join('\n');
};

/** Events that are not in the ledger. */
export const waitingEvents = ({ project }: RosterCompany): string[] =>
  Object.entries(project.scriptProperties.entries()).flatMap(([key, value]) => (key.startsWith('audit.') && value !== '' ? [key] : []));
