import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { checkCard } from '../../../tools/conformance/checkCard';
import { checkExchange } from '../../../tools/conformance/checkExchange';
import { checkOperations } from '../../../tools/conformance/checkOperations';
import { checkRecording } from '../../../tools/conformance/checkRecording';
import { readRecordings, stampOf, writeRecording } from '../../../tools/conformance/Recording';
import { shapeOf, shapeOfExchange } from '../../../tools/conformance/shapeOf';
import { sourcesStamp } from '../../../tools/conformance/sourcesStamp';
import { descriptions, document, exchange } from './inventedApi';

const faults = (changes: Parameters<typeof exchange>[0]) =>
  checkExchange(exchange(changes), descriptions)?.map((violation) => violation.what);

describe('values checked against a described type', () => {
  const loafFaults = (value: unknown) => descriptions.faults(document, 'Loaf', value);

  test.each([
    [{}],
    [
      {
        name: 'Rye',
        grams: 500,
        serial: '12',
        flour: 'RYE',
        bakedAt: '2026-03-02T08:00:00Z',
        slices: [{ thick: true }],
        labels: { a: 'b' },
        notes: [1],
      },
    ],
  ])('accepts %j', (value) => {
    expect(loafFaults(value)).toEqual([]);
  });

  test.each([
    [{ crust: true }, 'Loaf has no member "crust"'],
    [{ slices: [{ thin: true }] }, 'Loaf/slices/0 has no member "thin"'],
    [{ flour: 'OAT' }, 'Loaf/flour must be one of WHEAT, RYE'],
    [{ slices: { thick: true } }, 'Loaf/slices must be array'],
    [{ grams: '500' }, 'Loaf/grams must be integer'],
    [{ grams: 3e9 }, 'Loaf/grams must be <= 2147483647'],
    [{ serial: 12 }, 'Loaf/serial must be string'],
    [{ bakedAt: 'noon' }, 'Loaf/bakedAt must match pattern'],
    [{ labels: { a: 1 } }, 'Loaf/labels/a must be string'],
    [{ name: null }, 'Loaf/name must be string'],
  ])('refuses %j', (value, fault) => {
    expect(loafFaults(value)).toEqual([expect.stringContaining(fault)]);
  });
});

describe('an exchange', () => {
  test('that is as described has no violation', () => {
    expect(faults({})).toEqual([]);
  });

  test('may ask for fields that the answer has, whatever is under a map or a value of any type', () => {
    expect(faults({ query: 'day=monday&fields=name,slices/thick,labels(a,b),notes(x),*' })).toEqual([]);
  });

  test('of a method without a description is not judged', () => {
    expect(checkExchange(exchange({ id: 'oauth2.token' }), descriptions)).toBeUndefined();
  });

  test.each([
    [{ method: 'PUT' }, 'verb is PUT'],
    [{ path: 'v2/ovens/1/loaves' }, 'address does not fit'],
    [{ path: 'v1/shelves/1/loaves' }, '"oven" does not fit'],
    [{ query: 'day=monday&colour=brown' }, 'query parameter "colour" is not described'],
    [{ query: 'heat=1' }, 'query parameter "day" is missing'],
    [{ query: 'day=monday&day=friday' }, 'query parameter "day" is given 2 times'],
    [{ query: 'day=monday&heat=10' }, '"heat" must be between 1 and 9'],
    [{ query: 'day=monday&heat=hot' }, '"heat" must be an integer'],
    [{ query: 'day=monday&mode=SOON' }, '"mode" must be one of FAST, SLOW'],
    [{ query: 'day=monday&fields=name,slices(thick,thin)' }, '"fields" names slices/thin, which the answer does not have'],
    [{ query: 'day=monday&fields=name(first)' }, '"fields" names name/first'],
    [{ query: 'day=monday&fields=slices(thick' }, '"fields" cannot be read'],
    [{ scope: 'taste' }, 'the token carries none of the scopes'],
    [{ body: { nam: 'Loaf' } }, 'request: Loaf has no member "nam"'],
    [{ body: '' }, 'request has no body'],
    [{ body: 'name=Loaf' }, 'request is not JSON'],
    [{ answer: { crust: 1 } }, 'answer: Loaf has no member "crust"'],
    [{ status: 404, answer: { error: { code: 400, message: 'Not found', status: 'NOT_FOUND' } } }, 'error.code is 400, the status 404'],
    [{ status: 404, answer: { error: { code: 404, message: 'Not found' } } }, 'neither status nor errors'],
    [{ status: 404, answer: '<html>' }, 'the error answer is not JSON'],
  ])('with %j is told as a violation', (changes, fault) => {
    expect(faults(changes)).toEqual([expect.stringContaining(fault)]);
  });

  test('that failed as Google fails, or was never answered, is fine', () => {
    expect(faults({ status: 503, answer: '<html>' })).toEqual([]);
    expect(faults({ status: 404, answer: { error: { code: 404, message: 'Not found', status: 'NOT_FOUND' } } })).toEqual([]);
    expect(faults({ status: 0, answer: '' })).toEqual([]);
  });

  test.each([401, 403])('of a caller without the scope is fine where it was refused with %d', (code) => {
    expect(faults({ scope: 'taste', status: code, answer: { error: { code, message: 'No', status: 'NO' } } })).toEqual([]);
  });
});

describe('a table of operations', () => {
  const declared = {
    id: 'bakery.ovens.loaves.create',
    verb: 'POST',
    root: 'https://bakery.example/',
    path: 'v1/{+oven}/loaves',
    query: ['heat'],
    scopes: ['https://scopes.example/bake', 'https://scopes.example/all'],
  };
  const found = (changes: object, scopes: 'all' | 'some' = 'all') =>
    checkOperations([{ ...declared, ...changes }], descriptions, scopes).violations.map((violation) => violation.what);

  test('may leave out query parameters, and scopes where some are enough', () => {
    expect(found({})).toEqual([]);
    expect(found({ scopes: declared.scopes.slice(0, 1) }, 'some')).toEqual([]);
  });

  test.each([
    [{ id: 'bakery.ovens.loaves.eat' }, 'no such method'],
    [{ verb: 'PUT' }, 'verb is PUT, described POST'],
    [{ path: 'v1/loaves' }, 'address is https://bakery.example/v1/loaves'],
    [{ query: ['colour'] }, 'query parameter "colour" is not described'],
    [{ scopes: [...declared.scopes, 'https://scopes.example/taste'] }, 'scope https://scopes.example/taste is not accepted'],
    [{ scopes: declared.scopes.slice(0, 1) }, 'scope https://scopes.example/all is missing'],
  ])('with %j is told as a violation', (changes, fault) => {
    expect(found(changes)).toEqual([expect.stringContaining(fault)]);
  });

  test('may name the token endpoint, which Google does not describe', () => {
    const report = checkOperations([{ ...declared, id: 'oauth2.token' }], descriptions, 'all');
    expect(report).toEqual({ checked: 0, undescribed: ['oauth2.token'], violations: [] });
  });
});

test('a card is compared with the description of cards', () => {
  expect(checkCard({ name: 'home' }, 'home', descriptions)).toEqual([]);
  expect(checkCard({ nam: 'home' }, 'home', descriptions)).toEqual([{ where: 'home', what: 'GoogleAppsCardV1Card has no member "nam"' }]);
});

test('a recording is counted, and what repeats is told once', () => {
  const wrong = exchange({ body: { nam: 'Loaf' } });
  const recording = { exchanges: [exchange(), wrong, wrong, exchange({ id: 'oauth2.token' })], cards: [{ name: 'home', card: {} }] };
  const report = checkRecording(recording, descriptions);
  expect(report).toMatchObject({ exchanges: 3, undescribed: 1, cards: 1 });
  expect(report.violations.map((violation) => violation.what)).toEqual(['request: Loaf has no member "nam" (2 times)']);
});

describe('of exchanges and cards of one shape, one is enough', () => {
  test.each([
    [{ name: 'Rye' }, { name: 'Zwölfkorn' }],
    [{ bakedAt: '2026-03-02T08:00:00Z' }, { bakedAt: '2027-11-30T18:59:00Z' }],
    [{ slices: [{ thick: true }] }, { slices: [{ thick: false }, { thick: true }] }],
    [{ etag: '%EgUBAi43PRoEAQIFByIMT0==' }, { etag: '%XqZBAi44PRoEAQIFByIMUU09XW==' }],
  ])('%j and %j have one', (one, other) => {
    expect(shapeOf(one)).toBe(shapeOf(other));
  });

  test.each([
    [{ name: 'Rye' }, { nam: 'Rye' }],
    [{ name: 'Rye' }, { name: 1 }],
    [{ name: 'Rye' }, { name: null }],
    [{ grams: 1 }, { grams: 1.5 }],
    [{ flour: 'RYE' }, { flour: 'OAT' }],
    [{ bakedAt: '2026-03-02T08:00:00Z' }, { bakedAt: '2026-3-02T08:00:00Z' }],
    [{ slices: [{ thick: true }] }, { slices: [{ thick: true }, { thin: true }] }],
    [{ slices: [] }, { slices: {} }],
  ])('%j and %j have not', (one, other) => {
    expect(shapeOf(one)).not.toBe(shapeOf(other));
  });

  test('query values, status and scopes count, ids and tokens do not', () => {
    const shape = (changes: Parameters<typeof exchange>[0]) => shapeOfExchange(exchange(changes));
    const usual = shape({});
    expect(shape({ path: 'v1/ovens/2/loaves' })).toBe(usual);
    expect(shape({ query: 'day=monday&pageToken=abc' })).toBe(shape({ query: 'day=monday&pageToken=xyz' }));
    for (const changes of [{ query: 'day=friday' }, { method: 'PUT' }, { scope: 'taste' }, { status: 500 }])
      expect(shape(changes)).not.toBe(usual);
  });
});

test('recordings are written and read again as they were', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'roster-'));
  const wrong = exchange({ scope: 'taste' });
  writeRecording(path.join(folder, 'walks', 'one.json'), { exchanges: [exchange(), wrong], cards: [{ name: 'home', card: {} }] });
  writeRecording(path.join(folder, 'walks', 'two.json'), { exchanges: [{ ...wrong, caller: undefined }], cards: [] });
  const report = checkRecording(readRecordings(path.join(folder, 'walks')), descriptions);
  expect(report).toMatchObject({
    exchanges: 3,
    cards: 1,
    violations: [{ what: expect.stringMatching(/none of the scopes .*\(2 times\)/) }],
  });
  expect(stampOf(path.join(folder, 'walks', 'three.json'))).toBeUndefined();
  writeRecording(path.join(folder, 'walks', 'one.json'), { exchanges: [], cards: [] }, 'now');
  expect(stampOf(path.join(folder, 'walks', 'one.json'))).toBe('now');
  fs.rmSync(folder, { recursive: true });
});

test('a recording is of other sources as soon as one file is another, has another name, or is gone', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'roster-'));
  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  };
  for (const name of ['appsscript.json', 'src/a.ts', 'simulator/b.ts', 'test/support/c.ts', 'test/walks/d.ts', 'tools/conformance/e.ts'])
    write(name, '1');
  const stamps = [sourcesStamp(root)];
  expect(sourcesStamp(root)).toBe(stamps[0]);
  write('simulator/b.ts', '2');
  stamps.push(sourcesStamp(root));
  fs.renameSync(path.join(root, 'src/a.ts'), path.join(root, 'src/f.ts'));
  stamps.push(sourcesStamp(root));
  fs.rmSync(path.join(root, 'src/f.ts'));
  stamps.push(sourcesStamp(root));
  expect(new Set(stamps).size).toBe(4);
  fs.rmSync(root, { recursive: true });
});
