import type { DirectoryChange, UserSetting } from './UserChange';
import { userField } from './userFields';

const settings: Readonly<Record<UserSetting, string>> = {
  suspended: 'Suspended',
  includeInGlobalAddressList: 'Shown in the directory',
  orgUnitPath: 'Organizational unit',
};

const flags: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

const quoted = (value: string): string => (value === '' ? 'nothing' : `“${value}”`);

const roleWords = (role = 'MEMBER'): string => (role === 'MEMBER' ? '' : ` (${role.toLowerCase()} there)`);

/** One change in words: `Job title: “Engineer” → “Manager”`. */
export const describeChange = (change: DirectoryChange): string => {
  switch (change.kind) {
    case 'setUserField':
      return `${userField(change.field).title}: ${quoted(change.before)} → ${quoted(change.after)}`;
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
  }
};
