import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The files of a script project. */
export interface ScriptFolder {
  readonly code: string;
  /** By name, without `.html`. */
  readonly htmlFiles: Readonly<Record<string, string>>;
  readonly manifest: string;
}

/** What a push of this folder sends, for a project of one code file: clasp leaves out what is neither code, HTML nor the manifest. */
export function readScriptFolder(folder: string): ScriptFolder {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const names = readdirSync(folder);
  const [codeFile, another] = names.filter((name) => /\.(js|gs)$/.test(name));
  if (codeFile === undefined || another !== undefined) throw new Error(`simulator: ${folder} does not hold one code file`);
  const html = names.filter((name) => name.endsWith('.html'));
  return {
    code: read(codeFile),
    htmlFiles: Object.fromEntries(html.map((name) => [basename(name, '.html'), read(name)])),
    manifest: read('appsscript.json'),
  };
}
