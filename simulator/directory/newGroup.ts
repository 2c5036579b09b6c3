import type { World } from '../World';
import type { GroupRecord } from './DirectoryRecords';

/** What is known of a group that is added. */
export interface NewGroup {
  email: string;
  name?: string;
  description?: string;
  id?: string;
  aliases?: string[];
  adminCreated?: boolean;
  security?: boolean;
  dynamic?: boolean;
  locked?: boolean;
  /** Default true. */
  allowExternalMembers?: boolean;
}

const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';

/** The record of a new group, without aliases and members. */
export function newGroup(world: World, customerId: string, group: NewGroup): GroupRecord {
  return {
    id: group.id ?? `0${world.random.text(14, BASE36)}`,
    customerId,
    email: group.email,
    name: group.name ?? group.email.split('@')[0] ?? '',
    description: group.description ?? '',
    aliases: [],
    adminCreated: group.adminCreated ?? true,
    security: group.security ?? false,
    dynamic: group.dynamic ?? false,
    locked: group.locked ?? false,
    allowExternalMembers: group.allowExternalMembers ?? true,
    members: [],
  };
}
