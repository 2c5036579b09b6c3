import { contentOf } from '../../demo/measure';
import type { UserRecord } from '../../simulator/directory/DirectoryRecords';
import { parseGroupMarks } from '../../src/core/contacts/ContactGroup';
import { decodeSyncEntry } from '../../src/core/sync/SyncEntry';
import type { DriftMode } from '../../src/core/sync/Sync';
import { contactsAt, deliveredFor, idOf, isMember, wantedContacts, type Contact, type NightCompany } from './nightCompany';
import { syncId } from './syncHands';

/** What is not as it has to be after a night in which nothing went wrong: empty when all is. */
export const judgeNights = (company: NightCompany, mode: DriftMode): string[] => {
  const { world, project, people, own } = company;
  const entry = decodeSyncEntry(syncId, project.scriptProperties.get(`sync.${syncId}`));
  const changed = [...own].filter(([key, before]) => {
    const [userId = '', resourceName = ''] = key.split(' ');
    return JSON.stringify(world.people.contact(userId, resourceName)) !== before;
  });
  return [
    ...(entry?.state === 'active' ? [] : [`the sync is ${entry?.state}: ${JSON.stringify(entry?.reason)}`]),
    ...changed.map(([key]) => `${key}: a contact of one's own is not as it was`),
    ...people.flatMap((user, who) => (user.suspended ? [] : judgePerson(company, mode, user, isMember(company, who)))),
  ];
};

const judgePerson = (company: NightCompany, mode: DriftMode, user: UserRecord, isDestination: boolean): string[] => {
  const all = contactsAt(company, user);
  const delivered = all.filter((contact) => deliveredFor(contact) !== undefined);
  const wanted = isDestination ? wantedContacts(company) : [];
  const isTouched = (id: string): boolean => mode !== 'enforce' && company.touched.has(`${user.id} ${id}`);
  const ids = new Set(wanted.map(idOf));
  const label = company.world.people
    .contactGroupsOf(user.id)
    .find(({ clientData }) => parseGroupMarks(clientData).some(({ origin }) => origin === syncId));
  const name = company.world.people.contactGroupsOf(company.source.id).find(({ resourceName }) => resourceName === company.label)?.name;
  const findings: string[] = [];
  const say = (what: string): void => void findings.push(`${user.primaryEmail}: ${what}`);
  if (mode === 'enforce' && delivered.length > 0 && label?.name !== name) say(`the label is ${label?.name} and not ${name}`);
  for (const contact of delivered) {
    const id = deliveredFor(contact)!;
    if (!ids.has(id) && !isTouched(id)) say(`${id} is there and not wanted`);
  }
  for (const one of wanted) {
    const id = idOf(one);
    const there = delivered.filter((contact) => deliveredFor(contact) === id);
    const isOwnThere = all.some((contact) => deliveredFor(contact) === undefined && meets(contact, one));
    if (there.length > 1) say(`${id} is there ${there.length} times`);
    if (mode === 'report' && isTouched(id)) continue;
    if (there.length === 0 && !isOwnThere) say(`${id} is missing`);
    for (const contact of there) {
      if (isTouched(id) ? !holds(contact, one) : contentOf(contact) !== contentOf(one)) say(`${id} is not as it is at the source`);
      const isIn = JSON.stringify(contact['memberships']).includes(`"${label?.resourceName}"`);
      if (!isIn && !(mode === 'report' && company.touched.has(`${user.id} label`))) say(`${id} is not under the label`);
    }
  }
  return findings;
};

const valuesOf = (contact: Contact, field: string): string[] =>
  ((contact[field] as readonly { readonly value: string }[] | undefined) ?? []).map(({ value }) => value);

const meets = (own: Contact, one: Contact): boolean =>
  valuesOf(own, 'emailAddresses').some((value) => valuesOf(one, 'emailAddresses').includes(value));

/** Beside what its owner added, everything of the source is there. */
const holds = (contact: Contact, one: Contact): boolean =>
  ['emailAddresses', 'phoneNumbers'].every((field) => valuesOf(one, field).every((value) => valuesOf(contact, field).includes(value)));
