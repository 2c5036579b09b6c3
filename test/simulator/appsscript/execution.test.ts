import { SCOPE, scriptOf } from './scriptOf';

describe('an execution', () => {
  it('evaluates the whole script anew each time', () => {
    const { value } = scriptOf(`var count = 0; function next() { count += 1; return count; }`);
    expect([value('next'), value('next')]).toEqual([1, 1]);
  });

  it('finds functions by declaration, by assignment and by dotted path', () => {
    const { value } = scriptOf(`const arrow = () => 'arrow'; var menu = { item: function () { return this === menu; } };`);
    expect([value('arrow'), value('menu.item')]).toEqual(['arrow', true]);
  });

  it('fails when there is no such function', () => {
    const { run } = scriptOf('');
    expect(run('absent')).toMatchObject({ outcome: 'failed', error: { message: 'Script function not found: absent' } });
  });

  it('tells name, message and stack of what was thrown', () => {
    const { run } = scriptOf(`function outer() { inner(); }\nfunction inner() { throw new TypeError('wrong'); }`);
    const { outcome, error } = run('outer');
    expect(outcome).toBe('failed');
    expect(error).toMatchObject({ name: 'TypeError', message: 'wrong' });
    expect(error?.stack.split('\n')).toEqual([
      'TypeError: wrong',
      '    at inner (Code:2:26)',
      '    at outer (Code:1:20)',
      '    at __GS_INTERNAL_top_function_call__.gs:1:8',
    ]);
  });

  it('throws exceptions of services as errors of the script named Exception', () => {
    const { value } = scriptOf(`function f() {
      try { Utilities.sleep('long'); } catch (e) { return [e instanceof Error, e.name, String(e), /at f \\(Code:/.test(e.stack)]; }
    }`);
    expect(value('f')).toEqual([
      true,
      'Exception',
      "Exception: The parameters (String) don't match the method signature for Utilities.sleep.",
      true,
    ]);
  });

  it('refuses members that are not simulated', () => {
    const { run } = scriptOf(`function f() { return Utilities.zip([]); }`);
    expect(run('f').error?.message).toBe('simulator: Utilities.zip is not simulated');
  });

  it('fails at a bug of the simulator, also when the script catches it', () => {
    const { project, run } = scriptOf(`function f() { try { Buggy.work(); } catch (e) { } return 'went on'; }`);
    project.globals.set('Buggy', (execution) => ({
      work: () =>
        execution.call('Buggy.work', {}, () => {
          throw new TypeError('x is undefined');
        }),
    }));
    expect(run('f')).toMatchObject({ outcome: 'failed', error: { message: 'simulator: x is undefined' } });
  });

  it('keeps what was logged, with its severity', () => {
    const { run, world } = scriptOf(
      `function f() { console.log('a %s', 1); console.warn('b'); console.error({ c: [1] }); Logger.log('d'); return Logger.getLog(); }`,
    );
    const record = run('f');
    expect(record.value).toBe('d\n');
    expect(record.log.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'INFO a 1',
      'WARNING b',
      'ERROR { c: [ 1 ] }',
      'INFO d',
    ]);
    expect(record.log[0]?.at).toBeLessThanOrEqual(world.clock.now());
  });

  it('does not let an entry function return a promise', () => {
    const { run } = scriptOf(`async function f() { return 1; }`);
    expect(run('f')).toMatchObject({ outcome: 'failed', error: { message: expect.stringContaining('returned a Promise') } });
  });

  it('runs promise jobs before it ends', () => {
    const { run, project } = scriptOf(
      `function f() { Promise.resolve().then(() => PropertiesService.getScriptProperties().setProperty('later', 'yes')); }`,
    );
    expect(run('f').outcome).toBe('completed');
    expect(project.scriptProperties.get('later')).toBe('yes');
  });
});

describe('the time an execution has', () => {
  const code = `function wait(ms) { Utilities.sleep(ms); return 'done'; }
    function stubborn() {
      try { Utilities.sleep(299000); Utilities.sleep(299000); } catch (e) { }
      try { PropertiesService.getScriptProperties().setProperty('after', 'x'); } catch (e) { }
      return 'done';
    }`;

  it.each([
    ['addon', 29_000, 'completed'],
    ['addon', 30_000, 'timedOut'],
    ['editor', 31_000, 'completed'],
    ['trigger', 299_000, 'completed'],
  ] as const)('%s sleeping %d ms: %s', (kind, ms, outcome) => {
    const { run } = scriptOf(code);
    expect(run('wait', [ms], kind).outcome).toBe(outcome);
  });

  it('ends at six minutes, and nothing the script does afterwards has an effect', () => {
    const { run, project } = scriptOf(code);
    const record = run('stubborn', [], 'trigger');
    expect(record).toMatchObject({ outcome: 'timedOut', value: undefined, error: { message: 'Exceeded maximum execution time' } });
    expect(record.endedAt - record.startedAt).toBe(360_000);
    expect(project.scriptProperties.keys()).toEqual([]);
  });
});

describe('faults', () => {
  const code = `function f() {
      const store = PropertiesService.getScriptProperties();
      for (const key of ['a', 'b', 'c']) try { store.setProperty(key, key); } catch (e) { console.log(e.message); }
      return 'done';
    }`;
  const at = 'PropertiesService.setProperty';

  it('kills before a call: neither it nor any later one happens', () => {
    const { world, run, project } = scriptOf(code);
    world.faults.add({ at, skip: 1, effect: { kind: 'kill', when: 'before' } });
    expect(run('f').outcome).toBe('killed');
    expect(project.scriptProperties.keys()).toEqual(['a']);
  });

  it('kills after a call: it happened, no later one does', () => {
    const { world, run, project } = scriptOf(code);
    world.faults.add({ at, skip: 1, effect: { kind: 'kill', when: 'after' } });
    expect(run('f').outcome).toBe('killed');
    expect(project.scriptProperties.keys()).toEqual(['a', 'b']);
  });

  it('throws before or after the work, and the script goes on', () => {
    const { world, run, project } = scriptOf(code);
    world.faults.add({ at, effect: { kind: 'throw', when: 'before', message: 'Service unavailable: Properties' } });
    world.faults.add({ at, skip: 2, effect: { kind: 'throw', when: 'after', message: 'Service error: Properties' } });
    const record = run('f');
    expect(record).toMatchObject({ outcome: 'completed', value: 'done' });
    expect(record.log.map(({ message }) => message)).toEqual(['Service unavailable: Properties', 'Service error: Properties']);
    expect(project.scriptProperties.keys()).toEqual(['b', 'c']);
  });

  it('makes a call slow enough to end the execution', () => {
    const { world, run, project } = scriptOf(code);
    world.faults.add({ at, effect: { kind: 'slow', milliseconds: 40_000 } });
    expect(run('f', [], 'addon').outcome).toBe('timedOut');
    expect(project.scriptProperties.keys()).toEqual([]);
  });

  it('lets another execution run in the middle of a call', () => {
    const { world, run, project } = scriptOf(`
      function outer() { const s = PropertiesService.getScriptProperties(); s.setProperty('n', '1'); const n = s.getProperty('n'); return n; }
      function inner() { PropertiesService.getScriptProperties().setProperty('n', '2'); }`);
    world.faults.add({ at: 'PropertiesService.getProperty', effect: { kind: 'meanwhile', do: () => run('inner') } });
    const record = run('outer');
    expect(record.value).toBe('2');
    const [outer, inner] = project.executions;
    expect([outer?.functionName, inner?.functionName]).toEqual(['outer', 'inner']);
    expect(inner?.startedAt).toBeGreaterThan(outer?.startedAt ?? Infinity);
    expect(inner?.endedAt).toBeLessThanOrEqual(outer?.endedAt ?? 0);
  });
});

describe('consent', () => {
  const code = `function who() { return Session.getEffectiveUser().getEmail(); } function plain() { return 1; }`;

  it('is asked before anything runs', () => {
    const { project, run, ada } = scriptOf(code);
    project.withdraw(ada.id);
    expect(run('plain')).toMatchObject({
      outcome: 'failed',
      error: { message: 'Authorization is required to perform that action. Please run the script again to authorize it.' },
      authorizationRequired: Object.values(SCOPE),
    });
  });

  it('may be partial: calls that need the missing scope are refused, others work', () => {
    const { project, run, ada } = scriptOf(code);
    project.withdraw(ada.id, [SCOPE.email]);
    expect(run('plain').outcome).toBe('completed');
    expect(run('who').error?.message).toBe(
      `Specified permissions are not sufficient to call Session.getEffectiveUser. Required permissions: ${SCOPE.email}`,
    );
  });

  it('never grants what the manifest does not name', () => {
    const { project, run, ada } = scriptOf(code, { oauthScopes: [SCOPE.fetch] });
    project.consent(ada.id, [SCOPE.email, SCOPE.fetch]);
    expect([...project.consents.granted(ada.id)]).toEqual([SCOPE.fetch]);
    expect(run('who').outcome).toBe('failed');
  });

  it("is the user's own", () => {
    const { project, run, ada, ben } = scriptOf(code);
    project.withdraw(ben.id);
    expect(run('plain', [], 'editor', ada.id).outcome).toBe('completed');
    expect(run('plain', [], 'editor', ben.id).outcome).toBe('failed');
  });

  it.each([
    [true, 'completed'],
    [false, 'failed'],
  ])('that lacks a scope: the trigger of an add-on (%s) starts, that of a plain script does not', (publishedAddOn, outcome) => {
    const { project, run, ada } = scriptOf(code, {}, { publishedAddOn });
    project.withdraw(ada.id, [SCOPE.mail]);
    expect(run('plain', [], 'trigger').outcome).toBe(outcome);
  });

  it('cannot be given beforehand for what a later manifest names', () => {
    const { project, ada } = scriptOf(code, { oauthScopes: [SCOPE.fetch] });
    project.consent(ada.id, [SCOPE.fetch, SCOPE.email]);
    project.update(code, { timeZone: 'UTC', oauthScopes: [SCOPE.fetch, SCOPE.email] });
    expect(project.consents.missing(ada.id)).toEqual([SCOPE.email]);
  });

  it('takes its tokens along when it is withdrawn, and leaves delegated ones', () => {
    const { world, project, value, ada } = scriptOf(`function token() { return ScriptApp.getOAuthToken(); }`);
    const own = String(value('token'));
    const others = ['4711', project.cloudProject].map((number, i) =>
      world.cloud.issueToken({ userId: ada.id, scopes: [SCOPE.fetch], via: i === 0 ? 'user' : 'delegation', project: number }),
    );
    project.withdraw(ada.id);
    expect(world.cloud.principalOf(own, world.clock.now())).toBeUndefined();
    for (const other of others) expect(world.cloud.principalOf(other, world.clock.now())?.userId).toBe(ada.id);
  });

  it('lacks new scopes after an update of the manifest', () => {
    const { project, run, ada } = scriptOf(code, { oauthScopes: [SCOPE.fetch] });
    project.update(code, { timeZone: 'UTC', oauthScopes: [SCOPE.fetch, SCOPE.email] });
    expect(project.consents.missing(ada.id)).toEqual([SCOPE.email]);
    expect(run('who').outcome).toBe('failed');
  });

  it('ends an execution that requires a missing scope', () => {
    const { project, run, ada } = scriptOf(
      `function f(s) { try { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, s); } catch (e) { } return 'went on'; }`,
    );
    expect(run('f', [[SCOPE.mail]]).outcome).toBe('completed');
    project.withdraw(ada.id, [SCOPE.mail]);
    expect(run('f', [[SCOPE.mail]])).toMatchObject({ outcome: 'failed', value: undefined, authorizationRequired: [SCOPE.mail] });
  });

  it('of a suspended user is worth nothing', () => {
    const { run, ada } = scriptOf(code);
    ada.suspended = true;
    expect(run('plain').outcome).toBe('failed');
  });
});

describe('too much at once', () => {
  it('refuses the 31st execution of one user', () => {
    const { world, run, project } = scriptOf(`function f() { Utilities.sleep(1); }`);
    world.faults.add({ at: 'Utilities.sleep', times: Infinity, effect: { kind: 'meanwhile', do: () => run('f') } });
    run('f');
    const failed = project.executions.filter(({ outcome }) => outcome === 'failed');
    expect(project.executions).toHaveLength(31);
    expect(failed.map(({ error }) => error?.message)).toEqual([
      'There are too many scripts running simultaneously for this Google user account.',
    ]);
  });
});

describe('what is not simulated', () => {
  it.each([
    ['a member', 'Utilities.zip([])', 'simulator: Utilities.zip is not simulated'],
    ['a service', `DriveApp.getFileById('x')`, 'simulator: DriveApp.getFileById is not simulated'],
    ['a format', `Utilities.formatString('%q', 1)`, 'simulator: the format %q is not simulated'],
    [
      'an option',
      `UrlFetchApp.fetch('https://x.example/', { followRedirects: false })`,
      'simulator: followRedirects: false is not simulated',
    ],
  ])('fails the execution although the script catches it: %s', (_title, expression, message) => {
    const { run } = scriptOf(`function f() { try { ${expression}; } catch (e) { } return 'went on'; }`);
    expect(run('f')).toMatchObject({ outcome: 'failed', error: { message }, value: undefined, unsimulated: [message] });
  });

  it('is charged to the execution that used it, not to the one around it', () => {
    const { run, world } = scriptOf(`function outer() { Utilities.sleep(1); } function inner() { return Utilities.zip; }`);
    world.faults.add({ at: 'Utilities.sleep', effect: { kind: 'meanwhile', do: () => run('inner') } });
    expect(run('outer').outcome).toBe('completed');
  });
});

describe('appsscript.json', () => {
  it.each([
    [{ timeZone: 'Berlin', oauthScopes: [] }, '"timeZone" Berlin is not a time zone'],
    [{ timeZone: 'UTC' }, '"oauthScopes" is missing'],
    [{ timeZone: 'UTC', oauthScopes: [], runtimeVersion: 'DEPRECATED_ES5' }, '"runtimeVersion" must be V8'],
    [{ timeZone: 'UTC', oauthScopes: [], urlFetchWhitelist: ['http://a.example/'] }, 'is not an https prefix with a path'],
    [{ timeZone: 'UTC', oauthScopes: [], webapp: { access: 'EVERYBODY', executeAs: 'USER_DEPLOYING' } }, '"webapp.access" EVERYBODY'],
    [{ timeZone: 'UTC', oauthScopes: [], sheets: {} }, '"sheets" is not simulated'],
  ])('is refused: %j', (manifest, message) => {
    const { project } = scriptOf('');
    expect(() => project.update('', manifest)).toThrow(message);
    expect(project.manifest.timeZone).toBe('Europe/Berlin');
  });

  it('refuses code with a syntax error', () => {
    expect(() => scriptOf('function {')).toThrow('Unexpected token');
  });
});

describe('the manifest', () => {
  it.each([
    ['executionApi', { executionApi: { access: 'MYSELF' } }],
    ['dependencies.libraries', { dependencies: { libraries: [] } }],
    ['dependencies.enabledAdvancedServices.name', { dependencies: { enabledAdvancedServices: [{ userSymbol: 'People', name: 'x' }] } }],
    ['webapp.executesAs', { webapp: { access: 'DOMAIN', executesAs: 'USER_DEPLOYING' } }],
    ['addOns.sheet', { addOns: { common: {}, sheet: {} } }],
    ['addOns.common.openLinkPrefixes', { addOns: { common: { openLinkPrefixes: ['*'] } } }],
    ['addOns.gmail.composeTrigger', { addOns: { gmail: { composeTrigger: {} } } }],
    ['addOns.sheets.contextualTriggers', { addOns: { sheets: { contextualTriggers: [] } } }],
  ])('with a key that is unknown or not simulated is refused by its path: %s', (path, manifest) => {
    expect(() => scriptOf('', manifest as object)).toThrow(`appsscript.json: "${path}" is not simulated`);
  });
});
