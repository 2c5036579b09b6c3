import type { Sidebar } from '../../simulator/host/Sidebar';
import { fileCalled, linesBelow, openTargets, readyCompany, search } from './hands';
import type { CompanyOptions, RosterCompany } from './rosterCompany';

export interface Staff {
  readonly company: RosterCompany;
  readonly sidebar: Sidebar;
}

/**
 * A company with people in ten units below /Staff: p00000@acme.test and so on, some of them called Zamora. All but a few are
 * suspended, so that a preview of all of them asks Google for few.
 */
export const staffOf = (people: number, options: CompanyOptions = {}): Staff => {
  const company = readyCompany(options);
  for (let index = 0; index < people; index += 1) {
    const number = String(index).padStart(5, '0');
    company.world.directory.addUser({
      primaryEmail: `p${number}@acme.test`,
      name: { givenName: `Person${number}`, familyName: index % 4000 === 7 ? 'Zamora' : 'Staff' },
      orgUnitPath: `/Staff/Unit ${index % 10}`,
      suspended: index % 500 !== 0,
    });
  }
  return { company, sidebar: company.open(company.admin) };
};

/** From home to the card that asks for everybody below /Staff. */
export const askForStaff = (sidebar: Sidebar): void => {
  openTargets(sidebar);
  search(sidebar, 'Organizational units', '/Staff');
  sidebar.choose('1–11 of 11', 'Organizational unit: /Staff (Staff)');
  sidebar.press('Add selected');
  sidebar.press('Next');
};

export const addressesOn = (sidebar: Sidebar, heading: string): string[] =>
  linesBelow(sidebar, heading).flatMap((line) => /\S+@\S+(?= \()/.exec(line)?.[0] ?? []);

/** Rows of a tab below its header, as texts. */
export const rowsOf = (company: RosterCompany, title: string, tab: string): string[][] => {
  const grid = fileCalled(company, title).tab(tab)?.grid;
  if (grid === undefined) return [];
  return Array.from({ length: Math.max(0, grid.lastRow - 1) }, (_, row) =>
    Array.from({ length: grid.columns }, (__, column) => String(grid.cell(row + 2, column + 1)?.value ?? '')),
  );
};

/** What the operator stored of the request that was prepared. */
export const intentOf = (company: RosterCompany): { readonly targetIds: readonly string[] } => {
  const parts = rowsOf(company, 'Roster ledger', 'Documents').filter(([id]) => id!.startsWith('intent.'));
  parts.sort((a, b) => Number(a[1]) - Number(b[1]));
  return JSON.parse(parts.map(([, , text]) => text!.slice(1)).join('')) as { targetIds: string[] };
};

/** Parcels that are still known or still take room. */
export const parcelsLeft = (company: RosterCompany): string[] => [
  ...Object.keys(company.project.scriptProperties.entries()).filter((key) => key.startsWith('parcel.')),
  ...rowsOf(company, 'Roster workbook', 'Exchange').map(([id]) => id!),
];
