import type { PreApproval } from '../../core/approvals/PreApproval';
import type { Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import { lookUpTargetCell } from '../../core/directory/lookUpTargetCell';
import { parseTargetCell } from '../../core/directory/parseTargetCell';
import type { TargetSelector } from '../../core/directory/TargetSelection';
import type { Environment } from '../Environment';
import { observeNames } from '../targets/observeNames';

export interface ReadScope {
  readonly scope: PreApproval['scope'];
  /** Addresses and names by id. */
  readonly labels: Readonly<Record<string, string>>;
  readonly refused: readonly { readonly line: string; readonly why: Problem }[];
}

const idOf = (selector: TargetSelector): string => {
  switch (selector.kind) {
    case 'user':
      return selector.userId;
    case 'group':
      return selector.groupId;
    case 'orgUnit':
      return selector.orgUnitId;
    case 'domain':
      return selector.domainName;
  }
};

/** A scope as it is typed, one user, group, organizational unit or domain a line: read as the cells of a targets sheet are. */
export const readScope = (env: Environment, typed: string): Result<ReadScope> => {
  const lines = [...new Set(typed.split(/[\n,;]+/).map((line) => line.trim()))].filter((line) => line !== '');
  const parsed = lines.map((line) => ({ line, cell: parseTargetCell(line) }));
  const observed = observeNames(
    env,
    parsed.flatMap(({ cell }) => (cell.ok ? [cell.value] : [])),
  );
  if (!observed.ok) return observed;
  const refused: { line: string; why: Problem }[] = [];
  const found: TargetSelector[] = [];
  for (const { line, cell } of parsed) {
    const unread = cell.ok ? observed.value.unread[cell.value.kind] : undefined;
    const selector = cell.ok ? lookUpTargetCell(cell.value, observed.value.names) : cell;
    if (selector.ok) found.push(selector.value);
    else refused.push({ line, why: unread ?? selector.problem });
  }
  const ids = (kind: TargetSelector['kind']): string[] => [...new Set(found.filter((selector) => selector.kind === kind).map(idOf))];
  return ok({
    scope: { userIds: ids('user'), groupIds: ids('group'), orgUnitIds: ids('orgUnit'), domains: ids('domain') },
    labels: Object.fromEntries(found.map((selector) => [idOf(selector), selector.label])),
    refused,
  });
};
