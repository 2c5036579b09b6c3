import { plural } from '../base/plural';
import { describeStatus } from '../runs/describeStatus';

/** What became of a row, as the workbook shows it. `target`: a primary address, or of a row that failed `row 5` or `row 5, its address`. */
interface ResultOfRow {
  readonly target: string;
  readonly status: string;
  readonly created: number;
  readonly changed?: number;
  readonly reason: string;
  readonly nextStep: string;
}

const statusWords = ({ status, created, changed = 0 }: ResultOfRow): string => {
  if (status !== 'done') return describeStatus(status);
  if (created > 0) return 'Created';
  return changed === 0 ? 'Unchanged' : `Updated: ${plural(changed, 'change')}`;
};

const words = (result: ResultOfRow): string => {
  const status = result.status === 'done' && result.reason !== '' ? '' : `${statusWords(result)}.`;
  return [status, result.reason, result.nextStep].filter((text) => text !== '').join(' ');
};

const plain = (address: string): string => address.trim().toLowerCase();

/**
 * I33: a text for each row, by its number from 1. Rows may have been sorted since: they are found by address, and by their number only
 * where there is none. `addresses`: what stands in the cells, by row. `primaryOf`: of an address that no result has.
 */
export const resultsByRow = (
  addresses: readonly string[],
  results: readonly ResultOfRow[],
  primaryOf: (address: string) => string | undefined,
): ReadonlyMap<number, string> => {
  const byTarget = new Map(results.map((result) => [plain(result.target), result]));
  const failed = new Map<string, ResultOfRow>();
  for (const result of results) {
    const address = /^row \d+, (.*)$/.exec(result.target)?.[1];
    if (address !== undefined) failed.set(plain(address), result);
  }
  const texts = new Map<number, string>();
  addresses.forEach((cell, index) => {
    const [row, address] = [index + 1, plain(cell)];
    const direct = byTarget.get(address === '' ? `row ${row}` : `row ${row}, ${address}`);
    const found =
      direct ??
      (address === '' ? undefined : (byTarget.get(address) ?? failed.get(address) ?? byTarget.get(plain(primaryOf(address) ?? ''))));
    if (found !== undefined) texts.set(row, words(found));
  });
  return texts;
};
