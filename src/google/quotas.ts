import { unitCosts, type QuotaCost } from '../core/plan/quotas';
import type { OperationId } from './operations';

/** What a call of the People API is charged; the others have no quota that a run could come near. */
const COSTS: Partial<Readonly<Record<OperationId, QuotaCost>>> = {
  'people.people.connections.list': unitCosts.readContacts,
  'people.people.get': unitCosts.readContacts,
  'people.people.getBatchGet': unitCosts.readContacts,
  'people.people.createContact': unitCosts.writeContact,
  'people.people.batchCreateContacts': unitCosts.writeBatch,
  'people.people.updateContact': unitCosts.writeContact,
  'people.people.batchUpdateContacts': unitCosts.writeBatch,
  'people.people.batchDeleteContacts': unitCosts.deleteBatch,
  'people.contactGroups.list': unitCosts.readGroups,
  'people.contactGroups.get': unitCosts.readGroups,
  'people.contactGroups.create': unitCosts.writeGroup,
  'people.contactGroups.update': unitCosts.writeGroup,
  'people.contactGroups.members.modify': unitCosts.writeGroup,
  'people.contactGroups.delete': unitCosts.writeGroup,
};

export const costOf = (operation: OperationId): QuotaCost => COSTS[operation] ?? {};
