/** As much of a People API Person as Roster reads (https://developers.google.com/people/api/rest/v1/people). */
export interface Person {
  readonly resourceName?: string;
  readonly etag?: string;
  readonly metadata?: {
    readonly sources?: readonly { readonly type?: string; readonly id?: string; readonly etag?: string }[];
  };
  readonly clientData?: readonly ClientData[];
  readonly memberships?: readonly { readonly contactGroupMembership?: { readonly contactGroupResourceName?: string } }[];
  /** The fields of ContactField, each a list of entries. */
  readonly [field: string]: unknown;
}

/** `key` may repeat; entries of other applications are theirs. */
export interface ClientData {
  readonly key?: string;
  readonly value?: string;
}
