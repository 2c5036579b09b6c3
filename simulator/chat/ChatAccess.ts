import { derivedMembers } from '../directory/derivedMembers';
import { isWithin } from '../directory/orgUnitTree';
import type { World } from '../World';
import type { ChatSettings } from './ChatSettings';

/**
 * For whom Chat is on: by organizational unit, and for members of access groups whatever their unit says
 * (https://support.google.com/a/answer/9050643). Nothing set: on for everybody.
 */
export class ChatAccess {
  private units: { customerId: string; orgUnitPath: string; on: boolean }[] = [];
  private groups = new Set<string>();

  constructor(
    private world: World,
    private settings: ChatSettings,
  ) {}

  /** For the unit and those below it that say nothing else. */
  setUnit(customerId: string, orgUnitPath: string, on: boolean): void {
    this.units = this.units.filter((one) => one.customerId !== customerId || one.orgUnitPath !== orgUnitPath);
    this.units.push({ customerId, orgUnitPath, on });
  }

  addGroup(groupId: string): void {
    this.groups.add(groupId);
  }

  isOn(userId: string): boolean {
    const user = this.world.directory.userById(userId);
    const now = this.world.clock.now();
    if (user === undefined || user.suspended || user.archived || now < user.servicesReadyAt) return false;
    const above = this.units.filter((one) => one.customerId === user.customerId && isWithin(user.orgUnitPath, one.orgUnitPath));
    const nearest = above.sort((a, b) => b.orgUnitPath.length - a.orgUnitPath.length)[0];
    return (nearest?.on ?? true) || this.isInAccessGroup(userId, now);
  }

  private isInAccessGroup(userId: string, now: number): boolean {
    return [...this.groups].some((id) => {
      const group = this.world.directory.groupById(id);
      const members = group === undefined ? [] : derivedMembers(this.world, group);
      return members.some((member) => member.id === userId && now >= member.addedAt + this.settings.accessDelayMs);
    });
  }
}
