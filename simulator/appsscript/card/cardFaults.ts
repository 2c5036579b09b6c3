import type { CardJson, SectionJson } from './CardJson';
import { clickFaults, type Fault, type Note } from './clickFaults';
import { ID_PATTERN } from './limits';
import { buttonFaults } from './buttonFaults';
import { widgetFaults } from './widgetFaults';

/**
 * Everything Google's pages forbid in a card for an add-on
 * (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1 and the CardService reference).
 * The texts are the simulator's own: Google publishes none.
 */
export function cardFaults(card: CardJson): Fault[] {
  const faults: Fault[] = [];
  const note: Note = (wrong, at, message, when = 'build') => {
    if (wrong) faults.push({ at, message, when });
  };
  note(card.header !== undefined && !card.header.title, 'header', 'A card header must have a title.');
  note(card.peekCardHeader !== undefined && !card.peekCardHeader.title, 'peekCardHeader', 'A card header must have a title.');
  footerFaults(card, note);
  card.cardActions?.forEach(({ actionLabel, onClick }, i) => {
    note(!actionLabel, `cardActions[${i}]`, 'A card action must have text.');
    clickFaults(onClick, `cardActions[${i}]`, note);
  });
  card.sections?.forEach((section, i) => sectionFaults(section, `sections[${i}]`, note));
  uniqueNames(card, note);
  return faults;
}

function sectionFaults(section: SectionJson, at: string, note: Note): void {
  note((section.widgets ?? []).length === 0, at, 'A section must contain at least one widget.');
  note(section.id !== undefined && !ID_PATTERN.test(section.id), at, `Invalid id: ${section.id}.`);
  note((section.uncollapsibleWidgetsCount ?? 0) < 0, at, 'uncollapsibleWidgetsCount must not be negative.');
  section.widgets?.forEach((widget, i) => widgetFaults(widget, `${at}.widgets[${i}]`, note));
}

/** The primary button is FILLED, the secondary OUTLINED (https://developers.google.com/apps-script/reference/card-service/fixed-footer). */
function footerFaults({ fixedFooter }: CardJson, note: Note): void {
  if (fixedFooter === undefined) return;
  const { primaryButton, secondaryButton } = fixedFooter;
  note(!primaryButton && !secondaryButton, 'fixedFooter', 'A fixed footer must have a button.');
  if (primaryButton) {
    const { type = 'FILLED' } = primaryButton;
    note(type !== 'FILLED', 'fixedFooter.primaryButton', `The primary button of a footer must be FILLED, not ${type}.`);
    note(!primaryButton.text, 'fixedFooter.primaryButton', 'A footer button must have text.');
    buttonFaults(primaryButton, 'fixedFooter.primaryButton', note);
  }
  if (secondaryButton) {
    const { type = 'OUTLINED' } = secondaryButton;
    note(type !== 'OUTLINED', 'fixedFooter.secondaryButton', `The secondary button of a footer must be OUTLINED, not ${type}.`);
    note(!secondaryButton.text, 'fixedFooter.secondaryButton', 'A footer button must have text.');
    buttonFaults(secondaryButton, 'fixedFooter.secondaryButton', note);
  }
}

/** Field names are unique, but switches may share one (https://developers.google.com/apps-script/reference/card-service/switch). */
function uniqueNames(card: CardJson, note: Note): void {
  const seen = new Map<string, 'switch' | 'field'>();
  const ids = new Set<string>();
  card.sections?.forEach((section, s) => {
    if (section.id !== undefined) {
      note(ids.has(section.id), `sections[${s}]`, `The id ${section.id} is used twice.`);
      ids.add(section.id);
    }
    section.widgets?.forEach((widget, w) => {
      const at = `sections[${s}].widgets[${w}]`;
      if (widget.id !== undefined) {
        note(ids.has(widget.id), at, `The id ${widget.id} is used twice.`);
        ids.add(widget.id);
      }
      const field = (widget.textInput ?? widget.selectionInput ?? widget.dateTimePicker)?.name;
      const name = field ?? widget.decoratedText?.switchControl?.name;
      if (!name) return;
      const kind = field === undefined ? 'switch' : 'field';
      note(seen.has(name) && (kind === 'field' || seen.get(name) === 'field'), at, `The field name ${name} is used twice.`);
      seen.set(name, kind);
    });
  });
}
