import { cardFaults } from './cardFaults';
import type { CardJson } from './CardJson';
import { ID_PATTERN, SECTIONS_PER_CARD, WIDGETS_PER_SECTION } from './limits';
import { append, printJson, sets, setsPart, type Member, type PartClass } from './PartClass';
import { snapshot, widgetSnapshot, type Part } from './Part';
import { enumOf, flag, integer, part, text, widget } from './Parameter';

/** https://developers.google.com/apps-script/reference/card-service/card-header */
const cardHeader: PartClass = {
  className: 'CardHeader',
  members: {
    setTitle: sets('title', text),
    setSubtitle: sets('subtitle', text),
    setImageUrl: sets('imageUrl', text),
    setImageStyle: sets('imageType', enumOf('ImageStyle')),
    setImageAltText: sets('imageAltText', text),
  },
};

const addWidget: Member = {
  takes: [[widget]],
  does: (made, [added], { refuse }) => {
    const widgets = append(made, 'widgets', widgetSnapshot(added as Part));
    if (widgets.length > WIDGETS_PER_SECTION) refuse(`You can't add more than ${WIDGETS_PER_SECTION} widgets to a card section.`);
  },
};

/** https://developers.google.com/apps-script/reference/card-service/card-section */
const cardSection: PartClass = {
  className: 'CardSection',
  start: () => ({ widgets: [] }),
  members: {
    setHeader: sets('header', text),
    addWidget,
    setCollapsible: sets('collapsible', flag),
    setNumUncollapsibleWidgets: sets('uncollapsibleWidgetsCount', integer),
    setId: {
      takes: [[text]],
      does: (made, [id], { refuse }) => {
        if (!ID_PATTERN.test(id as string)) refuse(`Invalid id: ${id}. An id has at most 64 characters of [a-zA-Z0-9-].`);
        made.json['id'] = id;
      },
    },
  },
};

const addSection: Member = {
  takes: [[part('CardSection')]],
  does: (made, [added], { refuse }) => {
    const sections = append(made, 'sections', snapshot(added as Part));
    if (sections.length > SECTIONS_PER_CARD) refuse(`You can't add more than ${SECTIONS_PER_CARD} sections to a card.`);
  },
};

/** Validates the card: throws where the reference calls a thing required. */
const build: Member = {
  takes: [[]],
  does: (made, _none, { execution, refuse, finish }) =>
    execution.call('CardService.CardBuilder.build', { milliseconds: 1 }, () => {
      const card = snapshot(made);
      const fault = cardFaults(card as CardJson).find(({ when }) => when === 'build');
      if (fault !== undefined) refuse(`${fault.message} (${fault.at})`);
      return finish('Card', card);
    }),
};

/** https://developers.google.com/apps-script/reference/card-service/card-builder */
const cardBuilder: PartClass = {
  className: 'CardBuilder',
  members: {
    setName: sets('name', text),
    setHeader: setsPart('header', part('CardHeader')),
    setPeekCardHeader: setsPart('peekCardHeader', part('CardHeader')),
    setDisplayStyle: sets('displayStyle', enumOf('DisplayStyle')),
    setFixedFooter: setsPart('fixedFooter', part('FixedFooter')),
    addCardAction: { takes: [[part('CardAction')]], does: (made, [added]) => void append(made, 'cardActions', snapshot(added as Part)) },
    addSection,
    build,
  },
};

/** https://developers.google.com/apps-script/reference/card-service/card */
const card: PartClass = { className: 'Card', members: { printJson } };

export const cardClasses: readonly PartClass[] = [cardHeader, cardSection, cardBuilder, card];
