import type { Manifest } from './Manifest';

/**
 * Which scopes each user has allowed. A person may allow only some of what the manifest asks for
 * (https://developers.google.com/apps-script/concepts/scopes); what the manifest does not name is never granted.
 */
export class Consents {
  private readonly given = new Map<string, Set<string>>();

  constructor(private readonly manifest: () => Manifest) {}

  /** `all` = every scope the manifest names now; others cannot be ticked, nor be on hand for a later manifest. Adds to what was allowed before. */
  give(userId: string, scopes: readonly string[] | 'all'): void {
    const known = this.given.get(userId) ?? new Set<string>();
    for (const scope of this.manifest().oauthScopes) if (scopes === 'all' || scopes.includes(scope)) known.add(scope);
    this.given.set(userId, known);
  }

  /** Takes back these scopes, or everything. */
  withdraw(userId: string, scopes?: readonly string[]): void {
    if (scopes === undefined) this.given.delete(userId);
    else for (const scope of scopes) this.given.get(userId)?.delete(scope);
  }

  granted(userId: string): ReadonlySet<string> {
    const given = this.given.get(userId);
    return new Set(this.manifest().oauthScopes.filter((scope) => given?.has(scope)));
  }

  /** Scopes of the manifest that the user has not allowed. */
  missing(userId: string): readonly string[] {
    const granted = this.granted(userId);
    return this.manifest().oauthScopes.filter((scope) => !granted.has(scope));
  }

  /** True when the user has been through the consent screen, or there is nothing to ask. */
  has(userId: string): boolean {
    return this.given.has(userId) || this.manifest().oauthScopes.length === 0;
  }
}
