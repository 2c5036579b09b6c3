import { problem } from '../../../src/core/base/Problem';
import { tryNewAccountAgain } from '../../../src/core/runs/accountReady';

const minute = 60_000;
const hour = 60 * minute;
const notReady = problem('google.serviceOff', { message: 'Contacts are off' });

describe('contracts.md §3: what a new account does not let through is tried again for a day', () => {
  it.each([
    ['at once', 0, 4 * minute],
    ['after 10 minutes', 10 * minute, 20 * minute],
    ['after 3 hours', 3 * hour, 4 * hour],
    ['shortly before the end', 23.5 * hour, 24 * hour],
  ])('%s', (_, age, until) => {
    expect(tryNewAccountAgain(notReady, 1000, 1000 + age)).toEqual({ until: 1000 + until });
  });

  it('then it is given up, with what Google said last', () => {
    expect(tryNewAccountAgain(notReady, 0, 24 * hour)).toMatchObject({ over: { code: 'users.notReady', data: { hours: 24 } } });
  });

  it('takes few tries', () => {
    let [now, tries] = [0, 0];
    for (
      let next = tryNewAccountAgain(notReady, 0, now);
      next !== undefined && 'until' in next;
      next = tryNewAccountAgain(notReady, 0, now)
    ) {
      now = next.until;
      tries += 1;
    }
    expect(tries).toBeLessThan(35);
  });

  it.each([
    ['no token for an account that is not known yet', problem('google.userWithoutToken', { message: 'invalid_grant' }), true],
    ['access denied to this account alone', problem('google.delegationNotGranted', { message: 'access_denied: Requested client' }), true],
    ['no delegation at all', problem('google.delegationNotGranted', { message: 'unauthorized_client: Unauthorized client' }), false],
    ['creation not complete', problem('google.notReadyYet', {}), true],
    ['a member that is not seen yet', problem('google.notFound', { message: 'Resource Not Found: memberKey' }), true],
    ['a group that is gone', problem('google.notFound', { message: 'Resource Not Found: groupKey' }), false],
    ['a full account', problem('google.accountFull', {}), false],
    ['a quota', problem('google.dayQuota', {}), false],
  ])('%s', (_, reason, again) => {
    expect(tryNewAccountAgain(reason, 0, minute) !== undefined).toBe(again);
  });
});
