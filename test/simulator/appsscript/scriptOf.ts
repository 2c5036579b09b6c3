import type { ExecutionKind } from '../../../simulator/appsscript/Execution';
import type { ExecutionRecord } from '../../../simulator/appsscript/ExecutionRecord';
import type { Manifest } from '../../../simulator/appsscript/Manifest';
import { ScriptProject } from '../../../simulator/appsscript/ScriptProject';
import { World, type WorldOptions } from '../../../simulator/World';

export const SCOPE = {
  email: 'https://www.googleapis.com/auth/userinfo.email',
  triggers: 'https://www.googleapis.com/auth/script.scriptapp',
  fetch: 'https://www.googleapis.com/auth/script.external_request',
  mail: 'https://www.googleapis.com/auth/script.send_mail',
} as const;

/** A company with two users, and a script of the first that both allowed everything. */
export const scriptOf = (code: string, manifest: Partial<Manifest> = {}, options: WorldOptions & { publishedAddOn?: boolean } = {}) => {
  const world = new World(options);
  world.directory.addCustomer({ domains: ['acme.example'] });
  const ada = world.directory.addUser({ primaryEmail: 'ada@acme.example', name: { givenName: 'Ada', familyName: 'Park' } });
  const ben = world.directory.addUser({ primaryEmail: 'ben@acme.example', name: { givenName: 'Ben', familyName: 'Cruz' } });
  const cloud = world.cloud.addProject({ number: '4242', enabledApis: ['people.googleapis.com', 'admin.googleapis.com'] });
  const project = new ScriptProject(world, {
    scriptId: 'script-1',
    code,
    manifest: { timeZone: 'Europe/Berlin', runtimeVersion: 'V8', oauthScopes: Object.values(SCOPE), ...manifest },
    project: cloud.number,
    ownerId: ada.id,
    ...(options.publishedAddOn === undefined ? {} : { publishedAddOn: options.publishedAddOn }),
  });
  project.consent(ada.id);
  project.consent(ben.id);
  const run = (functionName: string, args: readonly unknown[] = [], kind: ExecutionKind = 'editor', userId = ada.id): ExecutionRecord =>
    project.run({ functionName, args, kind, effectiveUserId: userId });
  /** The returned value as plain host data; throws what the script threw. */
  const value = (functionName: string, args: readonly unknown[] = [], kind: ExecutionKind = 'editor', userId = ada.id): unknown => {
    const record = run(functionName, args, kind, userId);
    if (record.outcome !== 'completed') throw new Error(record.error?.message);
    return JSON.parse(JSON.stringify(record.value ?? null));
  };
  return { world, project, ada, ben, run, value };
};
