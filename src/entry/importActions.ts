import type { Actor } from '../app/actors/identify';
import type { Environment } from '../app/Environment';
import { checkImport } from '../app/imports/checkImport';
import { fieldsFor } from '../app/imports/fieldsFor';
import { editImportDraft, findImportDraft, loadImportDraft, startImport } from '../app/imports/importDrafts';
import { openUpload, uploadUrlOf, useUpload } from '../app/imports/openUpload';
import { makeImportTemplate } from '../app/imports/makeImportTemplate';
import { mapAutomatically, mapColumn, proposalsFor } from '../app/imports/mapColumns';
import { previewImport } from '../app/imports/previewImport';
import { readImportRange, readImportTab, readImportText } from '../app/imports/readImportData';
import { openOwnHead } from '../app/imports/tableParcel';
import { writeImportResults } from '../app/imports/writeImportResults';
import { button } from '../cards/button';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { draftCard } from '../cards/draftCard';
import { importCheckCard } from '../cards/importCheckCard';
import { importColumnCard, importColumnsCard, NOT_USED, type ImportColumnsView } from '../cards/importColumnsCard';
import { importDataCard } from '../cards/importDataCard';
import { plural } from '../core/base/plural';
import type { Problem } from '../core/base/Problem';
import { problem } from '../core/base/Problem';
import { fail, ok, type Result } from '../core/base/Result';
import { missingInImport, type ImportDraft } from '../core/imports/ImportDraft';
import { methodTitles } from '../core/imports/ImportUsersAction';
import type { ImportMethod } from '../core/imports/ImportRules';
import type { ImportTableHead } from '../core/imports/packImportTable';
import type { Missing } from '../core/workflows/missing';
import { asAdministrator, failed, field, orFail, pageNumber, parameter, push, update, viewerOf, type CardAction } from './cardAction';
import { cardOf } from './requestActions';
import { addressOf, tabsBeside } from './tabsBeside';

interface DataExtra {
  readonly problem?: Problem;
  readonly missing?: readonly Missing[];
  readonly tab?: string;
}

const dataCard = (
  env: Environment,
  event: CardEvent,
  actor: Actor,
  draft: ImportDraft,
  { missing = [], tab, ...more }: DataExtra = {},
): CardSpec => {
  const from = draft.data?.from;
  const read = tab ?? (field(event, 'tab') || (from?.kind === 'tab' ? from.tab : ''));
  return importDataCard(
    { ...tabsBeside(env, event, { tab: read, ...more }), draft, missing, uploadUrl: uploadUrlOf(actor, draft.uploadId) },
    viewerOf(event),
  );
};

const isMethod = (text: string): text is ImportMethod => Object.keys(methodTitles).includes(text);

/** What was typed on the first card; every action of it keeps that. */
const saveTyped = (env: Environment, event: CardEvent): Result<ImportDraft> => {
  const method = field(event, 'method');
  return editImportDraft(env, (before) => ({
    ...before,
    name: field(event, 'name').trim(),
    description: field(event, 'description').trim(),
    ...(isMethod(method) ? { method } : {}),
  }));
};

const onData = (act: (env: Environment, event: CardEvent, actor: Actor) => CardAnswer): CardAction =>
  asAdministrator((env, event, actor) => orFail(saveTyped(env, event), () => act(env, event, actor)));

const redrawData = (env: Environment, event: CardEvent, actor: Actor, extra: DataExtra = {}, notification?: string): CardAnswer =>
  orFail(loadImportDraft(env), (draft) => update(dataCard(env, event, actor, draft, extra), notification));

const readingData = (read: (env: Environment, event: CardEvent, actor: Actor) => Result<ImportDraft>): CardAction =>
  onData((env, event, actor) => {
    const draft = read(env, event, actor);
    return redrawData(env, event, actor, draft.ok ? {} : { problem: draft.problem });
  });

/** The columns of what was read, without what was typed on another card. */
export const headOf = (env: Environment, actor: Actor): Result<{ readonly draft: ImportDraft; readonly head: ImportTableHead }> => {
  const draft = loadImportDraft(env);
  if (!draft.ok) return draft;
  if (draft.value.data === undefined) return fail(problem('importData.missing'));
  const head = openOwnHead(env, actor, draft.value.data.table);
  return head.ok ? ok({ draft: draft.value, head: head.value }) : head;
};

export const columnsCard = (
  env: Environment,
  event: CardEvent,
  actor: Actor,
  { page = 0, problems = [] }: Partial<Pick<ImportColumnsView, 'page' | 'problems'>> = {},
): Result<CardSpec> => {
  const found = headOf(env, actor);
  if (!found.ok) return found;
  const { draft, head } = found.value;
  const { fields, unread } = fieldsFor(env, actor);
  const proposals = draft.autoMapped === true ? proposalsFor(env, head, fields) : new Map<number, never>();
  return ok(
    importColumnsCard({ draft, columns: head.columns, rows: head.rows, fields, proposals, unread, problems, page }, viewerOf(event)),
  );
};

const redrawColumns = (env: Environment, event: CardEvent, actor: Actor, page: number): CardAnswer =>
  orFail(columnsCard(env, event, actor, { page }), (card) => update(card));

/** The column that a button or switch stands at, and on which page of columns. */
const atColumn = (
  act: (
    at: {
      readonly env: Environment;
      readonly event: CardEvent;
      readonly actor: Actor;
      readonly draft: ImportDraft;
      readonly head: ImportTableHead;
    },
    column: ImportTableHead['columns'][number],
  ) => CardAnswer,
): CardAction =>
  asAdministrator((env, event, actor) =>
    orFail(headOf(env, actor), ({ draft, head }) => {
      const column = head.columns.find((one) => String(one.column) === parameter(event, 'column'));
      return column === undefined ? failed(problem('importData.gone')) : act({ env, event, actor, draft, head }, column);
    }),
  );

const checkCard = (env: Environment, event: CardEvent, actor: Actor, page: number): Result<CardSpec> => {
  const draft = loadImportDraft(env);
  if (!draft.ok) return draft;
  const checked = checkImport(env, actor, draft.value);
  return checked.ok ? ok(importCheckCard({ ...checked.value, draft: draft.value, page }, viewerOf(event))) : checked;
};

const begin = asAdministrator((env, event, actor) =>
  orFail(startImport(env), (draft) => push(dataCard(env, { ...event, fields: {} }, actor, draft))),
);

export const importActions = {
  /** S48: what is half filled is offered before it is thrown away. */
  newImport: asAdministrator((env, event) => {
    const kept = findImportDraft(env);
    if (kept === undefined || (kept.name === '' && kept.data === undefined)) return begin(env, event);
    const other = button('Start a new one', 'startImport', {}, { altText: 'Discard the draft and start a new import' });
    return push(draftCard(kept, env.now(), { what: 'an import without a name', goOn: 'resumeImport', other }));
  }),
  startImport: begin,
  resumeImport: asAdministrator((env, event, actor) =>
    orFail(loadImportDraft(env), (draft) => push(dataCard(env, { ...event, fields: {} }, actor, draft))),
  ),
  openImportSheet: onData((env, event, actor) =>
    addressOf(event) === '' ? { kind: 'notify', notification: 'Paste the address of the Sheet first.' } : redrawData(env, event, actor),
  ),
  readImportTab: readingData((env, event, actor) => readImportTab(env, actor, { tab: field(event, 'tab'), address: addressOf(event) })),
  readImportRange: readingData((env, _event, actor) => readImportRange(env, actor)),
  readImportText: readingData((env, event, actor) => readImportText(env, actor, field(event, 'csv'))),
  uploadImport: readingData((env, _event, actor) => openUpload(env, actor)),
  useUploadedImport: readingData((env, _event, actor) => useUpload(env, actor)),
  makeImportTemplate: onData((env, event, actor) => {
    const tab = makeImportTemplate(env, actor, addressOf(event));
    if (!tab.ok) return redrawData(env, event, actor, { problem: tab.problem });
    return redrawData(env, event, actor, { tab: tab.value }, `The tab “${tab.value}” was added to the Sheet.`);
  }),
  saveImportData: asAdministrator((env, event, actor) =>
    orFail(saveTyped(env, event), (draft) => {
      const missing = missingInImport(draft);
      const below = dataCard(env, event, actor, draft, { missing });
      if (missing.length > 0) return update(below);
      return orFail(columnsCard(env, event, actor), (card) => ({ kind: 'push', card, below }));
    }),
  ),
  pageImportColumns: asAdministrator((env, event, actor) => redrawColumns(env, event, actor, pageNumber(event))),
  autoMapImport: asAdministrator((env, event, actor) =>
    orFail(headOf(env, actor), ({ head }) =>
      orFail(mapAutomatically(env, head, fieldsFor(env, actor).fields), () => redrawColumns(env, event, actor, 0)),
    ),
  ),
  useImportColumn: atColumn(({ env, event, actor, head }, column) => {
    const proposal = proposalsFor(env, head, fieldsFor(env, actor).fields).get(column.column);
    const used = proposal !== undefined && 'field' in proposal ? proposal.field : undefined;
    return orFail(mapColumn(env, column, used, false), () => redrawColumns(env, event, actor, pageNumber(event)));
  }),
  overwriteImportColumn: atColumn(({ env, event, actor, draft }, column) => {
    const mapping = draft.columns.find((one) => one.column === column.column);
    const isOn = field(event, `overwrite.${column.column}`) === 'yes';
    return orFail(mapColumn(env, column, mapping?.field, isOn), () => redrawColumns(env, event, actor, pageNumber(event)));
  }),
  openImportColumn: atColumn(({ env, event, actor, draft }, column) => {
    const { fields } = fieldsFor(env, actor);
    const card = importColumnCard({ draft, column, fields, find: field(event, 'findField') });
    return parameter(event, 'again') === 'yes' ? update(card) : push(card);
  }),
  saveImportColumn: atColumn(({ env, event, actor, draft }, column) => {
    const chosen = field(event, 'field');
    const wanted = fieldsFor(env, actor).fields.find(({ id }) => id === chosen);
    if (wanted === undefined && chosen !== NOT_USED) return { kind: 'notify', notification: 'Choose a field first.' };
    const before = draft.columns.find((one) => one.column === column.column);
    const overwrite = before?.overwrite === true && before.field === wanted?.id;
    return orFail(mapColumn(env, column, wanted?.id, overwrite), () =>
      orFail(columnsCard(env, event, actor, { page: pageNumber(event) }), (card) => ({ kind: 'popTo', name: 'importColumns', card })),
    );
  }),
  saveImportColumns: asAdministrator((env, event, actor) => orFail(checkCard(env, event, actor, 0), (card) => push(card))),
  pageImportCheck: asAdministrator((env, event, actor) => orFail(checkCard(env, event, actor, pageNumber(event)), (card) => update(card))),
  writeImportResults: asAdministrator((env, event, actor) =>
    orFail(writeImportResults(env, actor, parameter(event, 'request')), ({ tab, rows }) => ({
      kind: 'notify',
      notification: `Results were written beside ${plural(rows, 'row')} of the tab “${tab}”.`,
    })),
  ),
  previewImport: asAdministrator((env, event, actor) =>
    orFail(previewImport(env, actor), (entry) => orFail(cardOf(env, event, actor, entry.id), (card) => push(card))),
  ),
} satisfies Readonly<Record<string, CardAction>>;
