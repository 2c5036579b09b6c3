import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers of the requirements of workflows and approvals, and of what stands beyond them there. Others are not used. */
const ofWorkflows = [
  ...[...span(1, 43), ...span(45, 51), 58, 60, 61].map((number) => `S${number}`),
  ...[1, 2, 6, 11, 16].map((number) => `B${number}`),
];
/** Of contact syncs. */
const ofSyncs = [
  ...[...span(1, 19), ...span(21, 34), 36, 38, ...span(39, 41), ...span(43, 48)].map((number) => `G${number}`),
  ...[5, 7, 8, 12, 13].map((number) => `B${number}`),
];
/** Of imports of users. */
const ofImports = [...[...span(1, 33), 36].map((number) => `I${number}`), ...[1, 2, 5, 6, 9, 11].map((number) => `B${number}`)];
/** G35: a sync both ways is a later type; nobody can walk through what is not there. */
const open = ['G35'];

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A walk that names more numbers in one range goes past them; it shows none of them. */
const longest = 7;

/** Numbers in a title; "S4–S7" are four. */
const namedIn = (title: string): string[] =>
  [...title.matchAll(/\b([SBGI])(\d+)(?:–[SBGI](\d+))?/g)].flatMap(([, letter, from, to = from]) => {
    const range = span(Number(from), Number(to));
    return range.length > longest ? [] : range.map((number) => `${letter}${number}`);
  });

const walks = join(__dirname, '../walks');
const titles = readdirSync(walks)
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) =>
    [...readFileSync(join(walks, name), 'utf8').matchAll(/^\s*(?:(?:describe|it|test)\b|\]\)\().*$/gm)].map(([line]) => line),
  );
const shown = new Set(titles.flatMap(namedIn));

it.each(open)('%s is open: it has no walk yet', (number) => {
  expect([...shown]).not.toContain(number);
});

it.each([...new Set([...ofWorkflows, ...ofSyncs, ...ofImports])])('%s has a walk through the bundle that names it', (number) => {
  expect([...shown]).toContain(number);
});
