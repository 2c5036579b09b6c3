import { plural } from '../base/plural';
import { exampleSign } from '../users/readUserTable';
import { userField } from '../users/userFields';
import { isRecordField, type ImportField } from './ImportField';

export interface TemplateColumn {
  readonly title: string;
  /** Below the header, in a row that is not read: what the column takes. */
  readonly says: string;
  /** The only texts that it takes; empty: others, too. */
  readonly allowed: readonly string[];
}

const sayings: Readonly<Record<Exclude<ImportField['kind'], 'field'>, string>> = {
  address: `${exampleSign} ann@example.com. Delete the columns that shall not be changed: an empty cell clears a field.`,
  flag: 'true',
  permission: 'yes',
  unit: 'A path, as /Sales/EMEA',
  list: 'Addresses or ids, with commas between them',
};

const limitOf = ({ id }: ImportField): string => {
  if (!isRecordField(id)) return '';
  const { limit, several, mandatory } = userField(id);
  const length = `At most ${plural(limit, 'character')}`;
  return [
    several === true ? `${length} each, with semicolons between them` : length,
    ...(mandatory !== undefined ? ['never empty'] : []),
  ].join('; ');
};

/** I32: every field with its limits, under the title that auto-mapping knows. */
export const templateColumns = (fields: readonly ImportField[]): readonly TemplateColumn[] =>
  fields.map((field): TemplateColumn => {
    const { kind, title } = field;
    if (kind === 'field') return { title, says: limitOf(field), allowed: [] };
    return { title, says: sayings[kind], allowed: kind === 'flag' ? ['true', 'false'] : kind === 'permission' ? ['yes', 'no'] : [] };
  });
