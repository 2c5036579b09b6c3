/** What stands in the panel instead of a card. */
export type Prompt =
  /** The person has not been through the consent screen, or the script requires scopes that were not allowed. */
  | { readonly kind: 'authorization'; readonly scopes: readonly string[] }
  /** The script asked for the open file (drive.file). */
  | { readonly kind: 'fileScope' }
  /** The script threw an AuthorizationException: another party wants a sign-in. */
  | { readonly kind: 'signIn'; readonly url: string; readonly resource: string };
