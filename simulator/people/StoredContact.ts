/** One entry of a person field as stored: settable members only, `metadata` at most `{sourcePrimary: true}`. */
export type Item = Readonly<Record<string, unknown>>;

/** Settable person fields by name (`names`, `emailAddresses`, `clientData` …); memberships are kept apart. */
export type PersonFields = Readonly<Record<string, readonly Item[]>>;

/** A contact as it was from `at` on. A write makes a new version, so that stale reads can show an older one. */
export interface ContactVersion {
  /** ms since the epoch. */
  readonly at: number;
  /** Counts all writes of the account: orders versions of one instant, and makes the etag. */
  readonly sequence: number;
  readonly fields: PersonFields;
  /** Resource names of the contact groups it is in, at least one. */
  readonly groups: readonly string[];
  /** Base64 of the contact's own photo. */
  readonly photo?: string;
  readonly deleted: boolean;
}

export interface StoredContact {
  /** `people/c…` */
  readonly resourceName: string;
  /** Id of the CONTACT source, hexadecimal. */
  readonly contactId: string;
  /** Names of contacts that were merged into this one. */
  previousResourceNames: readonly string[];
  /** Oldest first, never empty. Only as many are kept as stale reads can show. */
  versions: readonly ContactVersion[];
  /** Deleted for good: its entry only tells incremental listings. */
  purged: boolean;
}

export interface StoredContactGroup {
  /** `contactGroups/…` */
  readonly resourceName: string;
  readonly system: boolean;
  name: string;
  formattedName: string;
  clientData: readonly { readonly key?: string; readonly value?: string }[];
  readonly createdAt: number;
  updatedAt: number;
  sequence: number;
  deleted: boolean;
}

export function currentVersion(contact: StoredContact): ContactVersion {
  const version = contact.versions[contact.versions.length - 1];
  if (version === undefined) throw new Error(`simulator: ${contact.resourceName} has no version`);
  return version;
}

/** The version that a read sees which is blind to what was written after `instant`; undefined when there was none yet. */
export function versionAt(contact: StoredContact, instant: number): ContactVersion | undefined {
  for (let i = contact.versions.length - 1; i >= 0; i--) {
    const version = contact.versions[i];
    if (version !== undefined && version.at <= instant) return version;
  }
  return undefined;
}

/** Etag of the CONTACT source, in `metadata.sources`. */
export function sourceEtag(contact: StoredContact, version: ContactVersion): string {
  return `#${Buffer.from(`${contact.contactId}/${version.sequence}`).toString('base64')}`;
}

/** Etag of the person. */
export function personEtag(contact: StoredContact, version: ContactVersion): string {
  return `%${Buffer.from(`${version.sequence}.${contact.contactId}`).toString('base64')}`;
}

export function groupEtag(group: StoredContactGroup): string {
  return Buffer.from(`${group.resourceName}@${group.sequence}`).toString('base64');
}
