import { WebVisitor } from '../../simulator/appsscript/WebVisitor';
import { addOnEvent, entryProject, globals } from '../support/entryProject';

describe('the globals of the bundle', () => {
  it('are the ten that the platform and the page call', () => {
    expect([...globals].sort()).toEqual([
      'decide',
      'doGet',
      'onCardAction',
      'onContinue',
      'onGmailMessage',
      'onHomepage',
      'onSuggest',
      'onSweep',
      'receive',
      'showPage',
    ]);
  });

  it.each(globals)('%s, called from the page by a plain user with whatever they like, changes nothing', (name) => {
    const { project, plain, state, sweepUid } = entryProject();
    project.scriptProperties.set({ pending: '1' });
    const visitor = WebVisitor.open(project, { visitorUserId: plain });
    const before = state();
    for (const argument of [
      undefined,
      null,
      {},
      'r1',
      7,
      addOnEvent(),
      addOnEvent({ cardAction: 'setUp' }),
      { ...addOnEvent({ cardAction: 'decideAsOfficer', request: 'r1', decision: 'approve' }), gmail: { messageId: 'm', accessToken: 't' } },
      { triggerUid: sweepUid },
      { triggerUid: '1' },
      { parameter: { request: 'r1' } },
    ]) {
      visitor.run(name, argument);
    }
    expect(state()).toBe(before);
  });
});

describe('decide', () => {
  const digest = 'd'.repeat(64);

  it.each([
    ['by a plain user', ['r1', digest, 'approve', '']],
    ['with another decision', ['r1', digest, 'maybe', '']],
    ['without a digest', ['r1', undefined, 'approve', '']],
    ['with things that are no texts', [{ toString: 'r1' }, [digest], ['approve'], { length: 3 }]],
    ['about a request that is none', ['never', digest, 'deny', 'no']],
  ])('%s changes nothing and answers with words', (_title, sent) => {
    const { project, plain, admin, state } = entryProject();
    const before = state();
    for (const visitorUserId of [plain, admin]) {
      const answer = WebVisitor.open(project, { visitorUserId }).run('decide', ...sent);
      expect(answer).toMatchObject({ outcome: 'success', value: { title: 'This request was not found.' } });
    }
    expect(state()).toBe(before);
  });

  it('refuses a visitor whose address Google does not tell, and a page that the operator did not deploy', () => {
    const { project, world, admin, plain, state } = entryProject();
    const before = state();
    const run = (effectiveUserId: string, activeUserId: string | undefined) =>
      project.run({ functionName: 'decide', args: ['r1', digest, 'approve', ''], kind: 'page', effectiveUserId, activeUserId });
    expect(JSON.stringify(run(admin, undefined).value)).toContain('Google did not say who you are');
    expect(world.network.count()).toBe(0);
    expect(JSON.stringify(run(plain, plain).value)).toContain('does not run as the account');
    expect(state()).toBe(before);
  });
});

describe('receive', () => {
  const piece = { number: 0, isLast: true, text: 'Email,Title\nsam@acme.test,Head', name: 'a.csv' };

  it.each([
    ['an upload that is none', ['never', piece]],
    ['no piece', ['u1', undefined]],
    ['a piece with more in it', ['u1', { ...piece, by: 'admin' }]],
    ['a piece with things that are no texts', ['u1', { ...piece, text: ['x'] }]],
    ['a number that is none', ['u1', { ...piece, number: -1 }]],
    ['more than a piece', ['u1', { ...piece, text: 'x'.repeat(1_500_001) }]],
    ['things that are no id', [{ toString: 'u1' }, piece]],
  ])('%s: changes nothing and answers with words', (_title, sent) => {
    const { project, plain, admin, state } = entryProject();
    project.scriptProperties.set({ 'upload.u1': JSON.stringify({ by: 'somebody', at: 0, next: 0, rows: 0, characters: 0, secret: [] }) });
    const before = state();
    for (const visitorUserId of [plain, admin]) {
      const answer = WebVisitor.open(project, { visitorUserId, query: { import: 'u1' } }).run('receive', ...sent);
      expect(answer).toMatchObject({ outcome: 'success', value: { refused: true, title: expect.stringMatching(/\.$/) } });
    }
    expect(state()).toBe(before);
  });
});

describe('the web page', () => {
  it('only renders when it is opened', () => {
    const { project, plain, state } = entryProject();
    const before = state();
    const visitor = WebVisitor.open(project, { visitorUserId: plain, query: { request: 'r1' } });
    expect(visitor.status).toBe('shown');
    expect(visitor.title).toBe('Roster');
    expect(visitor.html).toContain('<script>page.start("r1");</script>');
    expect(state()).toBe(before);
  });

  it.each(['</script><script>alert(1)</script>', '" + alert(1) + "', 'a b', '../x', 'é', ''])(
    'takes no part of %j into the page',
    (request) => {
      const { project, plain } = entryProject();
      const { html } = WebVisitor.open(project, { visitorUserId: plain, query: { request } });
      expect(html).toContain('<script>page.start("");</script>');
      expect(html.match(/<script>/g)?.length).toBe(2);
    },
  );

  it('tells a plain user nothing but that there is no such request', () => {
    const { project, plain } = entryProject();
    const answer = WebVisitor.open(project, { visitorUserId: plain }).run('showPage', 'r1');
    expect(answer).toMatchObject({ outcome: 'success', value: { title: expect.any(String), lines: expect.any(Array) } });
    const unknown = WebVisitor.open(project, { visitorUserId: plain }).run('showPage', 'never');
    expect((answer.value as { title: string }).title).toBe((unknown.value as { title: string }).title);
  });

  it('refuses a visitor whose address Google does not tell', () => {
    const { project, world, admin, state } = entryProject();
    const before = state();
    const record = project.run({ functionName: 'showPage', args: ['r1'], kind: 'page', effectiveUserId: admin, activeUserId: undefined });
    expect(record.outcome).toBe('completed');
    expect((record.value as { title: string }).title).not.toBe('');
    expect(world.network.count()).toBe(0);
    expect(state()).toBe(before);
  });

  it('answers only where the operator deployed it', () => {
    const { project, plain, state } = entryProject();
    const before = state();
    const record = project.run({ functionName: 'showPage', args: ['r1'], kind: 'page', effectiveUserId: plain, activeUserId: plain });
    expect(JSON.stringify(record.value)).toContain('does not run as the account');
    expect(state()).toBe(before);
  });
});
