import { makeTargetsTemplate } from '../app/targets/makeTargetsTemplate';
import {
  lastSheetReading,
  listSheetColumns,
  readTargetsFromColumn,
  readTargetsFromSelection,
  type ReadCells,
  type SheetReading,
} from '../app/targets/readTargetsFromSheet';
import type { Actor } from '../app/actors/identify';
import { nextSweep } from '../app/runs/nextSweep';
import type { Environment } from '../app/Environment';
import { carrying } from '../cards/carrying';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { askForSheetCard, parseColumnValue, SHEET_ADDRESS, sheetTargetsCard, type SheetTargetsView } from '../cards/sheetTargetsCard';
import type { SelectionPlace } from '../app/targets/chosenSelection';
import type { Viewer } from '../cards/Viewer';
import type { Problem } from '../core/base/Problem';
import { plural } from '../core/base/plural';
import { ok, type Result } from '../core/base/Result';
import { asAdministrator, failed, field, orFail, pageNumber, push, update, viewerOf, type CardAction } from './cardAction';
import { placeOf } from './targetActions';

interface SheetExtra {
  readonly reading?: SheetReading;
  readonly waiting?: SheetTargetsView['waiting'];
  readonly problem?: Problem;
  readonly page?: number;
}

/** The address stands in a field of the card where Google did not tell which Sheet is open; it comes along with every action. */
const addressOf = (event: CardEvent): string => field(event, SHEET_ADDRESS).trim();

const drawSheet = (env: Environment, place: SelectionPlace, address: string, viewer: Viewer, extra: SheetExtra): Result<CardSpec> => {
  const columns = listSheetColumns(env, address);
  if (columns.ok) return ok(sheetTargetsCard({ ...columns.value, place, address, page: 0, ...extra }, viewer));
  if (address !== '') return ok(askForSheetCard({ place, address, problem: columns.problem }));
  return columns.problem.code === 'platform.noSpreadsheetOpen' ? ok(askForSheetCard({ place, address })) : columns;
};

const sheetCard = (env: Environment, event: CardEvent, extra: SheetExtra): Result<CardSpec> => {
  const place = placeOf(event);
  const drawn = drawSheet(env, place, addressOf(event), viewerOf(event), extra);
  return drawn.ok && place !== 'targets' ? ok(carrying(drawn.value, { place })) : drawn;
};

/** `button`: to be pressed again where the operator looks the cells up (S43). */
const readSheet = (env: Environment, event: CardEvent, actor: Actor, button: string, read: Result<ReadCells>): CardAnswer => {
  if (!read.ok) return orFail(sheetCard(env, event, { problem: read.problem }), (card) => update(card));
  if (read.value.kind === 'asked') {
    const { askedAt, pageUrl } = read.value;
    const waiting = { button, pageUrl, nextLookAt: nextSweep(env, actor.installation, askedAt), now: env.now() };
    return orFail(sheetCard(env, event, { waiting }), (card) => update(card));
  }
  const { reading } = read.value;
  return orFail(sheetCard(env, event, { reading }), (card) => update(card, `${plural(reading.added, 'entry', 'entries')} added.`));
};

const readColumn = asAdministrator((env, event, actor) => {
  const from = parseColumnValue(field(event, 'column'));
  if (from === undefined) return { kind: 'notify', notification: 'Choose a column first.' };
  return readSheet(
    env,
    event,
    actor,
    'Read column',
    readTargetsFromColumn(env, actor, placeOf(event), { ...from, address: addressOf(event) }),
  );
});

/** From step 2, or from the card of a Sheet whose address was pasted: there the new tab can be chosen at once. */
const makeTemplate = asAdministrator((env, event) => {
  const tab = makeTargetsTemplate(env, addressOf(event));
  if (tab.ok) {
    const notification = `The tab “${tab.value}” was added to the Sheet.`;
    if (addressOf(event) === '') return { kind: 'notify', notification };
    return orFail(sheetCard(env, event, {}), (card) => update(card, notification));
  }
  if (tab.problem.code === 'platform.noSpreadsheetOpen') return orFail(sheetCard(env, event, {}), (card) => push(card));
  return failed(tab.problem);
});

/** Targets from a Sheet: the one beside the card, or one whose address was pasted. */
export const sheetActions = {
  openSheetTargets: asAdministrator((env, event) => orFail(sheetCard(env, { ...event, fields: {} }, {}), (card) => push(card))),
  openSheetAt: asAdministrator((env, event) => {
    if (addressOf(event) === '') return { kind: 'notify', notification: 'Paste the address of the Sheet first.' };
    return orFail(sheetCard(env, event, {}), (card) => update(card));
  }),
  readSelectedCells: asAdministrator((env, event, actor) =>
    readSheet(env, event, actor, 'Read selected cells', readTargetsFromSelection(env, actor, placeOf(event))),
  ),
  readColumn,
  pageSheetReading: asAdministrator((env, event) => {
    const reading = lastSheetReading(env);
    return orFail(sheetCard(env, event, { ...(reading === undefined ? {} : { reading }), page: pageNumber(event) }), (card) =>
      update(card),
    );
  }),
  makeTargetsTemplate: makeTemplate,
} satisfies Readonly<Record<string, CardAction>>;
