import { relative } from 'node:path';
import { copyOnce } from './copyOnce';
import { makeCompany } from './makeCompany';
import { openAsAdministrator } from './openAsAdministrator';
import { printResult } from './printResult';
import { readOptions } from './readOptions';
import { runApproval } from './runApproval';
import { runImport } from './runImport';
import { runSync } from './runSync';
import { grantPreApproval, setUpRoster } from './setUpRoster';
import { writeOut } from './writeOut';

const NAME = 'Contacts for the new colleagues';

export interface Printer {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

const HELP = `npm run demo                 the copy under a pre-approval, in the sample company or on your own files (README.md lists the options)
npm run demo -- approval     two Security Officers approve, deny and are refused, in the sample company
npm run demo -- sync         a contact sync is approved once and kept in step night by night, in the sample company
npm run demo -- import       a CSV file of users is previewed cell by cell, approved, imported, undone, in the sample company; --file F: your own file
npm run demo -- --help       this

All take --json: one JSON object instead of text.`;

/** The command `npm run demo`. Exit codes: 0 the copy ran, 1 it could not, 2 the command line is wrong. */
export function runDemo(words: readonly string[], print: Printer): number {
  if (words.includes('--help')) {
    print.out(HELP);
    return 0;
  }
  if (words[0] === 'approval') return runApproval(words.slice(1), print);
  if (words[0] === 'import') return runImport(words.slice(1), print);
  if (words[0] === 'sync') return runSync(words.slice(1), print);
  const options = readOptions(words);
  if ('wrong' in options) {
    print.error(options.wrong);
    return 2;
  }
  const tell = (line: string): void => {
    if (!options.json) print.out(line);
  };
  try {
    const company = makeCompany(options);
    for (const { file, report } of company.loaded) {
      tell(`Loaded ${report.loaded} from ${relative('.', file)}${report.skipped.length > 0 ? `, skipped ${report.skipped.length}` : ''}`);
      for (const { row, reason } of report.skipped) tell(`  row ${row}: ${reason}`);
    }
    tell('');
    setUpRoster(company);
    grantPreApproval(company);
    tell(`${company.operator.primaryEmail} set Roster up. ${company.administrator.primaryEmail} asks for a copy.`);
    const sidebar = openAsAdministrator(company);
    let result = copyOnce(company, sidebar, NAME, tell);
    if (options.again) {
      tell(printResult(result));
      tell('\nThe same copy again, in the same world.');
      sidebar.press('Home');
      result = copyOnce(company, sidebar, `${NAME}, again`, tell);
    }
    if (options.out !== undefined) tell(`\nWritten: ${writeOut(options.out, company, result).join(', ')}`);
    print.out(options.json ? JSON.stringify(result, undefined, 2) : printResult(result));
    return 0;
  } catch (error) {
    print.error((error as Error).message);
    return 1;
  }
}
