import type { Cell } from '../../drive/Cell';
import { hasContent } from '../../drive/Cell';
import { enterAll } from '../../drive/DriveState';
import type { CellInput } from '../../drive/enterCell';
import { notSimulated } from '../notSimulated';
import { table } from './argument';
import { cellInput, scriptValue, shownValue } from './cellValue';
import type { RangePlace } from './range';
import { refuseOutside } from './refuseOutside';

/** Values, formulas and notes of a range. A size that does not fit refuses the whole call; nothing is half written. */
export function rangeValues({ context, file, tab, box, face }: RangePlace) {
  const { execution } = context;
  const each = <T>(of: (cell: Cell | undefined) => T): T[][] =>
    Array.from({ length: box.rows }, (_, r) =>
      Array.from({ length: box.columns }, (_, c) => of(tab.grid.cell(box.row + r, box.column + c))),
    );
  const readAll = (member: string, of: (cell: Cell | undefined) => unknown) =>
    context.read(`Range.${member}`, file, () => {
      refuseOutside(context, tab, box);
      return execution.realm.value(each(of));
    });
  const readOne = (member: string, of: (cell: Cell | undefined) => unknown) =>
    context.read(`Range.${member}`, file, () => {
      refuseOutside(context, tab, box);
      return execution.realm.value(of(tab.grid.cell(box.row, box.column)));
    });
  const edit = (member: string, work: () => void): object => {
    context.edit(`Range.${member}`, file, tab, box, () => {
      refuseOutside(context, tab, box);
      work();
    });
    return face();
  };
  const enter = (member: string, values: readonly (readonly unknown[])[]): object => {
    const inputs = values.map((row) => row.map((value) => inputOf(member, value)));
    return edit(member, () => enterAll(file, tab, box.row, box.column, inputs));
  };
  const inputOf = (member: string, value: unknown): CellInput => {
    const input = cellInput(value);
    if (input === undefined) throw notSimulated(`Range.${member} of an object is not simulated`);
    return input;
  };
  const filled = (value: unknown): unknown[][] => Array.from({ length: box.rows }, () => new Array<unknown>(box.columns).fill(value));
  const fitting = (member: string, args: readonly unknown[]): unknown[][] => {
    const rows = args.length === 1 ? table(args[0]) : undefined;
    if (!rows) throw context.mismatch(`Range.${member}`, args);
    if (rows.length !== box.rows) throw execution.exception(sizeText('rows', rows.length, box.rows));
    const odd = rows.find((row) => row.length !== box.columns);
    if (odd) throw execution.exception(sizeText('columns', odd.length, box.columns));
    return rows;
  };
  const formula = (member: string, value: unknown): string => {
    if (typeof value !== 'string') throw context.mismatch(`Range.${member}`, [value]);
    return value === '' || value.startsWith('=') ? value : `=${value}`;
  };
  const cells = (): Generator<{ cell: Cell }> => tab.grid.cellsIn(box);

  return {
    getValues: () => readAll('getValues', (cell) => scriptValue(file, cell)),
    getValue: () => readOne('getValue', (cell) => scriptValue(file, cell)),
    getDisplayValues: () => readAll('getDisplayValues', (cell) => shownValue(file, cell)),
    getDisplayValue: () => readOne('getDisplayValue', (cell) => shownValue(file, cell)),
    getFormulas: () => readAll('getFormulas', (cell) => cell?.formula ?? ''),
    getFormula: () => readOne('getFormula', (cell) => cell?.formula ?? ''),
    getNotes: () => readAll('getNotes', (cell) => cell?.note ?? ''),
    getNote: () => readOne('getNote', (cell) => cell?.note ?? ''),
    isBlank: () => context.read('Range.isBlank', file, () => ![...cells()].some(({ cell }) => hasContent(cell))),
    setValues: (...args: unknown[]) => enter('setValues', fitting('setValues', args)),
    setValue: (...args: unknown[]) => {
      if (args.length !== 1) throw context.mismatch('Range.setValue', args);
      return enter('setValue', filled(args[0]));
    },
    setFormulas: (...args: unknown[]) =>
      enter(
        'setFormulas',
        fitting('setFormulas', args).map((row) => row.map((value) => formula('setFormulas', value))),
      ),
    setFormula: (value: unknown) => enter('setFormula', filled(formula('setFormula', value))),
    setNotes: (...args: unknown[]) => {
      const notes = fitting('setNotes', args);
      return edit('setNotes', () =>
        notes.forEach((row, r) => row.forEach((note, c) => setNote(tab.grid.edit(box.row + r, box.column + c), note))),
      );
    },
    setNote: (note: unknown) =>
      edit('setNote', () => {
        for (let r = 0; r < box.rows; r++) for (let c = 0; c < box.columns; c++) setNote(tab.grid.edit(box.row + r, box.column + c), note);
      }),
    clearContent: () => edit('clearContent', () => [...cells()].forEach(({ cell }) => emptyContent(cell))),
    clearNote: () => edit('clearNote', () => [...cells()].forEach(({ cell }) => delete cell.note)),
    clearFormat: () => edit('clearFormat', () => [...cells()].forEach(({ cell }) => delete cell.format)),
    clearDataValidations: () => edit('clearDataValidations', () => [...cells()].forEach(({ cell }) => delete cell.validation)),
    clear: (options: unknown) => {
      const { contentsOnly, formatOnly, commentsOnly, validationsOnly } = clearing(options);
      const all = !contentsOnly && !formatOnly && !commentsOnly && !validationsOnly;
      return edit('clear', () => {
        for (const { cell } of cells()) {
          if (all || contentsOnly) emptyContent(cell);
          if (all || formatOnly) delete cell.format;
          if (commentsOnly) delete cell.note;
          if (validationsOnly) delete cell.validation;
        }
      });
    },
  };
}

export interface Clearing {
  readonly contentsOnly?: boolean;
  readonly formatOnly?: boolean;
  readonly commentsOnly?: boolean;
  readonly validationsOnly?: boolean;
}

export function clearing(options: unknown): Clearing {
  return typeof options === 'object' && options !== null ? (options as Clearing) : {};
}

export function emptyContent(cell: Cell): void {
  cell.value = null;
  delete cell.formula;
}

function setNote(cell: Cell, note: unknown): void {
  if (note === null || note === undefined || note === '') delete cell.note;
  else cell.note = String(note);
}

function sizeText(side: 'rows' | 'columns', data: number, range: number): string {
  return `The number of ${side} in the data does not match the number of ${side} in the range. The data has ${data} but the range has ${range}.`;
}
