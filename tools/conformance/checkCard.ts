import type { Descriptions, Violation } from './Descriptions';

/** Compares a card (JSON of google.apps.card.v1.Card) with its description, which travels with the Chat API. */
export function checkCard(card: unknown, name: string, descriptions: Descriptions): Violation[] {
  const document = descriptions.documents.find((one) => one.schemas['GoogleAppsCardV1Card'] !== undefined);
  if (document === undefined) throw new Error('none of the descriptions has GoogleAppsCardV1Card');
  return descriptions.faults(document, 'GoogleAppsCardV1Card', card).map((what) => ({ where: name, what }));
}
