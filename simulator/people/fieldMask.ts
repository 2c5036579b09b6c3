import { invalidArgument, maskInvalid, maskRequired } from './peopleErrors';

const READ_ONLY_FIELDS = ['ageRanges', 'coverPhotos', 'metadata', 'photos', 'skills'];

/** What `updatePersonFields` and `updateMask` accept (https://developers.google.com/people/api/rest/v1/people/updateContact). */
export const updateFields: readonly string[] = [
  ...['addresses', 'biographies', 'birthdays', 'calendarUrls', 'clientData', 'emailAddresses', 'events', 'externalIds', 'genders'],
  ...['imClients', 'interests', 'locales', 'locations', 'memberships', 'miscKeywords', 'names', 'nicknames', 'occupations'],
  ...['organizations', 'phoneNumbers', 'relations', 'sipAddresses', 'urls', 'userDefined'],
];

/** What `personFields` and `readMask` accept (https://developers.google.com/people/api/rest/v1/people/get). `fileAses` is in neither list. */
export const readFields: readonly string[] = [...updateFields, ...READ_ONLY_FIELDS];

/** https://developers.google.com/people/api/rest/v1/contactGroups/list */
export const groupFields: readonly string[] = ['clientData', 'groupType', 'memberCount', 'metadata', 'name'];

export interface MaskRule {
  /** Name of the parameter, for the error text. */
  readonly parameter: string;
  readonly allowed: readonly string[];
  /** Last part of the reference page's address, for the error text: `people/get`. */
  readonly page: string;
  /** What an absent or empty mask means; `required` = 400. */
  readonly whenEmpty: readonly string[] | 'required';
}

/** Paths of a comma-separated field mask. */
export function readMask(value: string | undefined, rule: MaskRule): ReadonlySet<string> {
  const page = `https://developers.google.com/people/api/rest/v1/${rule.page}`;
  if (value === undefined || value === '') {
    if (rule.whenEmpty === 'required') throw maskRequired(rule.parameter, page);
    return new Set(rule.whenEmpty);
  }
  const paths = value.split(',');
  const wrong = paths.find((path) => !rule.allowed.includes(path));
  if (wrong !== undefined) throw maskInvalid(rule.parameter, wrong, page);
  return new Set(paths);
}

/**
 * The mask of a batch call's answer: must be given, may be empty. Empty means that nothing is read back, so `undefined`
 * (https://developers.google.com/people/api/rest/v1/people/batchCreateContacts).
 */
export function readBatchMask(value: unknown, page: string): ReadonlySet<string> | undefined {
  const rule: MaskRule = { parameter: 'readMask', allowed: readFields, page, whenEmpty: 'required' };
  return value === '' ? undefined : readMask(value as string | undefined, rule);
}

/** `requestMask.includeField`, the older form of `personFields`: `person.names,person.email_addresses`. */
export function readRequestMask(value: string): ReadonlySet<string> {
  const paths = value.split(',').map((path) => camel(path.replace(/^person\./, '')));
  const wrong = paths.findIndex((path, i) => !readFields.includes(path) || !value.split(',')[i]?.startsWith('person.'));
  if (wrong !== -1) throw invalidArgument(`Request mask is not valid: "${value.split(',')[wrong]}".`);
  return new Set(paths);
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
