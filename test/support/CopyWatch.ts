import { stateOf, type CopyCompany } from './copyCompany';
import type { Deed } from './copyTrouble';

type Shown = { readonly resourceName?: string; readonly clientData?: readonly { readonly key?: string; readonly value?: string }[] };

/** What is known about one target beside what Roster says. */
export interface TargetWatch {
  readonly id: string;
  readonly email: string;
  /** Contacts that Roster must leave as they are: the owner's, and what the owner changed. JSON by resource name. */
  readonly kept: Map<string, string>;
  /** Labels that are the owner's, as they must stay. */
  readonly labels: Map<string, string>;
  /** Addresses of wanted contacts that the owner threw away. */
  readonly thrownAway: Set<string>;
  /** Resource names of what the owner threw away. */
  readonly binned: Set<string>;
  readonly deeds: Deed[];
  /** Calls for this target that went wrong, and whether one of them was a reason to give up. */
  troubles: number;
  hopeless: boolean;
  suspendedAt: number | undefined;
}

/** Watches what the owners' own is and what befell each target, so that the end can be judged. */
export class CopyWatch {
  readonly targets: readonly TargetWatch[];
  readonly outsiders: ReadonlyMap<string, string>;
  /** Findings made on the way. */
  readonly findings: string[] = [];
  /** What the copy rests on changed, or cannot be read: the run ends as a whole. */
  sourceChanged = false;
  /** What went wrong or was done so far, in words. */
  readonly happened = new Set<string>();
  /** While a person uses the cards nothing goes wrong. */
  undisturbed = false;
  private readonly refusedTokens = new Map<string, number>();

  constructor(readonly company: CopyCompany) {
    const { world, shape } = company;
    this.targets = company.targets.map((target) => ({
      id: target.id,
      email: target.primaryEmail,
      kept: new Map(),
      labels: new Map(),
      thrownAway: new Set(),
      binned: new Set(),
      deeds: [],
      troubles: 0,
      // Whose account cannot hold the contacts, and a double of each until it is healed.
      hopeless: world.people.contactsOf(target.id).length + 2 * shape.wanted > world.people.settings.contactsPerUser,
      suspendedAt: undefined,
    }));
    for (const target of this.targets) this.keep(target, () => true);
    this.outsiders = new Map([company.operator, company.admin].map((user) => [user.id, this.bookText(user.id)]));
  }

  note(what: string): void {
    this.happened.add(what);
    if (['preparing', 'prepared'].includes(stateOf(this.company) ?? '')) this.happened.add('trouble in a preview');
  }

  /** Counts the tokens of one user that Google refused. */
  expired(email = ''): number {
    const count = (this.refusedTokens.get(email) ?? 0) + 1;
    this.refusedTokens.set(email, count);
    return count;
  }

  targetOf(email: string | undefined): TargetWatch | undefined {
    return this.targets.find(
      (target) => target.email === email || this.company.world.directory.userById(target.id)?.primaryEmail === email,
    );
  }

  /** Takes down how the owner's contacts are now: those kept before, and those that `isTheirs` names. */
  keep(target: TargetWatch, isTheirs: (resourceName: string) => boolean): void {
    const { people } = this.company.world;
    const names = new Set(target.kept.keys());
    target.kept.clear();
    for (const contact of people.contactsOf(target.id)) {
      const name = String(contact['resourceName']);
      if (names.has(name) || isTheirs(name)) target.kept.set(name, JSON.stringify(contact));
    }
    const labels = new Set(target.labels.keys());
    const first = labels.size === 0 && target.deeds.length === 0;
    target.labels.clear();
    for (const group of people.contactGroupsOf(target.id)) {
      if (first || labels.has(group.resourceName)) target.labels.set(group.resourceName, JSON.stringify(group));
    }
  }

  /** What was the owner's must be as it was. */
  checkKept(target: TargetWatch): void {
    const { people, directory } = this.company.world;
    if (directory.userById(target.id) === undefined) return;
    for (const [name, text] of target.kept) {
      const now = people.contact(target.id, name);
      if (now === undefined) this.findings.push(`${target.email}: the owner's ${name} is gone`);
      else if (JSON.stringify(now) !== text)
        this.findings.push(`${target.email}: the owner's ${name} was changed: ${text} became ${JSON.stringify(now)}`);
    }
    const groups = new Map(people.contactGroupsOf(target.id).map((group) => [group.resourceName, JSON.stringify(group)]));
    for (const [name, text] of target.labels) {
      if (groups.get(name) !== text)
        this.findings.push(`${target.email}: the owner's label ${name} was changed: ${text} became ${groups.get(name)}`);
    }
  }

  bookText(userId: string): string {
    const { people } = this.company.world;
    return JSON.stringify([people.contactsOf(userId), people.trashOf(userId), people.contactGroupsOf(userId)]);
  }
}

/** Whether Roster delivered this contact and nobody merged it. */
export const isMarked = (contact: object): boolean => ((contact as Shown).clientData ?? []).some(({ key }) => key === 'roster');

/** Addresses in a contact. */
export const addressesOf = (contact: object): string[] =>
  ((contact as { readonly emailAddresses?: readonly { readonly value?: string }[] }).emailAddresses ?? []).map(({ value }) => value ?? '');
