/** A domain of the organization. Users of an unverified domain are treated as external. */
export interface Domain {
  readonly domainName: string;
  readonly isPrimary: boolean;
  readonly verified: boolean;
}
