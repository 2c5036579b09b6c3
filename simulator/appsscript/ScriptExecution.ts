import type { World } from '../World';
import type { Execution, ExecutionKind, Person } from './Execution';
import type { ExecutionRecord, LogEntry } from './ExecutionRecord';
import { tellNotSimulated } from './notSimulated';
import { Realm } from './Realm';
import type { ScriptProject } from './ScriptProject';

export interface ScriptExecutionFields {
  readonly project: ScriptProject;
  readonly record: ExecutionRecord;
  readonly effectiveUser: Person;
  readonly activeUser: Person | undefined;
  readonly activeSpreadsheetId: string | undefined;
  /** Milliseconds it may run. */
  readonly runTime: number;
  readonly granted: ReadonlySet<string>;
}

export type Ending = 'timeout' | 'killed' | 'unauthorized';

/** What is thrown into a script that goes on after its end, and what its record says. */
export const ENDING_MESSAGE: Readonly<Record<Ending, string>> = {
  timeout: 'Exceeded maximum execution time',
  killed: 'The execution was ended',
  unauthorized: 'Authorization is required to perform that action. Please run the script again to authorize it.',
};

/** One run of the script: the state behind Execution. */
export class ScriptExecution implements Execution {
  readonly world: World;
  readonly project: ScriptProject;
  readonly realm: Realm;
  readonly effectiveUser: Person;
  readonly activeUser: Person | undefined;
  readonly activeSpreadsheetId: string | undefined;
  readonly granted: ReadonlySet<string>;
  /** Set once the execution is over: no service call has any effect from then on. */
  ended: 'completed' | Ending | undefined;
  private readonly record: ExecutionRecord;
  private readonly runTime: number;
  private readonly atEnd: (() => void)[] = [];

  constructor(fields: ScriptExecutionFields) {
    this.project = fields.project;
    this.world = fields.project.world;
    this.record = fields.record;
    this.effectiveUser = fields.effectiveUser;
    this.activeUser = fields.activeUser;
    this.activeSpreadsheetId = fields.activeSpreadsheetId;
    this.runTime = fields.runTime;
    this.granted = fields.granted;
    const { clock, random } = this.world;
    this.realm = new Realm({ now: () => clock.now(), random: () => random.next(), timeZone: this.project.manifest.timeZone });
  }

  get id(): string {
    return this.record.id;
  }

  get kind(): ExecutionKind {
    return this.record.kind;
  }

  get startedAt(): number {
    return this.record.startedAt;
  }

  /** Milliseconds until Google ends this execution. */
  get timeLeft(): number {
    return this.startedAt + this.runTime - this.world.clock.now();
  }

  call<T>(name: string, options: { readonly scopes?: readonly string[]; readonly milliseconds?: number }, work: () => T): T {
    this.checkAlive();
    const { scopes = [], milliseconds = this.world.latency.ofService(name) } = options;
    if (scopes.length > 0 && !scopes.some((scope) => this.granted.has(scope))) throw this.missingScope(name, scopes);
    const effects = this.world.faults.strike({ name, as: this.effectiveUser.primaryEmail });
    for (const effect of effects) {
      if (effect.kind === 'answer') throw new Error(`simulator: an answer cannot be the fault of ${name}; only network operations answer`);
      if (effect.kind === 'meanwhile') effect.do();
      else if (effect.kind === 'slow') this.spend(effect.milliseconds);
      else if (effect.when === 'before') this.fail(effect);
    }
    this.spend(milliseconds);
    const result = this.work(work);
    for (const effect of effects) if ((effect.kind === 'throw' || effect.kind === 'kill') && effect.when === 'after') this.fail(effect);
    this.checkAlive();
    return result;
  }

  spend(milliseconds: number): void {
    this.checkAlive();
    if (milliseconds < this.timeLeft) {
      this.world.clock.advance(milliseconds);
      return;
    }
    this.world.clock.advance(Math.max(0, this.timeLeft));
    this.kill('timeout');
  }

  kill(reason: Ending): never {
    if (this.ended === undefined) {
      this.ended = reason;
      this.release();
    }
    throw this.exception(ENDING_MESSAGE[reason]);
  }

  /** Ends the execution so that the person can be asked for these scopes (https://developers.google.com/apps-script/concepts/scopes). */
  requireAuthorization(scopes: readonly string[]): never {
    this.record.authorizationRequired = scopes;
    this.kill('unauthorized');
  }

  exception(message: string, name = 'Exception'): Error {
    return this.realm.error(name, message);
  }

  log(severity: LogEntry['severity'], message: string): void {
    this.checkAlive();
    this.record.log.push({ severity, at: this.world.clock.now(), message });
  }

  /** Registers what the platform does when the execution is over, however it ends (locks are let go). */
  whenEnded(work: () => void): void {
    this.atEnd.push(work);
  }

  /** The function has returned or thrown: from now on the script has no effect. Says what ended it. */
  finish(): 'completed' | Ending {
    if (this.ended === undefined) {
      this.ended = this.timeLeft <= 0 ? 'timeout' : 'completed';
      this.release();
    }
    return this.ended;
  }

  /** Google's exceptions are errors of the script's realm: any other is a bug here, and must not pass for something the script may catch. */
  private work<T>(work: () => T): T {
    try {
      return work();
    } catch (thrown) {
      if (thrown instanceof Error && !thrown.message.startsWith('simulator:')) thrown.message = `simulator: ${thrown.message}`;
      tellNotSimulated(thrown);
      throw thrown;
    }
  }

  private release(): void {
    for (const work of this.atEnd.splice(0)) work();
  }

  private checkAlive(): void {
    if (this.ended === 'completed') throw this.exception('simulator: the execution is over');
    if (this.ended !== undefined) throw this.exception(ENDING_MESSAGE[this.ended]);
    if (this.timeLeft <= 0) this.kill('timeout');
  }

  private fail(effect: { readonly kind: 'throw'; readonly message: string } | { readonly kind: 'kill' }): never {
    if (effect.kind === 'kill') this.kill('killed');
    throw this.exception(effect.message);
  }

  private missingScope(name: string, scopes: readonly string[]): Error {
    const list = scopes.length === 1 ? scopes[0] : `(${scopes.join(' || ')})`;
    return this.exception(`Specified permissions are not sufficient to call ${name}. Required permissions: ${list}`);
  }
}
