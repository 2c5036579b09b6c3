import type { CardJson } from '../appsscript/card/CardJson';
import { clickables, type Clickable } from './clickables';

/** The one thing on a card that `label` (and `near`) names, or why there is none. */
export function choosePressed(card: CardJson, label: string, near: string | undefined): Clickable | string {
  const equal = clickables(card).filter(({ labels }) => labels.includes(label));
  const hits = near === undefined ? equal : nearest(equal, near);
  const [hit, ...more] = hits;
  const where = near === undefined ? '' : ` near “${near}”`;
  if (hit === undefined) return `Nothing to press is called “${label}”${where}.`;
  if (more.length > 0) return `${hits.length} things to press are called “${label}”${where}.`;
  return hit.disabled ? `“${label}” is disabled.` : hit;
}

/** Those whose own row says it, else those whose row above does, else those whose section does. */
function nearest(candidates: readonly Clickable[], near: string): readonly Clickable[] {
  for (const distance of [0, 1, 2]) {
    const hits = candidates.filter(({ around }) => around[distance]?.includes(near));
    if (hits.length > 0) return hits;
  }
  return [];
}
