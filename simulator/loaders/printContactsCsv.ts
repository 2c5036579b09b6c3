import { unparse } from 'papaparse';
import { currentVersion, type Item } from '../people/StoredContact';
import type { World } from '../World';
import { contactCells } from './contactCells';
import { FIXED_COLUMNS, NUMBERED_COLUMNS, type FixedColumn, type NumberedColumn } from './contactColumns';
import { joined } from './numberedCells';

/** Google's groups that are seen in exports. */
const SYSTEM_GROUPS: readonly string[] = ['coworkers', 'family', 'friends', 'myContacts', 'starred'];

/**
 * The person's contacts, in order of creation, as the "Google CSV" that Google Contacts exports since 2024
 * (https://support.google.com/contacts/answer/7199294): UTF-8 without byte order mark, LF. Throws when there is no such user.
 *
 * The format cannot hold, and `loadContactsCsv` does not bring back:
 * - of names: `unstructuredName`, `phoneticFullName` and phonetic prefix and suffix;
 * - nicknames, file-as names and organizations after the first, nicknames with a type, and of an organization all but name, title
 *   and department;
 * - IM, SIP and calendar addresses, genders, locations, occupations, interests, skills, external ids, locales, keywords, client
 *   data; the name beside an e-mail address; the photo itself (the cell has its address);
 * - whether notes were HTML; a birthday's text beside its date; dates without month or day; the country code beside a country;
 * - the primary mark of anything but e-mail addresses, phone numbers, websites and relations;
 * - ` ::: ` inside a value that has a label of its own or inside a label (it comes back as two), spaces around values,
 *   and CRLF in notes and addresses (they come back as LF);
 * - a type of the person's own that reads like one of Google's (`Work`), or anything beginning with `* ` among types and labels;
 * - labels without contacts, and contacts without data.
 */
export function printContactsCsv(world: World, userId: string): string {
  const contacts = world.people.contactsOf(userId).map((person) => {
    const { fixed, numbered } = contactCells({ ...person, fileAses: fileAses(world, userId, person) });
    return { fixed: { ...fixed, Labels: labels(world, userId, person) }, numbered };
  });
  const groups = (Object.keys(NUMBERED_COLUMNS) as NumberedColumn[]).flatMap((group) => {
    const count = contacts.reduce((most, { numbered }) => Math.max(most, numbered[group].length), 0);
    return Array.from({ length: count }, (_, at) => ({ group, at }));
  });
  const header = [
    ...FIXED_COLUMNS,
    ...groups.flatMap(({ group, at }) => NUMBERED_COLUMNS[group].map((part) => `${group} ${at + 1} - ${part}`)),
  ];
  const rows = contacts.map(({ fixed, numbered }) => [
    ...FIXED_COLUMNS.map((column: FixedColumn) => fixed[column]),
    ...groups.flatMap(({ group, at }) => NUMBERED_COLUMNS[group].map((part) => numbered[group][at]?.[part] ?? '')),
  ]);
  return `${unparse([header, ...rows], { newline: '\n' })}\n`;
}

/** No read of the People API shows them (https://developers.google.com/people/api/rest/v1/people/get), but Google Contacts does. */
function fileAses(world: World, userId: string, person: Item): readonly Item[] {
  const stored = world.people.bookOf(userId).find(person['resourceName'] as string);
  return (stored && currentVersion(stored).fields['fileAses']) ?? [];
}

/** The person's own labels, then Google's groups with a star. */
function labels(world: World, userId: string, person: Item): string {
  const memberships = (person['memberships'] ?? []) as { contactGroupMembership: { contactGroupResourceName: string } }[];
  const book = world.people.bookOf(userId);
  const groups = memberships.flatMap((one) => book.group(one.contactGroupMembership.contactGroupResourceName) ?? []);
  const system = groups.filter((group) => group.system && SYSTEM_GROUPS.includes(group.name)).map(({ name }) => name);
  return joined([...groups.filter((group) => !group.system).map(({ name }) => name), ...system.sort().map((name) => `* ${name}`)]);
}
