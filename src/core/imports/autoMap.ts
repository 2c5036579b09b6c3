import { mailAddress } from '../users/valueForms';
import { checkUserField } from '../users/userFields';
import { isDestructive, isGrave, isRecordField, type ImportField, type ImportFieldId } from './ImportField';
import type { ImportColumn } from './readImportTable';

/** By `ImportColumn.name`: what the column was mapped to last time, or that it was left out. */
export type LastMapping = Readonly<Record<string, ImportFieldId | 'leftOut'>>;

export type Confidence = 'certain' | 'likely' | 'guess';

export interface MappingEvidence {
  /** The header is a name of the field, may be one, holds one, or says nothing. */
  readonly header: 'name' | 'vague' | 'part' | 'none';
  readonly lastTime: boolean;
  /** Of the samples, those that the field takes. */
  readonly fitting: number;
  readonly samples: readonly string[];
  /** Rows whose cell is empty: what is there would be cleared. */
  readonly empty: number;
  /** Another column looks more like this field. */
  readonly isSecond: boolean;
}

/** I10–I12: what is proposed for one column. */
export type ColumnProposal = { readonly column: number } & (
  | {
      /** `mapped`: at once. `ask`: after a tick. `byHand`: named only, because it gives or takes rights and memberships. */
      readonly decision: 'mapped' | 'ask' | 'byHand';
      readonly field: ImportFieldId;
      readonly confidence: Confidence;
      readonly evidence: MappingEvidence;
    }
  /** `ignored`: of a kind that is never used. */
  | { readonly decision: 'leftOut' | 'ignored' }
);

interface Candidate {
  readonly field: ImportField;
  readonly evidence: MappingEvidence;
  readonly confidence: Confidence;
}

const forms: Partial<Record<ImportField['kind'], (value: string) => boolean>> = {
  address: (value) => mailAddress(value) === undefined,
  flag: (value) => /^(true|false)$/i.test(value),
  permission: (value) => /^(yes|no)$/i.test(value),
  unit: (value) => value.startsWith('/'),
  list: () => true,
};

const fits = ({ id, kind }: ImportField, value: string): boolean =>
  isRecordField(id) ? checkUserField(id, value) === undefined : forms[kind]?.(value) === true;

/** A name must be this long to be looked for within a header. */
const shortestPart = 5;

const headerOf = ({ names, vagueNames }: ImportField, name: string): MappingEvidence['header'] => {
  if (name === '') return 'none';
  if (names.includes(name)) return 'name';
  if (vagueNames.includes(name)) return 'vague';
  return names.some((one) => one.length >= shortestPart && name.includes(one)) ? 'part' : 'none';
};

const confidenceOf = ({ header, lastTime, fitting, samples }: MappingEvidence): Confidence => {
  const agrees = samples.length > 0 && fitting === samples.length;
  if (agrees && (header === 'name' || lastTime)) return 'certain';
  return (agrees && header !== 'none') || header === 'name' || lastTime ? 'likely' : 'guess';
};

const ranks: readonly Confidence[] = ['certain', 'likely', 'guess'];
const headers: readonly MappingEvidence['header'][] = ['name', 'vague', 'part', 'none'];

/** The better one first. */
const compare = (one: Candidate, other: Candidate): number =>
  ranks.indexOf(one.confidence) - ranks.indexOf(other.confidence) ||
  Number(other.evidence.lastTime) - Number(one.evidence.lastTime) ||
  headers.indexOf(one.evidence.header) - headers.indexOf(other.evidence.header) ||
  other.evidence.fitting - one.evidence.fitting;

const longestName = ({ names }: ImportField, name: string): number =>
  Math.max(0, ...names.filter((one) => name.includes(one)).map((one) => one.length));

/** Of fields whose name is part of the header, the one that says most of it; of a header that says nothing, what only that field holds. */
const candidatesFor = (column: ImportColumn, rows: number, fields: readonly ImportField[], last: LastMapping): Candidate[] => {
  const { name, samples, filled } = column;
  const before = last[name];
  const all = fields.map((field): Candidate => {
    const evidence: MappingEvidence = {
      header: headerOf(field, name),
      lastTime: name !== '' && before === field.id,
      fitting: samples.filter((sample) => fits(field, sample)).length,
      samples,
      empty: rows - filled,
      isSecond: false,
    };
    return { field, evidence, confidence: confidenceOf(evidence) };
  });
  const named = all.filter(({ evidence }) => evidence.lastTime || ['name', 'vague'].includes(evidence.header));
  if (named.length > 0) return named.sort(compare);
  const parts = all.filter(({ evidence }) => evidence.header === 'part');
  if (parts.length > 0) return parts.sort((one, other) => longestName(other.field, name) - longestName(one.field, name)).slice(0, 1);
  return all.filter(
    ({ field, evidence }) => ['address', 'unit'].includes(field.kind) && samples.length > 0 && evidence.fitting === samples.length,
  );
};

const propose = (column: number, { field, evidence, confidence }: Candidate, isAlone: boolean): ColumnProposal => {
  const isSure = confidence === 'certain' && isAlone && !evidence.isSecond && !isGrave(field.id);
  return { column, decision: isDestructive(field) ? 'byHand' : isSure ? 'mapped' : 'ask', field: field.id, confidence, evidence };
};

/**
 * What each column of a table probably holds. Only what header and values, or the mapping used last time, agree on is mapped without a
 * tick; what grants rights or memberships never is. A column that was left out last time stays so.
 */
export const autoMap = (
  columns: readonly ImportColumn[],
  rows: number,
  fields: readonly ImportField[],
  last: LastMapping = {},
): readonly ColumnProposal[] => {
  const claims = new Map<ImportFieldId, Candidate[]>();
  const found = columns.map((column) => {
    const isOut = column.ignored !== undefined || (column.name !== '' && last[column.name] === 'leftOut');
    const candidates = isOut ? [] : candidatesFor(column, rows, fields, last);
    const [first] = candidates;
    if (first !== undefined) claims.set(first.field.id, [...(claims.get(first.field.id) ?? []), first].sort(compare));
    return { column, candidates };
  });
  return found.map(({ column: { column, ignored }, candidates }): ColumnProposal => {
    const [first, second] = candidates;
    if (ignored !== undefined) return { column, decision: 'ignored' };
    if (first === undefined) return { column, decision: 'leftOut' };
    const [best, next] = claims.get(first.field.id) ?? [];
    const isSecond = best !== first;
    if (isSecond && first.evidence.header === 'none') return { column, decision: 'leftOut' };
    const isAlone = (second === undefined || compare(first, second) < 0) && (next === undefined || compare(first, next) < 0);
    return propose(column, { ...first, evidence: { ...first.evidence, isSecond } }, isAlone);
  });
};
