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
}

/** An error answer of a Google API: thrown by operations, rendered as JSON by Network. */
export class ApiError extends Error {
  constructor(readonly fields: ApiErrorFields) {
    super(fields.message);
  }

  body(): object {
    const { code, message, status, reason, domain, details } = this.fields;
    return {
      error: {
        code,
        message,
        ...(reason === undefined ? {} : { errors: [{ message, domain: domain ?? 'global', reason }] }),
        ...(status === undefined ? {} : { status }),
        ...(details === undefined ? {} : { details }),
      },
    };
  }
}
