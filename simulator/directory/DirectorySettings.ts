/**
 * What Google does not state about the Directory, or states without a number. Change members of `world.directory.settings`
 * in place.
 */
export interface DirectorySettings {
  /** So long after `users.insert` changes of the new user answer 412 "User creation is not complete". Observed: seconds. */
  creationDelayMs: number;
  /** So long after `users.insert` `users.get` does not find the new user, whose address is taken all the same. */
  newUserHiddenMs: number;
  /** So long after `users.insert` nobody can act for the new user. Observed: minutes. */
  servicesDelayMs: number;
  /** What says so meanwhile: the token endpoint (`access_denied`, or as for a user it does not know), or the People API (as for a service that is off). */
  servicesNotReady: 'token' | 'unknownUser' | 'people';
  /** Listings show a changed user as before for so long. Google only says that changes take a while. */
  listingStaleMs: number;
  /**
   * A delegated administrator's `users.insert` and `users.undelete`: "ignored by the API service", with an answer as if done, as the reference
   * says (https://developers.google.com/workspace/admin/directory/reference/rest/v1/users), or done.
   */
  delegatedCreates: 'ignored' | 'done';
  /** Users that can be created in a second, per domain. An older page says 10, the present one nothing. */
  creationsPerSecond: number;
  /** Writes under way at once in an account, over which all get 429. The limit exists, its number is not published. */
  concurrentWrites: number;
  /** Role assignments in an organizational unit, or in the whole account: pages of Google say 500 and 1,000. */
  roleAssignmentsPerUnit: number;
  /** Removing a member whose address nobody here has: 404 `notFound`, or 400 `required`, as reported. */
  unknownMember: 404 | 400;
  /** Whether listings of Cloud Identity name a group's labels in the BASIC view, of which Google says only that it is basic. */
  labelsInBasicView: boolean;
  /** Whole numbers of custom fields come back as numbers, as in examples of the guide, or as text, as 64 bits do elsewhere. */
  customIntegers: 'number' | 'text';
  /** Status of "Cyclic memberships not allowed". */
  cyclicMembership: 412 | 400;
}

export function defaultDirectorySettings(): DirectorySettings {
  return {
    creationDelayMs: 5_000,
    newUserHiddenMs: 0,
    servicesDelayMs: 120_000,
    servicesNotReady: 'token',
    listingStaleMs: 0,
    delegatedCreates: 'ignored',
    creationsPerSecond: Infinity,
    concurrentWrites: Infinity,
    roleAssignmentsPerUnit: 500,
    unknownMember: 404,
    labelsInBasicView: false,
    customIntegers: 'number',
    cyclicMembership: 412,
  };
}
