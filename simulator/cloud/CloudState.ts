import { SignQuota } from '../iam/SignQuota';
import type { Principal } from '../network/Operation';
import type { World } from '../World';
import { ACCESS_TOKEN_SECONDS } from './limits';

export interface CloudProject {
  /** Project number; it is what quotas and errors name. */
  readonly number: string;
  readonly projectId: string;
  /** Host names of the enabled APIs, e.g. `people.googleapis.com`. */
  readonly enabledApis: Set<string>;
}

export interface ServiceAccount {
  readonly email: string;
  /** Numeric unique id; it is also the OAuth client id that a delegation grant names. */
  readonly clientId: string;
  readonly project: string;
  /** Directory user ids and service-account addresses that hold Service Account Token Creator on this account. */
  readonly tokenCreators: Set<string>;
  disabled: boolean;
}

/** One line of Admin console > Security > API controls > Domain-wide delegation. */
export interface DelegationGrant {
  readonly clientId: string;
  readonly scopes: ReadonlySet<string>;
  /** Virtual time from which the token endpoint knows it. */
  readonly effectiveAt: number;
}

interface AccessToken {
  readonly principal: Principal;
  readonly expiresAt: number;
}

/** Cloud projects, enabled APIs, service accounts, delegation grants and access tokens. No permission checks here: people and loaders use it directly. */
export class CloudState {
  readonly projects = new Map<string, CloudProject>();
  readonly serviceAccounts = new Map<string, ServiceAccount>();
  readonly signings = new SignQuota();
  /** How long a new delegation grant takes to be known, ms. Google: usually minutes, up to 24 hours. */
  delegationDelay = 0;
  /** Whether the token endpoint takes a user's alias as `sub`. Google promises neither answer. */
  acceptsAliasAsSubject = false;
  private grants = new Map<string, DelegationGrant[]>();
  private tokens = new Map<string, AccessToken>();

  constructor(private world: World) {}

  addProject(project: { number?: string; projectId?: string; enabledApis?: readonly string[] } = {}): CloudProject {
    const number = project.number ?? `${this.world.random.integer(9) + 1}${this.world.random.text(11, '0123456789')}`;
    const added = { number, projectId: project.projectId ?? `project-${number}`, enabledApis: new Set(project.enabledApis ?? []) };
    this.projects.set(number, added);
    return added;
  }

  isApiEnabled(project: string, host: string): boolean {
    return this.projects.get(project)?.enabledApis.has(host) ?? false;
  }

  /** `project` is the number of a project that exists. */
  addServiceAccount(account: { project: string; name?: string; email?: string; clientId?: string }): ServiceAccount {
    const project = this.projects.get(account.project);
    if (project === undefined) throw new Error(`simulator: no Cloud project ${account.project}`);
    const added: ServiceAccount = {
      email: account.email ?? `${account.name ?? 'service'}@${project.projectId}.iam.gserviceaccount.com`,
      clientId: account.clientId ?? `1${this.world.random.text(20, '0123456789')}`,
      project: project.number,
      tokenCreators: new Set(),
      disabled: false,
    };
    this.serviceAccounts.set(added.email, added);
    return added;
  }

  /** By address or unique id. */
  serviceAccount(key: string): ServiceAccount | undefined {
    return this.serviceAccounts.get(key) ?? [...this.serviceAccounts.values()].find((account) => account.clientId === key);
  }

  /** Grants the scopes to the client in that customer's Admin console; replaces an earlier grant of the same client. */
  grantDelegation(customerId: string, clientId: string, scopes: readonly string[]): DelegationGrant {
    this.revokeDelegation(customerId, clientId);
    const grant = { clientId, scopes: new Set(scopes), effectiveAt: this.world.clock.now() + this.delegationDelay };
    this.grants.set(customerId, [...this.delegations(customerId), grant]);
    return grant;
  }

  revokeDelegation(customerId: string, clientId: string): void {
    this.grants.set(
      customerId,
      this.delegations(customerId).filter((grant) => grant.clientId !== clientId),
    );
  }

  delegations(customerId: string): readonly DelegationGrant[] {
    return this.grants.get(customerId) ?? [];
  }

  /** An OAuth access token for one hour (or `seconds`). `project` is charged for the calls made with it. */
  issueToken(grant: { userId: string; scopes: Iterable<string>; via: Principal['via']; project: string; seconds?: number }): string {
    const token = `ya29.${this.world.random.text(60, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')}`;
    const principal = { userId: grant.userId, scopes: new Set(grant.scopes), via: grant.via, project: grant.project };
    this.tokens.set(token, { principal, expiresAt: this.world.clock.now() + (grant.seconds ?? ACCESS_TOKEN_SECONDS) * 1000 });
    return token;
  }

  /** Undefined when the token is unknown, revoked or expired at `now`, or its user is suspended, archived or deleted. */
  principalOf(token: string, now: number): Principal | undefined {
    const held = this.tokens.get(token);
    if (held === undefined || now >= held.expiresAt) return undefined;
    const user = this.world.directory.userById(held.principal.userId);
    return user === undefined || user.suspended || user.archived ? undefined : held.principal;
  }

  /** Voids the user's tokens; with `project`, only those that the user's own consent to that project gave. */
  revokeTokens(userId: string, project?: string): void {
    const isMeant = (principal: Principal): boolean =>
      principal.userId === userId && (project === undefined || (principal.via === 'user' && principal.project === project));
    for (const [token, { principal }] of this.tokens) if (isMeant(principal)) this.tokens.delete(token);
  }
}
