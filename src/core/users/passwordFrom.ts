/**
 * A first password that nobody sees: 64 random hexadecimal digits, with a capital and a sign for rules that ask for them. Google takes 8
 * to 100 characters (https://developers.google.com/workspace/admin/directory/reference/rest/v1/users). `random`: 32 digits each time.
 */
export const passwordFrom = (random: () => string): string => `R-${random()}${random()}`;
