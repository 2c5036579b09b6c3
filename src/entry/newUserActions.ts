import { makeNewUsersTemplate } from '../app/onboard/makeNewUsersTemplate';
import { lastNewUsersReading, readNewUsers, type NewUsersReading } from '../app/onboard/readNewUsers';
import type { Environment } from '../app/Environment';
import { loadDraft } from '../app/workflow/drafts';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { newUsersCard } from '../cards/newUsersCard';
import type { Problem } from '../core/base/Problem';
import type { Missing } from '../core/workflows/missing';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { asAdministrator, field, orFail, pageNumber, update, viewerOf, type CardAction } from './cardAction';
import { addressOf, tabsBeside } from './tabsBeside';

interface Extra {
  readonly tab?: string;
  readonly reading?: NewUsersReading;
  readonly problem?: Problem;
  readonly missing?: readonly Missing[];
  readonly page?: number;
}

/** Step 2 of type Onboard. The last reading is shown while its users are the draft's. */
export const newUsersOf = (env: Environment, event: CardEvent, draft: WorkflowDraft, extra: Extra = {}): CardSpec => {
  const kept = draft.list === undefined ? undefined : lastNewUsersReading(env);
  const reading = extra.reading ?? kept;
  const { problem, missing = [], page = 0 } = extra;
  const tab = extra.tab ?? (field(event, 'tab') || (reading?.tab ?? ''));
  const beside = tabsBeside(env, event, { tab, ...(problem === undefined ? {} : { problem }) });
  return newUsersCard({ ...beside, draft, ...(reading === undefined ? {} : { reading }), missing, page }, viewerOf(event));
};

const redraw = (env: Environment, event: CardEvent, extra: Extra = {}, notification?: string): CardAnswer =>
  orFail(loadDraft(env), (draft) => update(newUsersOf(env, event, draft, extra), notification));

export const newUserActions = {
  openNewUsersSheet: asAdministrator((env, event) => {
    if (addressOf(event) === '') return { kind: 'notify', notification: 'Paste the address of the Sheet first.' };
    return redraw(env, event);
  }),
  readNewUsers: asAdministrator((env, event, actor) => {
    const tab = field(event, 'tab');
    if (tab === '') return { kind: 'notify', notification: 'Choose a tab first.' };
    const read = readNewUsers(env, actor, { tab, address: addressOf(event) });
    if (!read.ok) return redraw(env, event, { problem: read.problem });
    return update(newUsersOf(env, event, read.value.draft, { reading: read.value.reading }));
  }),
  pageNewUsers: asAdministrator((env, event) => {
    const reading = lastNewUsersReading(env);
    return redraw(env, event, { ...(reading === undefined ? {} : { reading }), page: pageNumber(event) });
  }),
  makeNewUsersTemplate: asAdministrator((env, event) => {
    const tab = makeNewUsersTemplate(env, addressOf(event));
    if (!tab.ok) return redraw(env, event, { problem: tab.problem });
    return redraw(env, event, { tab: tab.value }, `The tab “${tab.value}” was added to the Sheet.`);
  }),
} satisfies Readonly<Record<string, CardAction>>;
