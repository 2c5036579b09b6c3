import { snippetProject } from '../support/snippetProject';

const source = `
  import { scriptLock } from './src/gas/scriptLock';
  import { ok } from './src/core/base/Result';
  const flushed: string[] = [];
  const locked = scriptLock(() => { flushed.push(free() ? 'after release' : 'before release'); });
  const free = () => { PropertiesService.getScriptProperties(); return !LockService.getScriptLock().hasLock(); };
  export const work = () => [locked(() => ok(free())), flushed, free()];
  export const nested = () => [locked(() => { locked(() => ok(1)); return ok(free()); }), flushed, free()];
  export const failing = () => { try { locked(() => { throw new Error('bug'); }); } catch (bug) { return [String(bug), free()]; } };
  export const hold = () => { LockService.getScriptLock().waitLock(1); PropertiesService.getScriptProperties().setProperty('held', '1'); };
`;

describe('the script lock', () => {
  it('is held during the work, flushed, then released', () => {
    expect(snippetProject(source).run('work')).toEqual([{ ok: true, value: false }, ['before release'], true]);
  });

  it('stays with the outer work when locked work locks again', () => {
    expect(snippetProject(source).run('nested')).toEqual([{ ok: true, value: false }, ['before release'], true]);
  });

  it('is released when the work throws', () => {
    expect(snippetProject(source).run('failing')).toEqual(['Error: bug', true]);
  });

  it('says that somebody else holds it, after waiting five seconds', () => {
    const { run, record, world } = snippetProject(source);
    let answer: unknown;
    let waited = 0;
    world.faults.add({
      at: 'PropertiesService.setProperty',
      effect: {
        kind: 'meanwhile',
        do: () => {
          const from = world.clock.now();
          [answer] = run('work') as unknown[];
          waited = world.clock.now() - from;
        },
      },
    });
    expect(record('hold').outcome).toBe('completed');
    expect(answer).toEqual({ ok: false, problem: { code: 'platform.locked', data: {} } });
    expect(waited).toBeGreaterThanOrEqual(5000);
    expect(waited).toBeLessThan(6000);
  });
});
