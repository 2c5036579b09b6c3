import * as fs from 'node:fs';
import * as path from 'node:path';
import buildPages from '../../tools/bundler/buildPages.cjs';
import { snippetProject, type SnippetProject } from './snippetProject';

/** Names that src/entry/main.ts makes global. */
export const globals: readonly string[] = [
  ...fs.readFileSync(path.resolve(__dirname, '../../src/entry/main.ts'), 'utf8').matchAll(/^global\.(\w+) =/gm),
].map((match) => match[1]!);

export interface EntryProject extends SnippetProject {
  /** Uid of the stored sweep trigger of the operator (the administrator). */
  readonly sweepUid: string;
  /** Everything that somebody could have changed, as one text. */
  state(): string;
}

/** Roster itself, set up with the administrator as operator, with its sweep trigger and its web page. */
export const entryProject = (): EntryProject => {
  const project = snippetProject(`import './src/entry/main';`, {}, buildPages());
  const { world, admin } = project;
  world.cloud.addProject({ number: '1', enabledApis: ['admin.googleapis.com', 'people.googleapis.com', 'iamcredentials.googleapis.com'] });
  const [ledger, workbook] = ['Roster ledger', 'Roster workbook'].map((title) => world.drive.createSpreadsheet({ ownerId: admin, title }));
  const properties = project.project.scriptProperties;
  const sweep = project.project.triggers.add(admin, 'onSweep', { kind: 'interval', milliseconds: 300_000 });
  properties.set({ [`trigger.${sweep.uid}`]: JSON.stringify({ handler: 'onSweep', kind: 'sweep', minutes: 5 }) });
  properties.set({
    operator: JSON.stringify({
      operatorId: admin,
      operatorEmail: 'admin@acme.test',
      ledgerId: ledger!.id,
      workbookId: workbook!.id,
      workbookUrl: workbook!.url,
      serviceAccount: 'roster@roster.iam.gserviceaccount.com',
      webAppUrl: project.project.deployWebApp({ by: admin }),
      version: JSON.parse(fs.readFileSync(path.resolve(__dirname, '../../package.json'), 'utf8')).version,
      sweepUid: sweep.uid,
      sweepMinutes: 5,
    }),
  });
  const users = [project.admin, project.plain];
  return {
    ...project,
    sweepUid: sweep.uid,
    state: () =>
      JSON.stringify([
        properties.entries(),
        users.map((user) => project.project.userProperties(user).entries()),
        project.project.triggers.records,
        [ledger!, workbook!].map((file) => [file.tabs.map((tab) => [tab.name, tab.grid.lastRow]), file.access, file.modifiedAt]),
        world.mail.sent,
        users.map((user) => [world.people.contactsOf(user), world.people.contactGroupsOf(user)]),
        world.network.count({ effect: 'write' }) + world.network.count({ effect: 'token' }),
      ]),
  };
};

/** An add-on event as the host sends it. */
export const addOnEvent = (parameters: Record<string, string> = {}): object => ({
  commonEventObject: {
    hostApp: 'SHEETS',
    platform: 'WEB',
    parameters,
    formInputs: {},
    userLocale: 'en-GB',
    timeZone: { id: 'Europe/London', offset: 0 },
  },
  sheets: { addonHasFileScopePermission: false },
});
