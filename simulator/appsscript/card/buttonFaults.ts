import type { ButtonJson } from './CardJson';
import { clickFaults, type Note } from './clickFaults';

/** A button has text or an icon, and something to do, even when it is disabled. */
export function buttonFaults(button: ButtonJson, at: string, note: Note): void {
  note(!button.text && button.icon === undefined, at, 'A button must have text or an icon.');
  note(
    button.icon !== undefined && !button.text && !button.altText && !button.icon.altText,
    at,
    'A button with an icon must have alternative text.',
  );
  clickFaults(button.onClick, at, note);
}
