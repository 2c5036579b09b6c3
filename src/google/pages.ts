import { problem } from '../core/base/Problem';
import { fail, ok, type Result } from '../core/base/Result';
import type { Subject, Task } from './Call';
import type { OperationId } from './operations';
import { call, type Request } from './request';

export interface Paging<Item, T> {
  readonly request: Request;
  /** Property of the answer that holds the list; absent in the answer means empty. */
  readonly items: string;
  /** Undefined leaves the item out. */
  readonly reduce: (item: Item) => T | undefined;
  /** Stops after this many results. Default: every page is read. */
  readonly limit?: number;
}

/** A listing is complete or it is a problem: a page that fails, or a token that comes twice, gives no partial result. */
export function* pages<Item, T>(operation: OperationId, as: Subject, paging: Paging<Item, T>): Task<Result<T[]>> {
  const results: T[] = [];
  const seen = new Set<string>();
  let pageToken: string | undefined;
  for (;;) {
    const query: Request['query'] = { ...paging.request.query, pageToken };
    const page = yield* call<Readonly<Record<string, unknown>>>(operation, as, { ...paging.request, query });
    if (!page.ok) return page;
    // Reduced at once: hundreds of accounts are read side by side.
    for (const item of (page.value[paging.items] as readonly Item[] | undefined) ?? []) {
      const result = paging.reduce(item);
      if (result !== undefined) results.push(result);
    }
    pageToken = (page.value['nextPageToken'] as string | undefined) || undefined;
    if (pageToken === undefined) return ok(results);
    if (paging.limit !== undefined && results.length >= paging.limit) return ok(results.slice(0, paging.limit));
    if (seen.has(pageToken)) return fail(problem('google.unexpected', { operation, message: 'the same page token came twice' }));
    seen.add(pageToken);
  }
}
