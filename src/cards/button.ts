import type { ActionSpec, ButtonSpec, WidgetSpec } from './CardSpec';

interface ButtonOptions {
  /** What a screen reader says when the text alone does not tell. */
  readonly altText?: string;
  readonly type?: ButtonSpec['type'];
  readonly persistValues?: boolean;
}

export const action = (name: string, parameters: Readonly<Record<string, string>> = {}, persistValues?: boolean): ActionSpec => ({
  name,
  ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  ...(persistValues === undefined ? {} : { persistValues }),
});

export const button = (
  text: string,
  name: string,
  parameters: Readonly<Record<string, string>> = {},
  options: ButtonOptions = {},
): ButtonSpec => ({
  text,
  ...(options.altText === undefined ? {} : { altText: options.altText }),
  ...(options.type === undefined ? {} : { type: options.type }),
  onClick: { action: action(name, parameters, options.persistValues) },
});

/** The card's one main action. Google wants it filled in a footer (https://developers.google.com/workspace/add-ons/concepts/widgets). */
export const mainButton = (text: string, name: string, parameters: Readonly<Record<string, string>> = {}): ButtonSpec =>
  button(text, name, parameters, { type: 'FILLED' });

export const linkButton = (text: string, url: string): ButtonSpec => ({ text, onClick: { openLink: { url } } });

export const buttons = (...list: readonly ButtonSpec[]): WidgetSpec => ({ buttonList: { buttons: list } });
