/**
 * Numbers of the People API and of Google Contacts. Each names the page it comes from; what no page of Google states is
 * in PeopleSettings.ts, where it can be changed.
 */
export const limits = {
  /** https://developers.google.com/people/api/rest/v1/people.connections/list */
  connectionsPageSize: { default: 100, max: 1000 },
  /** E-mail addresses and phone numbers of one person in a listing. https://developers.google.com/people/api/rest/v1/people#Person */
  listedValues: 100,
  /** https://developers.google.com/people/api/rest/v1/people/getBatchGet */
  batchGet: 200,
  /** https://developers.google.com/people/api/rest/v1/people/batchCreateContacts */
  batchCreate: 200,
  /** https://developers.google.com/people/api/rest/v1/people/batchUpdateContacts */
  batchUpdate: 200,
  /** https://developers.google.com/people/api/rest/v1/people/batchDeleteContacts */
  batchDelete: 500,
  /** https://developers.google.com/people/api/rest/v1/people/searchContacts */
  searchPageSize: { default: 10, max: 30 },
  /** https://developers.google.com/people/api/rest/v1/contactGroups/list */
  groupsPageSize: { default: 30, max: 1000 },
  /** https://developers.google.com/people/api/rest/v1/contactGroups/batchGet */
  groupsBatchGet: 200,
  /** Names to add and to remove together. https://developers.google.com/people/api/rest/v1/contactGroups.members/modify */
  modifiedMembers: 1000,
  /** Life of a sync token, from the full listing. https://developers.google.com/people/api/rest/v1/people.connections/list */
  syncTokenMs: 7 * 24 * 3600 * 1000,
  /** https://support.google.com/contacts/answer/148779 */
  contactsPerUser: 25_000,
  /** Time a deleted contact stays in the trash. https://support.google.com/contacts/answer/1078481 */
  trashMs: 30 * 24 * 3600 * 1000,
  /** Fields of one contact; every entry of a list counts. https://support.google.com/contacts/answer/148779 */
  fieldsPerContact: 500,
  /** Bytes of one contact without its photo. https://support.google.com/contacts/answer/148779 */
  bytesPerContact: 128 * 1024,
  /** Characters of one value; notes are exempt. https://support.google.com/contacts/answer/148779 */
  charactersPerValue: 1024,
} as const;

/** What a call costs, in units of each quota. https://developers.google.com/people/v1/contacts#quota */
export const costs = {
  /** One page, one get, one batchGet, one search. */
  read: { criticalRead: 1 },
  writeOne: { criticalRead: 1, criticalWrite: 1, dailyContactWrites: 1 },
  /** Whatever the size of the batch. */
  writeBatch: { criticalRead: 6, criticalWrite: 6, dailyContactWrites: 200 },
  deleteOne: { write: 1 },
  deleteBatch: { write: 10 },
  groupRead: { read: 1 },
  groupWrite: { write: 1 },
  photoWrite: { photoWrite: 1 },
} as const;
