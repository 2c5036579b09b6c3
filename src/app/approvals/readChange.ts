import { checkSettings } from '../../core/approvals/checkSettings';
import { describeSettings } from '../../core/approvals/describeSettings';
import { riskyOnlyKinds, type Policy } from '../../core/approvals/Policy';
import { decidersFor, neededFor, type NamedUser, type SettingsChange, type SettingsKind } from '../../core/approvals/SettingsChange';
import { explain } from '../../core/base/explain';
import { problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import type { GroupRef } from '../../core/users/UserAction';
import { actionKinds } from '../../core/workflows/actionKinds';
import type { Missing } from '../../core/workflows/missing';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { listPreApprovals } from '../requests/preApprovals';
import { writeDay } from '../requests/prepareSettings';
import { splitAddresses } from '../setUp/setUp';
import { keepChange, type ChangeDraft } from './changeDraft';
import { lookUpPerson } from './lookUpPerson';
import { observeOfficers } from './observeSettings';
import { readPolicy } from './policyStore';
import { readScope } from './readScope';

/** The fields of a form by name, as they were typed. */
export type ChangeFields = (name: string) => readonly string[];

export type ReadChange =
  | { readonly kind: 'missing'; readonly missing: readonly Missing[] }
  | {
      readonly kind: 'change';
      readonly draft: ChangeDraft;
      readonly lines: readonly string[];
      readonly warnings: readonly Missing[];
      readonly needed: number;
      /** Addresses of those who could decide. */
      readonly deciders: readonly string[];
    };

/** What a form says before it is checked as a whole. */
interface Reading {
  readonly missing: Missing[];
  readonly warnings: Missing[];
  readonly users: Map<string, DirectoryUser>;
}

const at = (field: string, code: string, data: Readonly<Record<string, string | number>> = {}): Missing => ({
  field,
  problem: problem(code, data),
});

const readUser = (env: Environment, reading: Reading, typed: string, field: string): Result<NamedUser | undefined> => {
  const address = typed.trim();
  if (address === '') {
    reading.missing.push(at(field, 'settings.userMissing'));
    return ok(undefined);
  }
  const found = lookUpPerson(env, address);
  if (!found.ok) {
    if (!found.problem.code.startsWith('settings.')) return found;
    reading.missing.push({ field, problem: found.problem });
    return ok(undefined);
  }
  const { user, lookAlike } = found.value;
  reading.users.set(user.id, user);
  if (lookAlike !== undefined) reading.warnings.push(at(field, 'settings.looksLike', { address: user.primaryEmail, other: lookAlike }));
  return ok({ userId: user.id, email: user.primaryEmail });
};

const readUsers = (env: Environment, reading: Reading, typed: string, field: string): Result<NamedUser[]> => {
  const users = new Map<string, NamedUser>();
  for (const address of splitAddresses(typed)) {
    const user = readUser(env, reading, address, field);
    if (!user.ok) return user;
    if (user.value !== undefined) users.set(user.value.userId, user.value);
  }
  return ok([...users.values()]);
};

const number = (text: string | undefined): number => (/^\s*\d+\s*$/.test(text ?? '') ? Number(text) : NaN);

const readTerms = (env: Environment, reading: Reading, fields: ChangeFields): Result<SettingsChange | undefined> => {
  const requesters = readUsers(env, reading, fields('requesters').join('\n'), 'requesters');
  if (!requesters.ok) return requesters;
  const scope = readScope(env, fields('scope').join('\n'));
  if (!scope.ok) return scope;
  reading.missing.push(
    ...scope.value.refused.map(({ line, why }) => at('scope', 'settings.scopeUnread', { line, why: explain(why).what })),
  );
  return ok({
    kind: 'addPreApproval',
    terms: {
      requesterIds: requesters.value.map(({ userId }) => userId),
      workflowTypes: (['onboard', 'modify'] as const).filter((type) => fields('workflowTypes').includes(type)),
      actionKinds: actionKinds.map((one) => one.kind).filter((kind) => fields('actionKinds').includes(kind)),
      scope: scope.value.scope,
      caps: {
        targets: number(fields('targets')[0]),
        contactsPerTarget: number(fields('contactsPerTarget')[0]),
        deletions: number(fields('deletions')[0]),
      },
      until: number(fields('until')[0]),
      labels: { ...Object.fromEntries(requesters.value.map(({ userId, email }) => [userId, email])), ...scope.value.labels },
    },
  });
};

/** Groups by their addresses, one a line. */
const readGroups = (env: Environment, reading: Reading, typed: readonly string[], field: string): Result<readonly GroupRef[]> => {
  const read = readScope(env, typed.join('\n'));
  if (!read.ok) return read;
  const { scope, labels, refused } = read.value;
  const { groupIds = [], ...others } = scope;
  const wrong = Object.values(others).flatMap((ids) => ids.map((id) => ({ line: labels[id] ?? id, why: 'It is no group.' })));
  const unread = refused.map(({ line, why }) => ({ line, why: explain(why).what }));
  reading.missing.push(...[...unread, ...wrong].map((one) => at(field, 'settings.scopeUnread', one)));
  return ok(groupIds.map((groupId) => ({ groupId, email: labels[groupId] ?? '' })));
};

const readAccess = (env: Environment, reading: Reading, fields: ChangeFields): Result<SettingsChange> => {
  const groups = readGroups(env, reading, fields('scope'), 'scope');
  if (!groups.ok) return groups;
  const chat = readGroups(env, reading, fields('chatAccess'), 'chatAccess');
  if (!chat.ok) return chat;
  const [chatAccess, another] = chat.value;
  if (another !== undefined) reading.missing.push(at('chatAccess', 'settings.tooManyGroups', { limit: 1 }));
  return ok({ kind: 'setAccess', accessGroups: groups.value, ...(chatAccess === undefined ? {} : { chatAccess }) });
};

/** Somebody of a list that the card offered. */
const chosen = (reading: Reading, list: readonly NamedUser[], userId: string | undefined): NamedUser | undefined => {
  const found = list.find((one) => one.userId === userId);
  if (found === undefined) reading.missing.push(at('user', 'settings.choiceMissing'));
  return found === undefined ? undefined : { userId: found.userId, email: found.email };
};

const readKind = (
  env: Environment,
  kind: SettingsKind,
  policy: Policy,
  fields: ChangeFields,
  reading: Reading,
): Result<SettingsChange | undefined> => {
  const [userField] = fields('user');
  switch (kind) {
    case 'appointOfficer': {
      const user = readUser(env, reading, userField ?? '', 'user');
      if (!user.ok || user.value === undefined) return user.ok ? ok(undefined) : user;
      return ok({ kind, user: user.value, ...(fields('byNotice')[0] === 'yes' ? { byNotice: true as const } : {}) });
    }
    case 'allowDelegate': {
      const user = readUser(env, reading, userField ?? '', 'user');
      if (!user.ok || user.value === undefined) return user.ok ? ok(undefined) : user;
      return ok({ kind, user: user.value, until: number(fields('until')[0]) });
    }
    case 'removeOfficer': {
      const user = chosen(reading, policy.officers, userField);
      return ok(user === undefined ? undefined : { kind, user });
    }
    case 'endDelegate': {
      const user = chosen(reading, policy.delegates, userField);
      return ok(user === undefined ? undefined : { kind, user });
    }
    case 'setNeeded':
      return ok({ kind, needed: number(fields('needed')[0]) });
    case 'setNotify':
      return ok({ kind, notify: splitAddresses(fields('notify').join('\n')) });
    case 'setRiskyOnly':
      return ok({ kind, riskyOnly: riskyOnlyKinds.filter((one) => fields('riskyOnly').includes(one)) });
    case 'setAccess':
      return readAccess(env, reading, fields);
    case 'addPreApproval':
      return readTerms(env, reading, fields);
    case 'endPreApproval':
      return ok({ kind, id: fields('preApproval')[0] ?? '' });
  }
};

/** S42: the form of one kind of change, read and checked. What is wrong stands at its field; a change that is possible is kept for confirmation. */
export const readChange = (env: Environment, actor: Actor, kind: SettingsKind, fields: ChangeFields): Result<ReadChange> => {
  const policy = readPolicy(env);
  const reading: Reading = { missing: [], warnings: [], users: new Map() };
  const read = readKind(env, kind, policy, fields, reading);
  if (!read.ok) return read;
  const change = read.value;
  if (change === undefined || reading.missing.length > 0) return ok({ kind: 'missing', missing: reading.missing });
  const byNotice = change.kind === 'appointOfficer' && change.byNotice === true;
  const officers = byNotice ? env.asSelf(observeOfficers(policy), { calls: 30 }) : ok([]);
  if (!officers.ok) return officers;
  const preApprovals = listPreApprovals(env);
  const facts = {
    now: env.now(),
    requesterId: actor.user.id,
    users: reading.users,
    preApprovals,
    activeOfficers: officers.value.length,
  };
  const missing = checkSettings(change, policy, facts);
  if (missing.length > 0) return ok({ kind: 'missing', missing });
  const draft: ChangeDraft = { id: env.newId(), change };
  const kept = keepChange(env, draft);
  if (!kept.ok) return kept;
  const ending = change.kind === 'endPreApproval' ? preApprovals.find(({ id }) => id === change.id) : undefined;
  return ok({
    kind: 'change',
    draft,
    lines: describeSettings(change, policy, writeDay, ending),
    warnings: reading.warnings,
    needed: neededFor(change, policy, actor.user.id),
    deciders: decidersFor(change, policy, actor.user.id).map(({ email }) => email),
  });
};
