import { userField } from '../users/userFields';
import { isRecordField, type ImportFieldId } from './ImportField';
import type { ImportRules } from './ImportRules';

/** Who is who, and who is more than a user. */
const always = ['id', 'customerId', 'primaryEmail', 'aliases', 'nonEditableAliases', 'isAdmin', 'isDelegatedAdmin'];

const ofSettings: Partial<Readonly<Record<ImportFieldId, string>>> = {
  active: 'suspended',
  visible: 'includeInGlobalAddressList',
  changePassword: 'changePasswordAtNextLogin',
  orgUnit: 'orgUnitPath',
};

/** The properties of a Directory record that an import reads: with all of them tens of thousands of users hardly fit into memory. */
export const recordProperties = ({ columns }: Pick<ImportRules, 'columns'>): readonly string[] => {
  const mapped = columns.flatMap(({ field }) =>
    isRecordField(field) ? Object.keys(userField(field).write({}, '1')) : (ofSettings[field] ?? []),
  );
  return [...new Set([...always, ...mapped])];
};
