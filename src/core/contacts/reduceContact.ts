import type { ExistingContact } from './ExistingContact';
import { fingerprint } from './fingerprint';
import { parseMarks } from './Mark';
import { matchKeys } from './matchKeys';
import type { Person } from './Person';
import { portableFields } from './portableContact';

/** All that is kept of a contact of a target account. `whole`: every field was read, so that its fingerprint means something. */
export const reduceContact = (person: Person, whole = true): ExistingContact | undefined =>
  person.resourceName === undefined
    ? undefined
    : {
        resourceName: person.resourceName,
        ...(person.etag === undefined ? {} : { etag: person.etag }),
        marks: parseMarks(person.clientData),
        keys: matchKeys(person),
        fingerprint: whole ? fingerprint(portableFields(person)) : undefined,
        groups: (person.memberships ?? []).flatMap((membership) => membership.contactGroupMembership?.contactGroupResourceName ?? []),
      };
