import { isRowKind, type RowKind } from '../../core/imports/rowKinds';

/** Which targets a list shows; `noted`: only those with a warning, a refusal, or a result that is not as planned. */
export type Only = 'all' | 'noted' | RowKind;

/** What of a request the page wants to see. Pages are counted from 0. */
export type PageOptions =
  | { readonly view: 'request' }
  | { readonly view: 'targets'; readonly page: number; readonly only: Only }
  /** The contacts of the source, at one target of one action. */
  | { readonly view: 'contacts'; readonly page: number; readonly action: number; readonly target: string };

const keys = { request: ['view'], targets: ['view', 'page', 'only'], contacts: ['view', 'page', 'action', 'target'] } as const;

/** A Directory id, or the address of a user who is to be created. */
const TARGET = /^(?:[0-9A-Za-z]{1,64}|new:[a-z0-9._'@-]{3,318})$/;

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000;

/** What somebody passed from a browser; undefined when it is not exactly one of the options. Nothing passed: the request. */
export const readPageOptions = (passed: unknown): PageOptions | undefined => {
  if (passed === undefined || passed === null) return { view: 'request' };
  if (typeof passed !== 'object' || Array.isArray(passed)) return undefined;
  const { view, page, only, action, target } = passed as Readonly<Record<string, unknown>>;
  const has = (names: readonly string[]): boolean => Object.keys(passed).sort().join() === [...names].sort().join();
  if (view === 'request') return has(keys.request) ? { view } : undefined;
  if (!isCount(page)) return undefined;
  if (view === 'targets')
    return has(keys.targets) && (only === 'all' || only === 'noted' || isRowKind(only)) ? { view, page, only } : undefined;
  const isTarget = typeof target === 'string' && TARGET.test(target);
  return view === 'contacts' && has(keys.contacts) && isCount(action) && isTarget ? { view, page, action, target } : undefined;
};
