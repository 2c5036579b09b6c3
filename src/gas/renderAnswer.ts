import type { CardAnswer, SuggestionsSpec } from '../cards/CardSpec';
import { renderCard } from './renderCard';

/**
 * What a card callback returns. Never an empty response, which the host refuses: every kind of answer has a navigation or a
 * notification (https://developers.google.com/workspace/add-ons/how-tos/navigation).
 */
export const renderAnswer = (answer: CardAnswer): GoogleAppsScript.Card_Service.ActionResponse => {
  const response = CardService.newActionResponseBuilder();
  if (answer.kind !== 'notify') response.setNavigation(navigation(answer));
  if (answer.notification !== undefined) response.setNotification(CardService.newNotification().setText(answer.notification));
  if (answer.kind === 'popTo' && answer.stateChanged === true) response.setStateChanged(true);
  return response.build();
};

const navigation = (answer: Exclude<CardAnswer, { readonly kind: 'notify' }>): GoogleAppsScript.Card_Service.Navigation => {
  const steps = CardService.newNavigation();
  switch (answer.kind) {
    case 'push':
      if (answer.below !== undefined) steps.updateCard(renderCard(answer.below));
      return steps.pushCard(renderCard(answer.card));
    case 'update':
      return steps.updateCard(renderCard(answer.card));
    case 'root':
      return steps.popToRoot().updateCard(renderCard(answer.card));
    case 'popTo':
      return steps.popToNamedCard(answer.name).updateCard(renderCard(answer.card));
    case 'pop':
      return steps.popCard();
  }
};

/** Suggestions as the host takes them: shown unfiltered, in this order. */
export const renderSuggestions = (spec: SuggestionsSpec): GoogleAppsScript.Card_Service.SuggestionsResponse =>
  CardService.newSuggestionsResponseBuilder()
    .setSuggestions(CardService.newSuggestions().addSuggestions([...spec.items]))
    .build();
