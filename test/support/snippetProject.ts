import * as fs from 'node:fs';
import * as path from 'node:path';
import type { ExecutionRecord } from '../../simulator/appsscript/ExecutionRecord';
import { ScriptProject, type RunRequest } from '../../simulator/appsscript/ScriptProject';
import { World } from '../../simulator/World';
import { bundleSnippet } from './bundleSnippet';

/** The manifest of the add-on. */
export const manifest = (): { oauthScopes: string[]; [key: string]: unknown } =>
  JSON.parse(fs.readFileSync(path.resolve(__dirname, '../../appsscript.json'), 'utf8')) as never;

export interface SnippetProject {
  readonly world: World;
  readonly project: ScriptProject;
  /** Directory ids of a super administrator and of somebody without any role. */
  readonly admin: string;
  readonly plain: string;
  /** Runs an exported function; gives what it returned as host data, or throws what it failed with. */
  run(functionName: string, args?: readonly unknown[], request?: Partial<RunRequest>): unknown;
  /** The same, for what is no data or may fail. */
  record(functionName: string, args?: readonly unknown[], request?: Partial<RunRequest>): ExecutionRecord;
}

/** A small company, and a script of these lines with Roster's manifest, consented to by both of its users. */
export const snippetProject = (
  source: string,
  changes: Readonly<Record<string, unknown>> = {},
  htmlFiles: Readonly<Record<string, string>> = {},
): SnippetProject => {
  const world = new World();
  world.directory.addCustomer({ domains: ['acme.test'] });
  const admin = world.directory.addUser({ primaryEmail: 'admin@acme.test', isAdmin: true }).id;
  const plain = world.directory.addUser({ primaryEmail: 'plain@acme.test' }).id;
  const project = new ScriptProject(world, {
    scriptId: 'snippet',
    code: bundleSnippet(source),
    htmlFiles,
    manifest: { ...manifest(), ...changes },
    project: '1',
    ownerId: admin,
  });
  project.consent(admin);
  project.consent(plain);
  const record: SnippetProject['record'] = (functionName, args = [], request = {}) =>
    project.run({ functionName, args, kind: 'trigger', effectiveUserId: admin, ...request });
  return {
    world,
    project,
    admin,
    plain,
    record,
    run: (functionName, args, request) => {
      const { outcome, value, error } = record(functionName, args, request);
      if (outcome !== 'completed') throw new Error(error?.message ?? outcome);
      return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
    },
  };
};
