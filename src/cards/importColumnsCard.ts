import { escapeMarkup } from '../core/base/escapeMarkup';
import { explain } from '../core/base/explain';
import { plural } from '../core/base/plural';
import { problem, type Problem } from '../core/base/Problem';
import type { ColumnProposal } from '../core/imports/autoMap';
import type { ImportDraft } from '../core/imports/ImportDraft';
import { isDestructive, isGrave, type ImportField } from '../core/imports/ImportField';
import type { ColumnMapping } from '../core/imports/ImportRules';
import type { ImportColumn } from '../core/imports/readImportTable';
import { action, button, buttons, mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { choiceWidget, switchWidget } from './choiceWidgets';
import { describeEvidence, type FieldProposal } from './describeEvidence';
import { mappedWords, titleOfImport } from './importDataCard';
import { labelled } from './labelled';
import { lineWidget } from './lineWidget';
import { pageOf, pagingWidgets } from './paging';
import { paragraph, problemParagraph } from './paragraph';
import type { Viewer } from './Viewer';

export interface ImportColumnsView {
  readonly draft: ImportDraft;
  readonly columns: readonly ImportColumn[];
  readonly rows: number;
  readonly fields: readonly ImportField[];
  /** What Roster takes a column for, by its position; empty until somebody asked. */
  readonly proposals: ReadonlyMap<number, ColumnProposal>;
  /** Fields of the organization's own could not be read here. */
  readonly unread: boolean;
  readonly problems: readonly Problem[];
  readonly page: number;
}

/** Two widgets each; a card has room for a hundred. */
const pageSize = 25;
const samplesLength = 120;

const samplesOf = ({ samples }: ImportColumn): string => {
  const text = samples.join(' · ').replace(/\s+/g, ' ');
  if (text === '') return 'no cell is filled';
  return text.length > samplesLength ? `${text.slice(0, samplesLength)}…` : text;
};

const proposalFor = ({ proposals }: Pick<ImportColumnsView, 'proposals'>, column: number): FieldProposal | undefined => {
  const found = proposals.get(column);
  return found !== undefined && 'field' in found ? found : undefined;
};

const overwriteWidget = ({ column, overwrite }: ColumnMapping, title: string): WidgetSpec =>
  switchWidget(
    `overwrite.${column}`,
    `Overwrite ${title}`,
    overwrite === true
      ? 'On: users leave all others that the cell does not name. An empty cell changes nothing.'
      : 'Off: what a cell names is added to what the user has.',
    overwrite === true,
    action('overwriteImportColumn', { column: String(column) }),
  );

/** I18: what nobody would look for among the samples. */
const emptyWords = ({ filled }: ImportColumn, { rows }: ImportColumnsView, field: ImportField | undefined): string =>
  field?.kind === 'field' && filled < rows ? `${plural(rows - filled, 'empty cell clears it', 'empty cells clear it')}.` : '';

const columnWidgets = (one: ImportColumn, view: ImportColumnsView): WidgetSpec[] => {
  const { column, title, ignored } = one;
  if (ignored !== undefined) {
    return [labelled(title, explain(problem('import.columnIgnored', { column: title, why: ignored })).what)];
  }
  const mapping = view.draft.columns.find((mapped) => mapped.column === column);
  const field = view.fields.find(({ id }) => id === mapping?.field);
  const proposal = proposalFor(view, column);
  const proposed = view.fields.find(({ id }) => id === proposal?.field);
  const evidence = proposal === undefined || (mapping !== undefined && mapping.field !== proposal.field) ? '' : describeEvidence(proposal);
  const clears = emptyWords(one, view, mapping === undefined ? proposed : field);
  const below = mapping === undefined ? [] : [evidence, clears];
  const line = lineWidget(
    {
      topLabel: title,
      text: field?.title ?? 'Not used',
      bottomLabel: [samplesOf(one), ...below].filter((text) => text !== '').join('\n'),
    },
    action('openImportColumn', { column: String(column) }),
  );
  if (mapping !== undefined) return [line, ...(field?.kind === 'list' ? [overwriteWidget(mapping, field.title)] : [])];
  if (proposal?.decision === 'ask') {
    const use = action('useImportColumn', { column: String(column) });
    return [
      line,
      switchWidget(`use.${column}`, escapeMarkup(`Use ${title} as ${proposed?.title ?? ''}?`), `${evidence} ${clears}`.trim(), false, use),
    ];
  }
  return proposal?.decision === 'byHand'
    ? [
        line,
        paragraph(
          `This may be ${proposed?.title ?? ''}. It gives or takes rights or memberships, so nothing but your hand maps it: press “${title}”.`,
        ),
      ]
    : [line];
};

/** I9–I13: step 2, what each column is written into. */
export const importColumnsCard = (view: ImportColumnsView, viewer: Viewer): CardSpec => {
  const page = pageOf(view.columns, view.page, pageSize);
  return {
    name: 'importColumns',
    header: { title: titleOfImport(view.draft), subtitle: 'Step 2 of 3: the columns' },
    sections: [
      {
        widgets: [
          ...view.problems.map(problemParagraph),
          paragraph(
            `${mappedWords(view.draft)}. A mapped column takes the place of what is there: an empty cell clears a field. Other fields stay.`,
          ),
          ...(view.unread
            ? [paragraph('Fields and administrator roles that your organization made could not be read, and are not offered.')]
            : []),
          buttons(
            button('Auto-map', 'autoMapImport'),
            button('Use a saved mapping', 'openSaved', { of: 'mapping' }),
            ...(view.draft.columns.length === 0 ? [] : [button('Save mapping', 'openSaveAs', { of: 'mapping' })]),
          ),
        ],
      },
      {
        header: 'Columns',
        widgets: [...page.items.flatMap((one) => columnWidgets(one, view)), ...pagingWidgets(page, viewer, 'pageImportColumns')],
      },
    ],
    fixedFooter: { primaryButton: mainButton('Next', 'saveImportColumns') },
  };
};

export interface ImportColumnView {
  readonly draft: ImportDraft;
  readonly column: ImportColumn;
  readonly fields: readonly ImportField[];
  /** Part of the name of the field that is looked for. */
  readonly find: string;
}

/** What the list of fields sends for none. */
export const NOT_USED = 'none';
/** A list has room for a hundred items. */
const fieldsShown = 99;

const beware = (field: ImportField | undefined): string => {
  if (field === undefined) return '';
  if (field.kind === 'list' || isDestructive(field)) return 'It gives or takes rights or memberships.';
  return isGrave(field.id) ? 'It decides who can sign in, or where they are managed.' : '';
};

/** I9: what one column is written into, by hand. */
export const importColumnCard = ({ draft, column: one, fields, find }: ImportColumnView): CardSpec => {
  const { column, title, samples, filled } = one;
  const chosen = draft.columns.find((mapped) => mapped.column === column)?.field ?? NOT_USED;
  const text = find.trim().toLowerCase();
  const found = fields.filter((field) => text === '' || field.id === chosen || field.title.toLowerCase().includes(text));
  const shown = found.slice(0, fieldsShown);
  const warning = beware(fields.find(({ id }) => id === chosen));
  const parameters = { column: String(column) };
  return {
    name: 'importColumn',
    header: { title, subtitle: 'What this column is written into' },
    sections: [
      {
        widgets: [
          labelled(
            filled === 0 ? 'No cell is filled' : `Samples of ${filled} filled cells`,
            samples.length === 0 ? '(none)' : samples.join('\n'),
          ),
          ...(fields.length > fieldsShown
            ? [
                { textInput: { name: 'findField', label: 'Find a field', hintText: 'A part of its name', value: find } },
                buttons(button('Find', 'openImportColumn', { ...parameters, again: 'yes' })),
              ]
            : []),
          choiceWidget(
            'field',
            'Field',
            chosen,
            [[NOT_USED, 'Do not use this column'], ...shown.map(({ id, title: name }) => [id, name] as const)],
            { type: 'DROPDOWN' },
          ),
          ...(found.length > shown.length
            ? [paragraph(`${found.length - shown.length} more fields: find them by a part of their name.`)]
            : []),
          ...(warning === '' ? [] : [paragraph(warning)]),
        ],
      },
    ],
    fixedFooter: { primaryButton: mainButton('Save', 'saveImportColumn', parameters) },
  };
};
