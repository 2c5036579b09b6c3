import { emptyChain } from '../../core/audit/AuditRow';
import type { ChainHead } from '../../core/audit/verifyChain';

/** Where the chain ends, and the years that have a table. */
export interface AuditHead extends ChainHead {
  readonly years: readonly number[];
}

/** Script property. */
const key = 'auditHead';

export const readHead = (all: Readonly<Record<string, string>>): AuditHead => {
  const text = all[key];
  return text === undefined ? { ...emptyChain, years: [] } : (JSON.parse(text) as AuditHead);
};

/** As script properties. */
export const headValues = (head: AuditHead): Readonly<Record<string, string>> => ({ [key]: JSON.stringify(head) });

/** Characters of the hash that people compare. */
const shortHash = 16;

/** The chain's end in words, for those who keep a witness of it outside. */
export const describeHead = ({ number, hash }: AuditHead): string =>
  number === 0 ? 'no row yet' : `row ${number}, hash ${hash.slice(0, shortHash)}`;
