import { userField, userFieldIds, type PlainFieldId } from './userFields';

/** What a column of a table of users holds. */
export type ColumnContent = 'address' | 'orgUnit' | 'groups' | PlainFieldId;

export interface UserColumn {
  readonly content: ColumnContent;
  /** As a template writes it. */
  readonly title: string;
  /** A new user cannot be without it. */
  readonly mandatory: boolean;
  readonly example: string;
  /** As the file of users of the Admin console calls it (https://support.google.com/a/answer/40057), and what people write. */
  readonly otherTitles: readonly string[];
}

type Facts = readonly [example: string, ...otherTitles: string[]];

const fieldFacts: Readonly<Record<PlainFieldId, Facts>> = {
  givenName: ['Ann', 'Given name'],
  familyName: ['Lee', 'Family name', 'Surname'],
  displayName: [''],
  title: ['Engineer', 'Employee title'],
  department: ['Sales'],
  costCenter: [''],
  company: [''],
  workLocation: [''],
  employeeType: [''],
  employeeId: ['', 'External ID'],
  manager: ['', 'Manager email'],
  workPhone: ['+41 44 555 01 02'],
  mobilePhone: [''],
  homePhone: [''],
  workMobile: [''],
  mainPhone: [''],
  otherPhone: [''],
  workFax: ['', 'Fax'],
  homeFax: [''],
  pager: [''],
  workEmail: ['', 'Work secondary email'],
  homeEmail: ['', 'Home secondary email'],
  otherEmail: ['', 'Other secondary email'],
  workAddress: [''],
  homeAddress: [''],
  website: [''],
  building: ['', 'Building ID'],
  floor: ['', 'Floor name'],
  floorSection: [''],
  desk: ['', 'Desk code'],
  locale: ['', 'Locale', 'Preferred language'],
  recoveryEmail: ['', 'Recovery email'],
  recoveryPhone: [''],
};

const fieldColumn = (field: PlainFieldId): UserColumn => {
  const [example, ...otherTitles] = fieldFacts[field];
  const { title, mandatory } = userField(field);
  return { content: field, title, mandatory: mandatory === true, example, otherTitles };
};

const isMandatory = (field: PlainFieldId): boolean => userField(field).mandatory === true;

/** Every column, the mandatory ones first. */
export const userColumns: readonly UserColumn[] = [
  {
    content: 'address',
    title: 'Primary address',
    mandatory: true,
    example: 'ann.lee',
    otherTitles: ['Primary email', 'Email', 'E-mail', 'Email address'],
  },
  ...userFieldIds.filter(isMandatory).map(fieldColumn),
  { content: 'orgUnit', title: 'Organizational unit', mandatory: false, example: '/', otherTitles: ['Org unit path', 'Org unit'] },
  { content: 'groups', title: 'Groups', mandatory: false, example: '', otherTitles: [] },
  ...userFieldIds.filter((field) => !isMandatory(field)).map(fieldColumn),
];

/** A header without signs, accents and capitals. What is in brackets says how to fill the column in. */
export const plainHeader = (header: string): string =>
  header
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The column that a header names; undefined: none that Roster knows. */
export const columnOf = (header: string): UserColumn | undefined => {
  const wanted = plainHeader(header);
  return userColumns.find(({ title, otherTitles }) => [title, ...otherTitles].some((name) => plainHeader(name) === wanted));
};
