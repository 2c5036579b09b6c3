import { plural } from '../core/base/plural';
import type { ImportDraft, ImportOrigin } from '../core/imports/ImportDraft';
import { methodTitles } from '../core/imports/ImportUsersAction';
import type { ColumnMapping, ImportMethod } from '../core/imports/ImportRules';
import type { Missing } from '../core/workflows/missing';
import { button, buttons, linkButton, mainButton } from './button';
import type { CardSpec, SectionSpec } from './CardSpec';
import { choiceWidget } from './choiceWidgets';
import { missingAt, paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { sheetSection, tabSection, type TabsView } from './tabSection';
import { formatCount, type Viewer } from './Viewer';

export interface ImportDataView extends TabsView {
  readonly draft: ImportDraft;
  readonly missing: readonly Missing[];
  /** Of Roster's page, where a file can be uploaded for this draft; empty: Roster knows no address of it. */
  readonly uploadUrl: string;
}

export const titleOfImport = ({ name }: Pick<ImportDraft, 'name'>): string => (name === '' ? 'New import' : name);

const does: Readonly<Record<ImportMethod, string>> = {
  update: 'users who are there; nobody is created',
  create: 'who is not there; nobody is changed',
  createOrUpdate: 'whoever is not there is created',
};

const methods = (Object.keys(methodTitles) as ImportMethod[]).map(
  (method) => [method, `${methodTitles[method]}: ${does[method]}`] as const,
);

export const originWords = (from: ImportOrigin): string => {
  if (from.kind === 'tab') return `${from.range === undefined ? '' : `${from.range.a1} in `}tab “${from.tab}” of “${from.title}”`;
  return from.kind === 'file' ? `the file “${from.name}”` : 'pasted text';
};

const dataSection = ({ draft: { data }, title, problem, missing }: ImportDataView, viewer: Viewer): SectionSpec => ({
  header: 'The data',
  widgets: [
    ...(problem === undefined || title === undefined ? [] : [problemParagraph(problem), ...permissionsFor(problem)]),
    paragraph(
      data === undefined
        ? 'A table with a header row and a row for each user. Only columns that shall be changed need be there, and one with primary addresses.'
        : `Read from ${originWords(data.from)}: ${formatCount(data.table.rows, viewer, 'row')}.`,
    ),
    ...missingAt('data', missing),
  ],
});

const fileSection = ({ draft, uploadUrl }: ImportDataView): SectionSpec => ({
  header: 'A CSV file, or CSV text',
  widgets: [
    ...(draft.uploadId === undefined || uploadUrl === ''
      ? [buttons(button('Upload a CSV file', 'uploadImport'))]
      : [
          paragraph('Choose the file on Roster’s page, and come back when it was received.'),
          buttons(linkButton('Open Roster’s page', uploadUrl), button('Use the uploaded file', 'useUploadedImport')),
        ]),
    {
      textInput: {
        name: 'csv',
        label: 'CSV text',
        hintText: 'Paste a small table with its header',
        type: 'MULTIPLE_LINE',
        value: '',
      },
    },
    buttons(button('Read pasted text', 'readImportText', {}, { persistValues: false })),
  ],
});

/** I5–I8: step 1 of an import, where its rows come from. */
export const importDataCard = (view: ImportDataView, viewer: Viewer): CardSpec => {
  const { draft, missing } = view;
  return {
    name: 'importData',
    header: { title: titleOfImport(draft), subtitle: 'Step 1 of 3: the data' },
    sections: [
      {
        widgets: [
          { textInput: { name: 'name', label: 'Name (required)', hintText: 'For example: new phone numbers', value: draft.name } },
          ...missingAt('name', missing),
          { textInput: { name: 'description', label: 'Description (optional)', value: draft.description, type: 'MULTIPLE_LINE' } },
          ...missingAt('description', missing),
          choiceWidget('method', 'Method', draft.method, methods),
        ],
      },
      dataSection(view, viewer),
      ...sheetSection(view, 'openImportSheet'),
      ...tabSection(view, 'A tab of the Sheet', {
        read: button('Read this tab', 'readImportTab'),
        more: [
          ...(view.title === undefined || view.address !== '' ? [] : [button('Read the selected cells', 'readImportRange')]),
          button('Make a template', 'makeImportTemplate'),
        ],
      }),
      fileSection(view),
    ],
    fixedFooter: { primaryButton: mainButton('Next', 'saveImportData') },
  };
};

/** "7 columns are mapped, 1 of them to overwrite". */
export const mappedWords = ({ columns }: { readonly columns: readonly Pick<ColumnMapping, 'overwrite'>[] }): string => {
  const overwriting = columns.filter(({ overwrite }) => overwrite === true).length;
  return `${plural(columns.length, 'column is', 'columns are')} mapped${overwriting === 0 ? '' : `, ${overwriting} of them to overwrite`}`;
};
