import { snippetProject } from '../support/snippetProject';

const project = snippetProject(`
  import { openTables } from './src/gas/spreadsheetTables';
  import { getDocument, putDocument, removeDocuments } from './src/app/records/ledgerDocuments';
  const opened = (id: string) => {
    const tables = openTables(id, () => undefined);
    if (!tables.ok) throw new Error('not opened');
    return tables.value as any;
  };
  export const put = (id: string, texts: Record<string, string>) => { const ledger = opened(id); for (const key of Object.keys(texts)) putDocument(ledger, key, texts[key]!); };
  export const read = (id: string, keys: string[]) => { const ledger = opened(id); return keys.map((key) => getDocument(ledger, key)); };
  export const change = (id: string) => {
    const ledger = opened(id);
    const before = getDocument(ledger, 'one');
    putDocument(ledger, 'one', 'new');
    const written = getDocument(ledger, 'one');
    removeDocuments(ledger, 'one', 'two');
    return [before, written, getDocument(ledger, 'one') ?? 'gone', getDocument(ledger, 'two') ?? 'gone'];
  };
`);
const { world } = project;
const { id } = world.drive.createSpreadsheet({ ownerId: project.admin, title: 'Ledger' });

const readsOf = (keys: readonly string[]): { readonly texts: unknown; readonly reads: number } => {
  let reads = 0;
  const stop = world.faults.add({
    at: ({ name }) => {
      if (name === 'Range.getValues') reads += 1;
      return false;
    },
    effect: { kind: 'slow', milliseconds: 0 },
  });
  const texts = project.run('read', [id, keys]);
  stop();
  return { texts, reads };
};

describe('documents of the ledger', () => {
  beforeEach(() => project.run('put', [id, { one: 'first', two: 'x'.repeat(90_000), three: 'y'.repeat(400_000) }]));

  it('are as they were put, whatever their length', () => {
    expect(readsOf(['one', 'two', 'three', 'four']).texts).toEqual(['first', 'x'.repeat(90_000), 'y'.repeat(400_000), null]);
  });

  it('B18: are read once in an execution, unless they are long', () => {
    const { texts, reads } = readsOf(['one', 'one', 'two', 'two', 'one']);
    expect(texts).toEqual(['first', 'first', 'x'.repeat(90_000), 'x'.repeat(90_000), 'first']);
    expect(reads).toBe(readsOf(['one', 'two']).reads);
    expect(readsOf(['three', 'three']).reads).toBeGreaterThan(readsOf(['three']).reads);
  });

  it('are as they were changed and removed in the same execution', () => {
    expect(project.run('change', [id])).toEqual(['first', 'new', 'gone', 'gone']);
  });

  it('are read again by the next execution', () => {
    expect(readsOf(['one']).texts).toEqual(['first']);
    project.run('change', [id]);
    expect(readsOf(['one', 'two']).texts).toEqual([null, null]);
  });
});
