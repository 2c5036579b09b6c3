import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { describeDelivery, type Delivery } from '../../core/removal/RemoveContactsAction';
import { getUser } from '../../google/directory';
import type { Environment } from '../Environment';
import { doTask } from '../runs/doTask';
import { getRequest } from './requestStore';

/** Officers read the address or the name: it must be that of the user or request whose id is meant, at this moment. */
export const checkDelivery = (env: Environment, delivery: Delivery): Result<void> => {
  const changed = fail(problem('workflow.deliveryChanged', { said: describeDelivery(delivery) }));
  if (delivery.kind === 'all') return ok(undefined);
  if (delivery.kind === 'request') {
    const entry = getRequest(env, delivery.requestId);
    return entry.ok && entry.value.name === delivery.name ? ok(undefined) : changed;
  }
  const user = doTask(env, () => getUser({ kind: 'self' }, delivery.userId));
  if (!user.ok) return user.problem.code === 'google.notFound' ? changed : user;
  return user.value.primaryEmail === delivery.email ? ok(undefined) : changed;
};
