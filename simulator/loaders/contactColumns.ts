/** Columns of the Google CSV since 2024 that every file has, in Google's order (https://support.google.com/contacts/answer/7199294). */
export const FIXED_COLUMNS = [
  'First Name',
  'Middle Name',
  'Last Name',
  'Phonetic First Name',
  'Phonetic Middle Name',
  'Phonetic Last Name',
  'Name Prefix',
  'Name Suffix',
  'Nickname',
  'File As',
  'Organization Name',
  'Organization Title',
  'Organization Department',
  'Birthday',
  'Notes',
  'Photo',
  'Labels',
] as const;

export type FixedColumn = (typeof FIXED_COLUMNS)[number];

const LABEL_AND_VALUE = ['Label', 'Value'] as const;

/** What follows them: columns `<group> n - <part>`, as many groups as the fullest contact needs. */
export const NUMBERED_COLUMNS = {
  'E-mail': LABEL_AND_VALUE,
  Phone: LABEL_AND_VALUE,
  Address: ['Label', 'Formatted', 'Street', 'City', 'PO Box', 'Region', 'Postal Code', 'Country', 'Extended Address'],
  Relation: LABEL_AND_VALUE,
  Website: LABEL_AND_VALUE,
  Event: LABEL_AND_VALUE,
  'Custom Field': LABEL_AND_VALUE,
} as const;

export type NumberedColumn = keyof typeof NUMBERED_COLUMNS;
