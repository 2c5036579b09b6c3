import type { Random } from '../../kernel/Random';

/** A version 4 UUID from the world's randomness. */
export const randomUuid = (random: Random): string =>
  [random.text(8), random.text(4), `4${random.text(3)}`, `${random.text(1, '89ab')}${random.text(3)}`, random.text(12)].join('-');
