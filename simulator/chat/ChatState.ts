import type { World } from '../World';
import { ChatAccess } from './ChatAccess';
import { ChatQuota } from './ChatQuota';
import type { MembershipRecord, MembershipRole, SpaceRecord, SpaceType } from './ChatRecords';
import { defaultChatSettings } from './ChatSettings';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Chat spaces and who is in them. No permissions and quotas here: people and tests use it directly. */
export class ChatState {
  /** By resource name. */
  readonly spaces = new Map<string, SpaceRecord>();
  readonly settings = defaultChatSettings();
  readonly access: ChatAccess;
  readonly quota = new ChatQuota();
  /** Users who are invited instead of added. */
  readonly autoAcceptOff = new Set<string>();
  /** Cloud projects without a configured Chat app: their calls are refused. */
  readonly projectsWithoutApp = new Set<string>();

  constructor(private world: World) {
    this.access = new ChatAccess(world, this.settings);
  }

  addSpace(space: {
    customerId: string;
    displayName: string;
    spaceType?: SpaceType;
    externalUserAllowed?: boolean;
    name?: string;
  }): SpaceRecord {
    const now = this.world.clock.now();
    const added: SpaceRecord = {
      spaceType: 'SPACE',
      externalUserAllowed: false,
      spaceHistoryState: 'HISTORY_ON',
      createTime: now,
      lastActiveTime: now,
      memberships: [],
      ...space,
      name: space.name ?? `spaces/AAAA${this.world.random.text(7, LETTERS)}`,
    };
    this.spaces.set(added.name, added);
    return added;
  }

  /** `id` is a user's or a group's. */
  addMember(space: SpaceRecord, id: string, role: MembershipRole = 'ROLE_MEMBER'): MembershipRecord {
    if (this.membership(space, id) !== undefined) throw new Error(`simulator: ${id} is in ${space.name} already`);
    const kind = this.world.directory.groupById(id) === undefined ? ('user' as const) : ('group' as const);
    const state = this.autoAcceptOff.has(id) ? ('INVITED' as const) : ('JOINED' as const);
    const added: MembershipRecord = { id, kind, role, state, createTime: this.world.clock.now() };
    space.memberships.push(added);
    return added;
  }

  removeMember(space: SpaceRecord, id: string): void {
    const at = space.memberships.findIndex((one) => one.id === id);
    if (at < 0) throw new Error(`simulator: ${id} is not in ${space.name}`);
    space.memberships.splice(at, 1);
  }

  /** Memberships of users and groups that still exist. */
  membershipsOf({ memberships }: SpaceRecord): MembershipRecord[] {
    const { directory } = this.world;
    return memberships.filter(({ id }) => (directory.userById(id) ?? directory.groupById(id)) !== undefined);
  }

  membership(space: SpaceRecord, id: string): MembershipRecord | undefined {
    return this.membershipsOf(space).find((one) => one.id === id);
  }
}
