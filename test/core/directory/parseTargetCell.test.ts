import fc from 'fast-check';
import { parseTargetCell } from '../../../src/core/directory/parseTargetCell';

test.each([
  ['ann@example.com', { kind: 'address', email: 'ann@example.com' }],
  ['  Ann@Example.COM \u00a0', { kind: 'address', email: 'ann@example.com' }],
  ['Ann Lee <ann@example.com>', { kind: 'address', email: 'ann@example.com' }],
  ['mailto:ann@example.com', { kind: 'address', email: 'ann@example.com' }],
  ['ann\u200b@example.com', { kind: 'address', email: 'ann@example.com' }],
  ["o'neil+x@sub.example.co.uk", { kind: 'address', email: "o'neil+x@sub.example.co.uk" }],
  ['jörg@müller.example', { kind: 'address', email: 'jörg@müller.example' }],
  ['/Sales/EMEA', { kind: 'orgUnitPath', path: '/Sales/EMEA' }],
  [' / Sales / EMEA / ', { kind: 'orgUnitPath', path: '/Sales/EMEA' }],
  ['/', { kind: 'orgUnitPath', path: '/' }],
  ['/R&D (Bern)', { kind: 'orgUnitPath', path: '/R&D (Bern)' }],
  ['example.com', { kind: 'domain', domainName: 'example.com' }],
  ['@Example.com', { kind: 'domain', domainName: 'example.com' }],
])('reads %p (S10)', (text, expected) => {
  expect(parseTargetCell(text)).toEqual({ ok: true, value: expected });
});

test.each([
  ['', 'target.blank'],
  ['   ', 'target.blank'],
  ['ann@example.com, bob@example.com', 'target.severalInOneCell'],
  ['Ann Lee', 'target.unreadable'],
  ['ann@', 'target.unreadable'],
  ['#DIV/0!', 'target.cellError'],
  ['#NAME?', 'target.cellError'],
  ['#1 Sales', 'target.unreadable'],
  ['ann@localhost', 'target.unreadable'],
  ['an n@example.com', 'target.unreadable'],
  ['=HYPERLINK("x")', 'target.unreadable'],
  ['-example.com', 'target.unreadable'],
  ['a\u0000nn@example.com', 'target.unreadable'],
  ['\ud800@example.com', 'target.unreadable'],
])('reports %p as %s and does not guess (S12)', (text, code) => {
  expect(parseTargetCell(text)).toMatchObject({ ok: false, problem: { code } });
});

test('quotes no more than the beginning of a long text, and no control character (S12)', () => {
  const text = parseTargetCell(`a\u0007b${'x'.repeat(50_000)}`);
  expect(text).toMatchObject({ problem: { data: { text: `a\ufffdb${'x'.repeat(57)}…` } } });
});

test('reads or reports any text, and never throws (S12)', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseTargetCell(text).ok === 'boolean'));
});
