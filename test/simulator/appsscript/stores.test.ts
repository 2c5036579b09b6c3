import { scriptOf } from './scriptOf';

describe('PropertiesService', () => {
  it('shares script properties among users and keeps user properties apart', () => {
    const { value, ada, ben } = scriptOf(`
      function put(v) { PropertiesService.getScriptProperties().setProperty('s', v); PropertiesService.getUserProperties().setProperty('u', v); }
      function get() { return [PropertiesService.getScriptProperties().getProperty('s'), PropertiesService.getUserProperties().getProperty('u')]; }`);
    value('put', ['x'], 'addon', ada.id);
    expect(value('get', [], 'trigger', ada.id)).toEqual(['x', 'x']);
    expect(value('get', [], 'addon', ben.id)).toEqual(['x', null]);
  });

  it('has no document properties', () => {
    const { value } = scriptOf(
      `function f() { return [PropertiesService.getDocumentProperties(), LockService.getDocumentLock(), CacheService.getDocumentCache()]; }`,
    );
    expect(value('f')).toEqual([null, null, null]);
  });

  it('stores text: everything else is turned into it', () => {
    const { value } = scriptOf(`function f() {
      const p = PropertiesService.getScriptProperties();
      p.setProperties({ a: 1, b: true, c: null }).setProperty('d', [1, 2]);
      return [p.getProperties(), p.getKeys(), p.getProperty('none')];
    }`);
    expect(value('f')).toEqual([{ a: '1', b: 'true', c: 'null', d: '1,2' }, ['a', 'b', 'c', 'd'], null]);
  });

  it('replaces, deletes and empties', () => {
    const { value } = scriptOf(`function f() {
      const p = PropertiesService.getScriptProperties(); const seen = [];
      p.setProperties({ a: 'x', b: 'y' }); p.setProperties({ c: 'z' }); seen.push(p.getKeys());
      p.setProperties({ d: 'w' }, true); seen.push(p.getKeys());
      p.deleteProperty('d'); seen.push(p.getKeys()); p.setProperty('e', 'v'); p.deleteAllProperties(); seen.push(p.getKeys());
      return seen;
    }`);
    expect(value('f')).toEqual([['a', 'b', 'c'], ['d'], [], []]);
  });

  it('takes 9 KB a value, in bytes', () => {
    const { run, project } = scriptOf(`function f(text, n) { PropertiesService.getScriptProperties().setProperty('k', text.repeat(n)); }`);
    expect(run('f', ['x', 9216]).outcome).toBe('completed');
    expect(run('f', ['x', 9217]).error?.message).toBe('Argument too large: value');
    expect(run('f', ['é', 4609]).error?.message).toBe('Argument too large: value');
    expect(project.scriptProperties.get('k')).toBe('x'.repeat(9216));
  });

  it('takes 500 KB a store and writes all of a set or nothing', () => {
    const { run, project } = scriptOf(`function f() {
      const p = PropertiesService.getUserProperties(); const values = {};
      for (let i = 0; i < 55; i++) p.setProperty('k' + i, 'x'.repeat(9000));
      for (let i = 0; i < 2; i++) values['m' + i] = 'x'.repeat(9000);
      p.setProperties(values);
    }`);
    const record = run('f');
    expect(record.error?.message).toBe('You have exceeded the property storage quota. Please remove some properties and try again.');
    expect(project.userProperties(record.effectiveUserId).keys()).toHaveLength(55);
  });

  it('counts reads and writes of a day', () => {
    const { run, project } = scriptOf(`function f() { return PropertiesService.getScriptProperties().getProperty('x'); }`);
    project.propertyCalls.limit = 2;
    expect([run('f').outcome, run('f').outcome, run('f').error?.message]).toEqual([
      'completed',
      'completed',
      'Service invoked too many times for one day: properties.',
    ]);
  });
});

describe('CacheService', () => {
  const code = `function put(k, v, s) { CacheService.getScriptCache().put(k, v, s); } function get(k) { return CacheService.getScriptCache().get(k); }
    function user(v) { if (v) CacheService.getUserCache().put('u', v); return CacheService.getUserCache().get('u'); }
    function fill(n) { const c = CacheService.getScriptCache(); for (let i = 0; i < n; i++) c.put('k' + i, 'v', 100 + i); }
    function all() { const c = CacheService.getScriptCache(); c.putAll({ a: '1', b: '2', c: '3' }); c.removeAll(['b']); c.remove('c'); return c.getAll(['a', 'b', 'c']); }`;

  it.each([
    [undefined, 599, 'v'],
    [undefined, 601, null],
    [20, 19, 'v'],
    [20, 21, null],
  ])('keeps an entry put for %s seconds: after %d seconds it is %s', (seconds, later, expected) => {
    const { value, world } = scriptOf(code);
    value('put', ['k', 'v', seconds]);
    world.clock.advance(later * 1000);
    expect(value('get', ['k'])).toBe(expected);
  });

  it('keeps user caches apart', () => {
    const { value, ada, ben } = scriptOf(code);
    value('user', ['mine'], 'addon', ada.id);
    expect([value('user', [], 'addon', ben.id), value('user', [], 'addon', ada.id)]).toEqual([null, 'mine']);
  });

  it('reads, writes and removes many', () => {
    expect(scriptOf(code).value('all')).toEqual({ a: '1' });
  });

  it('forgets early when told to', () => {
    const { value, project } = scriptOf(code);
    value('put', ['k', 'v', 100]);
    project.scriptCache.remove();
    expect(value('get', ['k'])).toBeNull();
  });

  it('keeps the 900 entries farthest from expiry when more than 1,000 are put', () => {
    const { value } = scriptOf(code);
    value('fill', [1001]);
    expect([value('get', ['k100']), value('get', ['k101'])]).toEqual([null, 'v']);
  });

  it.each([
    [['k'.repeat(251), 'v', 10], 'Argument too large: key'],
    [['k', 'v'.repeat(100 * 1024 + 1), 10], 'Argument too large: value'],
    [['k', 'v', 21_601], 'Invalid argument: expirationInSeconds'],
  ])('refuses what is too large (case %#)', (args, message) => {
    expect(scriptOf(code).run('put', args).error?.message).toBe(message);
  });
});

describe('LockService', () => {
  const code = `
    function hold() { const l = LockService.getScriptLock(); l.waitLock(1000); Utilities.sleep(10); const had = l.hasLock(); l.releaseLock(); return [had, l.hasLock()]; }
    function keep() { LockService.getScriptLock().waitLock(1000); Utilities.sleep(10); }
    function attempt() { const l = LockService.getScriptLock(); const t = Date.now(); return [l.tryLock(2000), Date.now() - t >= 2000]; }
    function demand() { LockService.getScriptLock().waitLock(2000); }
    function mine() { return LockService.getUserLock().tryLock(0); }
    function holdMine() { LockService.getUserLock().waitLock(0); Utilities.sleep(10); }
    function nested() { const a = LockService.getScriptLock(); const b = LockService.getScriptLock(); a.waitLock(0); b.waitLock(0); b.releaseLock(); return a.hasLock(); }`;

  it('keeps two executions apart: the second waits its time in vain', () => {
    const { world, run, value } = scriptOf(code);
    const seen: unknown[] = [];
    world.faults.add({
      at: 'Utilities.sleep',
      effect: { kind: 'meanwhile', do: () => seen.push(value('attempt'), run('demand').error?.message) },
    });
    expect(value('hold')).toEqual([true, false]);
    expect(seen).toEqual([[false, true], 'Lock timeout: another process was holding the lock for too long.']);
    expect(value('attempt')).toEqual([true, false]);
  });

  it('is let go when the execution ends, also by a kill', () => {
    const { world, run, value } = scriptOf(code);
    world.faults.add({ at: 'Utilities.sleep', effect: { kind: 'kill', when: 'before' } });
    expect(run('keep').outcome).toBe('killed');
    expect(run('keep').outcome).toBe('completed');
    expect(value('attempt')).toEqual([true, false]);
  });

  it('has one user lock per user', () => {
    const { world, value, ada, ben } = scriptOf(code);
    const seen: unknown[] = [];
    const both = () => seen.push(value('mine', [], 'addon', ben.id), value('mine', [], 'addon', ada.id));
    world.faults.add({ at: 'Utilities.sleep', effect: { kind: 'meanwhile', do: both } });
    value('holdMine');
    expect(seen).toEqual([true, false]);
  });

  it('is one lock however often it is asked for: releasing it once frees it', () => {
    expect(scriptOf(code).value('nested')).toBe(false);
  });
});
