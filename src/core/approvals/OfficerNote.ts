import { parseRecord } from '../base/parseRecord';
import { utf8 } from '../base/utf8';

/**
 * What an officer reads of a request in Gmail, where they can open neither ledger nor workbook: written by the operator out of the
 * ledger when it asks the officers.
 */
export interface OfficerNote {
  /** Address of the requester. */
  readonly requester: string;
  /** One line for each action, or for each thing that a settings request changes; long ones are cut. */
  readonly actions: readonly string[];
  /** Lines that had no room. */
  readonly more: number;
  readonly totals: readonly string[];
  readonly risks: readonly string[];
  /** What changes at some users; the first thing to give way. */
  readonly examples: readonly string[];
  /** Directory ids of officers whom a settings request is about: they do not decide. */
  readonly barred: readonly string[];
}

/** Our own limit: for 100 open requests, 60 KB of the 500 KB of script properties. */
export const noteLimitBytes = 600;

const cut = (text: string, length: number): string => ([...text].length <= length ? text : `${[...text].slice(0, length - 1).join('')}…`);

/** Shortens actions and totals first, then leaves actions out and counts them; at last cuts everything, but leaves out no risk and no total. */
const shorter = (whole: OfficerNote): OfficerNote[] => {
  const note: OfficerNote = { ...whole, examples: [] };
  const { actions, more, totals, risks, requester } = note;
  const withLines = (kept: number, length: number, totalLength: number): OfficerNote => ({
    ...note,
    actions: actions.slice(0, kept).map((line) => cut(line, length)),
    more: more + actions.length - kept,
    totals: totals.map((line) => cut(line, totalLength)),
  });
  return [
    ...[3, 2, 1].map((kept) => ({ ...whole, examples: whole.examples.slice(0, kept).map((line) => cut(line, 100)) })),
    ...[600, 200, 120].map((length) => withLines(actions.length, length, 600)),
    ...[120, 80, 50].map((length) => withLines(actions.length, length, 60)),
    ...actions.map((_, index) => withLines(actions.length - 1 - index, 50, 60)),
    ...[60, 30, 15].map((length) => ({
      ...withLines(0, 0, length),
      requester: cut(requester, 60),
      risks: risks.map((line) => cut(line, length)),
      // Who is left out here is refused when the operator verifies.
      barred: [],
    })),
  ];
};

interface Packed {
  readonly r: string;
  readonly a: readonly string[];
  readonly m: number;
  readonly t: readonly string[];
  readonly k: readonly string[];
  readonly x?: readonly string[];
  readonly b: readonly string[];
}

const pack = ({ requester, actions, more, totals, risks, examples, barred }: OfficerNote): string => {
  const packed: Packed = { r: requester, a: actions, m: more, t: totals, k: risks, b: barred };
  return JSON.stringify(examples.length === 0 ? packed : { ...packed, x: examples });
};

/** At most `noteLimitBytes`. */
export const encodeNote = (note: OfficerNote): string => {
  const texts = shorter(note).map(pack);
  return texts.find((text) => utf8(text).length <= noteLimitBytes) ?? texts[texts.length - 1] ?? '';
};

const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Undefined when the text is no note. */
export const decodeNote = (text: string | undefined): OfficerNote | undefined => {
  const value = parseRecord(text);
  if (value === undefined) return undefined;
  const { r, a, m, t, k, x = [], b } = value as unknown as Packed;
  const complete = typeof r === 'string' && typeof m === 'number' && [a, t, k, x, b].every(areTexts);
  return complete ? { requester: r, actions: a, more: m, totals: t, risks: k, examples: x, barred: b } : undefined;
};
