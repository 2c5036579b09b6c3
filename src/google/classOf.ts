import type { GoogleCode } from '../core/base/explainGoogle';
import type { Problem } from '../core/base/Problem';

/** What to do about a problem, whatever its wording. */
export type ErrorClass =
  /** The installation is not complete: stop the run, nothing else will go better. */
  | 'setup'
  /** This user cannot be reached: report and go on with others. */
  | 'target'
  /** Passes by itself within seconds. */
  | 'transient'
  /** Passes within a minute, for this user. */
  | 'minuteQuota'
  /** Too many at once for the whole customer: narrower waves. */
  | 'customerBusy'
  /** Passes tomorrow: ends the slice. */
  | 'dayQuota'
  /** The account takes no more for minutes or hours: leave this user for now. */
  | 'accountQuota'
  /** Read again, plan again. */
  | 'conflict'
  /** Some items of a batch: drop those, send the others. */
  | 'items'
  /** The request itself, or what it names. */
  | 'request'
  /** A write may have happened: read before anything is written again. */
  | 'unknown';

const CLASSES: Readonly<Record<GoogleCode, ErrorClass>> = {
  'google.delegationNotGranted': 'setup',
  'google.assertionRefused': 'setup',
  'google.serviceAccountUnusable': 'setup',
  'google.serviceAccountNotFound': 'setup',
  'google.signJwtRoleMissing': 'setup',
  'google.apiNotEnabled': 'setup',
  'google.scopeMissing': 'setup',
  'google.apisForbidden': 'setup',
  'google.notAuthorized': 'setup',
  'google.rolesNotAuthorized': 'setup',
  'google.chatAppMissing': 'setup',
  'google.chatNotAuthorized': 'setup',
  'google.authorizationRefused': 'setup',
  'google.userWithoutToken': 'target',
  'google.serviceOff': 'target',
  'google.accountFull': 'target',
  'google.notAddedToSpace': 'target',
  'google.unauthorized': 'target',
  'google.unavailable': 'transient',
  'google.rateLimited': 'transient',
  'google.notReadyYet': 'transient',
  'google.labelNotReady': 'transient',
  'google.customerBusy': 'customerBusy',
  'google.minuteQuota': 'minuteQuota',
  'google.dayQuota': 'dayQuota',
  'google.accountQuota': 'accountQuota',
  'google.etagConflict': 'conflict',
  'google.itemsRefused': 'items',
  'google.exists': 'request',
  'google.userLimit': 'request',
  'google.rolesFull': 'request',
  'google.changeForbidden': 'request',
  'google.notFound': 'request',
  'google.invalidRequest': 'request',
  'google.unexpected': 'request',
  'google.unknownOutcome': 'unknown',
};

/** Undefined for a problem that did not come from Google. */
export const classOf = (found: Problem): ErrorClass | undefined => CLASSES[found.code as GoogleCode];
