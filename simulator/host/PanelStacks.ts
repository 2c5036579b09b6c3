import type { CardStack } from './CardStack';

/**
 * The two stacks of a panel: the homepage's, and above it that of the context
 * (https://developers.google.com/workspace/add-ons/how-tos/navigation).
 */
export class PanelStacks {
  private homepage: CardStack | undefined;
  private contextual: CardStack | undefined;
  /** The context's stack while only its header peeks from below. */
  private waiting: CardStack | undefined;
  private failed = false;

  /** The stack that is shown: that of the context, else the homepage's. */
  get shown(): CardStack | undefined {
    return this.failed ? undefined : (this.contextual ?? this.homepage);
  }

  get hasHomepage(): boolean {
    return this.homepage !== undefined;
  }

  /** True when what is shown, or failed to be, is of the context. */
  get inContext(): boolean {
    return this.failed ? this.hasHomepage : this.contextual !== undefined;
  }

  /** Title of the header that peeks from below. */
  get peeking(): string | undefined {
    const card = this.waiting?.top.card;
    return card && (card.peekCardHeader ?? card.header)?.title;
  }

  get canGoBack(): boolean {
    return (this.shown?.depth ?? 0) > 1 || (this.inContext && this.hasHomepage);
  }

  /** From the first card of the context the arrow leads to the homepage's cards. */
  back(): void {
    if (this.inContext && (this.shown?.depth ?? 0) < 2) this.dropContext();
    else this.shown?.back();
  }

  /** A trigger begins; if it fails, no card is there. */
  begin(): void {
    this.failed = true;
  }

  showHomepage(stack: CardStack): void {
    this.homepage = stack;
    this.failed = false;
  }

  showContext(stack: CardStack): void {
    this.failed = false;
    if (stack.top.card.displayStyle === 'PEEK') this.waiting = stack;
    else this.contextual = stack;
  }

  openPeek(): void {
    this.contextual = this.waiting;
    this.waiting = undefined;
  }

  dropContext(): void {
    this.contextual = undefined;
    this.waiting = undefined;
    this.failed = false;
  }

  clear(): void {
    this.dropContext();
    this.homepage = undefined;
  }
}
