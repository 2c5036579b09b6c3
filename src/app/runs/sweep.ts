import type { Result } from '../../core/base/Result';
import { ok } from '../../core/base/Result';
import { answerQuestion } from '../bridge/answerQuestion';
import { dropOldAnswers } from '../bridge/listSourceLabels';
import { dropParcel } from '../bridge/parcel';
import { listQuestions, pendingKey } from '../bridge/Question';
import type { Environment } from '../Environment';
import { expireDue, listEntries } from '../requests/requestStore';
import { mendRequestsView } from '../requests/views';
import { readInstallation, type Installation } from '../setUp/Installation';
import { marginOf } from './doTask';
import { releaseLease, renewLease, takeLease } from './lease';
import { isPaused } from './pause';
import { tellLeftOver } from './tellRequester';
import { runRequest } from './runRequest';

/** The global function that a one-shot trigger calls. */
export const continueHandler = 'onContinue';
/** Google counts created triggers; more than this a day are left to the recurring sweep. */
const oneShotsADay = 15;
const oneShotsKey = 'oneShots';
const oneShotDelay = 60 * 1000;

/** Told when another execution became the writer: everything ends where it is. */
class LeaseLost extends Error {}

/** Does work as the one writer; false when another execution is it. */
export const asWriter = (env: Environment, work: (beforeWrites: () => void) => void): boolean => {
  const holder = env.newId();
  if (!takeLease(env, holder).ok) return false;
  try {
    work(() => {
      if (!renewLease(env, holder).ok) throw new LeaseLost('another execution took the writer lease');
    });
  } catch (thrown) {
    if (!(thrown instanceof LeaseLost)) throw thrown;
    env.log('lease.lost', {});
  } finally {
    releaseLease(env, holder);
  }
  return true;
};

/** Soon again, when work is left and the day's one-shots are not used up. */
const continueSoon = (env: Environment): void => {
  const today = Math.floor(env.now() / 86_400_000);
  const [day, used = 0] = (env.authority.get(oneShotsKey) ?? '').split(' ').map(Number);
  const count = day === today ? used : 0;
  if (count >= oneShotsADay || env.triggers.list().some((trigger) => trigger.handler === continueHandler)) return;
  const created = env.triggers.createOnce(continueHandler, oneShotDelay);
  if (created.ok) env.authority.set(oneShotsKey, `${today} ${count + 1}`);
  else env.log('trigger.refused', { code: created.problem.code });
};

/** Clears the flag, unless something came in meanwhile. */
const settlePending = (env: Environment): boolean => {
  let left = false;
  env.locked((): Result<void> => {
    const all = env.authority.all();
    left =
      listQuestions(env, all).length > 0 || listEntries(env, all).some((entry) => entry.state === 'approved' || entry.state === 'running');
    if (!left) env.authority.delete(pendingKey);
    return ok(undefined);
  });
  return left;
};

/** Parcels whose request does not wait for them any more. */
const dropStrayParcels = (env: Environment, installation: Installation): void => {
  const all = env.authority.all();
  const waiting = new Set(listEntries(env, all).flatMap((entry) => (entry.state === 'preparing' ? [entry.id] : [])));
  const stray = Object.keys(all).flatMap((key) => (key.startsWith('parcel.') && !waiting.has(key.slice(7)) ? [key.slice(7)] : []));
  const workbook = stray.length === 0 ? undefined : env.workbook(installation.workbookId);
  if (workbook?.ok === true) for (const id of stray) dropParcel(env, workbook.value, id);
};

const workThrough = (env: Environment, installation: Installation, beforeWrites: () => void): void => {
  const timeIsUp = (): boolean => env.timeLeft() < marginOf(env) || isPaused(env);
  for (const question of listQuestions(env)) {
    if (timeIsUp()) return;
    answerQuestion(env, installation, question);
  }
  // Runs that began come first, then in the order they were sent.
  const open = listEntries(env).filter((entry) => entry.state === 'running' || entry.state === 'approved');
  open.sort((a, b) => Number(b.state === 'running') - Number(a.state === 'running') || a.changedAt - b.changedAt);
  for (const entry of open) {
    if (timeIsUp()) return;
    runRequest(env, installation, entry.id, beforeWrites);
  }
  tellLeftOver(env, installation);
  dropOldAnswers(env, env.authority.all());
  dropStrayParcels(env, installation);
  const workbook = env.workbook(installation.workbookId);
  if (workbook.ok) mendRequestsView(workbook.value, listEntries(env));
};

/** What waits for the operator, as far as this execution's time goes. The caller made sure that this is the operator. */
export const sweep = (env: Environment): void => {
  const installation = readInstallation(env);
  if (!installation.ok) return;
  const wrote = asWriter(env, (beforeWrites) => {
    env.locked(() => {
      expireDue(env);
      return ok(undefined);
    });
    workThrough(env, installation.value, beforeWrites);
  });
  const left = wrote && settlePending(env);
  if (left && !isPaused(env)) continueSoon(env);
  env.log('sweep', { wrote, left });
};
