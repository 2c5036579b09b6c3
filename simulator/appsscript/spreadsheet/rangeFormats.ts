import type { Cell, CellFormat } from '../../drive/Cell';
import { table } from './argument';
import { checkboxRule, validationFace } from './dataValidation';
import type { RangePlace } from './range';
import { refuseOutside } from './refuseOutside';

/** What getNumberFormat gives for a cell whose format is automatic. */
const AUTOMATIC_FORMAT = '0.###############';

type FormatKey = keyof CellFormat;

/** Number formats, appearance and data validation of a range. */
export function rangeFormats({ context, file, tab, box, face }: RangePlace) {
  const { execution } = context;
  const edit = (member: string, change: (cell: Cell, row: number, column: number) => void): object => {
    context.edit(`Range.${member}`, file, tab, box, () => {
      refuseOutside(context, tab, box);
      for (let r = 0; r < box.rows; r++) for (let c = 0; c < box.columns; c++) change(tab.grid.edit(box.row + r, box.column + c), r, c);
    });
    return face();
  };
  const read = (member: string, of: (cell: Cell | undefined) => unknown) =>
    context.read(`Range.${member}`, file, () =>
      execution.realm.value(
        Array.from({ length: box.rows }, (_, r) =>
          Array.from({ length: box.columns }, (_, c) => of(tab.grid.cell(box.row + r, box.column + c))),
        ),
      ),
    ) as unknown[][];
  /** Setter of one value for all cells. Null sets the format back. */
  const setter = (member: string, key: FormatKey, fits: (value: unknown) => boolean) => (value: unknown) => {
    if (value !== null && value !== undefined && !fits(value)) throw context.mismatch(`Range.${member}`, [value]);
    return edit(member, (cell) => format(cell, key, value));
  };
  const tableSetter = (member: string, key: FormatKey) => (value: unknown) => {
    const rows = table(value);
    if (!rows) throw context.mismatch(`Range.${member}`, [value]);
    if (rows.length !== box.rows || rows.some((row) => row.length !== box.columns)) {
      const side = rows.length === box.rows ? 'columns' : 'rows';
      const [data, range] =
        side === 'rows' ? [rows.length, box.rows] : [rows.find((row) => row.length !== box.columns)!.length, box.columns];
      throw execution.exception(
        `The number of ${side} in the data does not match the number of ${side} in the range. The data has ${data} but the range has ${range}.`,
      );
    }
    return edit(member, (cell, r, c) => format(cell, key, rows[r]![c]));
  };
  const rule = (member: string, value: unknown) => {
    const referent = value === null || value === undefined ? null : context.referent(value);
    if (referent !== null && referent?.kind !== 'DataValidation') throw context.mismatch(`Range.${member}`, [value]);
    return referent?.rule;
  };
  const text = (value: unknown): boolean => typeof value === 'string';
  const numberFormat = (cell: Cell | undefined): string => cell?.format?.numberFormat ?? AUTOMATIC_FORMAT;
  const validation = (cell: Cell | undefined): object | null => (cell?.validation ? validationFace(context, cell.validation) : null);

  return {
    getNumberFormat: () => read('getNumberFormat', numberFormat)[0]![0],
    getNumberFormats: () => read('getNumberFormats', numberFormat),
    getFontWeight: () => read('getFontWeight', (cell) => cell?.format?.fontWeight ?? 'normal')[0]![0],
    getFontWeights: () => read('getFontWeights', (cell) => cell?.format?.fontWeight ?? 'normal'),
    getBackground: () => read('getBackground', (cell) => cell?.format?.background ?? '#ffffff')[0]![0],
    getBackgrounds: () => read('getBackgrounds', (cell) => cell?.format?.background ?? '#ffffff'),
    getDataValidation: () => read('getDataValidation', validation)[0]![0],
    getDataValidations: () => read('getDataValidations', validation),
    setNumberFormat: setter('setNumberFormat', 'numberFormat', text),
    setNumberFormats: tableSetter('setNumberFormats', 'numberFormat'),
    setFontWeight: setter('setFontWeight', 'fontWeight', text),
    setFontWeights: tableSetter('setFontWeights', 'fontWeight'),
    setFontStyle: setter('setFontStyle', 'fontStyle', text),
    setFontColor: setter('setFontColor', 'fontColor', text),
    setFontColors: tableSetter('setFontColors', 'fontColor'),
    setBackground: setter('setBackground', 'background', text),
    setBackgrounds: tableSetter('setBackgrounds', 'background'),
    setWrap: setter('setWrap', 'wrap', (value) => typeof value === 'boolean'),
    setHorizontalAlignment: setter('setHorizontalAlignment', 'horizontalAlignment', text),
    setVerticalAlignment: setter('setVerticalAlignment', 'verticalAlignment', text),
    setDataValidation: (value: unknown) => {
      const set = rule('setDataValidation', value);
      return edit('setDataValidation', (cell) => (set ? (cell.validation = set) : delete cell.validation));
    },
    setDataValidations: (value: unknown) => {
      const rules = table(value)?.map((row) => row.map((item) => rule('setDataValidations', item)));
      if (!rules || rules.length !== box.rows || rules.some((row) => row.length !== box.columns))
        throw context.mismatch('Range.setDataValidations', [value]);
      return edit('setDataValidations', (cell, r, c) => {
        const set = rules[r]![c];
        if (set) cell.validation = set;
        else delete cell.validation;
      });
    },
    insertCheckboxes: () =>
      edit('insertCheckboxes', (cell) => {
        cell.validation = checkboxRule;
        if (cell.value === null) cell.value = false;
      }),
  };
}

function format(cell: Cell, key: FormatKey, value: unknown): void {
  const next: CellFormat = { ...cell.format };
  if (value === null || value === undefined || (key === 'numberFormat' && (value === 'General' || value === AUTOMATIC_FORMAT)))
    delete next[key];
  else (next as Record<string, unknown>)[key] = value;
  if (Object.keys(next).length === 0) delete cell.format;
  else cell.format = next;
}
