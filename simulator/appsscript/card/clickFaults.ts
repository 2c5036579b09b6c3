import type { OnClickJson } from './CardJson';

/** Something that makes a card invalid. */
export interface Fault {
  /** Where in the JSON, e.g. `sections[0].widgets[2].textInput`. */
  readonly at: string;
  readonly message: string;
  /** `build`: CardBuilder.build() throws. `shown`: only the platform notices, when the card is to be shown. */
  readonly when: 'build' | 'shown';
}

/** Appends a fault when `wrong`. */
export type Note = (wrong: boolean, at: string, message: string, when?: Fault['when']) => void;

/** One handler, and a callback has a function name. */
export function clickFaults(onClick: OnClickJson | undefined, at: string, note: Note): void {
  if (onClick === undefined) return note(true, at, 'A clickable element must have an onClick.', 'shown');
  note(Object.keys(onClick).length !== 1, at, 'An onClick must have exactly one handler.');
  const action = onClick.action ?? onClick.openDynamicLinkAction;
  note(action !== undefined && !action.function, at, 'An action must have a function name.');
  note(onClick.openLink !== undefined && !onClick.openLink.url, at, 'An OpenLink must have a url.');
}
