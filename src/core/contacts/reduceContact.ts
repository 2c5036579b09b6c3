import type { ExistingContact } from './ExistingContact';
import { fingerprint } from './fingerprint';
import { parseMarks } from './Mark';
import type { Person } from './Person';
import { portableFields } from './portableContact';

/** All that is kept of a contact of a target account. */
export const reduceContact = (person: Person): ExistingContact | undefined =>
  person.resourceName === undefined
    ? undefined
    : {
        resourceName: person.resourceName,
        ...(person.etag === undefined ? {} : { etag: person.etag }),
        marks: parseMarks(person.clientData),
        fingerprint: fingerprint(portableFields(person)),
        groups: (person.memberships ?? []).flatMap((membership) => membership.contactGroupMembership?.contactGroupResourceName ?? []),
      };
