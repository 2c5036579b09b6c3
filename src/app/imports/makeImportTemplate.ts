import type { Result } from '../../core/base/Result';
import { templateColumns } from '../../core/imports/templateColumns';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { fieldsFor } from './fieldsFor';

/** I32: a tab with a column for every field, what each takes, and lists where only a few words are taken. Answers the tab's name. */
export const makeImportTemplate = (env: Environment, actor: Actor, address: string): Result<string> => {
  const open = env.spreadsheets.open(address);
  if (!open.ok) return open;
  const columns = templateColumns(fieldsFor(env, actor).fields);
  const lists = Object.fromEntries(columns.flatMap(({ allowed }, column) => (allowed.length === 0 ? [] : [[column, allowed]])));
  return open.value.addTab(
    'Roster import',
    columns.map(({ title }) => title),
    [columns.map(({ says }) => says)],
    lists,
    [0],
  );
};
