import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unparse } from 'papaparse';
import { printContactsCsv } from '../simulator/loaders/printContactsCsv';
import type { Company } from './makeCompany';
import type { DemoResult } from './printResult';

/** Writes the result, a row for each target, what was refused, and each target's contacts as Google Contacts exports them. */
export function writeOut(folder: string, company: Company, result: DemoResult): string[] {
  const { world } = company;
  const files: [string, string][] = [
    ['result.json', `${JSON.stringify(result, undefined, 2)}\n`],
    ['targets.csv', unparse(result.perTarget.map((target) => ({ ...target })))],
    ['refused.csv', unparse(result.refused.map((refusal) => ({ ...refusal })))],
  ];
  for (const { email } of result.perTarget) {
    const user = world.directory.userByEmail(email);
    if (user !== undefined) files.push([`contacts/${email}.csv`, printContactsCsv(world, user.id)]);
  }
  mkdirSync(join(folder, 'contacts'), { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return [join(folder, 'result.json'), join(folder, 'targets.csv'), join(folder, 'refused.csv'), join(folder, 'contacts')];
}
