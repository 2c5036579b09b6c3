import type { NewUser } from '../directory/newUser';
import { ColumnReader } from './ColumnReader';
import type { IgnoredColumn, SkippedRow } from './LoadReport';
import { readCsv, type CsvRecord } from './readCsv';

export interface UserRow {
  readonly row: number;
  readonly user: NewUser;
  /** `New Primary Email`: the address the user is renamed to. */
  readonly newPrimaryEmail: string | undefined;
}

export interface UsersFile {
  readonly rows: readonly UserRow[];
  readonly skipped: readonly SkippedRow[];
  readonly ignored: readonly IgnoredColumn[];
}

/** Headings are read without the remark in brackets, which differs between downloads and the upload template. */
const headingName = (heading: string): string => heading.replace(/\[.*$/, '').trim().toLowerCase();

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * The users CSV of the Admin console, as downloaded or as its upload template (https://support.google.com/a/answer/40057).
 * Columns are found by name; sets differ by edition. Passwords are not kept: a simulated person signs in without one.
 */
export function parseUsersCsv(text: string): UsersFile {
  const table = readCsv(text);
  const columns = new ColumnReader(table, headingName);
  for (const name of ['first name', 'last name', 'email address']) {
    if (!columns.has(name)) throw new Error(`This is no users CSV of the Admin console: it has no column "${name}".`);
  }
  const skipped: SkippedRow[] = [...table.skipped];
  const rows: UserRow[] = [];
  const seen = new Map<string, number>();
  for (const record of table.records) {
    const { row } = record;
    const primaryEmail = columns.cell(record, 'email address').toLowerCase();
    const reason = refusal(columns, record, primaryEmail, seen.get(primaryEmail));
    if (reason !== undefined) {
      skipped.push({ row, reason });
      continue;
    }
    seen.set(primaryEmail, row);
    const newPrimaryEmail = columns.cell(record, 'new primary email').toLowerCase() || undefined;
    rows.push({ row, user: userOf(columns, record, primaryEmail), newPrimaryEmail });
  }
  return { rows, skipped: skipped.sort((a, b) => a.row - b.row), ignored: columns.ignored((cell) => cell !== '****') };
}

function refusal(columns: ColumnReader, record: CsvRecord, email: string, earlier: number | undefined): string | undefined {
  if (email === '') return 'has no email address';
  if (!ADDRESS.test(email)) return `"${email}" is no email address`;
  if (earlier !== undefined) return `${email} stands in row ${earlier} already`;
  if (columns.cell(record, 'first name') === '' || columns.cell(record, 'last name') === '') return 'has no first or no last name';
  const path = columns.cell(record, 'org unit path');
  return path !== '' && !path.startsWith('/') ? `org unit path "${path}" does not start with a slash` : undefined;
}

function userOf(columns: ColumnReader, record: CsvRecord, primaryEmail: string): NewUser {
  const cell = (name: string): string => columns.cell(record, name);
  const several = (name: string): string[] =>
    cell(name)
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean);
  const list = (items: object[]): object[] | undefined => (items.length > 0 ? items : undefined);
  const status = (cell('new status') || cell('status')).toLowerCase();
  const organization = pick({
    title: cell('employee title'),
    department: cell('department'),
    costCenter: cell('cost center'),
    description: cell('employee type'),
  });
  const location = pick({ buildingId: cell('building id'), floorName: cell('floor name'), floorSection: cell('floor section') });
  return {
    primaryEmail,
    name: { givenName: cell('first name'), familyName: cell('last name') },
    orgUnitPath: cell('org unit path') || '/',
    suspended: status === 'suspended',
    archived: status === 'archived',
    changePasswordAtNextLogin: isTrue(cell('change password at next sign-in')),
    isEnrolledIn2Sv: isTrue(cell('2sv enrolled')),
    isEnforcedIn2Sv: isTrue(cell('2sv enforced')),
    lastLoginTime: instant(cell('last sign in')),
    recoveryEmail: cell('recovery email') || undefined,
    recoveryPhone: cell('recovery phone') || undefined,
    emails: list(['home', 'work'].flatMap((type) => several(`${type} secondary email`).map((address) => ({ address, type })))),
    phones: list(['work', 'home', 'mobile'].flatMap((type) => several(`${type} phone`).map((value) => ({ value, type })))),
    addresses: list(['work', 'home'].flatMap((type) => (cell(`${type} address`) ? [{ formatted: cell(`${type} address`), type }] : []))),
    externalIds: list(several('employee id').map((value) => ({ value, type: 'organization' }))),
    relations: list(several('manager email').map((value) => ({ value, type: 'manager' }))),
    organizations: list(Object.keys(organization).length > 0 ? [{ ...organization, primary: true }] : []),
    locations: list(Object.keys(location).length > 0 ? [{ ...location, type: 'desk', area: 'desk' }] : []),
  };
}

function pick(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

function isTrue(text: string): boolean {
  return /^true$/i.test(text);
}

/** `2026/02/27 08:14:05`, read as UTC; undefined for "Never logged in". */
function instant(text: string): number | undefined {
  const match = /^(\d{4})[/-](\d{2})[/-](\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
