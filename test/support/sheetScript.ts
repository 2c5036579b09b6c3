import type { ExecutionKind } from '../../simulator/appsscript/Execution';
import type { PlatformSettings } from '../../simulator/appsscript/PlatformSettings';
import { ScriptProject } from '../../simulator/appsscript/ScriptProject';
import { spreadsheetApp } from '../../simulator/appsscript/spreadsheet/spreadsheetApp';
import type { SpreadsheetInput } from '../../simulator/drive/DriveState';
import type { SpreadsheetFile } from '../../simulator/drive/SpreadsheetFile';
import { World } from '../../simulator/World';

export const SPREADSHEETS = 'https://www.googleapis.com/auth/spreadsheets';
export const CURRENT_ONLY = 'https://www.googleapis.com/auth/spreadsheets.currentonly';

export interface SheetWorld {
  readonly world: World;
  readonly owner: string;
  readonly other: string;
  readonly file: SpreadsheetFile;
}

/** Two users of example.com and a spreadsheet of the first. */
export function sheetWorld(input: Partial<SpreadsheetInput> = {}): SheetWorld {
  const world = new World();
  world.directory.addCustomer({ domains: ['example.com'] });
  const owner = world.directory.addUser({ primaryEmail: 'owner@example.com' }).id;
  const other = world.directory.addUser({ primaryEmail: 'other@example.com' }).id;
  const file = world.drive.createSpreadsheet({ ownerId: owner, title: 'Plan', ...input });
  return { world, owner, other, file };
}

export interface ScriptRun {
  readonly as?: string;
  readonly kind?: ExecutionKind;
  /** Scopes in the manifest, all consented. Default: both of SpreadsheetApp. */
  readonly scopes?: readonly string[];
  /** The spreadsheet under the sidebar; default the file, null for none. */
  readonly open?: string | null;
  readonly settings?: Partial<PlatformSettings>;
}

/** Runs the body of a function in which `book` is the file opened by id (or the active one); gives what it returns, as host data. */
export function runInSheet({ world, owner, file }: SheetWorld, body: string, run: ScriptRun = {}): unknown {
  const { as = owner, kind = 'addon', scopes = [SPREADSHEETS, CURRENT_ONLY], open = file.id, settings = {} } = run;
  const project = new ScriptProject(world, {
    scriptId: 'script',
    code: `function main(id) { const book = ${scopes.includes(SPREADSHEETS) ? 'SpreadsheetApp.openById(id)' : 'SpreadsheetApp.getActiveSpreadsheet()'}; ${body} }`,
    manifest: { timeZone: 'America/New_York', runtimeVersion: 'V8', oauthScopes: scopes },
    project: '1',
    ownerId: owner,
  });
  project.globals.set('SpreadsheetApp', spreadsheetApp);
  Object.assign(project.settings, settings);
  project.consent(as);
  const record = project.run({ functionName: 'main', args: [file.id], kind, effectiveUserId: as, activeSpreadsheetId: open ?? undefined });
  if (record.outcome !== 'completed') throw new Error(record.error?.message ?? record.outcome);
  return JSON.parse(JSON.stringify(record.value ?? null));
}
