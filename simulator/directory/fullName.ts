import type { UserRecord } from './DirectoryRecords';

/** Given and family name as one text. */
export const fullName = ({ name }: Pick<UserRecord, 'name'>): string =>
  [name.givenName, name.familyName].filter((part) => part !== '').join(' ');
