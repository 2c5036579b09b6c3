import type { UserRecord } from '../../simulator/directory/DirectoryRecords';
import { parseGroupMarks } from '../../src/core/contacts/ContactGroup';
import { decodeSyncEntry } from '../../src/core/sync/SyncEntry';
import { contactsAt, deliveredFor, isAdopted, isMember, type Contact, type NightCompany } from './nightCompany';
import { syncId } from './syncHands';
import { addressesOf, contentAt, numbersOf, wantedAt, type WantedContact } from './wantedAt';

/** What is not as it has to be after a night in which nothing went wrong: empty when all is. */
export const judgeNights = (company: NightCompany): string[] => {
  const { world, project, people, own } = company;
  const entry = decodeSyncEntry(syncId, project.scriptProperties.get(`sync.${syncId}`));
  const changed = [...own].filter(([key, before]) => {
    const [userId = '', resourceName = ''] = key.split(' ');
    const now = world.people.contact(userId, resourceName) as Contact | undefined;
    return now !== undefined && isAdopted(now) ? !holds(now, JSON.parse(before) as Contact) : JSON.stringify(now) !== before;
  });
  return [
    ...(entry?.state === 'active' ? [] : [`the sync is ${entry?.state}: ${JSON.stringify(entry?.reason)}`]),
    ...changed.map(([key]) => `${key}: a contact of one's own is not as it was`),
    ...people.flatMap((user, who) => (user.suspended ? [] : judgePerson(company, user, isMember(company, who)))),
  ];
};

const judgePerson = (company: NightCompany, user: UserRecord, isDestination: boolean): string[] => {
  const { mode, check, leavers } = company.choice;
  const has = (what: string): boolean => company.touched.has(`${user.id} ${what}`);
  // What owners do stays as they left it, until something else brings a run there.
  const isLeft = mode === 'report' || check === 'never';
  if (!isDestination && leavers === 'keep') return [];
  const all = contactsAt(company, user);
  const delivered = all.filter((contact) => deliveredFor(contact).length === 1);
  const merged = new Set(all.flatMap((contact) => (deliveredFor(contact).length > 1 ? deliveredFor(contact) : [])));
  const wanted = isDestination ? wantedAt(company, user) : [];
  const isTouched = (id: string): boolean => (mode !== 'enforce' || check === 'never') && has(id);
  const ids = new Set(wanted.map(({ id }) => id));
  const label = company.world.people
    .contactGroupsOf(user.id)
    .find(({ clientData }) => parseGroupMarks(clientData).some(({ origin }) => origin === syncId));
  const name = nameOfLabel(company);
  const findings: string[] = [];
  const say = (what: string): void => void findings.push(`${user.primaryEmail}: ${what}`);
  const isLabelLeft = isLeft && (has('label') || has('name'));
  if (mode === 'enforce' && !isLabelLeft && isDestination && delivered.length > 0 && label?.name !== name)
    say(`the label is ${label?.name} and not ${name}`);
  for (const contact of delivered) {
    const [id = ''] = deliveredFor(contact);
    if (!ids.has(id) && !isTouched(id) && !isAdopted(contact)) say(`${id} is there and not wanted`);
  }
  for (const one of wanted.filter(({ id }) => !merged.has(id))) {
    const { id } = one;
    const there = delivered.filter((contact) => deliveredFor(contact)[0] === id);
    const isOwnThere = all.some((contact) => deliveredFor(contact).length !== 1 && meets(contact, one));
    // What its owner put into one of two stays.
    if (there.length > 1 && !isTouched(id) && !there.some(isAdopted)) say(`${id} is there ${there.length} times`);
    if (isLeft && isTouched(id)) continue;
    if (there.length === 0 && !isOwnThere) say(`${id} is missing`);
    for (const contact of there) {
      const isRight = isTouched(id) || isAdopted(contact) ? says(contact, one) : contentAt(company, contact) === one.content;
      if (!isRight) say(`${id} is not as it is at the source`);
      const isIn = JSON.stringify(contact['memberships']).includes(`"${label?.resourceName}"`);
      if (!isIn && !isLabelLeft) say(`${id} is not under the label`);
    }
  }
  return findings;
};

const nameOfLabel = ({ world, choice, source, label }: NightCompany): string | undefined =>
  choice.source === 'directory'
    ? 'Colleagues'
    : world.people.contactGroupsOf(source.id).find(({ resourceName }) => resourceName === label)?.name;

const meets = (own: Contact, one: WantedContact): boolean => addressesOf(own).some((value) => one.addresses.includes(value));

/** Beside what its owner added, everything of the source is there. */
const says = (contact: Contact, { addresses, numbers }: WantedContact): boolean =>
  addresses.every((value) => addressesOf(contact).includes(value)) && numbers.every((value) => numbersOf(contact).includes(value));

/** Nothing that its owner had in it is lost. */
const holds = (contact: Contact, before: Contact): boolean =>
  says(contact, { id: '', content: '', addresses: addressesOf(before), numbers: numbersOf(before) });
