import { cardFaults } from '../appsscript/card/cardFaults';
import type { ActionJson, CardJson, OnClickJson, OpenLinkJson } from '../appsscript/card/CardJson';
import type { ScriptProject } from '../appsscript/ScriptProject';
import { GMAIL_SCOPE, mayOpen, readAddOnManifest, secureUrl, type AddOnManifest } from './addOnManifest';
import { blockedFields } from './blockedFields';
import { Callbacks } from './Callbacks';
import { CardStack, type CardView } from './CardStack';
import { grantFileScope } from './fileScope';
import { headerList } from './headerList';
import type { Happening, OpenMessage } from './eventObject';
import { Failed, type HostError } from './hostError';
import { DEFAULT_UNCERTAIN, type HostOptions, type Uncertain } from './HostOptions';
import { PanelStacks } from './PanelStacks';
import type { Prompt } from './Prompt';
import {
  AnswerRefused,
  readActionAnswer,
  readCards,
  readLinkAnswer,
  readSuggestions,
  readUniversalAnswer,
  showCard,
  type ActionAnswer,
} from './readAnswer';
import { renderCard } from './renderCard';

/** A card as the script gave it, each time one was shown. */
export interface ShownCard {
  /** Virtual time, ms since the epoch. */
  readonly at: number;
  readonly card: CardJson;
}

/**
 * The side panel of one person in one application: runs the callbacks of the manifest and of the cards, checks what they
 * return, and keeps cards, forms and navigation (https://developers.google.com/workspace/add-ons/concepts/workspace-triggers).
 */
export class AddOnHost {
  readonly manifest: AddOnManifest;
  readonly openedLinks: OpenLinkJson[] = [];
  readonly history: ShownCard[] = [];
  /** What went wrong without a word to the person: dropped widgets, links that cannot open, use of what is not documented. */
  readonly warnings: string[] = [];
  error: HostError | undefined;
  notification: string | undefined;
  prompt: Prompt | undefined;
  /** Labels of the fields that kept the last action from being sent. */
  blockedBy: readonly string[] = [];
  /** True when an action said stateChanged and no homepage has been fetched since. */
  stale = false;
  private readonly callbacks: Callbacks;
  private readonly uncertain: Uncertain;
  private readonly stacks = new PanelStacks();
  /** The message that is open, in Gmail. */
  private message: OpenMessage | undefined;
  /** Cards of messages as their trigger made them, where the client keeps them. */
  private readonly kept = new Map<string, CardJson[]>();

  constructor(
    readonly project: ScriptProject,
    readonly options: HostOptions,
  ) {
    this.manifest = readAddOnManifest(project.manifest, options.hostApp);
    this.uncertain = { ...DEFAULT_UNCERTAIN, ...options.uncertain };
    this.callbacks = new Callbacks(project, this.manifest, options);
  }

  /** The stack in use: that of the context, else the homepage's. Undefined when no card could be shown. */
  get stack(): CardStack | undefined {
    return this.stacks.shown;
  }

  get view(): CardView {
    const view = this.prompt === undefined ? this.stack?.top : undefined;
    if (view === undefined) throw new Error(`No card is shown: ${this.error?.detail ?? JSON.stringify(this.prompt)}`);
    return view;
  }

  /** Opens the panel: fetches the homepage, or makes a card of the add-on's name when it has none. */
  open(): void {
    this.stacks.clear();
    this.act(() => {
      const { homepage, name } = this.manifest;
      const cards = homepage === undefined ? [{ header: { title: name } }] : readCards(this.callbacks.run(homepage, {}));
      this.stacks.showHomepage(this.newStack(cards));
      this.stale = false;
    });
  }

  /** Runs the trigger again whose card is at the root. */
  refresh(): void {
    if (this.message !== undefined && this.stacks.inContext) this.fetchContext(this.message);
    else this.open();
  }

  /** The person ticks these scopes on the consent screen. */
  authorize(scopes: readonly string[] | 'all'): void {
    this.project.consent(this.options.userId, scopes);
    this.reload();
  }

  /**
   * Gmail: a message is opened, and its contextual card starts a stack of its own, at once or, with display style PEEK,
   * when the person opens the header that peeks from below.
   */
  enterContext(message: OpenMessage): void {
    this.stacks.dropContext();
    this.message = message;
    const kept = this.uncertain.reopenedMessage === 'kept' ? this.kept.get(message.id) : undefined;
    if (kept === undefined) this.fetchContext(message);
    else this.act(() => this.stacks.showContext(this.newStack(kept)));
  }

  /** Title of the header that peeks from below. */
  get peeking(): string | undefined {
    return this.stacks.peeking;
  }

  openPeek(): void {
    this.stacks.openPeek();
  }

  /** Leaving the context drops its cards. */
  leaveContext(): void {
    this.stacks.dropContext();
    this.message = undefined;
    if (this.stale || !this.stacks.hasHomepage) this.open();
  }

  click(onClick: OnClickJson, parameters: Readonly<Record<string, string>> = {}): void {
    const { action, openLink, openDynamicLinkAction, card } = onClick;
    if (action) this.send(action, parameters, readActionAnswer);
    else if (openDynamicLinkAction) this.send(openDynamicLinkAction, parameters, readLinkAnswer);
    else if (openLink) this.act(() => this.openLink(openLink));
    else if (card) this.act(() => this.apply(showCard(card), false));
  }

  /** Runs a callback of the shown card with its form and does what it answers. */
  send(action: ActionJson, parameters: Readonly<Record<string, string>>, read: (value: unknown) => ActionAnswer = readActionAnswer): void {
    this.act(() => {
      const { form } = this.view;
      this.blockedBy = blockedFields(action, form).map(({ labels, name }) => labels[0] ?? name);
      if (this.blockedBy.length > 0) return;
      const answer = read(this.run(action.function, { form, parameters: { ...parametersOf(action), ...parameters } }));
      this.apply(answer, action.persistValues === true);
    });
  }

  /** Asks a suggestions callback; an error there shows no suggestions. */
  suggestions(action: ActionJson): readonly string[] {
    let texts: readonly string[] = [];
    this.act(() => {
      texts = readSuggestions(this.run(action.function, { form: this.view.form, parameters: parametersOf(action) }));
    });
    return texts;
  }

  get canGoBack(): boolean {
    return this.stacks.canGoBack;
  }

  back(): void {
    this.act(() => this.stacks.back());
  }

  universalAction(label: string): void {
    this.act(() => {
      const action = this.manifest.universalActions.find((one) => one.label === label);
      if (action === undefined) throw new Error(`No universal action is called ${label}.`);
      if (action.openLink !== undefined) this.openLink({ url: action.openLink });
      else this.apply(readUniversalAnswer(this.run(action.runFunction ?? '', {})), false);
    });
  }

  /** The person answers the request for the open file; allowing it runs onFileScopeGrantedTrigger. */
  answerFileScope(allow: boolean): void {
    if (this.prompt?.kind !== 'fileScope') throw new Error('Nothing asked for the open file.');
    const { userId, spreadsheetId } = this.options;
    this.act(() => {
      const { onFileScopeGranted } = this.manifest;
      if (!allow || spreadsheetId === undefined) return;
      grantFileScope(this.project, userId, spreadsheetId);
      if (onFileScopeGranted !== undefined) this.stacks.showHomepage(this.newStack(readCards(this.callbacks.run(onFileScopeGranted, {}))));
    });
  }

  /** The window of the last opened link is closed; `RELOAD` fetches the add-on anew. */
  closeWindow(): void {
    if (this.openedLinks.at(-1)?.onClose === 'RELOAD') this.reload();
  }

  private reload(): void {
    const { message } = this;
    this.open();
    if (message !== undefined) this.fetchContext(message);
  }

  private fetchContext(message: OpenMessage): void {
    this.stacks.dropContext();
    this.act(() => {
      const { contextual } = this.manifest;
      if (contextual === undefined) return;
      this.stacks.begin();
      const cards = readCards(this.callbacks.run(contextual, { message }));
      this.stacks.showContext(this.newStack(cards));
      this.kept.set(message.id, cards);
    });
  }

  /** A callback of something the person did. */
  private run(functionName: string, happening: Happening): unknown {
    return this.callbacks.run(functionName, { ...happening, clicked: true, ...(this.message && { message: this.message }) });
  }

  private act(work: () => void): void {
    this.error = undefined;
    this.notification = undefined;
    this.prompt = undefined;
    this.blockedBy = [];
    const scopes = this.missingConsent();
    if (scopes.length > 0) {
      this.prompt = { kind: 'authorization', scopes };
      return;
    }
    try {
      work();
    } catch (thrown) {
      if (thrown instanceof AnswerRefused) this.error = this.callbacks.error(thrown.message);
      else if (thrown instanceof Failed) {
        this.prompt = thrown.prompt;
        if (thrown.prompt === undefined) this.error = this.callbacks.error(thrown.message, thrown.executionId);
      } else throw thrown;
    }
  }

  /** What the person is asked for before anything runs. */
  private missingConsent(): readonly string[] {
    const { consents, manifest } = this.project;
    const { userId, hostApp } = this.options;
    if (!consents.has(userId)) return manifest.oauthScopes;
    return hostApp === 'GMAIL' && !consents.granted(userId).has(GMAIL_SCOPE) ? [GMAIL_SCOPE] : [];
  }

  private apply(answer: ActionAnswer, persistValues: boolean): void {
    for (const step of answer.navigations)
      this.refuseFaulty('pushCard' in step ? step.pushCard : 'updateCard' in step ? step.updateCard : {});
    if (answer.requestFileScope) this.prompt = { kind: 'fileScope' };
    if (answer.link !== undefined) this.openLink(answer.link);
    if (this.stack === undefined) throw new Error('There is no card to navigate from.');
    this.stack.navigate(answer.navigations, persistValues);
    this.notification = answer.notification;
    if (answer.stateChanged) {
      this.stale = true;
      this.kept.clear();
    }
  }

  private newStack(cards: readonly CardJson[]): CardStack {
    for (const card of cards) this.refuseFaulty(card);
    const root = cards.length === 1 ? (cards[0] as CardJson) : headerList(this.manifest.name, cards);
    return new CardStack(root, {
      uncertain: this.uncertain,
      warn: (text) => void this.warnings.push(text),
      render: (card) => {
        this.history.push({ at: this.project.world.clock.now(), card });
        const rendered = renderCard(card, this.manifest);
        this.warnings.push(...rendered.warnings);
        return rendered.card;
      },
    });
  }

  /** An invalid card is never shown. */
  private refuseFaulty(card: CardJson): void {
    const [fault] = cardFaults(card);
    if (fault !== undefined) throw new Failed(`The card is not valid: ${fault.message} (${fault.at})`);
  }

  private openLink(link: OpenLinkJson): void {
    const url = secureUrl(link.url);
    if (!mayOpen(this.manifest, url)) throw new Failed(`${url} does not start with any of the manifest's openLinkUrlPrefixes.`);
    this.openedLinks.push({ ...link, url });
  }
}

function parametersOf(action: ActionJson): Record<string, string> {
  return Object.fromEntries((action.parameters ?? []).map(({ key, value }) => [key, value]));
}
