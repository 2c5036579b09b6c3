import type { Person } from './Execution';
import { type ExecutionRecord, scriptError } from './ExecutionRecord';
import { SIMULTANEOUS_EXECUTIONS_PER_USER } from './limits';
import { isPageFunction } from './pageFunction';
import { platformGlobals } from './platformGlobals';
import { watchingNotSimulated } from './notSimulated';
import { ENDING_MESSAGE, ScriptExecution } from './ScriptExecution';
import type { RunRequest, ScriptProject } from './ScriptProject';

const NOT_AUTHORIZED = ENDING_MESSAGE.unauthorized;
/** How many executions keep what they returned. */
const VALUES_KEPT = 50;
const TOO_MANY = 'There are too many scripts running simultaneously for this Google user account.';
const TRIGGER_TIME_USED = 'Service using too much computer time for one day.';

/**
 * Runs one function: a new context, the whole code evaluated in it, then the function. Executions may nest (a fault that
 * lets something else happen meanwhile); they share the world's clock.
 */
export const runScript = (project: ScriptProject, request: RunRequest): ExecutionRecord => {
  const { world } = project;
  const record: ExecutionRecord = {
    id: world.random.text(32),
    kind: request.kind,
    functionName: request.functionName,
    effectiveUserId: request.effectiveUserId,
    outcome: 'running',
    value: undefined,
    unsimulated: [],
    startedAt: world.clock.now(),
    endedAt: world.clock.now(),
    log: [],
  };
  const refusal = refusalOf(project, request);
  project.executions.push(record);
  const old = project.executions[project.executions.length - 1 - VALUES_KEPT];
  if (old !== undefined && old.outcome !== 'running') old.value = undefined;
  if (refusal !== undefined) {
    record.outcome = 'failed';
    record.error = { name: 'Exception', message: refusal, stack: `Exception: ${refusal}` };
    if (refusal === NOT_AUTHORIZED) record.authorizationRequired = project.consents.missing(request.effectiveUserId);
    return record;
  }
  const execution = new ScriptExecution({
    project,
    record,
    effectiveUser: personOf(project, request.effectiveUserId),
    activeUser: activeUserOf(project, request),
    activeSpreadsheetId: project.settings.activeSpreadsheetInCards === 'given' ? request.activeSpreadsheetId : undefined,
    runTime: project.runTime[request.kind],
    granted: project.consents.granted(request.effectiveUserId),
  });
  execution.whenEnded(() => project.locks.releaseAll(record.id));
  watchingNotSimulated(
    (message) => record.unsimulated.push(message),
    () => perform(execution, record, request),
  );
  record.endedAt = world.clock.now();
  if (request.kind === 'trigger') project.triggerTime.add(request.effectiveUserId, record.endedAt - record.startedAt);
  return record;
};

const perform = (execution: ScriptExecution, record: ExecutionRecord, request: RunRequest): void => {
  const { project, realm } = execution;
  try {
    const services = platformGlobals(project.manifest, project.globals);
    for (const [name, build] of services) realm.define(name, build(execution));
    realm.evaluate(project.script);
    const hidden = request.kind === 'page' && !isPageFunction(request.functionName, new Set(services.keys()));
    const entry = hidden ? undefined : realm.lookUp(request.functionName);
    if (typeof entry !== 'function') throw execution.exception(`Script function not found: ${request.functionName}`);
    const args = (request.args ?? []).map((arg) => realm.value(arg));
    record.value = realm.run(() => entry(...args));
    if (isPromise(record.value))
      throw new Error(`simulator: ${request.functionName} returned a Promise; whether Apps Script waits for it is not documented`);
    record.outcome = 'completed';
  } catch (thrown) {
    record.outcome = 'failed';
    record.error = scriptError(thrown);
  }
  const [unsimulated] = record.unsimulated;
  if (unsimulated !== undefined && record.outcome === 'completed') {
    record.outcome = 'failed';
    record.value = undefined;
    record.error = { name: 'Error', message: unsimulated, stack: unsimulated };
  }
  const ended = execution.finish();
  if (ended === 'completed') return;
  record.outcome = ended === 'timeout' ? 'timedOut' : ended === 'killed' ? 'killed' : 'failed';
  record.value = undefined;
  record.error = { name: 'Exception', message: ENDING_MESSAGE[ended], stack: `Exception: ${ENDING_MESSAGE[ended]}` };
};

/** Why Google does not even start this execution, or undefined. */
const refusalOf = (project: ScriptProject, request: RunRequest): string | undefined => {
  const { effectiveUserId: userId, kind } = request;
  const user = project.world.directory.userById(userId);
  if (user === undefined || user.suspended || user.archived) return NOT_AUTHORIZED;
  if (!project.consents.has(userId)) return NOT_AUTHORIZED;
  if (kind === 'trigger' && !project.publishedAddOn && project.consents.missing(userId).length > 0) return NOT_AUTHORIZED;
  if (kind === 'trigger' && project.triggerTime.left(userId) === 0) return TRIGGER_TIME_USED;
  const running = project.executions.filter((other) => other.outcome === 'running' && other.effectiveUserId === userId);
  return running.length >= SIMULTANEOUS_EXECUTIONS_PER_USER ? TOO_MANY : undefined;
};

const personOf = (project: ScriptProject, userId: string): Person => {
  const user = project.world.directory.userById(userId);
  if (user === undefined) throw new Error(`simulator: there is no user ${userId}`);
  return { id: user.id, primaryEmail: user.primaryEmail };
};

const activeUserOf = (project: ScriptProject, request: RunRequest): Person | undefined => {
  const ownKeyboard =
    request.kind === 'addon' ||
    request.kind === 'editor' ||
    (request.kind === 'trigger' && project.settings.activeUserInTriggers === 'creator');
  const userId = 'activeUserId' in request ? request.activeUserId : ownKeyboard ? request.effectiveUserId : undefined;
  return userId === undefined ? undefined : personOf(project, userId);
};

const isPromise = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Promise]';
