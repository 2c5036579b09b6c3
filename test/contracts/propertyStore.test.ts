import { snippetProject } from '../support/snippetProject';

const source = `
  import { scriptStore } from './src/gas/scriptStore';
  import { userStore } from './src/gas/userStore';
  export const script = (work: string, ...args: unknown[]) => (scriptStore() as any)[work](...args);
  export const user = (work: string, ...args: unknown[]) => (userStore() as any)[work](...args);
`;

describe('the script store', () => {
  it('keeps what every actor set', () => {
    const { run, admin, plain } = snippetProject(source);
    expect(run('script', ['set', 'digest', 'ä'], { effectiveUserId: admin })).toEqual({ ok: true });
    expect(run('script', ['get', 'digest'], { effectiveUserId: plain })).toBe('ä');
    run('script', ['setAll', { a: '1', b: '2' }]);
    expect(run('script', ['all'])).toEqual({ digest: 'ä', a: '1', b: '2' });
    run('script', ['delete', 'a']);
    expect(run('script', ['get', 'a'])).toBeUndefined();
    expect(run('script', ['get', 'never'])).toBeUndefined();
  });

  it('takes values of 9 KB, counted in bytes, and refuses one byte more before anything is written', () => {
    const { run } = snippetProject(source);
    expect(run('script', ['set', 'fits', 'é'.repeat(4608)])).toEqual({ ok: true });
    expect(run('script', ['setAll', { small: '1', big: `${'é'.repeat(4608)}.` }])).toEqual({
      ok: false,
      problem: { code: 'platform.valueTooBig', data: { key: 'big', bytes: 9217, limit: 9216 } },
    });
    expect(run('script', ['get', 'small'])).toBeUndefined();
  });

  it('says when the store is full', () => {
    const { run } = snippetProject(source);
    const value = 'x'.repeat(9000);
    const answers = Array.from({ length: 60 }, (_, index) => run('script', ['set', `k${index}`, value]) as { ok: boolean });
    const refused = answers.find(({ ok }) => !ok);
    expect(refused).toEqual({ ok: false, problem: { code: 'platform.storeFull', data: {} } });
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(50);
  });

  it('reads everything in one read', () => {
    const { run, project, admin } = snippetProject(source);
    run('script', ['setAll', { a: '1', b: '2', c: '3' }]);
    const before = project.propertyCalls.left(admin);
    run('script', ['all']);
    expect(before - project.propertyCalls.left(admin)).toBe(1);
  });
});

describe('the user store', () => {
  it('is each person’s own', () => {
    const { run, admin, plain } = snippetProject(source);
    run('user', ['set', 'draft', 'mine'], { effectiveUserId: admin });
    expect(run('user', ['get', 'draft'], { effectiveUserId: plain })).toBeUndefined();
    expect(run('user', ['get', 'draft'], { effectiveUserId: admin })).toBe('mine');
  });
});
