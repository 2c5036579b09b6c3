import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that decides what a walk does. */
const SOURCES = ['appsscript.json', 'src', 'simulator', 'test/support', 'test/walks', 'tools/conformance'];

/** One text for the state of the sources that walks are made of: a recording with the same one is a recording of these. */
export function sourcesStamp(root: string): string {
  const hash = createHash('sha256');
  for (const name of SOURCES) addTo(hash, root, name);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, root: string, name: string): void {
  if (name.includes('.')) {
    hash.update(`${name}\n`).update(readFileSync(join(root, name)));
    return;
  }
  for (const inner of readdirSync(join(root, name)).sort()) addTo(hash, root, `${name}/${inner}`);
}
