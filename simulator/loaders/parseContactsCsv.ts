import { ColumnReader } from './ColumnReader';
import { several } from './contactCell';
import { contactPerson, groupNumbers } from './contactPerson';
import type { IgnoredColumn, SkippedRow } from './LoadReport';
import { readCsv } from './readCsv';

export interface ContactRow {
  readonly row: number;
  /** A Person of the People API, without memberships. */
  readonly person: Readonly<Record<string, readonly object[]>>;
  /** Names of the person's own labels. */
  readonly labels: readonly string[];
  /** Names of system groups, such as `myContacts` and `starred`. */
  readonly systemGroups: readonly string[];
}

export interface ContactsFile {
  readonly rows: readonly ContactRow[];
  /** Records that are in `rows` without some of their values, and why. */
  readonly partial: readonly SkippedRow[];
  readonly skipped: readonly SkippedRow[];
  readonly ignored: readonly IgnoredColumn[];
}

const SYSTEM_GROUPS: Readonly<Record<string, string>> = {
  mycontacts: 'myContacts',
  starred: 'starred',
  friends: 'friends',
  family: 'family',
  coworkers: 'coworkers',
};

/**
 * The "Google CSV" that Google Contacts exports (https://support.google.com/contacts/answer/7199294), in its form since 2024
 * and in the one before. Labels with a star are Google's own groups; "Other contacts" are no contacts yet and are skipped.
 */
export function parseContactsCsv(text: string): ContactsFile {
  const table = readCsv(text);
  const columns = new ColumnReader(table, (heading) => heading.toLowerCase());
  const known = [columns.has('first name') && columns.has('labels'), columns.has('given name') && columns.has('group membership')];
  if (!known.includes(true)) throw new Error('This is no Google CSV of Google Contacts: it has neither "Labels" nor "Group Membership".');
  const skipped: SkippedRow[] = [...table.skipped];
  const partial: SkippedRow[] = [];
  const rows: ContactRow[] = [];
  const numbers = groupNumbers(table.header);
  for (const record of table.records) {
    const { row } = record;
    const { labels, systemGroups, other, unknown } = splitLabels(columns.cell(record, 'labels', 'group membership'));
    const { person, faults } = contactPerson(columns, record, numbers);
    if (other) skipped.push({ row, reason: 'is one of the "Other contacts"' });
    else if (unknown.length > 0) skipped.push({ row, reason: `has a label of Google's that is unknown: * ${unknown.join(', * ')}` });
    else if (Object.keys(person).length === 0) skipped.push({ row, reason: 'has no data' });
    else {
      rows.push({ row, person, labels, systemGroups });
      if (faults.length > 0) partial.push({ row, reason: faults.join('; ') });
    }
  }
  return { rows, partial, skipped: skipped.sort((a, b) => a.row - b.row), ignored: columns.ignored() };
}

function splitLabels(cell: string): { labels: string[]; systemGroups: string[]; other: boolean; unknown: string[] } {
  const names = several(cell);
  const starred = names.filter((name) => name.startsWith('* ')).map((name) => name.slice(2).trim());
  const isOther = (name: string): boolean => name.toLowerCase().replace(/\s/g, '') === 'othercontacts';
  const group = (name: string): string | undefined => SYSTEM_GROUPS[name.toLowerCase().replace(/\s/g, '')];
  return {
    labels: names.filter((name) => !name.startsWith('* ')),
    systemGroups: starred.flatMap((name) => group(name) ?? []),
    other: starred.some(isOther),
    unknown: starred.filter((name) => !isOther(name) && group(name) === undefined),
  };
}
