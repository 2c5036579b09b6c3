import { problem } from '../base/Problem';
import { fail, ok, type Result } from '../base/Result';
import type { DirectoryUser } from './DirectoryUser';
import type { Domain } from './Domain';
import type { GoogleGroup } from './GoogleGroup';
import type { OrgUnit } from './OrgUnit';
import { takenFor } from './lookAlikes';
import type { TargetCell } from './parseTargetCell';
import type { TargetSelector } from './TargetSelection';

export interface TargetNames {
  readonly users: readonly DirectoryUser[];
  readonly groups: readonly GoogleGroup[];
  readonly orgUnits: readonly OrgUnit[];
  /** Undefined where they could not be read: then nobody can tell an outsider from an address that is wrong. */
  readonly domains: readonly Domain[] | undefined;
}

/** The selector a cell means. Primary addresses come before aliases, users before groups. */
export const lookUpTargetCell = (cell: TargetCell, names: TargetNames): Result<TargetSelector> => {
  switch (cell.kind) {
    case 'address':
      return lookUpAddress(cell.email, names);
    case 'orgUnitPath': {
      const found = names.orgUnits.find((unit) => samePath(unit.orgUnitPath, cell.path));
      if (found === undefined) return fail(problem('target.orgUnitNotFound', { path: cell.path }));
      return ok({ kind: 'orgUnit', orgUnitId: found.orgUnitId, includeChildren: true, label: found.orgUnitPath });
    }
    case 'domain': {
      const found = names.domains?.find((domain) => domain.domainName.toLowerCase() === cell.domainName);
      if (found === undefined) return fail(problem('target.domainNotFound', { domainName: cell.domainName }));
      return ok({ kind: 'domain', domainName: found.domainName, label: found.domainName });
    }
  }
};

const lookUpAddress = (email: string, names: TargetNames): Result<TargetSelector> => {
  const isIn = (addresses: readonly string[]): boolean => addresses.some((address) => address.toLowerCase() === email);
  const user = names.users.find((candidate) => isIn([candidate.primaryEmail])) ?? names.users.find((candidate) => isIn(candidate.aliases));
  if (user !== undefined) return ok({ kind: 'user', userId: user.id, label: user.primaryEmail });
  const group = names.groups.find((candidate) => isIn([candidate.email, ...candidate.aliases]));
  if (group !== undefined) return ok({ kind: 'group', groupId: group.id, label: group.email });
  const latin = takenFor(email);
  if (latin !== undefined) return fail(problem('target.addressTakenFor', { email, latin }));
  const domainName = email.slice(email.indexOf('@') + 1);
  const ours =
    names.domains === undefined ||
    names.domains.some((domain) => [domain.domainName, ...domain.aliases].some((name) => name.toLowerCase() === domainName));
  return fail(problem(ours ? 'target.addressNotFound' : 'target.addressExternal', { email }));
};

/** Google treats the names of organizational units as case-insensitive. */
const samePath = (one: string, other: string): boolean => one.normalize('NFC').toLowerCase() === other.toLowerCase();
