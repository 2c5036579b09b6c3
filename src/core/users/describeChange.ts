import type { DirectoryChange, UserSetting } from './UserChange';
import { shownValue, type Shown } from './shownValue';
import type { RoleRef } from './UserAction';
import { userField } from './userFields';

const settings: Readonly<Record<UserSetting, string>> = {
  suspended: 'Suspended',
  includeInGlobalAddressList: 'Shown in the directory',
  changePasswordAtNextLogin: 'Change of the password at the next sign-in',
  orgUnitPath: 'Organizational unit',
};

const flags: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

const roleWords = (role = 'MEMBER'): string => (role === 'MEMBER' ? '' : ` (${role.toLowerCase()} there)`);

const unitWords = ({ orgUnitId }: RoleRef): string => (orgUnitId === undefined ? '' : ' in one organizational unit');

/** One change in words: `Job title: “Engineer” → “Manager”`. */
export const describeChange = (change: DirectoryChange, shown: Shown = 'masked'): string => {
  switch (change.kind) {
    case 'setUserField': {
      const [before, after] = [change.before, change.after].map((value) => shownValue(change.field, value, shown));
      return `${userField(change.field).title}: ${before} → ${after}`;
    }
    case 'setUserSetting': {
      const say = (value: string): string => flags[value] ?? value;
      return `${settings[change.setting]}: ${say(change.before)} → ${say(change.after)}`;
    }
    case 'addMember':
      return `Added to ${change.email}${roleWords(change.role)}`;
    case 'removeMember':
      return `Removed from ${change.email}${roleWords(change.role)}`;
    case 'addToSpace':
      return `Added to the space “${change.title}”`;
    case 'removeFromSpace':
      return `Removed from the space “${change.title}”`;
    case 'addRole':
      return `Given the administrator role ${change.title}${unitWords(change)}`;
    case 'removeRole':
      return `The administrator role ${change.title}${unitWords(change)} is taken away`;
  }
};
