import { repair } from '../app/home/repair';
import { showHome } from '../app/home/showHome';
import { appointFirst, lookUpFirstOfficers } from '../app/approvals/appointFirst';
import { readPolicy } from '../app/approvals/policyStore';
import type { Environment } from '../app/Environment';
import { maySetUp, missingFiles, missingInSetUp, setUp } from '../app/setUp/setUp';
import { discardDraft, findDraft, loadDraft, startWorkflow } from '../app/workflow/drafts';
import { saveTypeStep } from '../app/workflow/saveTypeStep';
import { nextSweep } from '../app/runs/nextSweep';
import type { CardEvent, CardSpec } from '../cards/CardSpec';
import { discardDraftCard, draftCard, type DraftView } from '../cards/draftCard';
import { homeCard } from '../cards/homeCard';
import { tagValue } from '../cards/homeSections';
import { setUpCard } from '../cards/setUpCard';
import { typeCard } from '../cards/typeCard';
import { formatLatest } from '../cards/Viewer';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { asAdministrator, field, orFail, pageNumber, parameter, push, root, update, viewerOf, type CardAction } from './cardAction';
import { targetsStep } from './targetActions';

/** S50: the tag that the list of requests is narrowed to; empty: none. */
const tagOf = (event: CardEvent): string => {
  const value = field(event, 'tagFilter');
  return value.startsWith(tagValue('')) ? value.slice(tagValue('').length) : '';
};

export const homeOf = (env: Environment, event: CardEvent, page = 0): CardSpec =>
  homeCard(showHome(env), viewerOf(event), page, tagOf(event));

/** S42: the first officers are named here while there is none. */
const officersField = (env: Environment, typed: string): string | undefined => (readPolicy(env).officers.length > 0 ? undefined : typed);

const openSetUp: CardAction = (env) =>
  orFail(maySetUp(env), ({ operatorEmail, before }) =>
    push(
      setUpCard({
        serviceAccount: before?.serviceAccount ?? '',
        webAppUrl: before?.webAppUrl ?? '',
        administrators: '',
        operatorEmail,
        missing: [],
        officers: officersField(env, ''),
        warnings: [],
        gone: missingFiles(env, before),
      }),
    ),
  );

const doSetUp: CardAction = (env, event) =>
  orFail(maySetUp(env), ({ operatorId, operatorEmail, before }) => {
    const typed = {
      serviceAccount: field(event, 'serviceAccount'),
      webAppUrl: field(event, 'webAppUrl'),
      administrators: field(event, 'administrators'),
    };
    const officers = officersField(env, field(event, 'officers'));
    return orFail(lookUpFirstOfficers(env, officers ?? '', operatorId), (first) => {
      const missing = [...missingInSetUp(typed), ...first.missing];
      const warnings = parameter(event, 'warnedOf') === officers ? [] : first.warnings;
      if (missing.length + warnings.length > 0)
        return update(setUpCard({ ...typed, operatorEmail, officers, missing, warnings, gone: missingFiles(env, before) }));
      return orFail(setUp(env, typed), (installation) =>
        orFail(appointFirst(env, first.people), () => {
          const look = formatLatest(nextSweep(env, installation, env.now()), env.now(), viewerOf(event));
          return root(
            homeOf(env, event),
            `Roster is set up. It looks for work at ${look} at the latest, and every ${installation.sweepMinutes} minutes from then on.`,
          );
        }),
      );
    });
  });

const isBegun = (draft: WorkflowDraft): boolean => draft.name !== '' || draft.selection.selectors.length > 0 || draft.actions.length > 0;

const newWorkflow = asAdministrator((env, event) => {
  const kept = findDraft(env);
  if (kept !== undefined && isBegun(kept)) return push(draftCard(draftView(env, kept), env.now()));
  return orFail(startWorkflow(env, { fresh: true }), (draft) => push(typeCard(draft, [], viewerOf(event))));
});

const draftView = (env: Environment, draft: WorkflowDraft): DraftView => ({ name: draft.name, savedAt: draft.savedAt ?? env.now() });

const saveType = (env: Environment, event: CardEvent): ReturnType<typeof saveTypeStep> =>
  saveTypeStep(env, {
    name: field(event, 'name'),
    type: field(event, 'type'),
    description: field(event, 'description'),
    tags: field(event, 'tags'),
    immediately: field(event, 'immediately') === 'yes',
    startAt: field(event, 'startAt'),
  });

/** What was typed stays, and the card follows the switch and the picker. What is missing is said when the person goes on. */
const editTypeStep = asAdministrator((env, event) =>
  orFail(saveType(env, event), ({ draft, missing }) =>
    update(
      typeCard(
        draft,
        missing.filter((one) => one.field === 'startAt' && draft.startAt !== undefined),
        viewerOf(event),
      ),
    ),
  ),
);

const nextStep = asAdministrator((env, event) =>
  orFail(saveType(env, event), ({ draft, missing }) =>
    missing.length > 0 ? update(typeCard(draft, missing, viewerOf(event))) : targetsStep(env, draft, event),
  ),
);

export const homeActions = {
  showHome: (env, event) => update(homeOf(env, event, pageNumber(event))),
  goHome: (env, event) => root(homeOf(env, event)),
  openSetUp,
  setUp: doSetUp,
  /** B16: the operator's; the use case looks who is asking. */
  repair: (env, event) =>
    orFail(repair(env), (repaired) => root(homeCard(showHome(env), viewerOf(event), 0, '', repaired), 'Roster looked itself over.')),
  newWorkflow,
  resumeWorkflow: asAdministrator((env, event) =>
    orFail(startWorkflow(env, { fresh: false }), (draft) => push(typeCard(draft, [], viewerOf(event)))),
  ),
  startFresh: asAdministrator((env, event) => {
    discardDraft(env);
    return orFail(startWorkflow(env, { fresh: true }), (draft) => push(typeCard(draft, [], viewerOf(event))));
  }),
  openDiscardDraft: asAdministrator((env) => orFail(loadDraft(env), (draft) => push(discardDraftCard(draftView(env, draft), env.now())))),
  discardDraft: asAdministrator((env, event) => {
    discardDraft(env);
    return root(homeOf(env, event), 'The draft was discarded.');
  }),
  keepDraft: () => ({ kind: 'pop', notification: 'The draft was kept.' }),
  editTypeStep,
  saveTypeStep: nextStep,
} satisfies Readonly<Record<string, CardAction>>;
