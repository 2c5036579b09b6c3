import { problem, type Problem } from './Problem';
import { utf8 } from './utf8';

/** Bytes that a reason may take of an entry. */
const reasonBytes = 200;

/** The data of a reason with its texts cut to so many characters. */
const cutTexts = (data: Problem['data'], length: number, isCut: (key: string) => boolean): Problem['data'] =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : value;
      const tooLong = typeof text === 'string' && [...text].length > length && isCut(key);
      return [key, tooLong ? `${[...text].slice(0, length).join('')}…` : text];
    }),
  ) as Problem['data'];

/** The reason with its texts cut so far that it fits, what Google said first: what somebody has to type stays whole. At worst the code alone. */
export const shortReason = ({ code, data }: Problem): Problem => {
  const { message: _said, ...unsaid } = data;
  const candidates = [
    ...[80, 40, 20].map((length) => cutTexts(data, length, (key) => key === 'message')),
    unsaid,
    ...[80, 40, 20, 8].map((length) => cutTexts(data, length, () => true)),
  ];
  const fitting = candidates.map((one) => problem(code, one)).find((short) => utf8(JSON.stringify(short)).length <= reasonBytes);
  return fitting ?? problem(code);
};
