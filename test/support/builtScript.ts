import * as fs from 'node:fs';
import * as path from 'node:path';
import { readScriptFolder, type ScriptFolder } from '../../simulator/loaders/readScriptFolder';
import buildPages from '../../tools/bundler/buildPages.cjs';
import { bundleSnippet } from './bundleSnippet';

const root = path.resolve(__dirname, '../..');
type BuiltScript = Pick<ScriptFolder, 'code' | 'htmlFiles'>;
let script: BuiltScript | undefined;

const newestChange = (folder: string): number =>
  Math.max(
    ...fs
      .readdirSync(folder, { withFileTypes: true })
      .map((entry) =>
        entry.isDirectory() ? newestChange(path.join(folder, entry.name)) : fs.statSync(path.join(folder, entry.name)).mtimeMs,
      ),
  );

/** Code and pages of `dist`, which `npm test` builds first. When a source changed after the last build, the same ones made now. */
export const builtScript = (): BuiltScript => {
  if (script !== undefined) return script;
  const dist = path.join(root, 'dist');
  const built = path.join(dist, 'Code.js');
  const isCurrent = fs.existsSync(built) && fs.statSync(built).mtimeMs > newestChange(path.join(root, 'src'));
  const { code, htmlFiles } = isCurrent
    ? readScriptFolder(dist)
    : { code: bundleSnippet(`import './src/entry/main';`), htmlFiles: buildPages() };
  script = { code, htmlFiles };
  return script;
};
