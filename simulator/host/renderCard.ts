import type { ButtonJson, CardJson, OnClickJson, SectionJson, WidgetJson } from '../appsscript/card/CardJson';
import { WIDGETS_PER_CARD } from '../appsscript/card/limits';
import { mayOpen, secureUrl, type AddOnManifest } from './addOnManifest';
import { fieldsOf } from './fields';
import { linksOf, unknownTags } from './plainText';

/** A card as a person sees it, and what silently went wrong on the way. */
export interface RenderedCard {
  readonly card: CardJson;
  readonly warnings: readonly string[];
}

/**
 * What the client makes of a valid card: the section in which the 100th widget is passed and all after it are dropped, a
 * secondary footer button without a primary is not shown, suggestions force a single line
 * (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1).
 */
export function renderCard(given: CardJson, manifest: AddOnManifest): RenderedCard {
  const warnings: string[] = [];
  const card = { ...given, sections: keptSections(given, warnings), fixedFooter: keptFooter(given, warnings) };
  if (card.fixedFooter === undefined) delete card.fixedFooter;
  for (const field of fieldsOf(card)) {
    if (field.kind === 'switch' && !field.widget.value)
      warnings.push(`The switch ${field.name} has no value: what it sends is not documented.`);
    if (field.kind === 'selection' && field.widget.items?.some((item) => !item.value)) {
      warnings.push(`An item of ${field.name} has an empty value: what it sends is not documented.`);
    }
  }
  for (const markup of markupOf(card)) {
    for (const tag of unknownTags(markup)) warnings.push(`${tag} in “${markup.slice(0, 60)}” is no tag that cards know.`);
    for (const url of linksOf(markup)) if (!mayOpen(manifest, secureUrl(url))) warnings.push(`${url} matches no openLinkUrlPrefixes.`);
  }
  for (const { openLink } of clicksOf(card)) {
    if (openLink && !mayOpen(manifest, secureUrl(openLink.url))) warnings.push(`${openLink.url} matches no openLinkUrlPrefixes.`);
  }
  return { card, warnings };
}

function keptSections(card: CardJson, warnings: string[]): SectionJson[] {
  const kept: SectionJson[] = [];
  let widgets = 0;
  for (const section of card.sections ?? []) {
    widgets += section.widgets?.length ?? 0;
    if (widgets > WIDGETS_PER_CARD) break;
    kept.push({ ...section, widgets: section.widgets?.map(singleLine) });
  }
  const lost = (card.sections ?? []).slice(kept.length);
  if (lost.length > 0) {
    const count = lost.reduce((sum, section) => sum + (section.widgets?.length ?? 0), 0);
    warnings.push(
      `The card ${card.name ?? card.header?.title ?? ''} has more than ${WIDGETS_PER_CARD} widgets: ${lost.length} section(s) with ${count} widget(s) are not shown.`,
    );
  }
  return kept;
}

function singleLine(widget: WidgetJson): WidgetJson {
  const { textInput } = widget;
  if (!textInput || (textInput.initialSuggestions === undefined && textInput.autoCompleteAction === undefined)) return widget;
  return { ...widget, textInput: { ...textInput, type: 'SINGLE_LINE' } };
}

function keptFooter({ fixedFooter }: CardJson, warnings: string[]): CardJson['fixedFooter'] {
  if (fixedFooter === undefined || fixedFooter.primaryButton !== undefined) return fixedFooter;
  warnings.push('A secondary footer button without a primary one is not shown.');
  return undefined;
}

function buttonsOf(card: CardJson): ButtonJson[] {
  const widgets = (card.sections ?? []).flatMap((section) => section.widgets ?? []);
  const inWidgets = widgets.flatMap((widget) => [...(widget.buttonList?.buttons ?? []), widget.decoratedText?.button]);
  return [...inWidgets, card.fixedFooter?.primaryButton, card.fixedFooter?.secondaryButton].filter((button) => button !== undefined);
}

function clicksOf(card: CardJson): OnClickJson[] {
  const widgets = (card.sections ?? []).flatMap((section) => section.widgets ?? []);
  const others = widgets.map((widget) => (widget.decoratedText ?? widget.image ?? widget.grid)?.onClick);
  const all = [...buttonsOf(card).map(({ onClick }) => onClick), ...others, ...(card.cardActions ?? []).map(({ onClick }) => onClick)];
  return all.filter((onClick) => onClick !== undefined);
}

function markupOf(card: CardJson): string[] {
  return (card.sections ?? []).flatMap((section) => [
    section.header ?? '',
    ...(section.widgets ?? []).map((widget) => widget.textParagraph?.text ?? widget.decoratedText?.text ?? ''),
  ]);
}
