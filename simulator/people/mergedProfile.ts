import type { UserRecord } from '../directory/DirectoryRecords';
import type { World } from '../World';
import type { ContactVersion, Item } from './StoredContact';

/** The public profile of a user, as colleagues see it. */
export interface Profile {
  readonly resourceName: string;
  /** Entry of `metadata.sources`. */
  readonly source: Item;
  /** Entries by field, with their metadata. */
  readonly fields: Readonly<Record<string, readonly Item[]>>;
}

export function profileOfUser(user: UserRecord): Profile {
  const { givenName, familyName } = user.name;
  const displayName = [givenName, familyName].filter(Boolean).join(' ');
  const metadata = { source: { type: 'PROFILE', id: user.id } };
  const verified = { verified: true, ...metadata };
  return {
    resourceName: `people/${user.id}`,
    source: {
      type: 'PROFILE',
      id: user.id,
      etag: `#${Buffer.from(`${user.id}/${displayName}`).toString('base64')}`,
      profileMetadata: { objectType: 'PERSON', userTypes: ['GOOGLE_USER', 'GOOGLE_APPS_USER'] },
    },
    fields: {
      names: [
        {
          metadata,
          displayName,
          displayNameLastFirst: [familyName, givenName].filter(Boolean).join(', '),
          unstructuredName: displayName,
          givenName,
          familyName,
        },
      ],
      emailAddresses: [{ metadata: verified, value: user.primaryEmail }],
      photos: [{ metadata, url: `https://lh3.googleusercontent.com/a/${user.id}=s100`, default: true }],
    },
  };
}

/** The profile linked to a contact of `userId`: that of a user of the same customer who has one of its addresses. */
export function linkedProfile(world: World, userId: string, version: ContactVersion): Profile | undefined {
  const customer = world.directory.customerOf(userId);
  for (const { value } of version.fields['emailAddresses'] ?? []) {
    const user = typeof value === 'string' ? world.directory.userByEmail(value) : undefined;
    if (user !== undefined && customer !== undefined && user.customerId === customer.id) return profileOfUser(user);
  }
  return undefined;
}

/** Entries of one field that the profile adds to a contact; an address the contact has already is not shown twice. */
export function mergedProfile(profile: Profile | undefined, field: string, own: readonly Item[]): readonly Item[] {
  const items = profile?.fields[field] ?? [];
  if (field !== 'emailAddresses') return items;
  const known = new Set(own.map((item) => String(item['value']).toLowerCase()));
  return items.filter((item) => !known.has(String(item['value']).toLowerCase()));
}
