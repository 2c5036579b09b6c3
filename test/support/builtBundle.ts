import * as fs from 'node:fs';
import * as path from 'node:path';
import { bundleSnippet } from './bundleSnippet';

const root = path.resolve(__dirname, '../..');
let code: string | undefined;

const newestChange = (folder: string): number =>
  Math.max(
    ...fs
      .readdirSync(folder, { withFileTypes: true })
      .map((entry) =>
        entry.isDirectory() ? newestChange(path.join(folder, entry.name)) : fs.statSync(path.join(folder, entry.name)).mtimeMs,
      ),
  );

/** `dist/Code.js`, which `npm test` builds first. When a source changed after the last build, the same entry bundled now. */
export const builtBundle = (): string => {
  if (code !== undefined) return code;
  const built = path.join(root, 'dist/Code.js');
  const isCurrent = fs.existsSync(built) && fs.statSync(built).mtimeMs > newestChange(path.join(root, 'src'));
  code = isCurrent ? fs.readFileSync(built, 'utf8') : bundleSnippet(`import './src/entry/main';`);
  return code;
};
