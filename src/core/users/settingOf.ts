import type { UserSetting } from './UserChange';
import type { UserRecord } from './UserRecord';

/** What Google takes a setting for that it does not send. */
const absent: Readonly<Record<UserSetting, string>> = {
  suspended: 'false',
  includeInGlobalAddressList: 'true',
  changePasswordAtNextLogin: 'false',
  orgUnitPath: '/',
};

export const settingOf = (record: UserRecord, setting: UserSetting): string => String(record[setting] ?? absent[setting]);
