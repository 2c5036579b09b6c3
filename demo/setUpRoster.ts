import type { PreApproval } from '../src/core/approvals/PreApproval';
import { Sidebar } from '../simulator/host/Sidebar';
import type { Company } from './makeCompany';
import { withSampleOfficers } from './sampleOfficers';

/** Addresses that the operator fills in beside the administrator's. */
export interface Appointed {
  readonly administrators?: readonly string[];
  /** The first Security Officers. */
  readonly officers?: readonly string[];
}

/** The operator opens the sidebar and fills in the set-up card. */
export function setUpRoster(company: Company, { administrators = [], officers = [] }: Appointed = {}): Sidebar {
  const sidebar = Sidebar.open(company.project, { userId: company.operator.id, spreadsheetId: company.operatorFile.id, locale: 'en-GB' });
  sidebar.press('Set up Roster');
  sidebar.type('Service account', company.serviceAccount);
  sidebar.type('Web app address (optional)', company.webAppUrl);
  sidebar.type('Administrators who will use Roster (optional)', [company.administrator.primaryEmail, ...administrators].join(', '));
  if (officers.length > 0) sidebar.type('Security Officers (two or more)', officers.join(', '));
  sidebar.press('Set up');
  if (company.project.scriptProperties.get('operator') === undefined) throw new Error(`Set-up did not end:\n${sidebar.text()}`);
  return sidebar;
}

/**
 * The sample company's own pre-approval: two of its Security Officers let the administrator copy contacts within their domains for a
 * year. It exists in this fixture only; a fresh installation has none.
 */
export function grantPreApproval(company: Company): void {
  const { world, administrator, project } = company;
  const customer = world.directory.customer(administrator.customerId);
  const record: PreApproval = {
    id: 'sample',
    madeBy: 'officer-one',
    confirmedBy: 'officer-two',
    requesterIds: [administrator.id],
    workflowTypes: ['onboard', 'modify'],
    actionKinds: ['copyContacts'],
    scope: { domains: customer.domains.map((domain) => domain.domainName) },
    caps: { targets: 20_000, contactsPerTarget: 25_000, deletions: 0 },
    until: world.clock.now() + 365 * 24 * 60 * 60 * 1000,
  };
  project.scriptProperties.set({ ...withSampleOfficers(), [`preApproval.${record.id}`]: JSON.stringify(record) });
}
