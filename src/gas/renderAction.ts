import type { ActionSpec, ButtonSpec, OnClickSpec } from '../cards/CardSpec';

type Action = GoogleAppsScript.Card_Service.Action;

/** The two global functions that every card callback goes through; the action's name travels as a parameter. */
const ON_CARD_ACTION = 'onCardAction';
const ON_SUGGEST = 'onSuggest';
/** Name of the parameter that carries the action's name; no action may use it for its own. */
export const ACTION_PARAMETER = 'cardAction';

export const renderAction = (spec: ActionSpec): Action =>
  toAction(spec, ON_CARD_ACTION).setLoadIndicator(CardService.LoadIndicator.SPINNER);

/** Suggestions come while the person types: a spinner would lock the field. */
export const renderSuggestAction = (spec: ActionSpec): Action =>
  toAction(spec, ON_SUGGEST).setLoadIndicator(CardService.LoadIndicator.NONE);

const toAction = (spec: ActionSpec, functionName: string): Action => {
  const { name, parameters = {}, persistValues = true } = spec;
  if (ACTION_PARAMETER in parameters) throw new Error(`${name}: ${ACTION_PARAMETER} carries the action's name`);
  return CardService.newAction()
    .setFunctionName(functionName)
    .setParameters({ ...parameters, [ACTION_PARAMETER]: name })
    .setPersistValues(persistValues);
};

interface Clickable {
  setOnClickAction(action: Action): unknown;
  setOpenLink(openLink: GoogleAppsScript.Card_Service.OpenLink): unknown;
}

/** Sets the one click handler an element may have. */
export const setOnClick = (element: Clickable, onClick: OnClickSpec): void => {
  if ('action' in onClick) element.setOnClickAction(renderAction(onClick.action));
  else element.setOpenLink(CardService.newOpenLink().setUrl(onClick.openLink.url));
};

export const renderButton = (spec: ButtonSpec): GoogleAppsScript.Card_Service.TextButton => {
  const button = CardService.newTextButton().setText(spec.text);
  if (spec.altText !== undefined) button.setAltText(spec.altText);
  if (spec.type !== undefined) button.setTextButtonStyle(CardService.TextButtonStyle[spec.type]);
  if (spec.disabled !== undefined) button.setDisabled(spec.disabled);
  setOnClick(button, spec.onClick);
  return button;
};
