import { ApiError } from '../network/ApiError';
import type { Operation, OperationCall } from '../network/Operation';
import { directoryRead } from './directoryOperation';
import type { CustomerRecord, OrgUnitRecord } from './DirectoryRecords';
import { isWithin, orgUnitByPath } from './orgUnitTree';
import { requireCustomer, requirePrivilege } from './privileges';
import { enumOf, textOf } from './readParameters';
import { etagOf } from './takePage';

const SCOPES = ['admin.directory.orgunit', 'admin.directory.orgunit.readonly'];

export const orgUnitOperations: readonly Operation[] = [
  directoryRead({
    id: 'directory.orgunits.get',
    path: 'customer/{customerId}/orgunits/{+orgUnitPath}',
    scopes: SCOPES,
    handle(call) {
      const customer = readableCustomer(call);
      return presentOrgUnit(customer, find(customer, call.path['orgUnitPath'] ?? ''));
    },
  }),
  directoryRead({
    id: 'directory.orgunits.list',
    path: 'customer/{customerId}/orgunits',
    query: ['orgUnitPath', 'type'],
    scopes: SCOPES,
    handle(call) {
      const customer = readableCustomer(call);
      const type = enumOf(call, 'type', ['all', 'children', 'allIncludingParent']) ?? 'children';
      const parent = find(customer, textOf(call, 'orgUnitPath') ?? '/');
      const organizationUnits = [...customer.orgUnits.values()]
        .filter((unit) => isListed(unit, parent, type))
        .map((unit) => presentOrgUnit(customer, unit));
      return {
        kind: 'admin#directory#orgUnits',
        etag: etagOf(organizationUnits),
        ...(organizationUnits.length === 0 ? {} : { organizationUnits }),
      };
    },
  }),
];

function readableCustomer(call: OperationCall): CustomerRecord {
  const customer = requireCustomer(call, call.path['customerId'] ?? '');
  requirePrivilege(call, 'ORGANIZATION_UNITS_RETRIEVE');
  return customer;
}

function isListed(unit: OrgUnitRecord, parent: OrgUnitRecord, type: 'all' | 'children' | 'allIncludingParent'): boolean {
  if (unit === parent) return type === 'allIncludingParent';
  return type === 'children' ? unit.parentOrgUnitId === parent.orgUnitId : isWithin(unit.orgUnitPath, parent.orgUnitPath);
}

/** By id (`id:…`) or path, with or without the leading slash. */
function find(customer: CustomerRecord, key: string): OrgUnitRecord {
  const found = key.startsWith('id:') ? customer.orgUnits.get(key) : orgUnitByPath(customer, key.startsWith('/') ? key : `/${key}`);
  if (found === undefined) throw new ApiError({ code: 404, message: 'Org unit not found', reason: 'notFound' });
  return found;
}

function presentOrgUnit(customer: CustomerRecord, unit: OrgUnitRecord): object {
  const parent = unit.parentOrgUnitId === undefined ? undefined : customer.orgUnits.get(unit.parentOrgUnitId);
  const shown = {
    name: unit.name,
    ...(unit.description === '' ? {} : { description: unit.description }),
    orgUnitPath: unit.orgUnitPath,
    ...(parent === undefined ? {} : { parentOrgUnitPath: parent.orgUnitPath, parentOrgUnitId: parent.orgUnitId }),
  };
  return { kind: 'admin#directory#orgUnit', orgUnitId: unit.orgUnitId, etag: etagOf(shown), ...shown };
}
