import type { Network } from '../network/Network';
import { domainOperations } from './domainOperations';
import { groupOperations } from './groupOperations';
import { memberOperations } from './memberOperations';
import { memberWrites } from './memberWrites';
import { orgUnitOperations } from './orgUnitOperations';
import { roleAssignmentOperations } from './roleAssignmentOperations';
import { roleOperations } from './roleOperations';
import { schemaOperations } from './schemaOperations';
import { userOperations } from './userOperations';
import { userWrites } from './userWrites';

/** Admin SDK Directory API v1 (https://developers.google.com/workspace/admin/directory/reference/rest). */
export function registerDirectory(network: Network): void {
  network.register([
    ...userOperations,
    ...userWrites,
    ...groupOperations,
    ...memberOperations,
    ...memberWrites,
    ...orgUnitOperations,
    ...domainOperations,
    ...roleOperations,
    ...roleAssignmentOperations,
    ...schemaOperations,
  ]);
}
