/** An organizational unit. Stored by `orgUnitId`; its path changes when it is moved or renamed. */
export interface OrgUnit {
  readonly orgUnitId: string;
  /** `/` for the root. */
  readonly orgUnitPath: string;
  readonly name: string;
}
