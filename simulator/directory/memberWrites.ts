import { NO_CONTENT } from '../network/noContent';
import type { Operation, OperationCall } from '../network/Operation';
import { derivedMembers } from './derivedMembers';
import { conditionNotMet, invalidField, invalidInput, memberExists, missingField, resourceNotFound } from './directoryErrors';
import { directoryWrite } from './directoryOperation';
import type { GroupRecord, MemberRecord, MemberRole } from './DirectoryRecords';
import { findGroup } from './groupOperations';
import { directMember, presentMember } from './memberOperations';
import { callerOf, notAuthorized, requirePrivilege } from './privileges';

const SCOPES = ['admin.directory.group', 'admin.directory.group.member'];
const FIELDS = ['delivery_settings', 'email', 'etag', 'id', 'kind', 'role', 'status', 'type'];

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/members#Member */
const ROLES = ['MANAGER', 'MEMBER', 'OWNER'] as const;
const DELIVERY = ['ALL_MAIL', 'DAILY', 'DIGEST', 'DISABLED', 'NONE'] as const;

export const memberWrites: readonly Operation[] = [
  directoryWrite({
    id: 'directory.members.insert',
    verb: 'POST',
    path: 'groups/{groupKey}/members',
    scopes: SCOPES,
    fields: FIELDS,
    handle(call) {
      const group = changeableGroup(call);
      const { email, id, role = 'MEMBER', deliverySettings = 'ALL_MAIL' } = readMember(call);
      const key = id ?? email;
      if (key === undefined || key === '') throw missingField('memberKey');
      checkNewMember(call, group, key);
      const added = call.world.directory.addMember(group.id, { ...(id === undefined ? { email: key } : { id }), role });
      added.deliverySettings = deliverySettings;
      return { ...presentMember(call.world, added), delivery_settings: deliverySettings };
    },
  }),
  directoryWrite({
    id: 'directory.members.update',
    verb: 'PUT',
    path: 'groups/{groupKey}/members/{memberKey}',
    scopes: SCOPES,
    fields: FIELDS,
    handle(call) {
      const member = changeMember(call);
      member.deliverySettings = readMember(call).deliverySettings ?? member.deliverySettings;
      return { ...presentMember(call.world, member), delivery_settings: member.deliverySettings };
    },
  }),
  // "delivery_settings … is only supported by insert, update, and get."
  directoryWrite({
    id: 'directory.members.patch',
    verb: 'PATCH',
    path: 'groups/{groupKey}/members/{memberKey}',
    scopes: SCOPES,
    fields: FIELDS,
    handle: (call) => presentMember(call.world, changeMember(call)),
  }),
  directoryWrite({
    id: 'directory.members.delete',
    verb: 'DELETE',
    path: 'groups/{groupKey}/members/{memberKey}',
    scopes: SCOPES,
    handle(call) {
      const group = changeableGroup(call);
      const member = existingMember(call, group);
      group.members.splice(group.members.indexOf(member), 1);
      return NO_CONTENT;
    },
  }),
];

/** The group, when its members may be changed by hand; those of a dynamic group follow from its query. */
function changeableGroup(call: OperationCall): GroupRecord {
  const group = findGroup(call, call.path['groupKey'] ?? '');
  const caller = requirePrivilege(call, 'GROUPS_UPDATE');
  if (group.locked && !caller.isAdmin) throw notAuthorized();
  if (group.dynamic) throw conditionNotMet('Members of a dynamic group cannot be changed.');
  return group;
}

interface SentMember {
  readonly email?: string;
  readonly id?: string;
  readonly role?: MemberRole;
  readonly deliverySettings?: string;
}

function readMember({ body }: OperationCall): SentMember {
  const sent = body as Readonly<Record<string, unknown>>;
  const textOf = (name: string): string | undefined => {
    const value = sent[name];
    if (value !== undefined && value !== null && typeof value !== 'string') throw invalidField(name, 'TYPE_STRING', value);
    return value ?? undefined;
  };
  const oneOf = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const value = textOf(name);
    const hit = allowed.find((one) => one === value);
    if (value !== undefined && hit === undefined) throw invalidInput(name);
    return hit;
  };
  const [email, id, role, deliverySettings] = [textOf('email'), textOf('id'), oneOf('role', ROLES), oneOf('delivery_settings', DELIVERY)];
  return {
    ...(email === undefined ? {} : { email }),
    ...(id === undefined ? {} : { id }),
    ...(role === undefined ? {} : { role }),
    ...(deliverySettings === undefined ? {} : { deliverySettings }),
  };
}

function checkNewMember(call: OperationCall, group: GroupRecord, key: string): void {
  const { directory } = call.world;
  if (directMember(call.world, group, key) !== undefined) throw memberExists();
  const known = directory.find(key);
  const isOwn = known?.customerId === callerOf(call).customerId;
  if (known === undefined) {
    const [local = '', domain = '', ...more] = key.split('@');
    if (local === '' || domain === '' || more.length > 0)
      throw key.includes('@') ? invalidInput('memberKey') : resourceNotFound('memberKey');
    if (directory.customerOfDomain(domain)?.id === group.customerId) throw resourceNotFound('memberKey');
  }
  if (!isOwn && (group.security || !group.allowExternalMembers)) throw conditionNotMet('External members are not allowed.');
  const inner = known === undefined ? undefined : directory.groupById(known.id);
  if (inner === undefined) return;
  if (group.security && !inner.security) throw conditionNotMet('A security group only takes users and security groups.');
  const isCyclic = inner.id === group.id || derivedMembers(call.world, inner).some(({ id }) => id === group.id);
  if (isCyclic) throw conditionNotMet('Cyclic memberships not allowed', 'conditionNotMet', directory.settings.cyclicMembership);
}

function existingMember(call: OperationCall, group: GroupRecord): MemberRecord {
  const { directory } = call.world;
  const key = call.path['memberKey'] ?? '';
  const member = directMember(call.world, group, key);
  if (member !== undefined) return member;
  const isKnown = directory.find(key) !== undefined;
  throw !isKnown && directory.settings.unknownMember === 400 ? missingField('memberKey') : resourceNotFound('memberKey');
}

function changeMember(call: OperationCall): MemberRecord {
  const member = existingMember(call, changeableGroup(call));
  member.role = readMember(call).role ?? member.role;
  return member;
}
