import * as fc from 'fast-check';
import { advance, decodeEntry, encodeEntry, entryLimitBytes, wasSent, type RequestEntry } from '../../../src/core/approvals/RequestEntry';
import { neededLimit } from '../../../src/core/approvals/Policy';
import { isClosed, mayFollow, requestStates, type RequestState } from '../../../src/core/approvals/RequestState';

const entry: RequestEntry = {
  id: '0123456789abcdef0123456789abcdef',
  state: 'prepared',
  name: 'Contacts for the new sales team',
  type: 'onboard',
  requesterId: '100000000000000000001',
  digest: 'a'.repeat(64),
  createdAt: 1795000000000,
  changedAt: 1795000000001,
  expiresAt: 1796209600000,
  preApprovalId: 'b'.repeat(32),
  kind: 'workflow',
  deciders: [],
  needed: 1,
  asked: false,
  targets: 613,
  planned: { creates: 275850, skips: 12 },
  calls: { reads: 1227, writes: 1839, tokens: 1228, directory: 9, dailyContactWrites: 367800, seconds: 4711, slices: 17 },
  outcome: { done: 1, skipped: 2, failed: 3, created: 4 },
  reason: { code: 'run.sourceChanged', data: { added: 1, edited: 2, removed: 3 } },
  told: 'approved',
  viewDigest: 'c'.repeat(16),
};

describe('the index entry of a request', () => {
  it('says the same after it was stored and read', () => {
    expect(decodeEntry(entry.id, encodeEntry(entry))).toEqual(entry);
  });

  it('keeps what is deleted, whether or not it is counted what is kept: a sync counts no such thing', () => {
    for (const planned of [
      { creates: 0, skips: 0, deletes: 6, deletesAt: 2 },
      { creates: 0, skips: 0, deletes: 6, deletesAt: 2, kept: 0 },
      { creates: 0, skips: 0, kept: 3 },
    ])
      expect(decodeEntry(entry.id, encodeEntry({ ...entry, planned }))?.planned).toEqual(planned);
  });

  it('never takes more than 600 bytes, whatever the name, and keeps everything but the end of the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), fc.nat({ max: 100000 }), (name, targets) => {
        const text = encodeEntry({ ...entry, name, targets });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(entryLimitBytes);
        const read = decodeEntry(entry.id, text);
        expect({ ...read, name: '' }).toEqual({ ...entry, name: '', targets });
        expect(name.startsWith((read?.name ?? '?').replace(/…$/, ''))).toBe(true);
      }),
    );
  });

  it('cuts a long reason, and keeps its code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.string({ unit: 'binary', maxLength: 900 }), (name, message) => {
        const text = encodeEntry({ ...entry, name, reason: { code: 'google.unexpected', data: { message, status: 500 } } });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(entryLimitBytes);
        expect(decodeEntry(entry.id, text)?.reason?.code).toBe('google.unexpected');
      }),
    );
  });

  it('keeps tags and the time of a scheduled run; tags give way when there is no room, the time never', () => {
    const scheduled = { ...entry, tags: ['fair', 'EMEA'], startAt: 1796000000000 };
    expect(decodeEntry(entry.id, encodeEntry(scheduled))).toEqual(scheduled);
    const tag = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
    const calls = {
      reads: 99999999,
      writes: 99999999,
      tokens: 99999999,
      directory: 9999,
      dailyContactWrites: 99999999,
      seconds: 9999999,
      slices: 9999,
    };
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(tag, { maxLength: 5 }), (name, tags) => {
        const reason = { code: 'google.delegationNotGranted', data: { message: name.repeat(3), scope: name } };
        const full = { ...scheduled, name, tags, calls, counted: calls, reason, told: 'partlyDone' as const };
        const text = encodeEntry(full);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(entryLimitBytes);
        const read = decodeEntry(entry.id, text)!;
        expect(read).toMatchObject({ digest: entry.digest, startAt: scheduled.startAt, counted: calls, reason: { code: reason.code } });
        expect(tags.slice(0, read.tags?.length ?? 0)).toEqual(read.tags ?? []);
      }),
    );
  });

  it('keeps who approved it, what kind it is and that the officers were written to, also when everything is long', () => {
    const deciders = Array.from({ length: neededLimit }, (_, index) => `11111111111111111111${index}`);
    const decided: RequestEntry = { ...entry, kind: 'settings', state: 'approved', deciders, needed: neededLimit, asked: true };
    expect(decodeEntry(entry.id, encodeEntry(decided))).toMatchObject({ kind: 'settings', deciders, needed: neededLimit, asked: true });
    expect(Buffer.byteLength(encodeEntry({ ...decided, name: 'n'.repeat(200), tags: ['t'.repeat(20), 'u'] }))).toBeLessThanOrEqual(
      entryLimitBytes,
    );
  });

  it('of an earlier version is a workflow that nobody approved and nobody was written about', () => {
    const before = JSON.parse(encodeEntry({ ...entry, kind: 'settings', deciders: ['1'], needed: 2, asked: true })) as Record<
      string,
      unknown
    >;
    for (const key of ['f', 'y', 'q', 'l']) delete before[key];
    expect(decodeEntry(entry.id, JSON.stringify(before))).toEqual(entry);
  });

  it('is nothing when the stored text is something else', () => {
    for (const text of ['', '{}', '[]', 'null', '"x"', encodeEntry(entry).replace('"prepared"', '"invented"')]) {
      expect(decodeEntry('x', text)).toBeUndefined();
    }
  });
});

describe('the states of a request', () => {
  it('refuses a step that is not on the way, and says from where to where', () => {
    const refused = advance(entry, 'running', 5);
    expect(refused).toEqual({
      ok: false,
      problem: { code: 'request.notInState', data: { name: entry.name, state: 'prepared', wanted: 'running' } },
    });
    expect(advance(entry, 'approved', 5)).toEqual({ ok: true, value: { ...entry, state: 'approved', changedAt: 5 } });
  });

  it('S25–S32: a prepared request waits for officers, who approve or deny it; its requester may take it back', () => {
    expect(requestStates.filter((state) => mayFollow(state, 'waiting'))).toEqual(['prepared']);
    expect(requestStates.filter((state) => mayFollow('waiting', state)).sort()).toEqual(['approved', 'denied', 'expired', 'withdrawn']);
    expect(requestStates.filter((state) => mayFollow(state, 'denied'))).toEqual(['waiting']);
    expect(requestStates.map((state) => [state, wasSent({ state, digest: 'd' })]).filter(([, sent]) => sent)).toEqual(
      ['waiting', 'approved', 'denied', 'running', 'done', 'partlyDone', 'failed', 'stopped'].map((state) => [state, true]),
    );
  });

  it('lets a request run only out of approved, and an approval be used only once', () => {
    expect(requestStates.filter((state) => mayFollow(state, 'running'))).toEqual(['approved']);
    const reachable = (from: RequestState): Set<RequestState> => {
      const found = new Set<RequestState>();
      const visit = (state: RequestState): void => {
        for (const next of requestStates.filter((one) => mayFollow(state, one) && !found.has(one))) {
          found.add(next);
          visit(next);
        }
      };
      visit(from);
      return found;
    };
    expect(reachable('approved').has('approved')).toBe(false);
    for (const state of ['denied', 'withdrawn', 'expired', 'done', 'partlyDone', 'failed'] as const) {
      expect(reachable(state).size).toBe(0);
      expect(isClosed(state)).toBe(true);
    }
  });
});
