import * as fs from 'node:fs';
import * as path from 'node:path';
import { explain } from '../../src/core/base/explain';

const filesBelow = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const file = path.join(folder, one.name);
    return one.isDirectory() ? filesBelow(file) : file.endsWith('.ts') ? [file] : [];
  });
const sources = filesBelow(path.resolve(__dirname, '../../src')).map((file) => fs.readFileSync(file, 'utf8'));
const codes = [...new Set(sources.flatMap((text) => [...text.matchAll(/\bproblem\(\s*'([\w.]+)'/g)].map((match) => match[1]!)))].sort();

describe('a problem', () => {
  it.each(codes)('%s says what to do, in sentences', (code) => {
    const { what, fix } = explain({ code, data: { why: 'scope', state: 'prepared', limit: 3, added: 1, edited: 2, removed: 3 } });
    for (const text of [what, fix]) expect(text).toMatch(/^\S.*[.:)]?$/s);
    expect(fix.length).toBeGreaterThan(5);
  });
});
