import fc from 'fast-check';
import { CardStack } from '../../../simulator/host/CardStack';
import { DEFAULT_UNCERTAIN } from '../../../simulator/host/HostOptions';
import type { NavigationStep } from '../../../simulator/host/readAnswer';

const name = fc.constantFrom('a', 'b', 'c');
const step: fc.Arbitrary<NavigationStep> = fc.oneof(
  name.map((of) => ({ pushCard: { name: of } })),
  name.map((of) => ({ updateCard: { name: of } })),
  fc.constant({ pop: true } as const),
  fc.constant({ popToRoot: true } as const),
  name.map((of) => ({ popToCard: of })),
);

/** The same stack as a plain list of names. */
function expected(root: string, steps: readonly NavigationStep[]): string[] {
  let names = [root];
  for (const one of steps) {
    if ('pushCard' in one) names.push(one.pushCard.name ?? '');
    else if ('updateCard' in one) names[names.length - 1] = one.updateCard.name ?? '';
    else if ('popToRoot' in one) names = names.slice(0, 1);
    else if ('popToCard' in one) names = names.includes(one.popToCard) ? names.slice(0, names.lastIndexOf(one.popToCard) + 1) : names;
    else if (names.length > 1) names.pop();
  }
  return names;
}

describe('a card stack', () => {
  it('holds what the steps say, always with a root, and says when a name was not found', () => {
    fc.assert(
      fc.property(name, fc.array(step), (root, steps) => {
        const warned: string[] = [];
        const rules = { render: (card: object) => card, uncertain: DEFAULT_UNCERTAIN, warn: (text: string) => void warned.push(text) };
        const stack = new CardStack({ name: root }, rules);
        steps.forEach((_step, i) => {
          const missing = expected(root, steps.slice(0, i));
          const before = warned.length;
          stack.navigate(steps.slice(i, i + 1), false);
          const names = expected(root, steps.slice(0, i + 1));
          expect([stack.depth, stack.top.card.name]).toEqual([names.length, names[names.length - 1]]);
          const now = steps[i] as NavigationStep;
          expect(warned.length - before).toBe('popToCard' in now && !missing.includes(now.popToCard) ? 1 : 0);
        });
      }),
    );
  });
});
