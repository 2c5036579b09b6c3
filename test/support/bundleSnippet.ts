import { buildSync } from 'esbuild';
import * as path from 'node:path';

const root = path.resolve(__dirname, '../..');

/**
 * A few lines of TypeScript as a script that an Apps Script project can hold: what they import from `./src/…` is bundled in, and
 * each `export const` becomes a top-level function.
 */
export const bundleSnippet = (source: string): string => {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'snippet',
    target: 'es2020',
    tsconfig: path.join(root, 'tsconfig.base.json'),
    // What webpack does for the entry: Apps Script has no `global`.
    define: { global: 'globalThis' },
    logLevel: 'silent',
  });
  const names = [...source.matchAll(/export const (\w+)/g)].map((match) => match[1]);
  const functions = names.map((name) => `function ${name}(...args) { return snippet.${name}(...args); }`);
  return [outputFiles.map((file) => file.text).join('\n'), ...functions].join('\n');
};
