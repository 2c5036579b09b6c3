import * as fs from 'node:fs';
import * as path from 'node:path';

const FOLDER = path.resolve(__dirname, '../../node_modules/@types/google-apps-script');

/** Members of each class, enum and service in one file of the published types of Apps Script, by name; inherited ones included. */
export const publishedMembers = (service: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const text = fs.readFileSync(path.join(FOLDER, `google-apps-script.${service}.d.ts`), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found = new Map<string, Set<string>>();
  const parents = new Map<string, readonly string[]>();
  for (const declaration of text.matchAll(/(?:interface|enum)\s+(\w+)(?:\s+extends\s+([\w., ]+))?\s*\{/g)) {
    const [whole, name = '', extended = ''] = declaration;
    const members = found.get(name) ?? new Set<string>();
    const body = bodyFrom(text, declaration.index + whole.length);
    for (const [, member = ''] of body.matchAll(/^\s*(?:readonly\s+)?(\w+)\??\s*(?:[(:,=<]|$)/gm)) members.add(member);
    found.set(name, members);
    parents.set(
      name,
      extended.split(',').map((one) => one.trim().replace(/^.*\./, '')),
    );
  }
  for (const [name, members] of found) {
    for (const parent of parents.get(name) ?? []) for (const member of found.get(parent) ?? []) members.add(member);
  }
  return found;
};

/** Up to the brace that closes what was opened before `start`. */
const bodyFrom = (text: string, start: number): string => {
  let depth = 1;
  let at = start;
  for (; depth > 0 && at < text.length; at += 1) depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0;
  return text.slice(start, at - 1);
};
