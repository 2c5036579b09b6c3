import * as vm from 'node:vm';
import type { WebVisitor } from '../../simulator/appsscript/WebVisitor';

type Listener = () => void;

/** A file as the person chose it. */
export interface PageFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** As much of an HTML element as the page's script touches. Text goes in as text only: there is no way to put HTML in. */
export class PageElement {
  readonly attributes: Record<string, string> = {};
  readonly listeners: Record<string, Listener[]> = {};
  children: PageElement[] = [];
  disabled = false;
  checked = false;
  value = '';
  /** Of a field for a file. */
  files: readonly PageFile[] = [];
  private own = '';

  constructor(
    readonly tag: string,
    private readonly page: { activeElement: PageElement | undefined },
  ) {}

  get textContent(): string {
    return this.own + this.children.map((one) => one.textContent).join('');
  }
  set textContent(text: string) {
    this.children = [];
    this.own = text;
  }
  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }
  appendChild(child: PageElement): PageElement {
    this.children.push(child);
    return child;
  }
  addEventListener(type: string, listener: Listener): void {
    (this.listeners[type] ??= []).push(listener);
  }
  focus(): void {
    this.page.activeElement = this;
  }
  all(): PageElement[] {
    return [this, ...this.children.flatMap((one) => one.all())];
  }
  /** A line for each piece of text. */
  lines(): string[] {
    return [...(this.own === '' ? [] : [this.own]), ...this.children.flatMap((one) => one.lines())];
  }
  send(type: string): void {
    for (const listener of this.listeners[type] ?? []) listener();
  }
}

class PageFileReader {
  result: ArrayBuffer | undefined;
  onload: Listener = () => undefined;
  readAsArrayBuffer({ bytes }: PageFile): void {
    this.result = new Uint8Array(bytes).buffer;
    this.onload();
  }
}

/** A person's browser with the operator's page: its own script runs, against the few elements it needs. */
export class BrowserPage {
  activeElement: PageElement | undefined;
  /** Answers do not arrive before `arrive` is called. */
  isSlow = false;
  private readonly byId = new Map<string, PageElement>();
  private waiting: Listener[] = [];
  private lost = false;

  constructor(private readonly visitor: WebVisitor) {
    for (const [, tag = '', id = ''] of visitor.html.matchAll(/<(\w+) id="(\w+)"/g)) this.byId.set(id, new PageElement(tag, this));
    const main = this.element('main');
    for (const id of ['heading', 'said', 'view']) main.appendChild(this.element(id));
    const script = [...visitor.html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code]) => code).join('\n');
    const document = {
      getElementById: (id: string) => this.element(id),
      createElement: (tag: string) => new PageElement(tag, this),
    };
    Object.defineProperty(document, 'activeElement', { get: () => this.activeElement });
    vm.runInNewContext(script, {
      document,
      google: { script: { run: this.runner() } },
      FileReader: PageFileReader,
      TextDecoder,
      Uint8Array,
    });
    this.arrive();
  }

  /** Pressed as with a mouse or a key; a button that is off does nothing. */
  press(label: string): void {
    const found = this.buttons().find((one) => one.textContent === label || one.attributes['aria-label'] === label);
    if (found === undefined) throw new Error(`no button “${label}” in:\n${this.text()}`);
    if (!found.disabled) found.send('click');
    if (!this.isSlow) this.arrive();
  }
  type(label: RegExp, text: string): void {
    this.field(label).value = text;
  }
  toggle(label: RegExp): void {
    const box = this.field(label);
    box.checked = !box.checked;
    box.send('change');
    if (!this.isSlow) this.arrive();
  }
  /** An item of a list. */
  pick(label: RegExp, item: RegExp): void {
    const list = this.field(label);
    const found = list.children.find((one) => item.test(one.textContent));
    if (found === undefined) throw new Error(`no item ${item.source} in: ${list.lines().join(', ')}`);
    list.value = found.attributes['value'] ?? '';
    list.send('change');
    if (!this.isSlow) this.arrive();
  }
  /** `size`: as the browser tells it, before anything is read. */
  choose(label: RegExp, name: string, bytes: Uint8Array, size = bytes.length): void {
    const field = this.field(label);
    field.files = [{ name, size, bytes }];
    field.send('change');
  }
  /** One call arrives, and what it asks for next is under way. */
  arriveOnce(): void {
    this.waiting.shift()?.();
  }
  /** The next call is carried out, and its answer is lost. */
  loseNext(): void {
    this.lost = true;
    this.arriveOnce();
    this.lost = false;
  }
  arrive(): void {
    while (this.waiting.length > 0) this.waiting.shift()!();
  }
  text(): string {
    return this.element('main').lines().join('\n');
  }
  get heading(): PageElement {
    return this.element('heading');
  }
  get said(): string {
    return this.element('said').textContent;
  }
  buttons(): PageElement[] {
    return this.all().filter((one) => one.tag === 'button');
  }
  all(): PageElement[] {
    return this.element('main').all();
  }
  /** Texts of the list items below the view, one for each. */
  items(): string[][] {
    return this.all()
      .filter((one) => one.tag === 'ul' && one.attributes['class'] === 'lines')
      .flatMap((list) => list.children.map((item) => item.lines()));
  }

  private field(label: RegExp): PageElement {
    const found = this.all().find((one) => one.tag === 'label' && label.test(one.textContent));
    const target = found?.attributes['for'];
    const field =
      target === undefined ? found?.children.find((one) => one.tag === 'input') : this.all().find((one) => one.attributes['id'] === target);
    if (field === undefined) throw new Error(`no field ${label.source} in:\n${this.text()}`);
    return field;
  }
  private element(id: string): PageElement {
    const found = this.byId.get(id);
    if (found === undefined) throw new Error(`the page has no element ${id}`);
    return found;
  }
  /** `google.script.run`: what is passed is copied, and answers arrive later. */
  private runner(success: (value: unknown) => void = () => undefined, failure: (error: unknown) => void = () => undefined): object {
    const send =
      (name: string) =>
      (...args: unknown[]): void => {
        const copies = JSON.parse(JSON.stringify(args)) as unknown[];
        this.waiting.push(() => {
          const { outcome, value, error } = this.visitor.run(name, ...copies);
          if (outcome === 'success' && !this.lost) success(value);
          else failure(error);
        });
      };
    return {
      withSuccessHandler: (handler: typeof success) => this.runner(handler, failure),
      withFailureHandler: (handler: typeof failure) => this.runner(success, handler),
      showPage: send('showPage'),
      decide: send('decide'),
      receive: send('receive'),
    };
  }
}
