import * as vm from 'node:vm';
import { Realm } from '../../../simulator/appsscript/Realm';

const START = Date.UTC(2026, 2, 28, 22, 30, 15, 250);

const realmIn = (timeZone: string, now = START) => new Realm({ now: () => now, random: () => 0.25, timeZone });
const evaluate = (realm: Realm, code: string) => realm.evaluate(new vm.Script(code));

describe('the context a script runs in', () => {
  it('has none of the names the V8 runtime lacks', () => {
    const absent = [
      ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder'],
      ...['FormData', 'File', 'Blob', 'atob', 'btoa', 'crypto', 'performance', 'navigator', 'window', 'process', 'DOMException', 'Buffer'],
      ...['require', 'module', 'global', 'structuredClone', 'AbortController', 'Headers', 'WebSocket'],
    ];
    const realm = realmIn('UTC');
    for (const name of absent) expect([name, evaluate(realm, `typeof ${name}`)]).toEqual([name, 'undefined']);
  });

  it('has only names of ECMAScript itself', () => {
    const names = evaluate(realmIn('UTC'), `Object.getOwnPropertyNames(globalThis).filter((name) => /^[a-z]/.test(name)).join()`);
    expect(String(names).split(',').sort()).toEqual([
      'console',
      'decodeURI',
      'decodeURIComponent',
      'encodeURI',
      'encodeURIComponent',
      'escape',
      'eval',
      'globalThis',
      'isFinite',
      'isNaN',
      'parseFloat',
      'parseInt',
      'undefined',
      'unescape',
    ]);
  });

  it('gives values that are instances of its own classes', () => {
    const realm = realmIn('UTC');
    realm.define('given', realm.value({ list: [1, { a: 'x' }], when: new Date(5) }));
    expect(
      evaluate(
        realm,
        `given instanceof Object && given.list instanceof Array && given.list[1] instanceof Object && given.when instanceof Date`,
      ),
    ).toBe(true);
    expect(realm.host(evaluate(realm, 'given'))).toEqual({ list: [1, { a: 'x' }], when: new Date(5) });
  });

  it('settles promises before the evaluation returns', () => {
    const realm = realmIn('UTC');
    evaluate(realm, `var done = []; async function work() { await null; done.push(1); }`);
    realm.run(() => (realm.lookUp('work') as () => void)());
    expect(evaluate(realm, 'done.length')).toBe(1);
  });
});

describe('Date in a script', () => {
  it('tells the virtual time', () => {
    const realm = realmIn('UTC');
    expect(evaluate(realm, 'Date.now()')).toBe(START);
    expect(evaluate(realm, 'new Date().getTime()')).toBe(START);
    expect(evaluate(realm, 'new Date() instanceof Date && Object.prototype.toString.call(new Date())')).toBe('[object Date]');
    expect(evaluate(realm, 'typeof Date()')).toBe('string');
  });

  it.each([
    ['Europe/Berlin', '2026-3-28 23:30:15.250 day 6 offset -60'],
    ['America/New_York', '2026-3-28 18:30:15.250 day 6 offset 240'],
    ['Asia/Kolkata', '2026-3-29 4:0:15.250 day 0 offset -330'],
  ])('reads the wall clock of %s', (zone, expected) => {
    const code = `const d = new Date();
      d.getFullYear() + '-' + (d.getMonth() + 1) + '-' + d.getDate() + ' ' + d.getHours() + ':' + d.getMinutes() + ':' + d.getSeconds() + '.' + d.getMilliseconds() +
      ' day ' + d.getDay() + ' offset ' + d.getTimezoneOffset()`;
    expect(evaluate(realmIn(zone), code)).toBe(expected);
  });

  it('takes parts, local texts and setters in the time zone of the script', () => {
    const realm = realmIn('Europe/Berlin');
    expect(evaluate(realm, 'new Date(2026, 6, 1, 12).toISOString()')).toBe('2026-07-01T10:00:00.000Z');
    expect(evaluate(realm, `new Date('2026-07-01T12:00:00').toISOString()`)).toBe('2026-07-01T10:00:00.000Z');
    expect(evaluate(realm, `new Date('2026-07-01').toISOString()`)).toBe('2026-07-01T00:00:00.000Z');
    expect(evaluate(realm, `new Date('July 1, 2026 12:00').toISOString()`)).toBe('2026-07-01T10:00:00.000Z');
    expect(evaluate(realm, `new Date('2026-07-01T12:00:00Z').toISOString()`)).toBe('2026-07-01T12:00:00.000Z');
    expect(evaluate(realm, `const d = new Date(); d.setHours(0, 0, 0, 0); d.toISOString()`)).toBe('2026-03-27T23:00:00.000Z');
    expect(evaluate(realm, `const e = new Date(); e.setDate(e.getDate() + 1); e.toISOString()`)).toBe('2026-03-29T21:30:15.250Z');
  });

  it('prints in the time zone of the script', () => {
    const realm = realmIn('America/New_York');
    expect(evaluate(realm, 'String(new Date())')).toBe('Sat Mar 28 2026 18:30:15 GMT-0400 (Eastern Daylight Time)');
    expect(evaluate(realm, 'new Date().toLocaleDateString()')).toBe('3/28/2026');
    expect(evaluate(realm, `new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format()`)).toBe('18:30');
    expect(evaluate(realm, 'new Intl.DateTimeFormat().resolvedOptions().timeZone')).toBe('America/New_York');
    expect(evaluate(realm, 'String(new Date(NaN))')).toBe('Invalid Date');
  });

  it('moves a time that a change of clocks skips forward, and takes the first of two equal ones', () => {
    const realm = realmIn('Europe/Berlin');
    expect(evaluate(realm, 'new Date(2026, 2, 29, 2, 30).toISOString()')).toBe('2026-03-29T01:30:00.000Z');
    expect(evaluate(realm, 'new Date(2026, 9, 25, 2, 30).toISOString()')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('draws Math.random from the world', () => {
    expect(evaluate(realmIn('UTC'), 'Math.random()')).toBe(0.25);
  });
});
