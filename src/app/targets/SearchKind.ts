/** What a search for targets looks among. */
export type SearchKind = 'all' | 'user' | 'group' | 'orgUnit' | 'domain';
export const searchKinds: readonly SearchKind[] = ['all', 'user', 'group', 'orgUnit', 'domain'];
