/** Google's `alt`, `fields`, … are allowed on every operation; only `fields` is used. */
export interface OperationDescription {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly root: string;
  /** Path template of Google's discovery document; the order of its parameters is the order an advanced service takes them in. */
  readonly path: string;
  readonly query: readonly string[];
  /** Any one of these is enough; the first is the one Roster asks for. */
  readonly scopes: readonly string[];
  readonly effect: 'read' | 'write' | 'token';
  /** Sending it twice does no harm, so an unknown outcome may be retried blindly. */
  readonly repeatable: boolean;
  /** Expected size of one call with its answer, for the byte budget of a wave. */
  readonly bytes: number;
}

export const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

export const KILOBYTE = 1024;
