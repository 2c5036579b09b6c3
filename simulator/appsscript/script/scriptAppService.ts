import { badArguments } from '../badArguments';
import type { ScriptExecution } from '../ScriptExecution';
import { strict } from '../strict';
import { clockTriggerBuilder } from './clockTriggerBuilder';
import { TRIGGER_SCOPE, triggerId, triggerObject } from './createTrigger';
import { identityToken } from './identityToken';
import { AuthMode, AuthorizationStatus, EventType, TriggerSource, WeekDay } from './scriptEnums';

/** `ScriptApp` (https://developers.google.com/apps-script/reference/script/script-app). */
export const scriptAppService = (execution: ScriptExecution): object => {
  const { project, realm, effectiveUser } = execution;
  const declared = (scopes: unknown): string[] => {
    const wanted = scopes === undefined ? project.manifest.oauthScopes : (realm.host(scopes) as string[]);
    const foreign = wanted.filter((scope) => !project.manifest.oauthScopes.includes(scope));
    if (foreign.length > 0) throw execution.exception(`The script does not declare these scopes: ${foreign.join(', ')}`);
    return [...wanted];
  };
  const requireScopes = (member: string, scopes: unknown) =>
    execution.call(`ScriptApp.${member}`, {}, () => {
      const missing = declared(scopes).filter((scope) => !execution.granted.has(scope));
      if (missing.length > 0) execution.requireAuthorization(missing);
    });
  return strict('ScriptApp', {
    AuthMode,
    AuthorizationStatus,
    EventType,
    TriggerSource,
    WeekDay,
    getScriptId: () => project.scriptId,
    getOAuthToken: () =>
      execution.call('ScriptApp.getOAuthToken', {}, () =>
        execution.world.cloud.issueToken({
          userId: effectiveUser.id,
          scopes: execution.granted,
          via: 'user',
          project: project.cloudProject,
          seconds: project.settings.tokenSeconds,
        }),
      ),
    getIdentityToken: () => execution.call('ScriptApp.getIdentityToken', {}, () => identityToken(execution)),
    newTrigger: (...args: unknown[]) => {
      const [handler] = args;
      if (typeof handler !== 'string' || handler === '') throw badArguments(execution, 'ScriptApp.newTrigger', args);
      return strict('TriggerBuilder', { timeBased: () => clockTriggerBuilder(execution, handler) });
    },
    getProjectTriggers: () =>
      execution.call('ScriptApp.getProjectTriggers', { scopes: [TRIGGER_SCOPE] }, () =>
        realm.value(project.triggers.of(effectiveUser.id).map(triggerObject)),
      ),
    deleteTrigger: (...args: unknown[]) => {
      const uid = args.length === 1 ? triggerId(args[0]) : undefined;
      if (uid === undefined) throw badArguments(execution, 'ScriptApp.deleteTrigger', args);
      execution.call('ScriptApp.deleteTrigger', { scopes: [TRIGGER_SCOPE] }, () => project.triggers.delete(uid));
    },
    getService: () => service(execution),
    getAuthorizationInfo: (_mode: unknown, scopes?: unknown) =>
      execution.call('ScriptApp.getAuthorizationInfo', {}, () => {
        const wanted = declared(scopes);
        const required = wanted.some((scope) => !execution.granted.has(scope));
        return strict('AuthorizationInfo', {
          getAuthorizationStatus: () => (required ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED),
          getAuthorizationUrl: () => (required ? `https://script.google.com/macros/d/${project.scriptId}/auth` : null),
          getAuthorizedScopes: () => realm.value(wanted.filter((scope) => execution.granted.has(scope))),
        });
      }),
    requireScopes: (_mode: unknown, scopes: unknown) => requireScopes('requireScopes', scopes),
    requireAllScopes: () => requireScopes('requireAllScopes', undefined),
    /** The execution goes on with what it has; the next one finds nothing granted. */
    invalidateAuth: () => execution.call('ScriptApp.invalidateAuth', {}, () => project.withdraw(effectiveUser.id)),
  });
};

/** `Service` (https://developers.google.com/apps-script/reference/script/service): the address of the deployment only from a page itself. */
const service = (execution: ScriptExecution): object => {
  const { webApp } = execution.project;
  const served = execution.kind === 'webapp' || execution.kind === 'page';
  return strict('Service', {
    getUrl: () => (webApp === undefined ? null : served ? webApp.url : webApp.url.replace(/exec$/, 'dev')),
    isEnabled: () => webApp !== undefined,
  });
};
