export interface HttpRequest {
  readonly method: string;
  /** Absolute, encoded. */
  readonly url: string;
  /** Names in any case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty when there is none. */
  readonly body: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Who sends: an execution of a script, or nobody in particular (a test, the loopback server). */
export interface SendContext {
  readonly executionId?: string;
}

/**
 * What became of a request. The sender moves the clock by `milliseconds`, then throws `thrown` when it is set, or ends its
 * execution when `killed` is set; in both cases `response` must not reach the script.
 */
export interface Sent {
  readonly response: HttpResponse;
  /** How long it took, virtual milliseconds. */
  readonly milliseconds: number;
  /** Text of the exception a sender sees instead of an answer (`DNS error: …`, an armed fault). */
  readonly thrown?: string;
  /** A fault ends the sending execution at this call. */
  readonly killed?: true;
  /** Google may have a method at this address, the simulator has none: a script must not take the answer for Google's. */
  readonly notSimulated?: true;
}

/** A header's value, whatever the case of its name. */
export function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of Object.entries(headers)) if (key.toLowerCase() === wanted) return value;
  return undefined;
}
