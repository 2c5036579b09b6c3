import type { CardJson } from '../appsscript/card/CardJson';
import { FormState } from './FormState';
import type { Uncertain } from './HostOptions';
import type { NavigationStep } from './readAnswer';

/** One card of a stack, with its form. */
export interface CardView {
  readonly card: CardJson;
  form: FormState;
}

export interface StackRules {
  /** Makes a card ready to be shown. */
  readonly render: (card: CardJson) => CardJson;
  readonly uncertain: Uncertain;
  readonly warn: (text: string) => void;
}

/**
 * A stack of cards; the top one is shown and the root stays
 * (https://developers.google.com/workspace/add-ons/how-tos/navigation).
 */
export class CardStack {
  private views: CardView[] = [];

  constructor(
    root: CardJson,
    private readonly rules: StackRules,
  ) {
    this.push(root);
  }

  get top(): CardView {
    return this.views[this.views.length - 1] as CardView;
  }

  get depth(): number {
    return this.views.length;
  }

  /** Steps run in order. `persistValues` is that of the action which led here. */
  navigate(steps: readonly NavigationStep[], persistValues: boolean): void {
    for (const step of steps) {
      if ('pushCard' in step) this.push(step.pushCard);
      else if ('updateCard' in step) this.update(step.updateCard, persistValues);
      else if ('popToRoot' in step) this.popTo(1);
      else if ('popToCard' in step) this.popToNamed(step.popToCard);
      else this.popTo(this.depth - 1);
    }
  }

  back(): void {
    this.popTo(this.depth - 1);
  }

  private push(card: CardJson): void {
    const shown = this.rules.render(card);
    this.views.push({ card: shown, form: new FormState(shown) });
  }

  private update(card: CardJson, persistValues: boolean): void {
    const before = this.top;
    this.views.pop();
    this.push(card);
    if (persistValues || this.rules.uncertain.typedValuesOnUpdate === 'kept') this.top.form.takeOver(before.form);
  }

  private popToNamed(name: string): void {
    const index = this.views.map(({ card }) => card.name).lastIndexOf(name);
    if (index === -1) this.rules.warn(`popToNamedCard: no card is named ${name}; what happens then is not documented.`);
    else this.popTo(index + 1);
  }

  private popTo(depth: number): void {
    const before = this.views.length;
    this.views.length = Math.max(1, Math.min(before, depth));
    const popped = this.views.length < before;
    if (popped && this.rules.uncertain.typedValuesAfterBack === 'lost') this.top.form = new FormState(this.top.card);
  }
}
