import type { Environment, Tables } from '../Environment';
import { setPending } from './Question';

/**
 * A workflow or sync on its way to the operator, the selection of a question, the list of targets that answers it, what a sync does;
 * cells, and what they mean; the rows of an import, and pieces of a file with them.
 */
export type ParcelKind = 'order' | 'selection' | 'list' | 'sync' | 'cells' | 'table' | 'piece';

/** What is known of a parcel apart from its contents. Script property `parcel.<id>`, written only by `sendParcel` and `forgetParcel`. */
export interface Waybill {
  readonly kind: ParcelKind;
  /** Directory id. */
  readonly author: string;
  /** SHA-256 of the text; empty while it is on its way. */
  readonly digest: string;
  readonly length: number;
  readonly chunks: number;
  readonly parts: number;
  /** Milliseconds since the epoch; 0: nobody needs it any more. */
  readonly at: number;
}

export const parcelTable = 'Exchange';
export const parcelColumns = ['parcel', 'part', 'text'];
const prefix = 'parcel.';
export const parcelKey = (id: string): string => prefix + id;
/** A part stands under a key of its own, so that it is found without reading the others. */
export const partKey = (id: string, part: number): string => `${id}/${part}`;

/** Lists and selections are kept for a day. */
export const parcelLifetime = 24 * 60 * 60 * 1000;

const decode = (text: string | undefined): Waybill | undefined => (text === undefined ? undefined : (JSON.parse(text) as Waybill));

export const readWaybill = (env: Environment, id: string): Waybill | undefined => decode(env.authority.get(parcelKey(id)));

export const listWaybills = (all: Readonly<Record<string, string>>): { readonly id: string; readonly waybill: Waybill }[] =>
  Object.keys(all).flatMap((key) => {
    const waybill = key.startsWith(prefix) ? decode(all[key]) : undefined;
    return waybill === undefined ? [] : [{ id: key.slice(prefix.length), waybill }];
  });

/** Call it under the script lock. */
export const dropParcelRows = (workbook: Tables, id: string, waybill: Waybill | undefined): void =>
  workbook.remove(parcelTable, 'parcel', [id, ...Array.from({ length: waybill?.parts ?? 0 }, (_, part) => partKey(id, part))]);

/** The workbook that they lay in is gone: what is asked for of them is said to be missing, and can be sent again. */
export const loseParcels = (env: Environment): void => {
  for (const { id } of listWaybills(env.authority.all())) env.authority.delete(parcelKey(id));
};

/** Nobody needs it any more; its rows go at the next sweep. */
export const forgetParcel = (env: Environment, id: string): void => {
  const waybill = readWaybill(env, id);
  if (waybill === undefined) return;
  env.authority.set(parcelKey(id), JSON.stringify({ ...waybill, at: 0 }));
  setPending(env);
};
