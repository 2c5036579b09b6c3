import type { GateCompany, PersonName } from './gateCompany';
import { officers, storedRequests } from './gateCompany';

const LIFETIME = 14 * 86_400_000;
const CLOSED = ['denied', 'withdrawn', 'expired'];
const LET_THROUGH = ['approved', 'running', 'done', 'partlyDone'];

/** Somebody said yes or no, by a button that was shown to them, by the page, or by a call as themself. */
export interface Said {
  readonly who: PersonName;
  readonly requestId: string;
  readonly digest: string;
  readonly decision: 'approve' | 'deny';
}

interface Book {
  /** Who asked. */
  readonly requesterId: string;
  /** When it was first seen to wait. */
  sentAt: number | undefined;
  closedAs: string | undefined;
  /** Its state was one that only an approval leads to. */
  isThrough: boolean;
  /** An officer said no before enough said yes; undone when it is not sure any more that it counted. */
  deniedBy: PersonName | undefined;
  readonly decided: Map<PersonName, 'approve' | 'deny'>;
}

/**
 * Keeps its own books of who asked, who decided about what when, and who was an officer then, and knows nothing of Roster's code: it
 * reads request states and digests out of script properties, the network's log, and everybody's contacts. `findings` is empty while
 * nothing was written, and nothing was let through, that had no approval.
 */
export class GateJudge {
  readonly findings: string[] = [];
  /** Requests that were let through. */
  letThrough = 0;
  writes = 0;
  private readonly books = new Map<string, Book>();
  private readonly appointed = new Set<PersonName>(officers);
  private readonly inactive = new Set<PersonName>();
  private readonly before = new Map<string, string>();
  private policy: string | undefined;

  constructor(private readonly company: GateCompany) {
    for (const id of company.world.directory.users.keys()) this.before.set(id, this.accountOf(id));
    this.policy = this.rules();
    const [alpha, beta] = storedRequests(company);
    if (alpha?.state !== 'waiting' || beta?.state !== 'prepared')
      throw new Error('a case begins with one that waits and one that is prepared');
    this.open(alpha.id, company.ids.admin);
    this.open(beta.id, company.ids.otto);
    this.afterStep('start', 'operator', undefined);
  }

  /** An officer was removed by a request that is no part of the case. */
  removed(who: PersonName): void {
    this.appointed.delete(who);
    this.policy = this.rules();
    this.forgetDenials(who);
  }

  suspended(who: PersonName, is: boolean): void {
    if (is) this.inactive.add(who);
    else this.inactive.delete(who);
    this.forgetDenials(who);
  }

  /** Their address is another one: what they said under the former one may not have counted. */
  moved(who: PersonName): void {
    this.forgetDenials(who);
  }

  /** Looks at everything after a step that `who` did, in which they may have said something. */
  afterStep(step: string, who: PersonName, said: Said | undefined): void {
    const { project, ids, world } = this.company;
    if (said !== undefined) this.note(said);
    for (const { id, state } of storedRequests(this.company)) {
      const book = this.books.get(id) ?? this.open(id, ids[who]);
      if (state === 'waiting') book.sentAt ??= world.clock.now();
      if (book.closedAs !== undefined && state !== book.closedAs) this.findings.push(`${step}: ${id} was ${book.closedAs} and is ${state}`);
      if (CLOSED.includes(state)) book.closedAs = state;
      const enters = LET_THROUGH.includes(state) && !book.isThrough;
      if (!enters) continue;
      book.isThrough = true;
      this.letThrough += 1;
      if (!this.isApproved(book, 'appointed')) this.findings.push(`${step}: ${id} is ${state} without an approval`);
    }
    this.judgeWrites(step);
    for (const [id, text] of this.before) {
      if (this.accountOf(id) === text) continue;
      this.before.set(id, this.accountOf(id));
      if (!this.mayChange(id)) this.findings.push(`${step}: the contacts of ${id} changed without an approval`);
    }
    if (this.rules() !== this.policy) this.findings.push(`${step}: the rules changed`);
    if (Object.keys(project.scriptProperties.entries()).some((key) => key.startsWith('preApproval.')))
      this.findings.push(`${step}: there is a pre-approval`);
  }

  /** States of all requests. */
  states(): string[] {
    return storedRequests(this.company).map(({ state }) => state);
  }

  private judgeWrites(step: string): void {
    const { world, project } = this.company;
    const { entries } = world.network.log;
    for (const { operation = '', as, effect, executionId } of entries.splice(0)) {
      if (effect !== 'write') continue;
      this.writes += 1;
      const target = as === undefined ? undefined : world.directory.userByEmail(as)?.id;
      if (!operation.startsWith('people.') || target === undefined || !this.mayChange(target))
        this.findings.push(`${step}: ${operation} as ${as} without an approval`);
      const execution = project.executions.find(({ id }) => id === executionId);
      if (execution?.kind !== 'trigger')
        this.findings.push(`${step}: ${operation} by ${execution?.functionName}, which no trigger started`);
    }
  }

  private note({ who, requestId, digest, decision }: Said): void {
    const { world } = this.company;
    const book = this.books.get(requestId);
    const request = storedRequests(this.company).find(({ id }) => id === requestId);
    if (book?.sentAt === undefined || request === undefined || request.digest !== digest) return;
    if (!this.counts(who, book) || world.clock.now() >= book.sentAt + LIFETIME || book.decided.has(who)) return;
    if (decision === 'approve') book.decided.set(who, decision);
    // A denial without a reason, or one whose execution was killed, is none.
    else if (this.isKept(requestId, who)) {
      book.decided.set(who, decision);
      if (this.approvals(book) < this.company.needed) book.deniedBy ??= who;
    }
  }

  /** What stands there as their decision is theirs: somebody may have their former address. */
  private isKept(requestId: string, who: PersonName): boolean {
    const { project, ids, world } = this.company;
    const text = project.scriptProperties.get(`claim.${requestId}.${ids[who]}`);
    return text !== undefined && world.directory.userByEmail((JSON.parse(text) as { email: string }).email)?.id === ids[who];
  }

  /** The policy; addresses in it are for show. */
  private rules(): string {
    const { officers: listed, ...others } = JSON.parse(this.company.project.scriptProperties.get('policy') ?? '{}') as {
      officers: { userId: string }[];
    };
    return JSON.stringify([listed.map(({ userId }) => userId), others]);
  }

  /** `appointed`: enough for the state, also while somebody who approved it is suspended; a write wants them to be active, too. */
  private isApproved(book: Book, as: 'active' | 'appointed' = 'active'): boolean {
    return book.closedAs === undefined && book.deniedBy === undefined && this.approvals(book, as) >= this.company.needed;
  }

  private approvals(book: Book, as: 'active' | 'appointed' = 'active'): number {
    const approving = [...book.decided].flatMap(([who, decision]) => (decision === 'approve' ? [who] : []));
    return approving.filter((who) => (as === 'active' ? this.counts(who, book) : this.appointed.has(who))).length;
  }

  private counts(who: PersonName, { requesterId }: Book): boolean {
    return this.appointed.has(who) && !this.inactive.has(who) && this.company.ids[who] !== requesterId;
  }

  /** Some approved request has this user among its targets. */
  private mayChange(userId: string): boolean {
    return [...this.books.values()].some(
      (book) => this.isApproved(book) && this.company.targetsOf[book.requesterId]?.includes(userId) === true,
    );
  }

  /** What was not looked at yet when they stopped being an officer may not have counted. */
  private forgetDenials(who: PersonName): void {
    for (const book of this.books.values()) if (book.deniedBy === who) book.deniedBy = undefined;
  }

  private open(id: string, requesterId: string): Book {
    const book: Book = { requesterId, sentAt: undefined, closedAs: undefined, isThrough: false, deniedBy: undefined, decided: new Map() };
    this.books.set(id, book);
    return book;
  }

  private accountOf(userId: string): string {
    const { people } = this.company.world;
    return JSON.stringify([people.contactsOf(userId), people.contactGroupsOf(userId)]);
  }
}
