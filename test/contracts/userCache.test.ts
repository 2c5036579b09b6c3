import { snippetProject } from '../support/snippetProject';

const source = `
  import { userCache } from './src/gas/userCache';
  export const get = (key: string) => userCache().get(key);
  export const put = (key: string, value: string, seconds: number) => userCache().put(key, value, seconds);
  export const size = () => ['x'.repeat(251), 'big'].map((key) => { userCache().put(key, key === 'big' ? 'é'.repeat(51201) : '1', 60); return userCache().get(key) ?? null; });
`;

describe('the user cache', () => {
  it('keeps a value for its time, for one person', () => {
    const { run, world, plain } = snippetProject(source);
    run('put', ['list', 'a', 60]);
    expect(run('get', ['list'])).toBe('a');
    expect(run('get', ['list'], { effectiveUserId: plain })).toBeUndefined();
    world.clock.advance(61_000);
    expect(run('get', ['list'])).toBeUndefined();
  });

  it('does not fail for what does not fit: it is not kept', () => {
    expect(snippetProject(source).run('size')).toEqual([null, null]);
  });

  it('takes any length of time, within the six hours that Google allows', () => {
    const { run, world } = snippetProject(source);
    run('put', ['list', 'a', 90_000]);
    world.clock.advance(5 * 3600 * 1000);
    expect(run('get', ['list'])).toBe('a');
  });

  it('counts a cache that does not answer as empty', () => {
    const { run, world } = snippetProject(source);
    run('put', ['list', 'a', 60]);
    world.faults.add({ at: 'CacheService.get', effect: { kind: 'throw', when: 'before', message: 'Service unavailable: Cache' } });
    expect(run('get', ['list'])).toBeUndefined();
  });
});
