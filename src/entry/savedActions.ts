import {
  deleteSavedActions,
  findSavedActions,
  listSavedActions,
  renameSavedActions,
  saveActions,
  useSavedActions,
} from '../app/workflow/savedActions';
import type { Environment } from '../app/Environment';
import { loadDraft } from '../app/workflow/drafts';
import { actionsCard } from '../cards/actionsCard';
import type { CardAnswer } from '../cards/CardSpec';
import { deleteSavedCard, renameSavedCard, saveActionsCard, savedActionsCard } from '../cards/savedActionsCard';
import { asAdministrator, field, orFail, parameter, push, update, type CardAction } from './cardAction';

const toList = (env: Environment): CardAnswer => ({ kind: 'popTo', name: 'savedActions', card: savedActionsCard(listSavedActions(env)) });

/** S60: actions saved under a name and used in a new workflow. */
export const savedActions = {
  openSavedActions: asAdministrator((env) => push(savedActionsCard(listSavedActions(env)))),
  openSaveActions: asAdministrator((env) => orFail(loadDraft(env), ({ name }) => push(saveActionsCard(name, [])))),
  saveActions: asAdministrator((env, event) => {
    const name = field(event, 'savedName');
    return orFail(saveActions(env, name), (missing) =>
      missing.length > 0 ? update(saveActionsCard(name, missing)) : { kind: 'pop', notification: `Saved as “${name.trim()}”.` },
    );
  }),
  useSavedActions: asAdministrator((env, event, actor) =>
    orFail(useSavedActions(env, actor, parameter(event, 'saved')), ({ draft, gone }) => ({
      kind: 'popTo',
      name: 'actions',
      card: actionsCard(draft, [], gone),
    })),
  ),
  openRenameSaved: asAdministrator((env, event) =>
    orFail(findSavedActions(env, parameter(event, 'saved')), (saved) => push(renameSavedCard(saved, saved.name, []))),
  ),
  renameSaved: asAdministrator((env, event) => {
    const [id, typed] = [parameter(event, 'saved'), field(event, 'savedName')];
    return orFail(findSavedActions(env, id), (saved) =>
      orFail(renameSavedActions(env, id, typed), (missing) =>
        missing.length > 0 ? update(renameSavedCard(saved, typed, missing)) : toList(env),
      ),
    );
  }),
  openDeleteSaved: asAdministrator((env, event) =>
    orFail(findSavedActions(env, parameter(event, 'saved')), (saved) => push(deleteSavedCard(saved))),
  ),
  deleteSaved: asAdministrator((env, event) => {
    deleteSavedActions(env, parameter(event, 'saved'));
    return toList(env);
  }),
  keepSaved: () => ({ kind: 'pop' }),
} satisfies Readonly<Record<string, CardAction>>;
