import type { CardJson, OpenLinkJson } from '../appsscript/card/CardJson';
import { MULTI_SELECT_DEFAULT } from '../appsscript/card/limits';
import type { ScriptProject } from '../appsscript/ScriptProject';
import { AddOnHost, type Prompt, type ShownCard } from './AddOnHost';
import { cardText } from './cardText';
import { choosePressed } from './choosePressed';
import type { Field } from './fields';
import type { HostOptions } from './HostOptions';
import { plainText } from './plainText';

export type SidebarOptions = Omit<HostOptions, 'hostApp'>;

/**
 * A person's hands and eyes on the side panel of an add-on: they read the card, press what has a label, type into fields
 * by their labels. What a person could not do (press a disabled button, type into a field that is not there, pick what was
 * not suggested) throws and lists what is on the card; what the add-on does wrong is in `error`.
 */
export class Sidebar {
  private suggested: { readonly field: Field; readonly items: readonly string[] } | undefined;
  /** A field with the cursor in it whose change has not been reported yet. */
  private unreported: Field | undefined;

  private constructor(readonly host: AddOnHost) {}

  /** The person opens the add-on beside a spreadsheet they may open. */
  static open(project: ScriptProject, options: SidebarOptions & { readonly spreadsheetId: string }): Sidebar {
    const role = project.world.drive.spreadsheet(options.spreadsheetId)?.roleOf(options.userId);
    if (role === undefined) throw new Error(`${options.userId} cannot open the spreadsheet ${options.spreadsheetId}.`);
    return Sidebar.start(project, { ...options, hostApp: 'SHEETS' });
  }

  /** The person opens the add-on in Gmail, with or without a message. */
  static openInGmail(
    project: ScriptProject,
    options: SidebarOptions,
    message?: { readonly messageId: string; readonly threadId: string },
  ): Sidebar {
    const sidebar = Sidebar.start(project, { ...options, hostApp: 'GMAIL' });
    if (message !== undefined) sidebar.host.enterContext(message);
    return sidebar;
  }

  private static start(project: ScriptProject, options: HostOptions): Sidebar {
    const host = new AddOnHost(project, options);
    host.open();
    return new Sidebar(host);
  }

  /** The top card, as a person sees it. Throws when none is shown. */
  get card(): CardJson {
    return this.host.view.card;
  }

  /** What the person reads: the card, and above it an error, a notification or a question of the platform. */
  text(): string {
    const { error, notification, prompt, blockedBy, stack } = this.host;
    const lines = [
      error && `! ${error.text}`,
      notification && `* ${notification}`,
      blockedBy.length > 0 && `! Required: ${blockedBy.join(', ')}`,
      prompt && promptText(prompt),
      prompt === undefined && stack && cardText(stack.top),
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

  /** The person goes through the consent screen and allows these scopes; then the homepage is fetched. */
  authorize(scopes: readonly string[] | 'all' = 'all'): void {
    this.host.authorize(scopes);
  }

  /** Presses what has this label. `near`: text of its row, of the row above or of its section, to tell equal labels apart. */
  press(label: string, options: { readonly near?: string } = {}): void {
    this.leaveField();
    const pressed = choosePressed(this.card, label, options.near);
    if (typeof pressed === 'string') throw this.cannot(pressed);
    this.host.click(pressed.onClick ?? {}, pressed.parameters);
  }

  /** Types into a text field and leaves it. */
  type(label: string, text: string): void {
    this.leaveField();
    this.enter(label, text);
    this.leaveField();
  }

  /** Types into a text field and waits for suggestions. */
  suggest(label: string, text: string): readonly string[] {
    if (!this.unreported?.labels.includes(label)) this.leaveField();
    const field = this.enter(label, text);
    const { initialSuggestions, autoCompleteAction } = field.widget;
    const fixed = (initialSuggestions?.items ?? []).map((item) => item.text);
    const begins = fixed.filter((item) => item.toLowerCase().startsWith(text.toLowerCase()));
    // With both, the fixed ones are shown until the first keystroke.
    const items = autoCompleteAction && text !== '' ? this.host.suggestions(autoCompleteAction) : begins;
    this.suggested = { field, items };
    return items;
  }

  /** Picks one of the suggestions just shown. */
  pick(label: string, suggestion: string): void {
    const { field, items = [] } = this.suggested ?? {};
    if (!field?.labels.includes(label)) throw this.cannot(`No suggestions of “${label}” are open.`);
    if (!items.includes(suggestion)) throw this.cannot(`“${suggestion}” is not suggested: ${items.join(' | ') || 'nothing is'}.`);
    this.unreported = undefined;
    this.suggested = undefined;
    this.change(field, suggestion);
  }

  /** Leaves exactly these options of a selection chosen; each click reports its change. */
  choose(label: string, ...options: readonly string[]): void {
    this.leaveField();
    const { widget } = this.selection(label);
    const items = widget.items ?? [];
    const missing = options.find((option) => !items.some((item) => plainText(item.text) === option));
    if (missing !== undefined) throw this.cannot(`“${label}” has no option “${missing}”.`);
    const single = widget.type === 'RADIO_BUTTON' || widget.type === 'DROPDOWN';
    if (single && options.length !== 1) throw this.cannot(`“${label}” takes exactly one option.`);
    const most = widget.multiSelectMaxSelectedItems ?? MULTI_SELECT_DEFAULT;
    if (widget.type === 'MULTI_SELECT' && options.length > most) throw this.cannot(`“${label}” takes at most ${most} options.`);
    for (const item of items) {
      const field = this.selection(label);
      const selected = this.host.view.form.selected(field);
      const wanted = options.includes(plainText(item.text));
      if (wanted === selected.includes(item.value)) continue;
      if (single && wanted) this.change(field, [item.value]);
      if (!single)
        this.change(
          field,
          (field.widget.items ?? [])
            .map(({ value }) => value)
            .filter((value) => (value === item.value ? wanted : selected.includes(value))),
        );
    }
  }

  /** Turns a switch or a box on or off, by the text beside it. */
  toggle(label: string, on: boolean): void {
    this.leaveField();
    const field = this.find('switch', label);
    if (field !== undefined) {
      if (this.host.view.form.isOn(field) !== on) this.change(field, on ? ['on'] : []);
      return;
    }
    const { form } = this.host.view;
    const groups = form.fields.filter((one) => one.kind === 'selection' && ['CHECK_BOX', 'SWITCH'].includes(one.widget.type));
    const hits = groups.flatMap((group) =>
      (group.kind === 'selection' ? (group.widget.items ?? []) : [])
        .filter(({ text }) => plainText(text) === label)
        .map((item) => ({ group, item })),
    );
    const [hit, ...more] = hits;
    if (hit === undefined || more.length > 0) throw this.cannot(`${hits.length} switches or boxes are called “${label}”.`);
    const values = form.selected(hit.group).filter((value) => value !== hit.item.value);
    if (form.selected(hit.group).includes(hit.item.value) !== on) this.change(hit.group, on ? [...values, hit.item.value] : values);
  }

  /** Sets a picker, in UTC: `date` as 2026-03-02, `time` as 14:30, as far as the picker has them. */
  pickDate(label: string, { date = '1970-01-01', time = '00:00' }: { readonly date?: string; readonly time?: string }): void {
    this.leaveField();
    const field = this.find('dateTime', label) ?? this.missing('picker', label);
    this.change(field, String(Date.parse(`${date}T${time}:00Z`)));
  }

  /** The arrow in the panel's title bar. */
  back(): void {
    this.leaveField();
    if ((this.host.stack?.depth ?? 0) < 2) throw this.cannot('This is the first card: there is no way back.');
    this.host.back();
  }

  /** “Refresh” in the panel's menu: there on the first card only. */
  refresh(): void {
    this.leaveField();
    if ((this.host.stack?.depth ?? 0) > 1) throw this.cannot('Refresh is there on the first card only.');
    this.host.open();
  }

  private enter(label: string, text: string): Field & { kind: 'text' } {
    const field = this.find('text', label) ?? this.missing('text field', label);
    const most = field.widget.validation?.characterLimit ?? Infinity;
    if (text.length > most) throw this.cannot(`“${label}” takes at most ${most} characters.`);
    if (this.host.view.form.text(field) !== text) {
      this.host.view.form.set(field, text);
      this.unreported = field;
    }
    return field;
  }

  private leaveField(): void {
    const field = this.unreported;
    this.unreported = undefined;
    this.suggested = undefined;
    if (field?.onChange) this.host.send(field.onChange, {});
  }

  private change(field: Field, value: string | readonly string[]): void {
    this.host.view.form.set(field, value);
    if (field.onChange) this.host.send(field.onChange, {});
  }

  private selection(label: string): Field & { kind: 'selection' } {
    return this.find('selection', label) ?? this.missing('selection', label);
  }

  private find<K extends Field['kind']>(kind: K, label: string): (Field & { kind: K }) | undefined {
    const hits = this.host.view.form.fields.filter((field) => field.kind === kind && field.labels.includes(label));
    if (hits.length > 1) throw this.cannot(`${hits.length} fields are called “${label}”.`);
    return hits[0] as (Field & { kind: K }) | undefined;
  }

  private missing(what: string, label: string): never {
    throw this.cannot(`There is no ${what} “${label}”.`);
  }

  private cannot(why: string): Error {
    const detail = this.error === undefined ? '' : `\nThe last action failed: ${this.error.detail}`;
    return new Error(`${why}${detail}\nOn the panel:\n${this.text()}`);
  }
}

function promptText(prompt: Prompt): string {
  if (prompt.kind === 'authorization') return `This add-on needs permission:\n${prompt.scopes.join('\n')}`;
  return prompt.kind === 'fileScope' ? 'This add-on asks for access to the open file.' : `Sign in to ${prompt.resource}: ${prompt.url}`;
}
