import { decodeNote, encodeNote, noteLimitBytes, type OfficerNote } from '../../../src/core/approvals/OfficerNote';
import { utf8 } from '../../../src/core/base/utf8';

const note: OfficerNote = {
  requester: 'admin@acme.test',
  actions: ['From source@acme.test, label “Customers”'],
  more: 0,
  totals: ['3 targets', '9 new contacts', 'Nothing is changed or deleted'],
  risks: ['1 target with a warning; the preview says which'],
  examples: ['sam@acme.test: Suspended: no → yes'],
  barred: [],
};
const long = '日本語 “x” '.repeat(100);

describe('the note for officers', () => {
  it('comes back as it was', () => {
    expect(decodeNote(encodeNote(note))).toEqual(note);
    const about = { ...note, risks: [], barred: ['101', '102'] };
    expect(decodeNote(encodeNote(about))).toEqual(about);
  });

  it.each([
    ['long actions', { actions: Array.from({ length: 10 }, () => long) }],
    ['many actions', { actions: Array.from({ length: 300 }, (_, index) => `Action ${index}`) }],
    ['many barred', { barred: Array.from({ length: 20 }, (_, index) => `1000000000000000000${index}`) }],
    ['long examples', { examples: Array.from({ length: 10 }, () => long) }],
    ['long risks', { risks: [long, long, long] }],
    [
      'everything long',
      { requester: long, actions: Array.from({ length: 300 }, () => long), totals: [long, long, long, long], risks: [long, long] },
    ],
  ])('stays within its bytes with %s, and leaves out no risk and no total', (_title, change) => {
    const full = { ...note, ...change };
    const text = encodeNote(full);
    expect(utf8(text).length).toBeLessThanOrEqual(noteLimitBytes);
    const read = decodeNote(text)!;
    expect(read.risks).toHaveLength(full.risks.length);
    expect(read.totals).toHaveLength(full.totals.length);
    expect(read.actions.length + read.more).toBe(full.actions.length);
  });

  it('cuts lines before it leaves any out', () => {
    const read = decodeNote(encodeNote({ ...note, actions: [`A${long}`, `B${long}`] }))!;
    expect(read.more).toBe(0);
    expect(read.actions.map((line) => [line[0], line.endsWith('…')])).toEqual([
      ['A', true],
      ['B', true],
    ]);
    expect(read.risks).toEqual(note.risks);
  });

  it('cuts totals before it leaves out an action', () => {
    const [effort, risks] = [`Effort: ${'x'.repeat(300)}`, Array.from({ length: 3 }, (_, index) => `${index} ${'r'.repeat(70)}`)];
    const read = decodeNote(encodeNote({ ...note, totals: [...note.totals, effort], risks }))!;
    expect(read.actions).toEqual(note.actions);
    expect(read.risks).toEqual(risks);
    expect(read.totals.slice(0, 3)).toEqual(note.totals);
    expect(read.totals[3]).toMatch(/^Effort: x+…$/);
  });

  it.each([undefined, '', 'x', 'null', '7', '{}', '[]', '{"r":"a"}', '{"r":"a","a":[1],"m":0,"t":[],"k":[],"b":[]}'])(
    'is none in %j',
    (text) => {
      expect(decodeNote(text)).toBeUndefined();
    },
  );
});
