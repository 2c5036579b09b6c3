import { isActive } from './isActive';
import { compareText } from '../base/compareText';
import { problem, type Problem } from '../base/Problem';
import type { DirectoryUser } from './DirectoryUser';
import type { Domain } from './Domain';
import type { GroupMember } from './GoogleGroup';
import type { NewUser } from '../users/NewUser';
import { lookAlikes } from './lookAlikes';
import type { OrgUnit } from './OrgUnit';
import { selectorKey, type TargetSelection, type TargetSelector } from './TargetSelection';

/** What was read from the Directory for a selection. Every listing named here is complete for the selectors that need it. */
export interface TargetListings {
  /** Users looked up. For an organizational unit or a domain: all of its users; for a group: all of its members that are users. */
  readonly users: readonly DirectoryUser[];
  /** By group id, nested members included. A selected group that is absent here was not found. */
  readonly members: Readonly<Record<string, readonly GroupMember[]>>;
  readonly orgUnits: readonly OrgUnit[];
  readonly domains: readonly Domain[];
}

export interface ResolvedTarget {
  readonly user: DirectoryUser;
  /** Labels of the selectors that named the user. */
  readonly from: readonly string[];
  /** Suspended or archived: no contacts can be copied to the account. */
  readonly suspended: boolean;
  /** Another address of the organization that is easily taken for this one. */
  readonly lookAlike?: string;
  /** Who is to be created; `user` is what the account will be. */
  readonly newUser?: NewUser;
}

export interface TargetResolution {
  /** By primary address, no user twice. */
  readonly targets: readonly ResolvedTarget[];
  /** What was chosen and is no target: gone, external, the whole customer, the source. */
  readonly problems: readonly Problem[];
}

/** Users behind a selection. The source user and excluded users are never among them. */
export const resolveTargets = (selection: TargetSelection, listings: TargetListings, sourceUserId?: string): TargetResolution => {
  const byId = new Map(listings.users.map((user) => [user.id, user]));
  const excluded = new Set(selection.excludedUserIds);
  const from = new Map<string, string[]>();
  const problems: Problem[] = [];
  for (const selector of distinct(selection.selectors)) {
    const named = usersOf(selector, listings, byId);
    problems.push(...named.problems);
    for (const user of new Set(named.users)) from.set(user.id, [...(from.get(user.id) ?? []), selector.label]);
  }
  const source = sourceUserId !== undefined && from.has(sourceUserId) ? byId.get(sourceUserId) : undefined;
  if (source !== undefined) problems.push(problem('target.isSource', { email: source.primaryEmail }));
  const alike = lookAlikes(listings.users);
  const targets = [...from.entries()].flatMap(([id, labels]): ResolvedTarget[] => {
    const user = byId.get(id);
    if (user === undefined || id === sourceUserId || excluded.has(id)) return [];
    const lookAlike = alike.get(id);
    return [{ user, from: labels, suspended: !isActive(user), ...(lookAlike === undefined ? {} : { lookAlike }) }];
  });
  return { targets: targets.sort((one, other) => compareText(one.user.primaryEmail, other.user.primaryEmail)), problems };
};

/** What one selector names. */
export interface Named {
  readonly users: readonly DirectoryUser[];
  readonly problems: readonly Problem[];
}

/** Users behind one selector, the source and excluded users too; `byId`: the listings' users. */
export const usersOf = (selector: TargetSelector, listings: TargetListings, byId: ReadonlyMap<string, DirectoryUser>): Named => {
  switch (selector.kind) {
    case 'user': {
      const user = byId.get(selector.userId);
      return user === undefined ? gone('target.userGone', selector) : { users: [user], problems: [] };
    }
    case 'group': {
      const members = listings.members[selector.groupId];
      return members === undefined ? gone('target.groupGone', selector) : orNobody(membersOf(selector, members, listings, byId), selector);
    }
    case 'orgUnit': {
      const unit = listings.orgUnits.find((candidate) => candidate.orgUnitId === selector.orgUnitId);
      if (unit === undefined) return gone('target.orgUnitGone', selector);
      const users = listings.users.filter((user) => isIn(user.orgUnitPath, unit.orgUnitPath, selector.includeChildren));
      return orNobody({ users, problems: [] }, selector);
    }
    case 'domain': {
      const domainName = selector.domainName.toLowerCase();
      if (!listings.domains.some((domain) => domain.domainName.toLowerCase() === domainName)) return gone('target.domainGone', selector);
      return orNobody({ users: listings.users.filter((user) => domainOf(user.primaryEmail) === domainName), problems: [] }, selector);
    }
  }
};

const membersOf = (
  selector: TargetSelector,
  members: readonly GroupMember[],
  listings: TargetListings,
  byId: ReadonlyMap<string, DirectoryUser>,
): Named => {
  const users: DirectoryUser[] = [];
  const problems: Problem[] = [];
  const ours = new Set(listings.domains.map((domain) => domain.domainName.toLowerCase()));
  for (const member of members) {
    const user = member.type === 'USER' && member.id !== undefined ? byId.get(member.id) : undefined;
    const isOurs = ours.has(domainOf(member.email ?? ''));
    const data = { group: selector.label, email: member.email ?? member.id ?? '' };
    if (user !== undefined) users.push(user);
    else if (member.type === 'CUSTOMER') problems.push(problem('target.wholeCustomer', data));
    else if (!isOurs) problems.push(problem('target.memberExternal', data));
    // A nested group of our own: its members stand in the same listing.
    else if (member.type !== 'GROUP') problems.push(problem('target.memberNotFound', data));
  }
  return { users, problems };
};

const orNobody = (named: Named, selector: TargetSelector): Named =>
  named.users.length > 0 || named.problems.length > 0 ? named : gone('target.nobody', selector);

const gone = (code: string, selector: TargetSelector): Named => ({ users: [], problems: [problem(code, { label: selector.label })] });

const isIn = (path: string, unit: string, includeChildren: boolean): boolean => {
  const inner = path.toLowerCase();
  const outer = unit.toLowerCase();
  return inner === outer || (includeChildren && inner.startsWith(outer === '/' ? '/' : `${outer}/`));
};

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

const distinct = (selectors: readonly TargetSelector[]): TargetSelector[] => {
  const byKey = new Map<string, TargetSelector>();
  for (const selector of selectors) if (!byKey.has(selectorKey(selector))) byKey.set(selectorKey(selector), selector);
  return [...byKey.values()];
};
