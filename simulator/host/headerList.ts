import type { CardJson } from '../appsscript/card/CardJson';

/** Several cards at once are shown as a list of their headers (https://developers.google.com/workspace/add-ons/how-tos/navigation). */
export function headerList(addOnName: string, cards: readonly CardJson[]): CardJson {
  const widgets = cards.map((card, i) => ({
    decoratedText: {
      text: card.header?.title ?? `Card ${i + 1}`,
      ...(card.header?.subtitle === undefined ? {} : { bottomLabel: card.header.subtitle }),
      onClick: { card },
    },
  }));
  return { header: { title: addOnName }, sections: [{ widgets }] };
}
