import type { DirectoryUser } from './DirectoryUser';

/** Neither suspended nor archived. */
export const isActive = ({ suspended, archived }: Pick<DirectoryUser, 'suspended' | 'archived'>): boolean => !suspended && !archived;
