import type { UserProfile } from './DirectoryRecords';

export type EntryKind = 'text' | 'flag' | 'integer';

/** A field of a user that holds a list of entries or, `single`, one. */
export interface UserField {
  /** Largest size as JSON, bytes. */
  readonly bytes: number;
  /** Keys of an entry; undefined: any. */
  readonly keys: Readonly<Record<string, EntryKind>> | undefined;
  /** Values that `type` may have; `custom` asks for `customType`. */
  readonly types?: readonly string[];
  readonly required?: readonly string[];
  readonly single?: true;
}

const KB = 1024;
const TYPED = { type: 'text', customType: 'text' } as const;
const PRIMARY = { ...TYPED, primary: 'flag' } as const;
const PLACE = ['custom', 'home', 'other', 'work'] as const;

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/users#User */
export const userFields = {
  emails: { bytes: 10 * KB, keys: { ...PRIMARY, address: 'text' }, types: PLACE },
  addresses: {
    bytes: 10 * KB,
    keys: {
      ...PRIMARY,
      sourceIsStructured: 'flag',
      formatted: 'text',
      poBox: 'text',
      extendedAddress: 'text',
      streetAddress: 'text',
      locality: 'text',
      region: 'text',
      postalCode: 'text',
      country: 'text',
      countryCode: 'text',
    },
    types: PLACE,
  },
  externalIds: {
    bytes: 2 * KB,
    keys: { ...TYPED, value: 'text' },
    types: ['account', 'custom', 'customer', 'login_id', 'network', 'organization'],
  },
  gender: {
    bytes: KB,
    keys: { type: 'text', customGender: 'text', addressMeAs: 'text' },
    types: ['female', 'male', 'other', 'unknown'],
    single: true,
  },
  ims: { bytes: 2 * KB, keys: { ...PRIMARY, im: 'text', protocol: 'text', customProtocol: 'text' }, types: PLACE },
  keywords: { bytes: KB, keys: { ...TYPED, value: 'text' }, types: ['custom', 'mission', 'occupation', 'outlook'] },
  languages: { bytes: KB, keys: { languageCode: 'text', customLanguage: 'text', preference: 'text' } },
  locations: {
    bytes: 10 * KB,
    keys: { ...TYPED, area: 'text', buildingId: 'text', floorName: 'text', floorSection: 'text', deskCode: 'text' },
    types: ['custom', 'default', 'desk'],
    required: ['area'],
  },
  notes: { bytes: 10 * KB, keys: { value: 'text', contentType: 'text' }, single: true },
  organizations: {
    bytes: 10 * KB,
    keys: {
      ...PRIMARY,
      name: 'text',
      title: 'text',
      department: 'text',
      symbol: 'text',
      location: 'text',
      description: 'text',
      domain: 'text',
      costCenter: 'text',
      fullTimeEquivalent: 'integer',
    },
    types: ['custom', 'domain_only', 'school', 'unknown', 'work'],
  },
  phones: {
    bytes: KB,
    keys: { ...PRIMARY, value: 'text' },
    types: [
      ...['assistant', 'callback', 'car', 'company_main', 'custom', 'grand_central', 'home', 'home_fax', 'isdn', 'main', 'mobile'],
      ...['other', 'other_fax', 'pager', 'radio', 'telex', 'tty_tdd', 'work', 'work_fax', 'work_mobile', 'work_pager'],
    ],
  },
  posixAccounts: { bytes: 10 * KB, keys: undefined },
  relations: {
    bytes: 2 * KB,
    keys: { ...TYPED, value: 'text' },
    types: [
      ...['admin_assistant', 'assistant', 'brother', 'child', 'custom', 'domestic_partner', 'dotted_line_manager', 'exec_assistant'],
      ...['father', 'friend', 'manager', 'mother', 'parent', 'partner', 'referred_by', 'relative', 'sister', 'spouse'],
    ],
  },
  sshPublicKeys: { bytes: 10 * KB, keys: undefined },
  websites: {
    bytes: 2 * KB,
    keys: { ...PRIMARY, value: 'text' },
    types: ['app_install_page', 'blog', 'custom', 'ftp', 'home', 'home_page', 'other', 'profile', 'reservations', 'resume', 'work'],
  },
} as const satisfies Partial<Record<keyof UserProfile, UserField>>;

export type UserFieldName = keyof typeof userFields;

export const userFlags = ['archived', 'changePasswordAtNextLogin', 'includeInGlobalAddressList', 'suspended'] as const;
export type UserFlag = (typeof userFlags)[number];

/** Members of the User message that callers cannot change: sent, they are ignored. */
const READ_ONLY = [
  ...['agreedToTerms', 'aliases', 'creationTime', 'customerId', 'deletionTime', 'etag', 'guestAccountInfo', 'id', 'ipWhitelisted'],
  ...['isAdmin', 'isDelegatedAdmin', 'isEnforcedIn2Sv', 'isEnrolledIn2Sv', 'isGuestUser', 'isMailboxSetup', 'kind', 'lastLoginTime'],
  ...['nonEditableAliases', 'suspensionReason', 'thumbnailPhotoEtag', 'thumbnailPhotoUrl'],
];

/** Everything that a User message may have. */
export const userMembers: readonly string[] = [
  ...Object.keys(userFields),
  ...userFlags,
  ...READ_ONLY,
  ...['customSchemas', 'hashFunction', 'name', 'orgUnitPath', 'password', 'primaryEmail', 'recoveryEmail', 'recoveryPhone'],
];

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/users#UserName */
export const NAME_CHARACTERS = { givenName: 60, familyName: 60, displayName: 256 } as const;

/** Characters of a password that is not hashed (https://developers.google.com/workspace/admin/directory/v1/guides/manage-users#create_user). */
export const PASSWORD_CHARACTERS = { least: 8, most: 100 };

/** Characters before the @ of an address (https://support.google.com/a/answer/9193374). */
export const LOCAL_CHARACTERS = 64;
