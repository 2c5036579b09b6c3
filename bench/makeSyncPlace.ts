import { makeSync } from '../demo/makeSync';
import { WebVisitor } from '../simulator/appsscript/WebVisitor';
import type { Policy } from '../src/core/approvals/Policy';
import { decodeEntry } from '../src/core/approvals/RequestEntry';
import { MY_CONTACTS } from '../src/core/contacts/ContactGroup';
import { Sidebar } from '../simulator/host/Sidebar';
import { setUpRoster, waitFor } from './copyOnce';
import { contactOf, makeWorkplace, TARGETS_UNIT, type Workplace } from './makeWorkplace';
import type { QuotaSet } from './workloads';

export const SYNC_NAME = 'Customers';

/** A workplace whose source has all its contacts under a label, and a contact sync of it that was approved and fills the next night. */
export interface SyncPlace extends Workplace {
  readonly label: string;
  /** A new contact of the source under the label. */
  readonly addContact: (index: number) => void;
}

export const openAsAdministrator = ({ project, administrator, sheet }: Workplace): Sidebar =>
  Sidebar.open(project, { userId: administrator.id, spreadsheetId: sheet.id, locale: 'en-GB' });

/** The officer approves the one request that is there. */
const approve = ({ project }: Workplace, officerId: string): void => {
  const [found] = Object.entries(project.scriptProperties.entries()).filter(([key]) => key.startsWith('request.'));
  const id = found?.[0].slice('request.'.length) ?? '';
  const { digest = '' } = decodeEntry(id, found?.[1] ?? '') ?? {};
  const page = WebVisitor.open(project, { visitorUserId: officerId, query: { request: id } });
  page.run('decide', id, digest, 'approve', '');
};

export const makeSyncPlace = (targets: number, contacts: number, quotas: QuotaSet): SyncPlace => {
  const bare = makeWorkplace({ targets, contacts: 0 }, quotas);
  const { world, project, operator, source } = bare;
  setUpRoster(bare);
  const { id: userId, primaryEmail: email } = world.directory.addUser({ primaryEmail: 'officer@acme.test' });
  const policy: Policy = { version: 1, officers: [{ userId, email, appointedAt: 0 }], needed: 1, notify: [], delegates: [] };
  project.scriptProperties.set({ policy: JSON.stringify(policy) });
  project.deployWebApp({ by: operator.id });
  const { resourceName } = world.people.addContactGroup(source.id, SYNC_NAME);
  const memberships = [resourceName, MY_CONTACTS].map((contactGroupResourceName) => ({
    contactGroupMembership: { contactGroupResourceName },
  }));
  const place: SyncPlace = {
    ...bare,
    label: SYNC_NAME,
    addContact: (index) => void world.people.addContact(source.id, { ...contactOf(index), memberships }),
  };
  for (let index = 0; index < contacts; index += 1) place.addContact(index);
  const sidebar = openAsAdministrator(place);
  makeSync(place, sidebar, SYNC_NAME, TARGETS_UNIT, () => undefined);
  approve(place, userId);
  waitFor(place, sidebar, /Status: (Done|Partly done|Failed|Stopped)/);
  if (!sidebar.text().includes('Status: Done')) throw new Error(`no contact sync was made:\n${sidebar.text()}`);
  return place;
};
