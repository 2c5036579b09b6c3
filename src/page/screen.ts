import type { PageText } from '../app/requests/showPage';
import type { ServerCalls } from './ServerCalls';

type Attributes = Readonly<Record<string, string>>;
type Control = HTMLButtonElement | HTMLInputElement | HTMLSelectElement;

/** Signs that turn the order of what follows around: a name could read as another one. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

const part = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const heading = part('heading');
const said = part('said');
const main = part('main');
/** What is shown; every text goes in as text. */
export const view = part('view');

let controls: Control[] = [];
let named: Record<string, HTMLElement> = {};
let busy = false;

const plain = (text: string): string => text.replace(TURNS, '\ufffd');

export const add = <Tag extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  tag: Tag,
  text?: string,
  attributes: Attributes = {},
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = plain(text);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  parent.appendChild(made);
  return made;
};

/** Off while a call is under way; `name` is where the focus can return to. */
export const control = <Made extends Control>(made: Made, name: string): Made => {
  controls.push(made);
  named[name] = made;
  return made;
};

export const button = (parent: HTMLElement, text: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement => {
  const made = add(parent, 'button', text, { type: 'button', ...attributes });
  made.addEventListener('click', () => {
    if (!busy) press();
  });
  return control(made, attributes['aria-label'] ?? text);
};

/** A row of buttons. */
export const buttonRow = (): HTMLElement => add(view, 'div', undefined, { class: 'buttons' });

export const section = (title: string): HTMLElement => {
  const made = add(view, 'section', undefined, { 'aria-label': title });
  add(made, 'h2', title);
  return made;
};

export const items = (parent: HTMLElement, texts: readonly string[], attributes?: Attributes): void => {
  const list = add(parent, 'ul', undefined, attributes);
  for (const text of texts) add(list, 'li', text);
};

/** `heard`: for screen readers only. */
export const tell = (text: string, look: '' | 'heard' = ''): void => {
  said.setAttribute('class', look);
  said.textContent = plain(text);
};

export const begin = (title: string): void => {
  view.textContent = '';
  controls = [];
  named = {};
  heading.textContent = plain(title);
};

/** A new view has the focus on its heading; back in an earlier one it is on the control that led away. */
export const end = (name = ''): void => {
  main.setAttribute('aria-busy', 'false');
  (named[name] ?? heading).focus();
};

/** All that the answer has to say, without anything to do. */
export const showText = ({ title, lines }: PageText): void => {
  begin(title);
  for (const line of lines) add(view, 'p', line);
};

export const work = (isOn: boolean): void => {
  busy = isOn;
  main.setAttribute('aria-busy', String(isOn));
  for (const one of controls) one.disabled = isOn;
};

/** One call at a time: while it is under way all controls are off, so that pressing twice decides once. `lost`: told when no answer came. */
export const call = (send: (run: ServerCalls) => void, answered: (answer: PageText) => void, lost: string): void => {
  if (busy) return;
  const focused = document.activeElement as HTMLElement | null;
  work(true);
  tell('One moment.');
  send(
    google.script.run
      .withSuccessHandler((answer) => {
        work(false);
        tell('');
        answered(answer);
      })
      .withFailureHandler(() => {
        work(false);
        tell(lost);
        focused?.focus();
      }),
  );
};
