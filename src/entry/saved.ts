import type { Actor } from '../app/actors/identify';
import type { Environment } from '../app/Environment';
import { fieldsFor } from '../app/imports/fieldsFor';
import { savedMappingKind, useSavedMapping } from '../app/imports/savedMappings';
import { deleteSaved, findSaved, listSaved, renameSaved, replaceSaved, saveAs, type SavedKind } from '../app/records/savedStore';
import { actionsToSave, savedActionsKind, useSavedActions } from '../app/workflow/savedActions';
import { actionsCard } from '../cards/actionsCard';
import type { CardAnswer, CardEvent } from '../cards/CardSpec';
import { mappedWords } from '../cards/importDataCard';
import { deleteSavedCard, isSavedOf, renameSavedCard, saveAsCard, savedCard, type SavedLine, type SavedOf } from '../cards/savedCards';
import { plural } from '../core/base/plural';
import { problem } from '../core/base/Problem';
import { fail, ok, type Result } from '../core/base/Result';
import type { Saved } from '../core/base/Saved';
import { mappingToSave } from '../core/imports/SavedMapping';
import { isCopy } from '../core/workflows/Action';
import { describeAction, lineOfAction } from '../core/workflows/describeAction';
import { asAdministrator, failed, field, orFail, parameter, push, update, type CardAction } from './cardAction';
import { columnsCard, headOf } from './importActions';

/** What differs between the kinds. */
interface SavedPlace {
  readonly kind: SavedKind<Saved>;
  readonly lines: (env: Environment, actor: Actor) => SavedLine[];
  /** What would be saved now, and a name for it. */
  readonly current: (env: Environment, actor: Actor) => Result<{ readonly name: string; readonly content: object }>;
  readonly use: (env: Environment, event: CardEvent, actor: Actor, id: string) => CardAnswer;
}

const places: Readonly<Record<SavedOf, SavedPlace>> = {
  actions: {
    kind: savedActionsKind,
    lines: (env) =>
      listSaved(env, savedActionsKind).map(({ id, name, actions }) => ({
        id,
        name,
        size: plural(actions.length, 'action'),
        content: actions.map((one) => (isCopy(one) ? describeAction(one) : lineOfAction(one))).join('; '),
      })),
    current: (env) => {
      const draft = actionsToSave(env);
      return draft.ok ? ok({ name: draft.value.name, content: { actions: draft.value.actions } }) : draft;
    },
    use: (env, _event, actor, id) =>
      orFail(useSavedActions(env, actor, id), ({ draft, gone }) => ({
        kind: 'popTo',
        name: 'actions',
        card: actionsCard(draft, [], gone),
      })),
  },
  mapping: {
    kind: savedMappingKind,
    lines: (env, actor) => {
      const titles = new Map<string, string>(fieldsFor(env, actor).fields.map(({ id, title }) => [id, title]));
      return listSaved(env, savedMappingKind).map(({ id, name, columns }) => ({
        id,
        name,
        size: mappedWords({ columns }),
        content: columns.map((one) => `${one.title} → ${titles.get(one.field) ?? '(gone)'}`).join('; '),
      }));
    },
    current: (env, actor) => {
      const found = headOf(env, actor);
      if (!found.ok) return found;
      const columns = mappingToSave(found.value.draft.columns, found.value.head.columns);
      return columns.length === 0 ? fail(problem('import.nothingMapped')) : ok({ name: found.value.draft.name, content: { columns } });
    },
    use: (env, event, actor, id) =>
      orFail(headOf(env, actor), ({ head }) =>
        orFail(useSavedMapping(env, id, head, fieldsFor(env, actor).fields), (problems) =>
          orFail(columnsCard(env, event, actor, { problems }), (card) => ({ kind: 'popTo', name: 'importColumns', card })),
        ),
      ),
  },
};

interface Clicked {
  readonly env: Environment;
  readonly event: CardEvent;
  readonly actor: Actor;
  readonly of: SavedOf;
  readonly place: SavedPlace;
}

const clicked = (act: (at: Clicked) => CardAnswer): CardAction =>
  asAdministrator((env, event, actor) => {
    const of = parameter(event, 'of');
    return isSavedOf(of) ? act({ env, event, actor, of, place: places[of] }) : failed(problem('saved.gone'));
  });

/** The one that a button stands at. */
const atSaved = (act: (at: Clicked, saved: Saved) => CardAnswer): CardAction =>
  clicked((at) => orFail(findSaved(at.env, at.place.kind, parameter(at.event, 'saved')), (saved) => act(at, saved)));

const listCard = ({ env, actor, of, place }: Clicked) => savedCard(of, place.lines(env, actor));
const toList = (at: Clicked): CardAnswer => ({ kind: 'popTo', name: 'saved', card: listCard(at) });
const done = (name: string): CardAnswer => ({ kind: 'pop', notification: `Saved as “${name.trim()}”.` });

/** S60: actions and mappings, saved under a name and used again. */
export const saved = {
  openSaved: clicked((at) => push(listCard(at))),
  openSaveAs: clicked(({ env, actor, of, place }) => orFail(place.current(env, actor), ({ name }) => push(saveAsCard(of, name)))),
  saveAs: clicked(({ env, event, actor, of, place }) => {
    const typed = field(event, 'savedName');
    return orFail(place.current(env, actor), ({ content }) => {
      const missing = saveAs(env, place.kind, typed, content);
      return missing === undefined ? done(typed) : update(saveAsCard(of, typed, missing));
    });
  }),
  replaceSaved: atSaved(({ env, actor, of, place }, before) =>
    orFail(place.current(env, actor), ({ content }) => {
      const missing = replaceSaved(env, place.kind, before, content);
      return missing === undefined ? done(before.name) : update(saveAsCard(of, before.name, missing));
    }),
  ),
  useSaved: clicked(({ env, event, actor, place }) => place.use(env, event, actor, parameter(event, 'saved'))),
  openRenameSaved: atSaved(({ of }, one) => push(renameSavedCard(of, one, one.name))),
  renameSaved: atSaved((at, one) => {
    const typed = field(at.event, 'savedName');
    const missing = renameSaved(at.env, at.place.kind, one, typed);
    return missing === undefined ? toList(at) : update(renameSavedCard(at.of, one, typed, missing));
  }),
  openDeleteSaved: atSaved(({ of }, one) => push(deleteSavedCard(of, one))),
  deleteSaved: clicked((at) => {
    deleteSaved(at.env, at.place.kind, parameter(at.event, 'saved'));
    return toList(at);
  }),
  keepSaved: () => ({ kind: 'pop' }),
} satisfies Readonly<Record<string, CardAction>>;
