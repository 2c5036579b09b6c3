import type { Operation, OperationCall } from '../network/Operation';
import { domainNotFound } from './directoryErrors';
import { directoryRead } from './directoryOperation';
import type { CustomerRecord, DomainRecord } from './DirectoryRecords';
import { requireCustomer, requirePrivilege } from './privileges';
import { etagOf } from './takePage';

const SCOPES = ['admin.directory.domain', 'admin.directory.domain.readonly'];

export const domainOperations: readonly Operation[] = [
  directoryRead({
    id: 'directory.domains.get',
    path: 'customer/{customer}/domains/{domainName}',
    scopes: SCOPES,
    handle(call) {
      const wanted = (call.path['domainName'] ?? '').toLowerCase();
      const found = readableCustomer(call).domains.find((domain) => domain.domainName === wanted);
      if (found === undefined) throw domainNotFound();
      return presentDomain(found);
    },
  }),
  directoryRead({
    id: 'directory.domains.list',
    path: 'customer/{customer}/domains',
    scopes: SCOPES,
    handle(call) {
      const domains = readableCustomer(call).domains.map(presentDomain);
      return { kind: 'admin#directory#domains', etag: etagOf(domains), domains };
    },
  }),
];

function readableCustomer(call: OperationCall): CustomerRecord {
  const customer = requireCustomer(call, call.path['customer'] ?? '');
  requirePrivilege(call, 'DOMAIN_MANAGEMENT');
  return customer;
}

function presentDomain(domain: DomainRecord): object {
  const creationTime = String(domain.creationTime);
  const shown = {
    domainName: domain.domainName,
    isPrimary: domain.isPrimary,
    verified: domain.verified,
    creationTime,
    ...(domain.aliases.length === 0
      ? {}
      : {
          domainAliases: domain.aliases.map((domainAliasName) => ({
            kind: 'admin#directory#domainAlias',
            etag: etagOf([domainAliasName, domain.domainName]),
            domainAliasName,
            parentDomainName: domain.domainName,
            verified: true,
            creationTime,
          })),
        }),
  };
  return { kind: 'admin#directory#domain', etag: etagOf(shown), ...shown };
}
