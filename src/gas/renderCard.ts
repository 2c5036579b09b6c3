import type { CardSpec, SectionSpec } from '../cards/CardSpec';
import { renderButton } from './renderAction';
import { renderWidget } from './renderWidget';

/**
 * The section in which the hundredth widget of a card falls, and all after it, are dropped without a word
 * (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1). A card that hides what it should show
 * is worse than none, so one more is a bug here.
 */
const WIDGETS = 100;

/** A CardSpec as a built card of CardService. */
export const renderCard = (spec: CardSpec): GoogleAppsScript.Card_Service.Card => {
  const widgets = spec.sections.reduce((count, section) => count + section.widgets.length, 0);
  if (widgets > WIDGETS) throw new Error(`${spec.name}: ${widgets} widgets on one card`);
  const header = CardService.newCardHeader().setTitle(spec.header.title);
  if (spec.header.subtitle !== undefined) header.setSubtitle(spec.header.subtitle);
  const card = CardService.newCardBuilder().setName(spec.name).setHeader(header);
  for (const section of spec.sections) {
    const rendered = renderSection(section);
    if (rendered !== undefined) card.addSection(rendered);
  }
  if (spec.fixedFooter !== undefined) {
    const footer = CardService.newFixedFooter().setPrimaryButton(renderButton(spec.fixedFooter.primaryButton));
    if (spec.fixedFooter.secondaryButton !== undefined) footer.setSecondaryButton(renderButton(spec.fixedFooter.secondaryButton));
    card.setFixedFooter(footer);
  }
  return card.build();
};

/** Widgets go in before the section does: adding copies, and what comes later is lost. Undefined: none of them has anything to show. */
const renderSection = (spec: SectionSpec): GoogleAppsScript.Card_Service.CardSection | undefined => {
  const widgets = spec.widgets.flatMap((widget) => renderWidget(widget) ?? []);
  if (widgets.length === 0 && spec.widgets.length > 0) return undefined;
  const section = CardService.newCardSection();
  if (spec.header !== undefined) section.setHeader(spec.header);
  if (spec.collapsible !== undefined) section.setCollapsible(spec.collapsible);
  if (spec.uncollapsibleWidgetsCount !== undefined) section.setNumUncollapsibleWidgets(spec.uncollapsibleWidgetsCount);
  for (const widget of widgets) section.addWidget(widget);
  return section;
};
