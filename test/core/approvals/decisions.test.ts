import { checkReason, decodeClaim, reasonLimit, type Claim } from '../../../src/core/approvals/Claim';
import { findOfficer, mayDecide } from '../../../src/core/approvals/mayDecide';
import { noPolicy, type Policy } from '../../../src/core/approvals/Policy';
import type { RequestEntry } from '../../../src/core/approvals/RequestEntry';
import { whoDecides } from '../../../src/core/approvals/whoDecides';

const officer = (userId: string) => ({ userId, email: `${userId}@acme.test`, appointedAt: 0 });
const policy: Policy = { ...noPolicy, version: 1, officers: [officer('olga'), officer('otto')] };
const digest = 'd'.repeat(64);
const entry = {
  id: 'r',
  name: 'N',
  requesterId: 'ada',
  state: 'waiting',
  digest,
  deciders: [],
  needed: 1,
  expiresAt: 100,
} as unknown as RequestEntry;
const codeOf = (result: { ok: boolean; problem?: { code: string } }): string => (result.ok ? 'ok' : result.problem!.code);

describe('S2, S39: who decides about a request', () => {
  it.each([
    ['nobody is appointed', noPolicy, 'ada', 1, 'request.noOfficer'],
    ['the requester is the only officer', { ...policy, officers: [officer('ada')] }, 'ada', 1, 'request.onlyOfficerIsYou'],
    ['there are fewer than needed besides the requester', policy, 'olga', 2, 'request.tooFewOfficers'],
    ['there are as many as needed', policy, 'ada', 2, 'ok'],
    ['one other officer is enough', policy, 'olga', 1, 'ok'],
  ])('when %s', (_title, rules, requesterId, needed, expected) => {
    expect(codeOf(whoDecides(rules, { requesterId, needed }, 'roster@acme.test'))).toBe(expected);
  });

  it('never names the requester', () => {
    const found = whoDecides(policy, { requesterId: 'olga', needed: 1 }, '');
    expect(found.ok && found.value.map(({ userId }) => userId)).toEqual(['otto']);
  });
});

describe('S39–S41: which officer somebody is', () => {
  it.each([
    ['by address, whatever its capitals', { email: 'OLGA@acme.test' }, 'olga'],
    ['by id, whatever the address', { email: 'olga.new@acme.test', subject: 'olga' }, 'olga'],
    ['not by an address whose id is somebody else’s', { email: 'olga@acme.test', subject: 'heir' }, undefined],
    ['not by another address', { email: 'eve@acme.test' }, undefined],
    ['not without an address', { email: '' }, undefined],
  ])('%s', (_title, claimant, expected) => {
    expect(findOfficer(policy, claimant)?.userId).toBe(expected);
  });
});

describe('contracts §2: whether an officer may decide about a request', () => {
  it.each<[string, Partial<RequestEntry>, string, number, readonly string[], string]>([
    ['it waits', {}, digest, 99, [], 'ok'],
    ['it is their own', { requesterId: 'olga' }, digest, 99, [], 'decision.ownRequest'],
    ['it is about them', {}, digest, 99, ['olga'], 'decision.aboutYou'],
    ['it is prepared and not sent', { state: 'prepared' }, digest, 99, [], 'decision.notWaiting'],
    ['it was denied', { state: 'denied' }, digest, 99, [], 'decision.notWaiting'],
    ['it runs', { state: 'running' }, digest, 99, [], 'decision.notWaiting'],
    ['its time is up', {}, digest, 100, [], 'request.expired'],
    ['they saw another version', {}, 'e'.repeat(64), 99, [], 'decision.changed'],
    ['it has no digest', { digest: '' }, '', 99, [], 'decision.changed'],
    ['they approved it already', { deciders: ['olga'] }, digest, 99, [], 'decision.alreadyDecided'],
    ['another approved it', { deciders: ['otto'], needed: 2 }, digest, 99, [], 'ok'],
  ])('when %s', (_title, change, seen, now, barred, expected) => {
    expect(codeOf(mayDecide({ ...entry, ...change }, seen, officer('olga'), now, barred))).toBe(expected);
  });
});

describe('a claim', () => {
  const claim: Claim = { decision: 'deny', digest, at: 5, email: 'olga@acme.test', subject: 'olga', reason: 'no', via: 'gmail' };

  it('says the same after it was stored and read', () => {
    expect(decodeClaim(JSON.stringify(claim))).toEqual(claim);
    const verified = { ...claim, verified: { at: 6, refused: { code: 'decision.notOfficer', data: {} } } };
    expect(decodeClaim(JSON.stringify(verified))).toEqual(verified);
  });

  it.each([
    undefined,
    '',
    'null',
    '[]',
    JSON.stringify({ ...claim, decision: 'maybe' }),
    JSON.stringify({ ...claim, digest: '' }),
    JSON.stringify({ ...claim, at: 'now' }),
    JSON.stringify({ ...claim, via: 'chat' }),
    JSON.stringify({ ...claim, verified: null }),
  ])('that reads %j decides nothing', (text) => {
    expect(decodeClaim(text)).toBeUndefined();
  });

  it('S29: a denial has a reason, an approval has none', () => {
    expect(checkReason('deny', ' too \n many ')).toEqual({ ok: true, value: 'too many' });
    expect(codeOf(checkReason('deny', ' \n '))).toBe('decision.reasonMissing');
    expect(codeOf(checkReason('deny', 'x'.repeat(reasonLimit + 1)))).toBe('decision.reasonTooLong');
    expect(checkReason('approve', 'because')).toEqual({ ok: true, value: '' });
  });
});
