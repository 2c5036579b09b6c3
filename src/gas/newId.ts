/** A random identifier: the 32 hexadecimal digits of a version 4 UUID, lower case. */
export const newId = (): string => Utilities.getUuid().replace(/-/g, '').toLowerCase();
