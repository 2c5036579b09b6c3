import { requireActor, requireSuperAdministrator, type Actor } from '../app/actors/identify';
import { askAudit } from '../app/audit/askAudit';
import { askForChange } from '../app/approvals/askForChange';
import { endPreApprovalNow } from '../app/approvals/endPreApprovalNow';
import { readPolicy } from '../app/approvals/policyStore';
import { readChange } from '../app/approvals/readChange';
import { showPreApprovals } from '../app/approvals/showPreApprovals';
import { showSettings } from '../app/approvals/showSettings';
import type { Environment } from '../app/Environment';
import { listPreApprovals } from '../app/requests/preApprovals';
import { suggestTargets } from '../app/targets/searchTargets';
import { changeCard, changesCard, confirmChangeCard, scopeTurns, type ChangeView, type ScopeTurn } from '../cards/changeCard';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { confirmEndCard, inSettings, preApprovalCard } from '../cards/preApprovalCard';
import { settingsCard } from '../cards/settingsCard';
import { nameOf, settingsTitles } from '../core/approvals/describeSettings';
import type { SettingsKind } from '../core/approvals/SettingsChange';
import { problem } from '../core/base/Problem';
import type { Missing } from '../core/workflows/missing';
import { failed, field, fields, orFail, parameter, push, root, update, viewerOf, type CardAction, type Suggest } from './cardAction';
import { cardOf } from './requestActions';

/** Delegates neither see the settings nor ask for a change of them. */
const asSuperAdministrator =
  (act: (env: Environment, event: CardEvent, actor: Actor) => CardAnswer): CardAction =>
  (env, event) =>
    orFail(requireSuperAdministrator(env), (actor) => act(env, event, actor));

const kindOf = (event: CardEvent): SettingsKind | undefined =>
  (Object.keys(settingsTitles) as SettingsKind[]).find((kind) => kind === parameter(event, 'change'));

const isNotice = (event: CardEvent): boolean => parameter(event, 'byNotice') === 'yes';

const turnOf = (event: CardEvent): ScopeTurn => scopeTurns.find(({ scope }) => scope === parameter(event, 'turn')) ?? scopeTurns[0];

/** What was typed, by field; the scope stands in the field of its turn. */
const typedIn =
  (event: CardEvent): ChangeView['fields'] =>
  (name) =>
    name === 'byNotice' ? [parameter(event, name)] : fields(event, name === 'scope' ? turnOf(event).scope : name);

const formOf = (
  env: Environment,
  kind: SettingsKind,
  event: CardEvent,
  missing: readonly Missing[],
  typed: ChangeView['fields'] = typedIn(event),
  turn: ScopeTurn = turnOf(event),
): CardSpec => {
  const policy = readPolicy(env);
  return changeCard({
    kind,
    byNotice: isNotice(event),
    turn,
    policy,
    preApprovals: listPreApprovals(env)
      .filter(({ until }) => until > env.now())
      .map((record) => ({
        id: record.id,
        title: `${nameOf({ kind: 'addPreApproval', terms: record })} (${record.id})`,
      })),
    fields: typed,
    missing,
  });
};

/** What stands in the form before anybody typed. */
const initial = (env: Environment, event: CardEvent, kind: SettingsKind): ChangeView['fields'] => {
  const { notify, needed, riskyOnly = [], accessGroups = [], chatAccess } = readPolicy(env);
  const values: Readonly<Record<string, readonly string[]>> = {
    notify: [notify.join(', ')],
    preApproval: [parameter(event, 'preApproval')],
    needed: [String(needed)],
    riskyOnly,
    scope: kind === 'setAccess' ? accessGroups.map(({ email }) => email) : [],
    chatAccess: [chatAccess?.email ?? ''],
    deletions: ['0'],
  };
  return (name) => values[name] ?? [];
};

const openChange = asSuperAdministrator((env, event) => {
  const kind = kindOf(event);
  return kind === undefined ? failed(problem('settings.notAsked')) : push(formOf(env, kind, event, [], initial(env, event, kind)));
});

const review = asSuperAdministrator((env, event, actor) => {
  const kind = kindOf(event);
  if (kind === undefined) return failed(problem('settings.notAsked'));
  return orFail(readChange(env, actor, kind, typedIn(event)), (read) =>
    read.kind === 'missing'
      ? update(formOf(env, kind, event, read.missing))
      : push(confirmChangeCard({ ...read, byNotice: isNotice(event) })),
  );
});

/** Puts a suggestion into the scope, and both into the fields of the other turn. */
const addToScope = asSuperAdministrator((env, event) => {
  const turn = turnOf(event);
  const scope = [...typedIn(event)('scope'), ...fields(event, turn.search)].filter((line) => line.trim() !== '').join('\n');
  const next = scopeTurns.find((one) => one !== turn) ?? turn;
  return update(
    formOf(env, kindOf(event) ?? 'addPreApproval', event, [], (name) => (name === 'scope' ? [scope] : fields(event, name)), next),
  );
});

const settingsOf = (env: Environment, event: CardEvent, actor: Actor, show: (card: CardSpec) => CardAnswer): CardAnswer =>
  orFail(showSettings(env, actor), (view) => show(settingsCard(view, viewerOf(event))));

/** Every super administrator sees the settings, and so does the operator, who need not be an administrator any more. */
const asReader =
  (act: (env: Environment, event: CardEvent, actor: Actor) => CardAnswer): CardAction =>
  (env, event) => {
    const actor = requireActor(env);
    return orFail(actor.ok && actor.value.isOperator ? actor : requireSuperAdministrator(env), (one) => act(env, event, one));
  };

const openPreApproval = asSuperAdministrator((env, event, actor) => {
  const found = showPreApprovals(env).find(({ id }) => id === parameter(event, 'preApproval'));
  if (found === undefined) return failed(problem('preApproval.gone', { preApproval: parameter(event, 'preApproval') }));
  const isOfficer = readPolicy(env).officers.some(({ userId }) => userId === actor.user.id);
  return push(preApprovalCard(found, isOfficer, inSettings, viewerOf(event)));
});

export const settingsActions = {
  openSettings: asReader((env, event, actor) => settingsOf(env, event, actor, (card) => push(card))),
  verifyAudit: asReader((env, event, actor) => orFail(askAudit(env, actor), () => settingsOf(env, event, actor, (card) => update(card)))),
  showSettings: asReader((env, event, actor) => settingsOf(env, event, actor, (card) => update(card))),
  openChanges: asSuperAdministrator((env, _event, actor) =>
    orFail(showSettings(env, actor), (view) => push(changesCard(view.mayGiveNotice))),
  ),
  openChange,
  readChange: review,
  addToScope,
  askForChange: asSuperAdministrator((env, event, actor) =>
    orFail(askForChange(env, actor, parameter(event, 'draft')), (entry) =>
      orFail(cardOf(env, event, actor, entry.id), (card) => root(card)),
    ),
  ),
  openPreApproval,
  openEndPreApproval: asSuperAdministrator((_env, event) => push(confirmEndCard(parameter(event, 'preApproval'), inSettings))),
  keepPreApproval: () => ({ kind: 'pop', notification: 'Nothing was ended.' }),
  endPreApproval: asSuperAdministrator((env, event, actor) =>
    orFail(endPreApprovalNow(env, actor.user.id, parameter(event, 'preApproval')), () =>
      settingsOf(env, event, actor, (card) => root(card, 'The pre-approval has ended.')),
    ),
  ),
} satisfies Readonly<Record<string, CardAction>>;

export const settingsSuggestions = {
  suggestPeople: (env, event) => ({ items: suggestTargets(env, { text: field(event, parameter(event, 'field')), kind: 'user' }) }),
  suggestScope: (env, event) => ({
    items: suggestTargets(env, {
      text: field(event, parameter(event, 'field')),
      kind: parameter(event, 'kind') === 'group' ? 'group' : 'all',
    }),
  }),
} satisfies Readonly<Record<string, Suggest>>;
