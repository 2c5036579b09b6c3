/** A domain of the organization. Users of an unverified domain are treated as external. */
export interface Domain {
  readonly domainName: string;
  /** Domain aliases: every address of the domain exists in them too. */
  readonly aliases: readonly string[];
  readonly isPrimary: boolean;
  readonly verified: boolean;
}
