import { ok, type Result } from '../../core/base/Result';
import type { OwnFields } from '../../core/imports/importFields';
import type { ImportRules } from '../../core/imports/ImportRules';
import type { Subject, Task } from '../../google/Call';
import { listCustomFields } from '../../google/customFields';
import { listRoles } from '../../google/roles';

const self: Subject = { kind: 'self' };

/** What the organization has of its own among the fields that columns are mapped to; of a kind that none is mapped to, nothing. */
export function* observeOwnFields({ columns }: ImportRules): Task<Result<Omit<OwnFields, 'accessGroups'>>> {
  const has = (kind: string): boolean => columns.some(({ field }) => field.startsWith(`${kind}/`));
  const customFields = has('custom') ? yield* listCustomFields(self) : ok([]);
  if (!customFields.ok) return customFields;
  const roles = has('role') ? yield* listRoles(self) : ok([]);
  if (!roles.ok) return roles;
  return ok({ customFields: customFields.value, roles: roles.value.filter(({ isSuperAdmin }) => !isSuperAdmin) });
}
