import { registerChat } from '../chat/registerChat';
import { registerCloudIdentity } from '../cloudidentity/registerCloudIdentity';
import { registerDirectory } from '../directory/registerDirectory';
import { registerIam } from '../iam/registerIam';
import type { FaultEffect } from '../kernel/Faults';
import { registerOauth } from '../oauth/registerOauth';
import { registerPeople } from '../people/registerPeople';
import type { World } from '../World';
import { admit } from './admit';
import { ApiError } from './ApiError';
import { apiHost } from './apiHosts';
import type { HttpRequest, HttpResponse, SendContext, Sent } from './HttpRequest';
import { htmlResponse, jsonResponse } from './jsonResponse';
import { NetworkLog, type NetworkFilter } from './NetworkLog';
import type { Operation, Principal } from './Operation';
import { checkQuery, readBody, readQuery, type QueryValues } from './readRequest';
import { RouteTable, type RouteMatch } from './RouteTable';

/** A request that reached an operation, with both bodies: for recorders such as conformance. */
export interface Exchange {
  readonly operation: Operation;
  readonly request: HttpRequest;
  /** What the operation answered, also when a fault replaced it on the way back. */
  readonly response: HttpResponse;
  readonly caller: Principal | undefined;
}

/** Answers for a host that is no Google API (a web app's address, say). */
export type HostHandler = (
  request: HttpRequest,
  context: SendContext,
) => { readonly response: HttpResponse; readonly milliseconds: number };

const NO_ANSWER: HttpResponse = { status: 0, headers: {}, body: '' };

/** Google's HTTP APIs: finds the operation, admits the caller, applies faults, lets it work, keeps the log. Does not move the clock. */
export class Network {
  readonly log = new NetworkLog();
  private routes = new RouteTable();
  private handlers = new Map<string, HostHandler>();
  private observers = new Set<(exchange: Exchange) => void>();

  constructor(private world: World) {
    registerOauth(this);
    registerIam(this);
    registerDirectory(this);
    registerPeople(this);
    registerChat(this);
    registerCloudIdentity(this);
  }

  register(operations: readonly Operation[]): void {
    for (const operation of operations) {
      apiHost(operation.host);
      this.routes.add(operation);
    }
  }

  registerHost(host: string, handler: HostHandler): void {
    this.handlers.set(host, handler);
  }

  operations(): Operation[] {
    return this.routes.operations();
  }

  /** Shows every exchange as it passes; the returned function stops it. */
  observe(observer: (exchange: Exchange) => void): () => void {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  }

  count(filter: NetworkFilter = {}): number {
    return this.log.select(filter).length;
  }

  /** Sends one request and answers at once; the sender lets `milliseconds` pass. Never throws for what Google or the network would answer. */
  send(request: HttpRequest, context: SendContext = {}): Sent {
    let url: URL;
    try {
      url = new URL(request.url);
    } catch {
      return this.unanswered(request, context, `Invalid argument: ${request.url}`);
    }
    const handler = this.handlers.get(url.host);
    if (handler !== undefined) return this.keep(request, context, undefined, undefined, false, handler(request, context));
    if (!this.routes.knowsHost(url.host)) {
      const sent = this.unanswered(request, context, `DNS error: ${request.url}`);
      return /(^|\.)(googleapis|google)\.com$/.test(url.hostname) ? { ...sent, notSimulated: true } : sent;
    }
    if (url.protocol !== 'https:') return this.refuse(request, context, 403, 'SSL is required to perform this operation.');
    const match = this.routes.find(url.host, request.method.toUpperCase(), url.pathname);
    if (match === undefined)
      return { ...this.refuse(request, context, 404, 'The requested URL was not found on this server.'), notSimulated: true };
    return this.perform(request, context, match, readQuery(url));
  }

  private perform(request: HttpRequest, context: SendContext, match: RouteMatch, query: QueryValues): Sent {
    const { operation, path } = match;
    const admitted = admit(this.world, operation, request, query);
    const caller = admitted.caller;
    const as = caller === undefined ? undefined : this.world.directory.userById(caller.userId)?.primaryEmail;
    const effects = this.world.faults.strike({ name: operation.id, url: request.url, ...(as === undefined ? {} : { as }) });
    for (const effect of effects) if (effect.kind === 'meanwhile') effect.do();
    const slow = effects.reduce((sum, effect) => sum + (effect.kind === 'slow' ? effect.milliseconds : 0), 0);
    let milliseconds = this.world.latency.ofOperation(operation.id) + slow;

    const before = effects.find((effect) => strikes(effect, 'before'));
    if (before !== undefined) return this.keep(request, context, operation, caller, false, struck(before, milliseconds));

    let response: HttpResponse;
    let committed = false;
    try {
      if (admitted.error !== undefined) throw admitted.error;
      const wrong = checkQuery(operation, query);
      if (wrong !== undefined) throw wrong;
      const body = readBody(operation, request);
      if ('error' in body) throw body.error;
      const delay = (more: number) => void (milliseconds += more);
      const answer = operation.handle({ world: this.world, caller, path, query, body: body.value, now: this.world.clock.now(), delay });
      committed = true;
      response = jsonResponse(200, answer, query);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      response = jsonResponse(error.fields.code, error.body(), {}, error.fields.headers);
    }
    const after = effects.find((effect) => strikes(effect, 'after'));
    const sent = after === undefined ? { response, milliseconds } : struck(after, milliseconds);
    for (const observer of this.observers) observer({ operation, request, response, caller });
    return this.keep(request, context, operation, caller, committed, sent);
  }

  /** The front end's own answer to a request that reaches no method. */
  private refuse(request: HttpRequest, context: SendContext, status: number, text: string): Sent {
    const answer = { response: htmlResponse(status, text), milliseconds: this.world.latency.ofOperation('') };
    return this.keep(request, context, undefined, undefined, false, answer);
  }

  private unanswered(request: HttpRequest, context: SendContext, thrown: string): Sent {
    return this.keep(request, context, undefined, undefined, false, { response: NO_ANSWER, milliseconds: 0, thrown });
  }

  private keep(
    request: HttpRequest,
    context: SendContext,
    operation: Operation | undefined,
    caller: Principal | undefined,
    committed: boolean,
    sent: Sent,
  ): Sent {
    this.log.add({
      at: this.world.clock.now(),
      operation: operation?.id,
      effect: operation?.effect,
      method: request.method.toUpperCase(),
      url: request.url,
      as: caller === undefined ? undefined : this.world.directory.userById(caller.userId)?.primaryEmail,
      via: caller?.via,
      status: sent.response.status,
      milliseconds: sent.milliseconds,
      requestBytes: Buffer.byteLength(request.body),
      responseBytes: Buffer.byteLength(sent.response.body),
      executionId: context.executionId,
      committed,
    });
    return sent;
  }
}

function strikes(effect: FaultEffect, when: 'before' | 'after'): boolean {
  return (effect.kind === 'answer' || effect.kind === 'throw' || effect.kind === 'kill') && effect.when === when;
}

function struck(effect: FaultEffect, milliseconds: number): Sent {
  if (effect.kind === 'throw') return { response: NO_ANSWER, milliseconds, thrown: effect.message };
  if (effect.kind === 'kill') return { response: NO_ANSWER, milliseconds, killed: true };
  if (effect.kind !== 'answer') throw new Error(`simulator: ${effect.kind} does not replace an answer`);
  const body = typeof effect.body === 'string' ? effect.body : JSON.stringify(effect.body);
  const type = typeof effect.body === 'string' ? 'text/html; charset=UTF-8' : 'application/json; charset=UTF-8';
  return { response: { status: effect.status, headers: { 'Content-Type': type, ...effect.headers }, body }, milliseconds };
}
