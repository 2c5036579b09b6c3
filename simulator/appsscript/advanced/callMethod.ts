import type { HttpResponse } from '../../network/HttpRequest';
import type { Operation } from '../../network/Operation';
import type { Execution } from '../Execution';
import { requestOf } from './requestOf';

export interface AdvancedMethod {
  readonly operation: Operation;
  /** As the script calls it: `AdminDirectory.Users.list`. */
  readonly fullName: string;
  readonly token: () => string;
}

/**
 * One call of an advanced service: an HTTP request as the effective user. What Google refuses becomes a
 * GoogleJsonResponseException with `details`.
 */
export function callMethod(execution: Execution, { operation, fullName, token }: AdvancedMethod, args: readonly unknown[]): unknown {
  return execution.call(fullName, { milliseconds: 0 }, () => {
    const { consents, settings } = execution.project;
    const granted = consents.granted(execution.effectiveUser.id);
    const isGranted = operation.scopes.some((scope) => granted.has(scope));
    if (!isGranted && settings.advancedScopeMissing === 'exception') throw execution.exception(missingScope(operation));
    const request = requestOf(execution, operation, token(), args);
    const sent = execution.world.network.send(request, { executionId: execution.id });
    execution.spend(sent.milliseconds);
    if (sent.killed) execution.kill('killed');
    if (sent.thrown !== undefined) throw execution.exception(sent.thrown);
    if (sent.response.status >= 400) throw refusal(execution, operation, sent.response);
    return sent.response.body === '' ? undefined : execution.realm.value(JSON.parse(sent.response.body));
  });
}

function missingScope({ id, scopes }: Operation): string {
  const list = scopes.length === 1 ? scopes[0] : `(${scopes.join(' || ')})`;
  return `Specified permissions are not sufficient to call ${id}. Required permissions: ${list}`;
}

/** https://developers.google.com/apps-script/guides/services/troubleshooting */
function refusal(execution: Execution, operation: Operation, response: HttpResponse): Error {
  const details = errorOf(response.body);
  const message = typeof details?.['message'] === 'string' ? details['message'] : 'Empty response';
  const error = execution.exception(`API call to ${operation.id} failed with error: ${message}`, 'GoogleJsonResponseException');
  return details === undefined ? error : Object.assign(error, { details: execution.realm.value(details) });
}

function errorOf(body: string): Record<string, unknown> | undefined {
  try {
    return (JSON.parse(body) as { error?: Record<string, unknown> }).error;
  } catch {
    return undefined;
  }
}
