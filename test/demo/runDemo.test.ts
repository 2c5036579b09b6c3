import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemo } from '../../demo/runDemo';
import type { DemoResult } from '../../demo/printResult';

function demo(...words: string[]): { readonly code: number; readonly out: string; readonly error: string } {
  const out: string[] = [];
  const error: string[] = [];
  const code = runDemo(words, { out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join('\n'), error: error.join('\n') };
}

const result = (...words: string[]): DemoResult => JSON.parse(demo('--json', ...words).out) as DemoResult;

describe('npm run demo', () => {
  const once = result();

  it('copies the label to every active target, once, within the bound of calls (S1, S33)', () => {
    expect(once.targets).toBe(33);
    // One target has 8 of the contacts word for word, and 3 that he edited: found by address or number.
    expect(once.created).toBe(33 * 204 - 11);
    expect(once).toMatchObject({ skipped: 11, failed: 0, duplicates: 0 });
    for (const kind of ['reads', 'writes', 'tokens'] as const) expect(once.calls[kind]).toBeLessThanOrEqual(once.bound[kind]);
    expect(once.perTarget.every((target) => target.status === 'done')).toBe(true);
  });

  it('says which cells were refused and why, with their addresses (S12)', () => {
    expect(once.refused.filter((refusal) => /^A\d+$/.test(refusal.where)).map((refusal) => refusal.where)).toEqual([
      'A8',
      'A9',
      'A10',
      'A12',
      'A17',
    ]);
    for (const { why } of once.refused) expect(why).not.toBe('');
  });

  it('creates nothing when the same copy is repeated in the same world (S24)', () => {
    expect(result('--again')).toMatchObject({ created: 0, skipped: 33 * 204, failed: 0, duplicates: 0, calls: { writes: 0 } });
  });

  it('copies all contacts when the label is empty, two of them without anything to copy or none', () => {
    const all = result('--label', '');
    expect(all.created + all.skipped).toBe(33 * 470);
    expect(all.duplicates).toBe(0);
  });
});

describe('npm run demo on files of one’s own', () => {
  let folder = '';
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'roster-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const users = (): string =>
    file(
      'users.csv',
      'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required]\n' +
        'Ann,Lee,ann@my.example,****,/\nBob,Ray,bob@my.example,****,/Sales\nCid,Fox,cid@my.example,****,/Sales\n',
    );
  const contacts = (): string =>
    file(
      'ann.csv',
      'First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value\nZoë,Quist,Guests ::: * myContacts,Work,zoe@else.example\nYan,Pol,* myContacts,,yan@else.example\n',
    );

  it('copies to the users, groups and organizational units of the list, and writes the results', () => {
    const members = file(
      'members.csv',
      'Group Email [Required],Member Email,Member Type,Member Role\nteam@my.example,cid@my.example,USER,MEMBER\n',
    );
    const targets = file('targets.csv', 'Who\nbob@my.example\nteam@my.example\nnobody@my.example\n');
    const out = join(folder, 'out');
    const {
      created,
      targets: reached,
      refused,
    } = result(
      ...[
        '--users',
        users(),
        '--members',
        members,
        '--contacts',
        `ann@my.example=${contacts()}`,
        '--targets',
        targets,
        '--label',
        'Guests',
        '--out',
        out,
      ],
    );
    expect({ created, reached, refused: refused.map((refusal) => refusal.where) }).toEqual({ created: 2, reached: 2, refused: ['A4'] });
    expect(readdirSync(join(out, 'contacts')).sort()).toEqual(['bob@my.example.csv', 'cid@my.example.csv']);
    expect(readFileSync(join(out, 'contacts', 'bob@my.example.csv'), 'utf8')).toMatch(/Zoë.*Guests ::: \* myContacts.*zoe@else\.example/);
  });

  it('copies to everybody of the domain when no targets are given', () => {
    const { created, perTarget } = result('--users', users(), '--contacts', `ann@my.example=${contacts()}`);
    expect(perTarget.map((target) => target.email)).toEqual(expect.arrayContaining(['bob@my.example', 'cid@my.example']));
    expect(perTarget.map((target) => target.email)).not.toContain('ann@my.example');
    expect(created).toBe(2 * perTarget.length);
  });

  it.each([
    [['--contacts', 'nonsense'], 2, /--contacts takes USER=FILE/],
    [['--wat'], 2, /--wat/],
    [['--users', '/does/not/exist.csv'], 1, /exist\.csv/],
    [['--source', 'nobody@example.com'], 1, /no user nobody@example\.com/],
    [['--label', 'No such label'], 1, /no label "No such label"/],
  ])('says in a line what is wrong with %j', (words, code, text) => {
    const done = demo(...words);
    expect(done.code).toBe(code);
    expect(done.error).toMatch(text);
  });
});
