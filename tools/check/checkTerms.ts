import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

const SHAPELESS_NAMES = new Set(['index', 'utils', 'util', 'helpers', 'helper', 'manager', 'common', 'misc']);

/**
 * Holds docs/terms.md against the code: no file has a shapeless name, and no identifier or text of `src` uses a word
 * that the table's last column ("Not") gives up for another.
 */
export function checkTerms(): string[] {
  const refused = refusedWords(readFileSync('docs/terms.md', 'utf8'));
  if (refused.size === 0) return ['docs/terms.md: no table with a column "Not" was found'];
  const findings: string[] = [];
  for (const file of [...filesIn('src'), ...filesIn('simulator')]) {
    const name = basename(file, extname(file));
    if (SHAPELESS_NAMES.has(name.toLowerCase())) findings.push(`${file}: a file is named after its main export, not "${name}"`);
  }
  for (const file of filesIn('src')) {
    readFileSync(file, 'utf8')
      .split('\n')
      .forEach((line, number) => {
        for (const word of wordsOf(line)) {
          const instead = refused.get(word);
          if (instead !== undefined) findings.push(`${file}:${number + 1}: "${word}", say ${instead} (docs/terms.md)`);
        }
      });
  }
  return findings;
}

/** Word → the term to use, from the rows `| term | meaning | not, not |`. */
export function refusedWords(markdown: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const line of markdown.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, term, , not] = cells;
    if (cells.length < 5 || !term || !not || term === 'Term' || /^-+$/.test(term)) continue;
    for (const word of not.split(',')) if (word.trim() !== '') words.set(word.trim().toLowerCase(), term);
  }
  return words;
}

/** The words of a line, camel case taken apart, in lower case and singular. */
export function wordsOf(line: string): string[] {
  return line
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase().replace(/(?<=[a-z]{3})s$/, ''));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll('\\', '/');
    if (entry.isDirectory()) return filesIn(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}
