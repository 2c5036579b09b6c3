import { readdirSync, readFileSync } from 'node:fs';

/** Numbers of the requirements of workflows and approvals, and of what stands beyond them there. Others are not used. */
const numbers = [
  ...[...span(1, 43), ...span(45, 51), 58, 60, 61].map((number) => `S${number}`),
  ...[1, 2, 6, 11, 16].map((number) => `B${number}`),
];

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A walk that names more numbers in one range goes past them; it shows none of them. */
const longest = 7;

/** Numbers in a title; "S4–S7" are four. */
const namedIn = (title: string): string[] =>
  [...title.matchAll(/\b([SB])(\d+)(?:–[SB](\d+))?/g)].flatMap(([, letter, from, to = from]) => {
    const range = span(Number(from), Number(to));
    return range.length > longest ? [] : range.map((number) => `${letter}${number}`);
  });

const titles = readdirSync(__dirname)
  .filter((name) => name.endsWith('.test.ts') && name !== 'requirements.test.ts')
  .flatMap((name) => [...readFileSync(`${__dirname}/${name}`, 'utf8').matchAll(/^\s*(?:describe|it|test)\b.*$/gm)].map(([line]) => line));
const shown = new Set(titles.flatMap(namedIn));

it.each(numbers)('%s has a walk through the bundle that names it', (number) => {
  expect([...shown]).toContain(number);
});
