import type { Operation, OperationCall } from '../network/Operation';
import { resourceNotFound } from './directoryErrors';
import { directoryRead } from './directoryOperation';
import type { CustomerRecord, SchemaFieldRecord, SchemaRecord } from './DirectoryRecords';
import { requireCustomer, requirePrivilege } from './privileges';
import { etagOf } from './takePage';

const SCOPES = ['admin.directory.userschema', 'admin.directory.userschema.readonly'];

/** Custom user fields (https://developers.google.com/workspace/admin/directory/v1/guides/manage-schemas). */
export const schemaOperations: readonly Operation[] = [
  directoryRead({
    id: 'directory.schemas.list',
    path: 'customer/{customerId}/schemas',
    scopes: SCOPES,
    handle(call) {
      const schemas = [...readableCustomer(call).schemas.values()].map(presentSchema);
      return { kind: 'admin#directory#schemas', etag: etagOf(schemas), ...(schemas.length === 0 ? {} : { schemas }) };
    },
  }),
  directoryRead({
    id: 'directory.schemas.get',
    path: 'customer/{customerId}/schemas/{schemaKey}',
    scopes: SCOPES,
    handle(call) {
      const key = call.path['schemaKey'] ?? '';
      const { schemas } = readableCustomer(call);
      const found = schemas.get(key) ?? [...schemas.values()].find(({ schemaName }) => schemaName === key);
      if (found === undefined) throw resourceNotFound('schemaKey');
      return presentSchema(found);
    },
  }),
];

function readableCustomer(call: OperationCall): CustomerRecord {
  const customer = requireCustomer(call, call.path['customerId'] ?? '');
  requirePrivilege(call, 'SCHEMA_RETRIEVE');
  return customer;
}

function presentSchema({ fields, ...schema }: SchemaRecord): object {
  const shown = { ...schema, fields: fields.map(presentField) };
  return { kind: 'admin#directory#schema', etag: etagOf(shown), ...shown };
}

/** `multiValued` is left out when it is false. */
function presentField({ multiValued, ...field }: SchemaFieldRecord): object {
  const shown = { ...field, ...(multiValued ? { multiValued } : {}) };
  return { kind: 'admin#directory#schema#fieldspec', etag: etagOf(shown), ...shown };
}
