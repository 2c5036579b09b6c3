import type { World } from '../World';
import type { SchemaFieldRecord, UserProfile, UserRecord } from './DirectoryRecords';
import type { DirectorySettings } from './DirectorySettings';
import { fullName } from './fullName';
import { etagOf } from './takePage';

export interface UserView {
  readonly projection: 'basic' | 'custom' | 'full';
  /** Schema names for `projection=custom`. */
  readonly customFieldMask: readonly string[];
  readonly viewType: 'admin_view' | 'domain_public';
}

/** What a colleague without administrator rights sees (https://developers.google.com/workspace/admin/directory/v1/guides/manage-users#retrieve_users_non_admin). */
const PUBLIC_LISTS = [
  'emails',
  'ims',
  'locations',
  'organizations',
  'phones',
  'relations',
  'websites',
  'addresses',
  'keywords',
  'languages',
] as const;

const ADMIN_LISTS = [...PUBLIC_LISTS, 'externalIds', 'gender', 'notes', 'posixAccounts', 'sshPublicKeys'] as const;

/** The User resource as Google returns it: absent lists are left out. */
export function presentUser(world: World, user: UserRecord, view: UserView): object {
  const shown = view.viewType === 'domain_public' ? publicView(world, user, view) : adminView(world, user, view);
  return { kind: 'admin#directory#user', id: user.id, etag: etagOf(shown), ...shown };
}

/** Of custom fields those that everybody may see (https://developers.google.com/workspace/admin/directory/reference/rest/v1/schemas#SchemaFieldSpec). */
function publicView(world: World, user: UserRecord, view: UserView): object {
  return {
    primaryEmail: user.primaryEmail,
    name: nameOf(user),
    ...listsOf(user, PUBLIC_LISTS),
    ...schemasOf(world, user, view, ({ readAccessType }) => readAccessType === 'ALL_DOMAIN_USERS'),
    ...(user.thumbnailPhotoUrl === undefined ? {} : { thumbnailPhotoUrl: user.thumbnailPhotoUrl }),
  };
}

function adminView(world: World, user: UserRecord, view: UserView): object {
  const technical = technicalAddresses(world, user);
  return {
    primaryEmail: user.primaryEmail,
    name: nameOf(user),
    isAdmin: user.isAdmin,
    isDelegatedAdmin: user.isDelegatedAdmin,
    ...(user.lastLoginTime === undefined ? { lastLoginTime: '1970-01-01T00:00:00.000Z' } : { lastLoginTime: iso(user.lastLoginTime) }),
    creationTime: iso(user.creationTime),
    ...(user.deletionTime === undefined ? {} : { deletionTime: iso(user.deletionTime) }),
    agreedToTerms: user.agreedToTerms,
    suspended: user.suspended,
    ...(user.suspended ? { suspensionReason: user.suspensionReason ?? 'ADMIN' } : {}),
    archived: user.archived,
    changePasswordAtNextLogin: user.changePasswordAtNextLogin,
    ipWhitelisted: false,
    ...listsOf(user, ADMIN_LISTS),
    emails: emailsOf(user, technical),
    ...(user.aliases.length === 0 ? {} : { aliases: [...user.aliases] }),
    ...(technical.length === 0 ? {} : { nonEditableAliases: technical }),
    customerId: user.customerId,
    orgUnitPath: user.orgUnitPath,
    isMailboxSetup: user.isMailboxSetup && world.clock.now() >= user.servicesReadyAt,
    isEnrolledIn2Sv: user.isEnrolledIn2Sv,
    isEnforcedIn2Sv: user.isEnforcedIn2Sv,
    includeInGlobalAddressList: user.includeInGlobalAddressList,
    ...(user.thumbnailPhotoUrl === undefined ? {} : { thumbnailPhotoUrl: user.thumbnailPhotoUrl }),
    ...(user.recoveryEmail === undefined ? {} : { recoveryEmail: user.recoveryEmail }),
    ...(user.recoveryPhone === undefined ? {} : { recoveryPhone: user.recoveryPhone }),
    ...schemasOf(world, user, view, () => true),
  };
}

function nameOf(user: UserRecord): object {
  const { name } = user;
  return {
    givenName: name.givenName,
    familyName: name.familyName,
    fullName: fullName(user),
    ...(name.displayName === undefined ? {} : { displayName: name.displayName }),
  };
}

/** Addresses nobody can edit: the test address of the primary domain, and the same name at each domain alias. */
function technicalAddresses(world: World, user: UserRecord): string[] {
  const [local = '', name = ''] = user.primaryEmail.split('@');
  const domain = world.directory.customer(user.customerId).domains.find(({ domainName }) => domainName === name.toLowerCase());
  if (domain === undefined) return [];
  return [...(domain.isPrimary ? [`${local}@${name}.test-google-a.com`] : []), ...domain.aliases.map((alias) => `${local}@${alias}`)];
}

/** Google adds the account's own addresses to the list that people keep. */
function emailsOf(user: UserRecord, technical: readonly string[]): object[] {
  const own = [user.primaryEmail, ...user.aliases];
  const kept = (user.emails ?? []).filter((entry) => !own.includes((entry as { address?: string }).address ?? ''));
  return [
    ...kept,
    { address: user.primaryEmail, primary: true },
    ...user.aliases.map((address) => ({ address })),
    ...technical.map((address) => ({ address })),
  ];
}

function listsOf(user: UserRecord, names: readonly (keyof UserProfile)[]): object {
  return Object.fromEntries(names.filter((name) => user[name] !== undefined).map((name) => [name, user[name]]));
}

function schemasOf(world: World, user: UserRecord, view: UserView, isShown: (field: SchemaFieldRecord) => boolean): object {
  const { projection, customFieldMask } = view;
  if (user.customSchemas === undefined || projection === 'basic') return {};
  const { settings } = world.directory;
  const shown: Record<string, object> = {};
  for (const { schemaName, fields } of world.directory.customer(user.customerId).schemas.values()) {
    const held = user.customSchemas[schemaName] ?? {};
    if (projection === 'custom' && !customFieldMask.includes(schemaName)) continue;
    const kept = fields
      .filter((field) => field.fieldName in held && isShown(field))
      .map((field) => [field.fieldName, asShown(field, held[field.fieldName], settings)] as const);
    if (kept.length > 0) shown[schemaName] = Object.fromEntries(kept);
  }
  return Object.keys(shown).length === 0 ? {} : { customSchemas: shown };
}

function asShown({ fieldType, multiValued }: SchemaFieldRecord, value: unknown, { customIntegers }: DirectorySettings): unknown {
  if (fieldType !== 'INT64' || customIntegers === 'number') return value;
  return multiValued ? (value as { value: unknown }[]).map((entry) => ({ ...entry, value: String(entry.value) })) : String(value);
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
