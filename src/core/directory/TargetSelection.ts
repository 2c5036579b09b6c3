/** What a person chose as targets. `label` is the text cards show; it decides nothing. */
export type TargetSelector =
  | { readonly kind: 'user'; readonly userId: string; readonly label: string }
  /** Nested members included. */
  | { readonly kind: 'group'; readonly groupId: string; readonly label: string }
  | { readonly kind: 'orgUnit'; readonly orgUnitId: string; readonly includeChildren: boolean; readonly label: string }
  /** Users whose primary address is in this domain. */
  | { readonly kind: 'domain'; readonly domainName: string; readonly label: string };

export interface TargetSelection {
  readonly selectors: readonly TargetSelector[];
  /** Users dropped one by one on the confirmation card. Groups and organizational units are not touched by it. */
  readonly excludedUserIds: readonly string[];
  /** Their addresses, for show, where no list of users is shown; decides nothing. */
  readonly excludedEmails?: Readonly<Record<string, string>>;
}

/** The same choice twice is one choice. */
export const selectorKey = (selector: TargetSelector): string => {
  switch (selector.kind) {
    case 'user':
      return `user:${selector.userId}`;
    case 'group':
      return `group:${selector.groupId}`;
    case 'orgUnit':
      return `orgUnit:${selector.orgUnitId}:${selector.includeChildren ? 'below' : 'only'}`;
    case 'domain':
      return `domain:${selector.domainName.toLowerCase()}`;
  }
};
