import type { CardSpec } from '../../src/cards/CardSpec';
import { importCheckCard, type ImportCheckView } from '../../src/cards/importCheckCard';
import { importColumnCard, importColumnsCard, type ImportColumnsView } from '../../src/cards/importColumnsCard';
import { importDataCard, type ImportDataView } from '../../src/cards/importDataCard';
import type { Viewer } from '../../src/cards/Viewer';
import { problem } from '../../src/core/base/Problem';
import { autoMap } from '../../src/core/imports/autoMap';
import { emptyImport, missingInImport, type ImportDraft, type ImportOrigin } from '../../src/core/imports/ImportDraft';
import { importFields } from '../../src/core/imports/importFields';
import type { ImportColumn } from '../../src/core/imports/readImportTable';

/** The cards of an import in every state, with `text` wherever people wrote something. */
export const importCards = (text: string, viewer: Viewer): Record<string, CardSpec> => {
  const roles = Array.from({ length: 120 }, (_, index) => ({ roleId: `r${index}`, title: `${text}${index}` }));
  const fields = importFields({ customFields: [], roles, accessGroups: [{ groupId: 'g', email: text }] });
  const names = ['email', 'phone', 'groups', 'active', 'password'];
  const columns = Array.from({ length: 70 }, (_, column): ImportColumn => {
    const more = column === 4 ? { ignored: 'password' as const } : {};
    return { column, title: `${text}${column}`, name: names[column] ?? `c${column}`, filled: 9, samples: [text, text.repeat(30)], ...more };
  });
  const draft: ImportDraft = {
    ...emptyImport('d'),
    name: text,
    description: text,
    data: { from: { kind: 'tab', tab: text, title: text, address: text }, table: { id: 't', digest: 'x', rows: 1200 } },
    columns: columns.slice(20, 60).map(({ column, title }) => ({ column, title, field: 'chatSpaces', overwrite: true })),
    uploadId: 'u',
    savedAt: 1,
  };
  const data: ImportDataView = {
    draft,
    title: text,
    address: text,
    tabs: Array.from({ length: 100 }, () => text),
    tab: text,
    problem: problem('csv.quoteOpen', { row: 2, text }),
    missing: missingInImport({ ...emptyImport('d'), savedAt: 1 }),
    uploadUrl: 'https://script.google.com/x',
  };
  const shown: ImportColumnsView = {
    draft,
    columns,
    rows: 12,
    fields,
    proposals: new Map(autoMap(columns, 9, fields).map((one) => [one.column, one])),
    unread: true,
    problems: [problem('import.fieldGone', { column: text })],
    page: 0,
  };
  const checked: ImportCheckView = {
    draft,
    hindered: [],
    notes: Array.from({ length: 90 }, () => problem('import.columnIgnored', { column: text, why: 'readOnly' })),
    rows: 1200,
    faulty: 600,
    faults: Array.from({ length: 500 }, () => ({ address: 'B3', column: text, text, problem: problem('user.flagForm', { value: text }) })),
    more: 100,
    page: 3,
  };
  const { data: _data, uploadId: _uploadId, ...bare } = draft;
  const { title: _title, problem: _problem, ...untold } = data;
  const from = (origin: ImportOrigin): ImportDraft => ({ ...draft, data: { from: origin, table: { id: 't', digest: 'x', rows: 1 } } });
  return {
    'import, data': importDataCard(data, viewer),
    'import, nothing read': importDataCard({ ...data, draft: bare, address: '', tabs: [] }, viewer),
    'import, no Sheet': importDataCard(
      { ...untold, draft: from({ kind: 'file', name: text }), problem: problem('sheet.notThere') },
      viewer,
    ),
    'import, columns': importColumnsCard(shown, viewer),
    'import, more columns': importColumnsCard({ ...shown, page: 1 }, viewer),
    'import, column': importColumnCard({ draft, column: columns[21]!, fields, find: text }),
    'import, empty column': importColumnCard({
      draft,
      column: { ...columns[2]!, samples: [], filled: 0 },
      fields: fields.slice(0, 9),
      find: '',
    }),
    'import, check': importCheckCard(checked, viewer),
    'import, hindered': importCheckCard(
      { ...checked, hindered: [problem('import.addressUnmapped')], draft: from({ kind: 'text' }) },
      viewer,
    ),
    'import, no fault': importCheckCard({ ...checked, faulty: 0, faults: [], more: 0, notes: [] }, viewer),
  };
};
