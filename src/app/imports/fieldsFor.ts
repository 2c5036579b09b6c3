import type { ImportField } from '../../core/imports/ImportField';
import { importFields, type OwnFields } from '../../core/imports/importFields';
import type { Subject } from '../../google/Call';
import { listCustomFields } from '../../google/customFields';
import { listRoles } from '../../google/roles';
import type { Actor } from '../actors/identify';
import { readPolicy } from '../approvals/policyStore';
import type { Environment } from '../Environment';
import { getCached, putCached } from '../records/cacheText';

const self: Subject = { kind: 'self' };
const cacheKey = 'importFields';

/** What a column can hold, and whether the person may not read what the organization has of its own. */
export interface ImportFieldsView {
  readonly fields: readonly ImportField[];
  readonly unread: boolean;
}

interface Kept {
  readonly own: Omit<OwnFields, 'accessGroups'>;
  readonly unread: boolean;
}

const ask = (env: Environment): Kept => {
  const customFields = env.asSelf(listCustomFields(self), { calls: 1 });
  // A page has a hundred roles; an organization may have 750 (https://support.google.com/a/answer/2405986).
  const roles = env.asSelf(listRoles(self), { calls: 8 });
  return {
    own: {
      customFields: customFields.ok ? customFields.value : [],
      roles: roles.ok ? roles.value.filter(({ isSuperAdmin }) => !isSuperAdmin).map(({ roleId, title }) => ({ roleId, title })) : [],
    },
    unread: !customFields.ok || !roles.ok,
  };
};

/** A delegate sees no Directory: the fields that every organization has. */
export const fieldsFor = (env: Environment, { isDelegate }: Actor): ImportFieldsView => {
  const text = getCached(env, cacheKey);
  const nothing: Kept = { own: { customFields: [], roles: [] }, unread: true };
  const kept = text === undefined ? (isDelegate ? nothing : ask(env)) : (JSON.parse(text) as Kept);
  if (text === undefined && !kept.unread) putCached(env, cacheKey, JSON.stringify(kept));
  return {
    fields: importFields({ ...kept.own, accessGroups: isDelegate ? [] : (readPolicy(env).accessGroups ?? []) }),
    unread: kept.unread,
  };
};
