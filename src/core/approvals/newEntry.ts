import { noEffort } from '../plan/Effort';
import { noTotals } from '../runs/summarize';
import { requestLifetimeMilliseconds, type RequestEntry } from './RequestEntry';

type Asked = Pick<RequestEntry, 'id' | 'kind' | 'name' | 'type' | 'requesterId' | 'targets'> & {
  readonly tags?: RequestEntry['tags'] | undefined;
  readonly startAt?: RequestEntry['startAt'] | undefined;
  readonly undoes?: RequestEntry['undoes'] | undefined;
  readonly sync?: RequestEntry['sync'] | undefined;
  readonly night?: true;
};

/** A request that was just asked for: the operator has not looked at it. */
export const newEntry = ({ tags, startAt, undoes, sync, ...asked }: Asked, now: number): RequestEntry => ({
  ...asked,
  state: 'preparing',
  digest: '',
  createdAt: now,
  changedAt: now,
  expiresAt: now + requestLifetimeMilliseconds,
  preApprovalId: '',
  deciders: [],
  needed: 1,
  asked: false,
  planned: { creates: 0, skips: 0 },
  outcome: noTotals,
  calls: noEffort,
  told: '',
  viewDigest: '',
  ...(tags === undefined ? {} : { tags }),
  ...(startAt === undefined ? {} : { startAt }),
  ...(undoes === undefined ? {} : { undoes }),
  ...(sync === undefined ? {} : { sync }),
});
