/**
 * A first password that nobody sees: 64 random hexadecimal digits, with a capital and a sign for rules that ask for them. Google takes 8
 * to 100 characters (https://developers.google.com/workspace/admin/directory/reference/rest/v1/users). `random`: 32 digits each time.
 */
export const passwordFrom = (random: () => string): string => `R-${random()}${random()}`;

/** What an administrator does so that somebody gets into the account that was created. */
export const firstPassword =
  'Set a first password in the Admin console (Directory > Users > Reset password), or let them use account recovery where you allow it.';

export const passwordNote = `Each gets a password that nobody knows and nobody keeps; it has to be changed at the first sign-in. ${firstPassword}`;
