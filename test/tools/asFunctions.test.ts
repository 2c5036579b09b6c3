import { createContext, Script } from 'node:vm';
import asFunctions from '../../tools/bundler/asFunctions.cjs';

const long = 'x'.repeat(120);
const resultOf = (code: string): unknown => new Script(code).runInContext(createContext({ made: undefined }));

describe('arrow functions of a bundle, written as functions', () => {
  it.each([
    ['an expression', `(() => { const f = (a, b) => a + b + '${long}'; made = f('1', '2') })(); made`],
    ['one bare parameter', `(() => { const f = a => a + '${long}'; made = f('1') })(); made`],
    [
      'an object in brackets',
      `(() => { const f = ({ a }, b = 2) => ({ a, b, c: '${long}' }); made = JSON.stringify(f({ a: 1 })) })(); made`,
    ],
    ['a body that begins on the next line', `(() => { const f = (a) =>\n  a + '${long}'; made = f('1') })(); made`],
    ['a property', `(() => { const o = { 'f.g': (a) => a + '${long}' }; made = o['f.g']('1') })(); made`],
    [
      'a block with another arrow function in it',
      `(() => { const f = (a) => { const g = () => a; return g() + '${long}' }; made = f('1') })(); made`,
    ],
  ])('says the same with %s', (_, code) => {
    const written = asFunctions(code);
    expect(written).not.toBe(code);
    expect(resultOf(written)).toBe(resultOf(code));
    expect(String(resultOf(code))).toContain(long);
  });

  it.each([
    ['that speak of this', `(function () { const f = () => this.made + '${long}'; })()`],
    ['that speak of arguments', `(function () { const f = () => arguments.length + '${long}'; })()`],
    ['that stand inside other functions', `(() => { function g() { return () => '${long}' } })()`],
    ['that are short', '(() => { const f = (a) => a; })()'],
  ])('leaves arrow functions alone %s', (_, code) => {
    expect(asFunctions(code)).toBe(code);
  });
});
