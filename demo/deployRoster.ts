import { ScriptProject, type ScriptProjectOptions } from '../simulator/appsscript/ScriptProject';
import type { ServiceAccount } from '../simulator/cloud/CloudState';
import type { World } from '../simulator/World';

/** The files as they are pushed. */
export interface Deployment extends Pick<ScriptProjectOptions, 'code' | 'htmlFiles' | 'manifest'> {
  readonly customerId: string;
  /** Directory id of the account that shall run Roster. */
  readonly operatorId: string;
}

/**
 * What an administrator does in the Cloud and Admin consoles before the first card: a Cloud project with the APIs and a Chat app, a service account for
 * which the operator may make tokens, domain-wide delegation of contacts, and the script pushed.
 */
export function deployRoster(
  world: World,
  { customerId, operatorId, ...files }: Deployment,
): { project: ScriptProject; serviceAccount: ServiceAccount } {
  const cloud = world.cloud.addProject({
    projectId: 'roster',
    enabledApis: ['people', 'admin', 'iamcredentials', 'chat', 'cloudidentity'].map((name) => `${name}.googleapis.com`),
  });
  const serviceAccount = world.cloud.addServiceAccount({ project: cloud.number, name: 'roster' });
  serviceAccount.tokenCreators.add(operatorId);
  world.cloud.grantDelegation(customerId, serviceAccount.clientId, ['https://www.googleapis.com/auth/contacts']);
  const project = new ScriptProject(world, { scriptId: 'roster', ...files, project: cloud.number, ownerId: operatorId });
  return { project, serviceAccount };
}
