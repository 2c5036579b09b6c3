import type { Network } from '../network/Network';
import { deleteContactPhoto, updateContactPhoto } from './contactPhotos';
import { batchCreateContacts, createContact } from './createContacts';
import { batchDeleteContacts, deleteContact } from './deleteContacts';
import { getBatchGet, getPerson } from './getPeople';
import { listConnections } from './listConnections';
import { modifyMembers } from './modifyMembers';
import { batchGetContactGroups, getContactGroup, listContactGroups } from './readContactGroups';
import { searchContacts } from './searchContacts';
import { batchUpdateContacts, updateContact } from './updateContacts';
import { createContactGroup, deleteContactGroup, updateContactGroup } from './writeContactGroups';

/** The People API v1 (https://developers.google.com/people/api/rest), without "other contacts" and the domain directory. */
export function registerPeople(network: Network): void {
  network.register([
    getPerson,
    getBatchGet,
    listConnections,
    searchContacts,
    createContact,
    batchCreateContacts,
    updateContact,
    batchUpdateContacts,
    deleteContact,
    batchDeleteContacts,
    updateContactPhoto,
    deleteContactPhoto,
    listContactGroups,
    getContactGroup,
    batchGetContactGroups,
    createContactGroup,
    updateContactGroup,
    deleteContactGroup,
    modifyMembers,
  ]);
}
