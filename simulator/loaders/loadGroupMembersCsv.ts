import type { MemberRole } from '../directory/DirectoryRecords';
import type { World } from '../World';
import { ColumnReader } from './ColumnReader';
import type { LoadReport, SkippedRow } from './LoadReport';
import { readCsv } from './readCsv';

export interface MemberRow {
  readonly row: number;
  readonly group: string;
  readonly groupName: string;
  /** '' in a row that only names a group, which is how an empty one is listed. */
  readonly member: string;
  readonly type: 'USER' | 'GROUP' | 'CUSTOMER' | undefined;
  readonly role: MemberRole;
}

const TYPES = ['USER', 'GROUP', 'CUSTOMER'] as const;
const ROLES = ['MEMBER', 'MANAGER', 'OWNER'] as const;

/** The group members CSV of the Admin console (https://support.google.com/a/answer/9191148): one row per membership; case varies. */
export function parseGroupMembersCsv(text: string): { readonly rows: readonly MemberRow[] } & Omit<LoadReport, 'loaded'> {
  const table = readCsv(text);
  const columns = new ColumnReader(table, (heading) => heading.replace(/\[.*$/, '').trim().toLowerCase());
  for (const name of ['group email', 'member email']) {
    if (!columns.has(name)) throw new Error(`This is no group members CSV: it has no column "${name}".`);
  }
  const skipped: SkippedRow[] = [...table.skipped];
  const rows: MemberRow[] = [];
  for (const record of table.records) {
    const group = columns.cell(record, 'group email').toLowerCase();
    const groupName = columns.cell(record, 'group name');
    const member = columns.cell(record, 'member email').toLowerCase();
    const typeText = columns.cell(record, 'member type').toUpperCase();
    const roleText = columns.cell(record, 'member role').toUpperCase() || 'MEMBER';
    const type = TYPES.find((known) => known === typeText);
    const role = ROLES.find((known) => known === roleText);
    if (!/^[^\s@]+@[^\s@]+$/.test(group)) skipped.push({ row: record.row, reason: `"${group}" is no group address` });
    else if (role === undefined) skipped.push({ row: record.row, reason: `role "${roleText}" is unknown` });
    else if (typeText !== '' && type === undefined) skipped.push({ row: record.row, reason: `type "${typeText}" is unknown` });
    else rows.push({ row: record.row, group, groupName, member, type, role });
  }
  return { rows, skipped, ignored: columns.ignored() };
}

/** Makes the groups of the file, then their memberships; `loaded` counts memberships. Addresses nobody here has become outside members. */
export function loadGroupMembersCsv(world: World, text: string): LoadReport & { readonly groups: readonly string[] } {
  const { rows, skipped: unread, ignored } = parseGroupMembersCsv(text);
  const skipped: SkippedRow[] = [...unread];
  const { directory } = world;
  const groups: string[] = [];
  const attempt = (row: number, work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      skipped.push({ row, reason: (error as Error).message.replace(/^simulator: /, '') });
      return false;
    }
  };
  for (const { row, group, groupName } of rows) {
    if (directory.groupByEmail(group)) continue;
    if (attempt(row, () => void directory.addGroup({ email: group, name: groupName || undefined }))) groups.push(group);
  }
  let loaded = 0;
  for (const { row, group, member, type, role } of rows) {
    if (!directory.groupByEmail(group) || (member === '' && type !== 'CUSTOMER')) continue;
    const reason = type === 'GROUP' ? nestingRefusal(world, group, member) : undefined;
    if (reason !== undefined) skipped.push({ row, reason });
    else if (attempt(row, () => void directory.addMember(group, type === 'CUSTOMER' ? { type, role } : { email: member, role })))
      loaded += 1;
  }
  return { loaded, skipped: skipped.sort((a, b) => a.row - b.row), ignored, groups };
}

function nestingRefusal(world: World, outer: string, inner: string): string | undefined {
  const { directory } = world;
  const [parent, child] = [directory.groupByEmail(outer), directory.groupByEmail(inner)];
  if (!child) return `there is no group ${inner}`;
  const reaches = (from: string, seen = new Set<string>()): boolean =>
    from === parent?.id ||
    (!seen.has(from) &&
      (directory.groupById(from)?.members ?? []).some((member) => member.type === 'GROUP' && reaches(member.id, seen.add(from))));
  return reaches(child.id) ? `${outer} would be a member of itself` : undefined;
}
