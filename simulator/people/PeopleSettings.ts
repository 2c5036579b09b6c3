import type { ApiErrorFields } from '../network/ApiError';
import { limits } from './limits';

/** Units per minute (per user and project) and per day. Google publishes only the names; the numbers stand in each project's console. */
export interface PeopleQuotas {
  criticalRead: number;
  criticalWrite: number;
  photoWrite: number;
  /** Contact group reads. */
  read: number;
  /** Contact deletes and contact group writes. */
  write: number;
  dailyContactWrites: number;
  /** Whether the daily quota is counted for the project or for each user of it: not documented. */
  dailyPer: 'project' | 'user';
  /** First pages of full listings per minute, user and project; the quota exists, its number is not published. */
  fullSyncs: number;
  /** Contacts written per account and hour before the storage answers "Resource has been exhausted"; no number is published. */
  accountWritesPerHour: number;
}

/**
 * What Google does not state, states without a number, or states in two ways. Most defaults are the answer that is harder on a
 * caller, or the lowest number seen; tests set the other answers. Change members of `world.people.settings` in place.
 */
export interface PeopleSettings {
  /** How old the contacts are that reads (get, list) show after a write. Observed: seconds. */
  readLagMs: number;
  /** How old the contacts are that incremental listings show. Google: "several minutes". */
  syncLagMs: number;
  /** false: the 7 days run from the full listing, as the reference says; true: each incremental listing starts them anew. */
  syncTokenRenews: boolean;
  /** A contact with the address of a user of the same customer carries that user's profile, unless only the CONTACT source is asked for. */
  mergeProfiles: boolean;
  /**
   * A write for a user whose previous write is still under way: 409 ABORTED, 429, done after the other, or done at once. Google
   * only advises: "should be sent sequentially … to avoid increased latency and failures".
   */
  concurrentWrites: 'abort' | 'exhaust' | 'wait' | 'allow';
  /** Contacts in the trash count towards the 25,000. */
  trashCounts: boolean;
  /** Contacts that one account holds. Tests may set fewer than Google's 25,000. */
  contactsPerUser: number;
  /** HTTP status of the answer that names MY_CONTACTS_OVERFLOW_COUNT. */
  overflowStatus: 400 | 403 | 429;
  /**
   * Whether an update that carries the etag of the person and no `metadata.sources` is accepted: the error for a missing etag says so, the
   * reference of updateContact asks for the sources (https://developers.google.com/people/api/rest/v1/people/updateContact).
   */
  personEtag: 'accepted' | 'refused';
  /** One unknown name in batchDeleteContacts: the call fails with 404, or the name is ignored. */
  batchDeleteMissing: 'fail' | 'ignore';
  /** Order of `createdPeople`. */
  createdOrder: 'request' | 'reversed';
  /** A new contact group refuses members for so long. Observed: about 2 s. */
  newGroupDelayMs: number;
  /** A contact created with a label only is put into myContacts as well. */
  labelAddsMyContacts: boolean;
  /** Names of system groups are taken for the purpose of "must be unique". */
  systemGroupNamesTaken: boolean;
  quotas: PeopleQuotas;
  /** Answer when the Contacts service is switched off for the user. */
  serviceOff: ApiErrorFields;
}

export function defaultPeopleSettings(): PeopleSettings {
  return {
    readLagMs: 0,
    syncLagMs: 180_000,
    syncTokenRenews: false,
    mergeProfiles: true,
    concurrentWrites: 'abort',
    trashCounts: true,
    contactsPerUser: limits.contactsPerUser,
    overflowStatus: 400,
    personEtag: 'accepted',
    batchDeleteMissing: 'fail',
    createdOrder: 'request',
    newGroupDelayMs: 0,
    labelAddsMyContacts: false,
    systemGroupNamesTaken: true,
    quotas: {
      criticalRead: 60,
      criticalWrite: 30,
      photoWrite: 50,
      read: 90,
      write: 30,
      dailyContactWrites: 100_000,
      dailyPer: 'project',
      fullSyncs: Infinity,
      accountWritesPerHour: Infinity,
    },
    serviceOff: { code: 403, status: 'PERMISSION_DENIED', message: 'The caller does not have permission' },
  };
}
