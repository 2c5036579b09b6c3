import { checkCard } from './checkCard';
import { checkExchange } from './checkExchange';
import type { Descriptions, Violation } from './Descriptions';
import type { Recording } from './Recording';

export interface RecordingReport {
  readonly exchanges: number;
  /** Exchanges of methods that no description has. */
  readonly undescribed: number;
  readonly cards: number;
  readonly violations: readonly Violation[];
}

/** Checks a whole recording; a violation that repeats word for word is told once, with how often it was seen. */
export function checkRecording(recording: Recording, descriptions: Descriptions): RecordingReport {
  const violations: Violation[] = [];
  let undescribed = 0;
  for (const exchange of recording.exchanges) {
    const found = checkExchange(exchange, descriptions);
    if (found === undefined) undescribed += 1;
    violations.push(...(found ?? []));
  }
  for (const { name, card } of recording.cards) violations.push(...checkCard(card, name, descriptions));
  return { exchanges: recording.exchanges.length - undescribed, undescribed, cards: recording.cards.length, violations: told(violations) };
}

function told(violations: readonly Violation[]): Violation[] {
  const seen = new Map<string, { readonly first: Violation; count: number }>();
  for (const violation of violations) {
    const key = `${violation.where.split(' ')[0]} ${violation.what}`;
    const entry = seen.get(key);
    if (entry === undefined) seen.set(key, { first: violation, count: 1 });
    else entry.count += 1;
  }
  return [...seen.values()].map(({ first, count }) => (count === 1 ? first : { ...first, what: `${first.what} (${count} times)` }));
}
