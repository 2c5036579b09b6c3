import { createHash } from 'crypto';
import fc from 'fast-check';
import { canonicalJson } from '../../../src/core/base/canonicalJson';
import { digest, sha256Hex } from '../../../src/core/base/digest';

test('is SHA-256 of the UTF-8 bytes', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => sha256Hex(text) === createHash('sha256').update(text, 'utf8').digest('hex')),
  );
});

test('does not depend on the order of keys (B2)', () => {
  expect(digest({ b: [1, { d: 'x', c: true }], a: null })).toBe(digest({ a: null, b: [1, { c: true, d: 'x' }] }));
});

test.each([
  ['a value', { a: 1 }, { a: 2 }],
  ['a type', { a: 1 }, { a: '1' }],
  ['the order of a list', { a: [1, 2] }, { a: [2, 1] }],
  ['a key', { a: 1 }, { b: 1 }],
  ['nesting', [['a'], 'b'], ['a', ['b']]],
])('changes with %s (B2)', (_, one, other) => {
  expect(digest(one)).not.toBe(digest(other));
});

test('is JSON: what was made canonical reads back as the same data', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('leaves out what is undefined, as JSON does', () => {
  expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
});

test.each([[Number.NaN], [undefined], [[undefined]], [() => 1]])('throws at what JSON cannot hold: %p', (value) => {
  expect(() => canonicalJson(value)).toThrow('canonicalJson cannot hold');
});
