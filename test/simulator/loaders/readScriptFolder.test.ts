import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { readScriptFolder } from '../../../simulator/loaders/readScriptFolder';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })));

const folderOf = (files: Readonly<Record<string, string>>): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'script-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
};

describe('readScriptFolder', () => {
  it('takes code, HTML files under names without extension, and the manifest; nothing else', () => {
    const folder = folderOf({
      'Code.js': 'c',
      'Page.html': 'p',
      'a.b.html': 'ab',
      'appsscript.json': '{}',
      'package.json': 'x',
      'a.md': 'y',
    });
    expect(readScriptFolder(folder)).toEqual({ code: 'c', htmlFiles: { Page: 'p', 'a.b': 'ab' }, manifest: '{}' });
  });

  it('refuses a folder with none or several code files', () => {
    for (const names of [[], ['A.js', 'B.gs']]) {
      const folder = folderOf({ 'appsscript.json': '{}', ...Object.fromEntries(names.map((name) => [name, ''])) });
      expect(() => readScriptFolder(folder)).toThrow('one code file');
    }
  });
});
