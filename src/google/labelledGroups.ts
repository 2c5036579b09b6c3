import { ok, type Result } from '../core/base/Result';
import { textOf, type Entry } from '../core/users/UserRecord';
import type { Subject, Task } from './Call';
import type { Api } from './directoryRecords';
import { pages } from './pages';

/** Largest page of the view that names no labels: https://docs.cloud.google.com/identity/docs/reference/rest/v1/groups/search */
const PAGE = 1000;

/**
 * Ids and addresses, in lower case, of the groups with a label: `security` of security groups, `dynamic` of those whose members follow
 * from a query (https://docs.cloud.google.com/identity/docs/groups#group_types). Asked for by label, twice as many come in a page as with
 * their labels, and no others. `customerId`: `C…`, which this API wants in full. Nobody promises that ids are the Directory's.
 */
export function* listLabelledGroups(as: Subject, customerId: string, label: 'security' | 'dynamic'): Task<Result<ReadonlySet<string>>> {
  const query = `parent == 'customers/${customerId}' && 'cloudidentity.googleapis.com/groups.${label}' in labels`;
  const found = yield* pages<Api, readonly string[]>('cloudidentity.groups.search', as, {
    request: { query: { query, pageSize: PAGE, fields: 'nextPageToken,groups(name,groupKey/id)' } },
    items: 'groups',
    reduce: ({ name, groupKey }) => [textOf(name).replace('groups/', ''), textOf((groupKey as Entry | undefined)?.['id'])],
  });
  return found.ok ? ok(new Set(found.value.flat().map((key) => key.toLowerCase()))) : found;
}
