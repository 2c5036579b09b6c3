import type { CardSpec } from './CardSpec';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const addTo = (value: unknown, parameters: Readonly<Record<string, string>>): unknown => {
  if (Array.isArray(value)) return value.map((one) => addTo(one, parameters));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) =>
      /^action$|Action$/.test(key) && isObject(inner)
        ? [key, { ...inner, parameters: { ...(inner as { parameters?: object }).parameters, ...parameters } }]
        : [key, addTo(inner, parameters)],
    ),
  );
};

/** The card with these parameters at every action: what a card that stands in several places has to know of where it stands. */
export const carrying = (card: CardSpec, parameters: Readonly<Record<string, string>>): CardSpec => addTo(card, parameters) as CardSpec;
