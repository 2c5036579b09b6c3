import { formatNumber, plural } from '../base/plural';

const width = 10;

/** "▓▓▓░░░░░░░": how much of a whole is done, as text. Full only at the end, empty only at the beginning. */
export const progressBar = (done: number, total: number): string => {
  const share = total <= 0 ? 0 : Math.min(1, Math.max(0, done / total));
  const full = share === 1 ? width : Math.min(width - 1, Math.max(share > 0 ? 1 : 0, Math.floor(share * width)));
  return '▓'.repeat(full) + '░'.repeat(width - full);
};

/** "▓▓▓░░░░░░░ 18 of 60 targets" */
export const describeProgress = (done: number, total: number): string =>
  `${progressBar(done, total)} ${formatNumber(done)} of ${plural(total, 'target')}`;
