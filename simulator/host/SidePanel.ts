import type { CardJson, OpenLinkJson } from '../appsscript/card/CardJson';
import { WebVisitor } from '../appsscript/WebVisitor';
import type { AddOnHost } from './AddOnHost';
import { type ShownCard } from './AddOnHost';
import { cardText } from './cardText';
import { choosePressed } from './choosePressed';
import { FieldHands } from './FieldHands';
import type { HostOptions } from './HostOptions';
import type { Prompt } from './Prompt';

export type SidePanelOptions = Omit<HostOptions, 'hostApp'>;

/**
 * A person's hands and eyes on the side panel of an add-on: they read the card, press what has a label, type into fields
 * by their labels. What a person could not do (press a disabled button, type into a field that is not there, pick what was
 * not suggested) throws and lists what is on the card; what the add-on does wrong is in `error`.
 */
export abstract class SidePanel {
  private readonly fields: FieldHands;

  protected constructor(readonly host: AddOnHost) {
    this.fields = new FieldHands(host, (why) => this.cannot(why));
  }

  /** The top card, as a person sees it. Throws when none is shown. */
  get card(): CardJson {
    return this.host.view.card;
  }

  /** What the person reads: the card, and above it an error, a notification or a question of the platform. */
  text(): string {
    const { error, notification, prompt, blockedBy, stack, peeking } = this.host;
    const lines = [
      error && `! ${error.text}`,
      notification && `* ${notification}`,
      blockedBy.length > 0 && `! Required: ${blockedBy.join(', ')}`,
      prompt && promptText(prompt),
      prompt === undefined && stack && cardText(stack.top),
      peeking !== undefined && `^ ${peeking}`,
    ];
    return lines.filter((line) => typeof line === 'string').join('\n');
  }

  /** Text of the last action's notification. */
  get notification(): string | undefined {
    return this.host.notification;
  }

  /** What the person reads when the last action failed; `detail` is what the script's log has. */
  get error(): { readonly text: string; readonly detail: string } | undefined {
    return this.host.error;
  }

  get prompt(): Prompt | undefined {
    return this.host.prompt;
  }

  get openedLinks(): readonly OpenLinkJson[] {
    return this.host.openedLinks;
  }

  get warnings(): readonly string[] {
    return this.host.warnings;
  }

  /** Every card shown so far, as the script gave it. */
  get history(): readonly ShownCard[] {
    return this.host.history;
  }

  /** The person goes through the consent screen and allows these scopes; then the add-on starts again where they are. */
  authorize(scopes: readonly string[] | 'all' = 'all'): void {
    this.host.authorize(scopes);
  }

  /** Presses what has this label. `near`: text of its row, of the row above or of its section, to tell equal labels apart. */
  press(label: string, options: { readonly near?: string } = {}): void {
    this.fields.leaveField();
    const pressed = choosePressed(this.card, label, options.near);
    if (typeof pressed === 'string') throw this.cannot(pressed);
    this.host.click(pressed.onClick ?? {}, pressed.parameters);
  }

  /** Types into a text field and leaves it. */
  type(label: string, text: string): void {
    this.fields.type(label, text);
  }

  /** Types into a text field and waits for suggestions. */
  suggest(label: string, text: string): readonly string[] {
    return this.fields.suggest(label, text);
  }

  /** Picks one of the suggestions just shown. */
  pick(label: string, suggestion: string): void {
    this.fields.pick(label, suggestion);
  }

  /** Leaves exactly these options of a selection chosen; each click reports its change. */
  choose(label: string, ...options: readonly string[]): void {
    this.fields.choose(label, options);
  }

  /** Turns a switch or a box on or off, by the text beside it. */
  toggle(label: string, on: boolean): void {
    this.fields.toggle(label, on);
  }

  /** Sets a picker, in UTC: `date` as 2026-03-02, `time` as 14:30, as far as the picker has them. */
  pickDate(label: string, when: { readonly date?: string; readonly time?: string }): void {
    this.fields.pickDate(label, when);
  }

  /** The arrow in the panel's title bar. */
  back(): void {
    this.fields.leaveField();
    if (!this.host.canGoBack) throw this.cannot('This is the first card: there is no way back.');
    this.host.back();
  }

  /** “Refresh” in the panel's menu: there on the first card only. */
  refresh(): void {
    this.fields.leaveField();
    if ((this.host.stack?.depth ?? 0) > 1) throw this.cannot('Refresh is there on the first card only.');
    this.host.refresh();
  }

  /** Follows the last opened link to a page of this script, in a browser in which the person is signed in. */
  browse(): WebVisitor {
    const link = this.openedLinks.at(-1);
    if (link === undefined) throw this.cannot('No link was opened.');
    return WebVisitor.follow(this.host.project, link.url, this.host.options.userId);
  }

  protected cannot(why: string): Error {
    const detail = this.error === undefined ? '' : `\nThe last action failed: ${this.error.detail}`;
    return new Error(`${why}${detail}\nOn the panel:\n${this.text()}`);
  }
}

function promptText(prompt: Prompt): string {
  if (prompt.kind === 'authorization') return `This add-on needs permission:\n${prompt.scopes.join('\n')}`;
  return prompt.kind === 'fileScope' ? 'This add-on asks for access to the open file.' : `Sign in to ${prompt.resource}: ${prompt.url}`;
}
