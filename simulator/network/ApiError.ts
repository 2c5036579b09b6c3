export interface ApiErrorFields {
  /** HTTP status. */
  readonly code: number;
  readonly message: string;
  /** google.rpc.Code name, e.g. `RESOURCE_EXHAUSTED` (newer APIs; absent in Directory v1 answers). */
  readonly status?: string;
  /** Entry of the legacy `errors[]` list; the reason is e.g. `notFound`, `duplicate`. */
  readonly reason?: string;
  readonly domain?: string;
  readonly details?: readonly unknown[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The whole `errors[]` list, where its texts differ from `message`. */
  readonly errors?: readonly object[];
  /** The whole body, for endpoints whose errors have another shape (RFC 6749 at the token endpoint). */
  readonly rawBody?: object;
}

/** An error answer of a Google API: thrown by operations, rendered as JSON by Network. */
export class ApiError extends Error {
  constructor(readonly fields: ApiErrorFields) {
    super(fields.message);
  }

  body(): object {
    const { code, message, status, reason, domain, details, errors, rawBody } = this.fields;
    if (rawBody !== undefined) return rawBody;
    const list = errors ?? (reason === undefined ? undefined : [{ message, domain: domain ?? 'global', reason }]);
    return {
      error: {
        code,
        message,
        ...(list === undefined ? {} : { errors: list }),
        ...(status === undefined ? {} : { status }),
        ...(details === undefined ? {} : { details }),
      },
    };
  }
}
