import { showHome } from '../app/home/showHome';
import type { Environment } from '../app/Environment';
import { installationKey, decodeInstallation } from '../app/setUp/Installation';
import { maySetUp, missingInSetUp, setUp } from '../app/setUp/setUp';
import { discardDraft, findDraft, startWorkflow } from '../app/workflow/drafts';
import { saveTypeStep } from '../app/workflow/saveTypeStep';
import { nextSweep } from '../app/runs/nextSweep';
import type { CardEvent, CardSpec } from '../cards/CardSpec';
import { draftCard } from '../cards/draftCard';
import { homeCard } from '../cards/homeCard';
import { setUpCard } from '../cards/setUpCard';
import { typeCard } from '../cards/typeCard';
import { formatLatest } from '../cards/Viewer';
import { asAdministrator, field, orFail, pageNumber, push, root, update, viewerOf, type CardAction } from './cardAction';
import { targetsStep } from './targetActions';

export const homeOf = (env: Environment, event: CardEvent, page = 0): CardSpec => homeCard(showHome(env), viewerOf(event), page);

const openSetUp: CardAction = (env) =>
  orFail(maySetUp(env), ({ operatorEmail }) => {
    const before = decodeInstallation(env.authority.get(installationKey));
    return push(
      setUpCard({
        serviceAccount: before?.serviceAccount ?? '',
        webAppUrl: before?.webAppUrl ?? '',
        administrators: '',
        operatorEmail,
        missing: [],
      }),
    );
  });

const doSetUp: CardAction = (env, event) => {
  const typed = {
    serviceAccount: field(event, 'serviceAccount'),
    webAppUrl: field(event, 'webAppUrl'),
    administrators: field(event, 'administrators'),
  };
  const missing = missingInSetUp(typed);
  if (missing.length > 0) return orFail(maySetUp(env), ({ operatorEmail }) => update(setUpCard({ ...typed, operatorEmail, missing })));
  return orFail(setUp(env, typed), (installation) => {
    const first = formatLatest(nextSweep(env, installation, env.now()), env.now(), viewerOf(event));
    return root(
      homeOf(env, event),
      `Roster is set up. It looks for work at ${first} at the latest, and every ${installation.sweepMinutes} minutes from then on.`,
    );
  });
};

const newWorkflow = asAdministrator((env) => {
  const kept = findDraft(env);
  if (kept !== undefined && (kept.name !== '' || kept.selection.selectors.length > 0 || kept.actions.length > 0))
    return push(draftCard(kept.name));
  return orFail(startWorkflow(env, { fresh: true }), (draft) => push(typeCard(draft, [])));
});

const saveType = asAdministrator((env, event) => {
  const typed = { name: field(event, 'name'), type: field(event, 'type'), description: field(event, 'description') };
  return orFail(saveTypeStep(env, typed), ({ draft, missing }) =>
    missing.length > 0 ? update(typeCard(draft, missing)) : targetsStep(draft, event),
  );
});

export const homeActions = {
  showHome: (env, event) => update(homeOf(env, event, pageNumber(event))),
  goHome: (env, event) => root(homeOf(env, event)),
  openSetUp,
  setUp: doSetUp,
  newWorkflow,
  resumeWorkflow: asAdministrator((env) => orFail(startWorkflow(env, { fresh: false }), (draft) => push(typeCard(draft, [])))),
  startFresh: asAdministrator((env) => {
    discardDraft(env);
    return orFail(startWorkflow(env, { fresh: true }), (draft) => push(typeCard(draft, [])));
  }),
  saveTypeStep: saveType,
} satisfies Readonly<Record<string, CardAction>>;
