import { actions, suggestions } from '../../src/entry/actions';
import { actionListCard, actionsCard } from '../../src/cards/actionsCard';
import type { CardSpec, WidgetSpec } from '../../src/cards/CardSpec';
import { confirmCard, confirmWaitCard, type ConfirmView } from '../../src/cards/confirmCard';
import { copyContactsCard } from '../../src/cards/copyContactsCard';
import { discardDraftCard, draftCard } from '../../src/cards/draftCard';
import { homeCard } from '../../src/cards/homeCard';
import { mailCard, mailProblemCard } from '../../src/cards/mailCard';
import { officerConfirmCard, officerRequestCard, type OfficerRequestView } from '../../src/cards/officerRequestCard';
import { confirmSendCard, requestCard, type RequestView } from '../../src/cards/requestCard';
import { confirmStopCard } from '../../src/cards/runSection';
import { changeCard, changesCard, confirmChangeCard, scopeTurns } from '../../src/cards/changeCard';
import { confirmEndCard, inGmail, inSettings, preApprovalCard } from '../../src/cards/preApprovalCard';
import { settingsCard, type SettingsView } from '../../src/cards/settingsCard';
import type { ShownPreApproval } from '../../src/core/approvals/ShownPreApproval';
import { preApprovalLimit } from '../../src/core/approvals/checkSettings';
import { settingsTitles } from '../../src/core/approvals/describeSettings';
import { delegateLimit, noPolicy, officerLimit, type Policy } from '../../src/core/approvals/Policy';
import type { SettingsKind } from '../../src/core/approvals/SettingsChange';
import { deleteSavedCard, renameSavedCard, saveAsCard, savedCard } from '../../src/cards/savedCards';
import { setUpCard } from '../../src/cards/setUpCard';
import { askForSheetCard, columnValue, parseColumnValue, sheetTargetsCard } from '../../src/cards/sheetTargetsCard';
import { targetsCard } from '../../src/cards/targetsCard';
import { typeCard } from '../../src/cards/typeCard';
import { removalCard } from '../../src/cards/removalCard';
import { userActionCard } from '../../src/cards/userActionCard';
import { waitingCard } from '../../src/cards/waitingCard';
import type { RequestEntry } from '../../src/core/approvals/RequestEntry';
import { requestStates } from '../../src/core/approvals/RequestState';
import { problem } from '../../src/core/base/Problem';
import { lowestQuotas } from '../../src/core/plan/quotas';
import { leaveOutChoices } from '../../src/core/contacts/leaveOut';
import type { ListedTarget } from '../../src/core/directory/TargetList';
import type { TargetSelector } from '../../src/core/directory/TargetSelection';
import { actionKinds } from '../../src/core/workflows/actionKinds';
import { newAction } from '../../src/core/workflows/newAction';
import {
  emptyDraft,
  type CopyContactsDraft,
  type DirectoryActionDraft,
  type RemoveContactsDraft,
  type WorkflowDraft,
} from '../../src/core/workflows/WorkflowDraft';
import { importCards } from '../support/importCards';
import { syncCards } from '../support/syncCards';

const evil = '<b>Ann & "Bob"</b>';
const viewer = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const selectors: TargetSelector[] = Array.from({ length: 300 }, (_, index) => ({
  kind: 'user',
  userId: `u${index}`,
  label: `${evil}${index}@acme.test`,
}));
const draft: WorkflowDraft = {
  ...emptyDraft('d'),
  name: evil,
  type: 'onboard',
  selection: { selectors: [...selectors, { kind: 'orgUnit', orgUnitId: 'o', includeChildren: true, label: evil }], excludedUserIds: [] },
  confirmed: { listId: 'l', digest: 'd', targets: 1 },
  actions: Array.from({ length: 10 }, (_, index) => ({
    actionId: `a${index}`,
    kind: 'copyContacts' as const,
    createLabel: true,
    source: { userId: 's', email: evil, fullName: evil },
    label: { resourceName: 'contactGroups/1', name: evil },
  })),
};
const target = (index: number): ListedTarget & { readonly at: number } => ({
  userId: `u${index}`,
  at: index,
  email: `${evil}${index}`,
  fullName: evil,
  orgUnitPath: `/${evil}`,
  from: evil,
  suspended: index % 7 === 0,
  ...(index % 5 === 0 ? { lookAlike: evil } : {}),
});
const entry = (state: RequestEntry['state']): RequestEntry => ({
  id: 'r',
  state,
  name: evil,
  type: 'modify',
  requesterId: 'p',
  digest: 'd'.repeat(64),
  createdAt: Date.UTC(2026, 10, 20, 23, 30),
  changedAt: Date.UTC(2026, 10, 20, 23, 30),
  expiresAt: Date.UTC(2026, 11, 4),
  preApprovalId: 'x',
  kind: 'workflow',
  deciders: [],
  needed: 1,
  asked: false,
  targets: 1613,
  planned: { creates: 275850, skips: 1 },
  calls: { reads: 1, writes: 2, tokens: 3, directory: 4, dailyContactWrites: 250_000, seconds: 90, slices: 1 },
  outcome: { done: 1, skipped: 2, failed: 3, created: 4 },
  reason: problem('run.sourceChanged', { added: 1, edited: 2, removed: 3 }),
  told: '',
  viewDigest: 'v',
  tags: [evil, 'fair'],
  startAt: Date.UTC(2026, 10, 25),
});
const request = (state: RequestEntry['state'], results: boolean): RequestView => ({
  entry: entry(state),
  requester: evil,
  officers: Array.from({ length: 20 }, () => evil),
  decisions: [
    { by: evil, decision: 'approve', reason: '', at: 1, isMine: false, verified: true },
    { by: evil, decision: 'deny', reason: evil, at: 2, isMine: true, verified: true, refused: problem('decision.notOfficer') },
  ],
  mayDecide: state === 'waiting',
  mayAskAgain: true,
  mayUndo: true,
  mayWriteResults: true,
  asked: { description: evil, actions: Array.from({ length: 200 }, () => evil) },
  silence: { since: 1, operator: evil },
  isOperator: false,
  isMine: true,
  preview: selectors.map((one) => ({
    target: one.label,
    orgUnit: evil,
    action: 1,
    creates: 1,
    alreadyThere: 2,
    foundBy: evil,
    nothingToCopy: 3,
    label: 'create',
    changes: '',
    note: evil,
    warning: evil,
  })),
  previewAltered: true,
  quotas: lowestQuotas,
  results: results
    ? selectors.map((one) => ({
        target: one.label,
        action: 1,
        status: 'failed',
        created: 1,
        skipped: 2,
        failed: 3,
        reason: evil,
        nextStep: evil,
      }))
    : [],
  workbookUrl: 'https://docs.google.com/x',
  pageUrl: 'https://script.google.com/x',
  progress: {
    done: 12_000,
    total: 33_000,
    doing: 'waiting',
    parked: 2,
    at: Date.UTC(2026, 10, 20, 23, 29),
    goesOnAt: Date.UTC(2026, 10, 20, 23, 59),
    earliestEnd: Date.UTC(2026, 10, 22),
  },
  stopping: false,
  mayStop: true,
  nextLookAt: Date.UTC(2026, 10, 21, 0, 4, 30),
  now: Date.UTC(2026, 10, 20, 23, 30),
});
const missing = [
  { field: 'name', problem: problem('workflow.nameMissing') },
  { field: 'type', problem: problem('workflow.typeMissing') },
  { field: 'search', problem: problem('workflow.targetsMissing') },
  { field: 'source', problem: problem('workflow.sourceMissing') },
  { field: 'serviceAccount', problem: problem('setUp.serviceAccountMissing') },
];
const home = {
  kind: 'administrator' as const,
  toDecide: Array.from({ length: 200 }, () => entry('waiting')),
  isOperator: true,
  isDelegate: false,
  draft: { name: evil, savedAt: 1 },
  lostDraft: false,
  now: 100_000_000,
  userId: 'p',
  syncs: { all: 3, held: 2 },
  runs: new Map([['r', { done: 3, total: 1613, nextLookAt: 100_000_001 }]]),
  operatorEmail: evil,
  workbookUrl: 'https://docs.google.com/x',
  health: {
    lookedAt: 1,
    nextLookAt: 100_000_001,
    otherVersion: true,
    held: problem('setUp.ledgerGone', { operator: evil }),
    silence: { since: 1, operator: evil },
    unwell: [
      problem('settings.fewOfficers', { active: 1 }),
      problem('health.triggerGone'),
      problem('health.oneShotsUsed', { limit: 15 }),
      problem('health.storeFilling', { percent: 91 }),
      problem('health.auditUnverified', { days: 31 }),
    ],
  },
};
const well = { lookedAt: 0, nextLookAt: 100_000_001, otherVersion: false, unwell: [] };
const labels = Array.from({ length: 98 }, (_, index) => ({ resourceName: `contactGroups/${index}`, name: evil, contacts: index }));
const directoryKinds = actionKinds.filter(({ kind }) => kind !== 'copyContacts' && kind !== 'removeContacts');
const directoryDrafts = directoryKinds.map(({ kind }) => {
  const one = newAction('a', kind) as DirectoryActionDraft;
  if (one.kind === 'setUserFields') return { ...one, fields: [{ field: 'title' as const, value: evil }] };
  if ('groups' in one) return { ...one, groups: [{ groupId: 'g', email: evil }] };
  if ('spaces' in one) return { ...one, spaces: Array.from({ length: 20 }, (_, index) => ({ space: `spaces/${index}`, title: evil })) };
  return one;
});
const removals: readonly RemoveContactsDraft[] = [
  { actionId: 'a', kind: 'removeContacts', chooses: 'source' },
  { actionId: 'a', kind: 'removeContacts', chooses: 'source', delivery: { kind: 'source', userId: 'u', email: evil } },
  { actionId: 'a', kind: 'removeContacts', chooses: 'request' },
  { actionId: 'a', kind: 'removeContacts', chooses: 'all', delivery: { kind: 'all' } },
];
const delivering = Array.from({ length: 100 }, (_, index) => ({ id: `r${index}`, name: evil, changedAt: 1, outcome: { created: index } }));
const removing = { creates: 0, skips: 0, deletes: 1240, deletesAt: 31, kept: 5 };
const noSpaces: DirectoryActionDraft = { actionId: 'a', kind: 'addToSpaces', spaces: [] };
const foundSpaces = Array.from({ length: 20 }, (_, index) => ({ space: `spaces/${index}`, title: evil, members: index, isOpen: true }));
const copy = { draft: draft.actions[0] as CopyContactsDraft, nextLookAt: 2, now: 1, missing, sourceIsTarget: true };
const found = selectors.map((selector) => ({ selector, detail: evil }));
const refused = selectors.map((_, index) => ({ address: `A${index}`, text: evil, problem: problem('target.unreadable', { text: evil }) }));

const confirmed: ConfirmView = {
  draft,
  page: { items: Array.from({ length: 13 }, (_, index) => target(index)), number: 30, size: 20, total: 613 },
  problems: refused.map((one) => one.problem),
  moreProblems: 5,
  dropped: 2,
  suspended: 80,
  lookAlikes: 4,
  carried: 500,
  digest: 'x',
  lookedUpAt: Date.UTC(2026, 10, 20, 23, 30),
};
const toOfficer = (state: RequestEntry['state']): OfficerRequestView => ({
  ...request(state, false),
  code: evil,
  mayStop: state === 'approved',
  stopping: state === 'running',
  lookAfterAt: Date.UTC(2026, 10, 21, 1, 4, 30),
  note: {
    requester: evil,
    actions: Array.from({ length: 40 }, () => evil),
    more: 5,
    totals: [evil, evil],
    risks: [evil, evil],
    examples: [evil, evil, evil],
    barred: [],
  },
});
const cards: Record<string, CardSpec> = {
  ...Object.fromEntries(
    requestStates.map((state) => [`in Gmail, ${state}`, officerRequestCard(toOfficer(state), viewer, problem('decision.notOfficer'))]),
  ),
  ...Object.fromEntries(
    removals.map((one, index) => [
      `removal ${index}`,
      removalCard(
        { draft: one, requests: delivering, hasSyncs: true, missing, problem: problem('workflow.sourceNotFound', { typed: evil }) },
        viewer,
      ),
    ]),
  ),
  'removal, no request': removalCard({ draft: removals[2]!, requests: [], hasSyncs: false, missing: [] }, viewer),
  'removal, sent': confirmSendCard({ ...request('prepared', false), entry: { ...entry('prepared'), planned: removing } }, viewer),
  'removal, undone': requestCard(
    { ...request('done', true), entry: { ...entry('done'), planned: removing, undoes: 'q' }, undo: 'r' },
    0,
    viewer,
  ),
  'in Gmail, approve': officerConfirmCard(toOfficer('waiting'), 'approve', [], viewer),
  'in Gmail, deny': officerConfirmCard(
    toOfficer('waiting'),
    'deny',
    [{ field: 'reason', problem: problem('decision.reasonMissing') }],
    viewer,
  ),
  'in Gmail, nothing': mailCard('other'),
  'in Gmail, forged': mailCard('forged'),
  'in Gmail, problem': mailProblemCard(problem('platform.scopeMissing', { scope: evil }), 'https://script.google.com/x'),
  'in Gmail, waiting': waitingCard(
    {
      kind: 'officer',
      requests: Array.from({ length: 100 }, () => ({ entry: entry('waiting'), requester: evil })),
      open: [],
      preApprovals: [],
    },
    2,
    viewer,
  ),
  'in Gmail, whom to ask': waitingCard({ kind: 'other', operatorEmail: evil }, 0, viewer),
  'in Gmail, not set up': waitingCard({ kind: 'problem', problem: problem('setUp.missing') }, 0, viewer),
  'home, many requests': homeCard({ ...home, requests: Array.from({ length: 200 }, () => entry('running')) }, viewer, 3),
  'home, no request': homeCard({ ...home, draft: undefined, health: well, requests: [] }, viewer),
  'home, every state': homeCard(
    { ...home, isOperator: false, requests: requestStates.map((state) => ({ ...entry(state), id: state })) },
    viewer,
  ),
  'home, repaired': homeCard({ ...home, requests: [] }, viewer, 0, '', [
    { kind: 'trigger', minutes: 5 },
    { kind: 'version', version: evil },
    { kind: 'tabs' },
    { kind: 'stray', count: 2 },
  ]),
  'home, not set up': homeCard({ kind: 'notSetUp', mayOffer: true }, viewer),
  'home, ask somebody': homeCard({ kind: 'askSomebody', operatorEmail: evil }, viewer),
  'home, problem': homeCard({ kind: 'problem', problem: problem('who.noAddress') }, viewer),
  'set up': setUpCard({
    officers: 'ann@acme.test',
    warnings: [{ field: 'officers', problem: problem('settings.firstOfficersAlone') }],
    serviceAccount: evil,
    webAppUrl: evil,
    administrators: evil,
    operatorEmail: evil,
    missing,
    gone: [problem('setUp.ledgerGone', { operator: evil })],
  }),
  draft: draftCard({ name: evil, savedAt: 1 }, 2),
  'discard the draft': discardDraftCard({ name: evil, savedAt: 1 }, 2),
  'home, a draft that cannot be read': homeCard({ ...home, draft: undefined, lostDraft: true, requests: [] }, viewer),
  'home, one tag': homeCard({ ...home, requests: Array.from({ length: 200 }, () => entry('approved')) }, viewer, 3, evil.toUpperCase()),
  type: typeCard(draft, missing, viewer),
  'type, later': typeCard({ ...draft, startLater: true, startAt: Date.UTC(2026, 11, 1) }, missing, viewer),
  'type, no time yet': typeCard({ ...draft, startLater: true }, missing, viewer),
  targets: targetsCard(
    {
      place: 'targets',
      name: draft.name,
      selection: draft.selection,
      missing,
      kind: 'all',
      searchField: 'search',
      text: evil,
      search: { found, more: true, leftOut: [{ kind: 'group', problem: problem('platform.scopeMissing', { scope: evil }) }] },
      problem: problem('who.noAddress'),
      resultsPage: 2,
      chosenPage: 5,
    },
    viewer,
  ),
  'targets, nothing found': targetsCard(
    {
      place: 'targets',
      name: '',
      selection: emptyDraft('e').selection,
      missing,
      kind: 'all',
      searchField: 'search',
      text: '',
      search: { found: [], more: false, leftOut: [] },
      resultsPage: 0,
      chosenPage: 0,
    },
    viewer,
  ),
  'sheet, not told': askForSheetCard({ place: 'targets', address: '' }),
  'sheet, not found': askForSheetCard({ place: 'targets', address: evil, problem: problem('sheet.notThere') }),
  'sheet, by its address': sheetTargetsCard(
    { place: 'destinations', title: evil, address: evil, isActive: false, columns: [], page: 0 },
    viewer,
  ),
  'sheet, looked up by the operator': sheetTargetsCard(
    {
      place: 'targets',
      title: evil,
      address: '',
      isActive: true,
      columns: [],
      waiting: { button: 'Read column', pageUrl: 'https://script.google.com/x', nextLookAt: 3, now: 1 },
      page: 0,
    },
    viewer,
  ),
  sheet: sheetTargetsCard(
    {
      place: 'targets',
      title: evil,
      address: '',
      isActive: true,
      columns: Array.from({ length: 100 }, (_, column) => ({ tab: evil, column, header: evil })),
      reading: { place: evil, cells: 1000, selectors: 20, added: 10, refused },
      problem: problem('sheet.empty', { place: evil }),
      page: 4,
    },
    viewer,
  ),
  confirm: confirmCard(confirmed, viewer),
  'confirm, found': confirmCard(
    { ...confirmed, find: { text: evil, found: Array.from({ length: 20 }, (_, index) => target(index)), more: true } },
    viewer,
  ),
  'confirm, found nobody': confirmCard({ ...confirmed, find: { text: evil, found: [], more: false } }, viewer),
  'confirm, nobody': confirmCard(
    {
      ...confirmed,
      page: { items: [], number: 0, size: 20, total: 0 },
      problems: [],
      moreProblems: 0,
      dropped: 0,
      suspended: 0,
      lookAlikes: 0,
      carried: 0,
    },
    viewer,
  ),
  'confirm, preparing': confirmWaitCard({ draft, pageUrl: 'https://script.google.com/x', nextLookAt: 3, now: 1 }, viewer),
  'confirm, altered': confirmWaitCard({ draft, problem: problem('targets.altered'), pageUrl: '', nextLookAt: 3, now: 1 }, viewer),
  actions: actionsCard(draft, missing),
  'actions, a saved one gone': actionsCard(draft, missing, [problem('saved.labelGone', { email: evil, label: evil })]),
  'saved actions': savedCard(
    'actions',
    Array.from({ length: 20 }, (_, index) => ({ id: `s${index}`, name: evil, size: '1 action', content: evil })),
  ),
  'saved mappings, none': savedCard('mapping', []),
  'save actions': saveAsCard('actions', evil, problem('saved.nameTaken', { name: evil, id: 's' })),
  'rename a saved mapping': renameSavedCard('mapping', { id: 's', name: evil }, evil, problem('saved.nameMissing')),
  'delete saved actions': deleteSavedCard('actions', { id: 's', name: evil }),
  'action list': actionListCard(actionKinds, evil),
  'copy, no source': copyContactsCard(
    {
      ...copy,
      draft: { actionId: 'a', kind: 'copyContacts', createLabel: false },
      problem: problem('workflow.sourceNotFound', { typed: evil }),
    },
    viewer,
  ),
  'copy, labels': copyContactsCard({ ...copy, labels: { kind: 'ready', labels, left: 12 } }, viewer),
  'copy, all options': copyContactsCard(
    {
      ...copy,
      draft: { ...copy.draft, existingLabel: 'refuse', leaveOut: leaveOutChoices, evenIfExists: true },
      labels: { kind: 'ready', labels, left: 12 },
    },
    viewer,
  ),
  'copy, preparing': copyContactsCard(
    { ...copy, labels: { kind: 'preparing', askedAt: 1, pageUrl: 'https://script.google.com/x' } },
    viewer,
  ),
  'copy, failed': copyContactsCard({ ...copy, labels: { kind: 'failed', problem: problem('request.requesterNotAllowed') } }, viewer),
  ...Object.fromEntries(
    directoryDrafts.map((one) => [
      `user action, ${one.kind}`,
      userActionCard({ draft: one, missing, problem: problem('workflow.groupsMissing') }, viewer),
    ]),
  ),
  'spaces, found': userActionCard(
    { draft: noSpaces, missing, spaces: { kind: 'found', text: evil, spaces: foundSpaces, more: true } },
    viewer,
  ),
  'spaces, none': userActionCard({ draft: noSpaces, missing, spaces: { kind: 'found', text: evil, spaces: [], more: false } }, viewer),
  'spaces, asked': userActionCard(
    { draft: noSpaces, missing, spaces: { kind: 'asked', text: evil, pageUrl: 'https://script.google.com/x', nextLookAt: 3, now: 1 } },
    viewer,
  ),
  'confirm send': confirmSendCard(request('prepared', false), viewer),
  'confirm stop': confirmStopCard(request('running', false), viewer),
  'request, stopping': requestCard({ ...request('running', false), stopping: true }, 0, viewer),
  'request, running without a note': requestCard({ ...request('running', false), progress: undefined }, 0, viewer),
  ...Object.fromEntries(requestStates.map((state) => [`request, ${state}`, requestCard(request(state, state === 'done'), 14, viewer)])),
};

const policy: Policy = {
  version: 1,
  officers: Array.from({ length: officerLimit }, (_, index) => ({ userId: `o${index}`, email: evil, appointedAt: 1 })),
  needed: 2,
  notify: [evil],
  delegates: Array.from({ length: delegateLimit }, (_, index) => ({ userId: `d${index}`, email: evil, until: index })),
};
const preApproval: ShownPreApproval = {
  id: evil,
  state: 'void',
  lines: [evil, evil],
  madeBy: evil,
  confirmedBy: evil,
  today: { targets: 1, deletions: 4 },
  ever: 2,
  caps: { targets: 3, deletions: 5 },
  requests: Array.from({ length: 200 }, () => entry('done')),
};
const settings: SettingsView = {
  isOperator: true,
  operatorEmail: evil,
  officers: policy.officers.map((one, index) => ({ ...one, active: index > 3 })),
  policy,
  preApprovals: Array.from({ length: preApprovalLimit }, () => preApproval),
  warnings: [problem('settings.fewOfficers', { active: 1 }), problem('settings.operatorIsOfficer', { address: evil })],
  mayGiveNotice: true,
  audit: {
    head: 'row 3, hash 0123456789abcdef',
    check: { at: 4, rows: 0, problem: problem('audit.altered', { number: 2, table: evil }) },
    asked: { nextLookAt: 6, pageUrl: 'https://script.google.com/x/exec' },
  },
  now: 5,
};
Object.assign(cards, {
  settings: settingsCard(settings, viewer),
  'settings, nobody appointed': settingsCard(
    { ...settings, officers: [], preApprovals: [], policy: noPolicy, isOperator: false, warnings: [problem('settings.noOfficer')] },
    viewer,
  ),
  'pre-approval': preApprovalCard(preApproval, true, inSettings, viewer),
  'pre-approval, ended': preApprovalCard({ ...preApproval, state: 'ended', requests: [] }, false, inSettings, viewer),
  'pre-approval, in Gmail': preApprovalCard(preApproval, true, inGmail, viewer),
  'end a pre-approval': confirmEndCard(evil, inSettings),
  'end a pre-approval, in Gmail': confirmEndCard(evil, inGmail),
  'in Gmail, in force': waitingCard(
    {
      kind: 'officer',
      requests: Array.from({ length: 100 }, () => ({ entry: entry('waiting'), requester: evil })),
      open: Array.from({ length: 100 }, () => entry('running')),
      preApprovals: settings.preApprovals,
    },
    1,
    viewer,
  ),
  'confirm stop, in Gmail': confirmStopCard(request('approved', false), viewer, 'stopAsOfficer'),
  changes: changesCard(true),
  'confirm a change': confirmChangeCard({
    draft: { id: 'x' },
    lines: [evil, evil],
    warnings: [{ field: 'user', problem: problem('settings.looksLike', { address: evil, other: evil }) }],
    needed: 2,
    deciders: [evil],
    byNotice: false,
  }),
  ...Object.fromEntries(
    (Object.keys(settingsTitles) as SettingsKind[]).map((kind) => [
      `change, ${kind}`,
      changeCard({
        kind,
        byNotice: kind === 'appointOfficer',
        turn: scopeTurns[1],
        policy,
        preApprovals: [{ id: evil, title: evil }],
        fields: () => [evil],
        missing: ['user', 'scope', 'change'].map((field) => ({ field, problem: problem('settings.userUnknown', { address: evil }) })),
      }),
    ]),
  ),
});
Object.assign(cards, syncCards(evil, entry('waiting'), viewer), importCards(evil, viewer));

const widgetsOf = (card: CardSpec): WidgetSpec[] => card.sections.flatMap((section) => section.widgets);
/** Every object below with a property of that name. */
const below = (value: unknown, key: string): Record<string, unknown>[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = key in value ? [value as Record<string, unknown>] : [];
  return [...own, ...Object.values(value).flatMap((inner) => below(inner, key))];
};
const actionsOf = (card: CardSpec): string[] =>
  [...below(card, 'action'), ...below(card, 'onChangeAction').map((one) => ({ action: one['onChangeAction'] }))]
    .map((one) => (one['action'] as { name: string }).name)
    .filter((name) => name !== undefined);

describe.each(Object.entries(cards))('the card “%s”', (_title, card) => {
  it('stays far below 100 widgets, and its selections below 100 items', () => {
    expect(widgetsOf(card).length).toBeLessThanOrEqual(60);
    for (const widget of widgetsOf(card))
      if ('selectionInput' in widget) expect(widget.selectionInput.items.length).toBeLessThanOrEqual(100);
  });

  it('names only actions that exist', () => {
    for (const name of actionsOf(card)) expect(Object.keys(actions)).toContain(name);
    for (const one of below(card, 'autoCompleteAction'))
      expect(Object.keys(suggestions)).toContain((one['autoCompleteAction'] as { name: string }).name);
  });

  it('shows what people wrote as text, never as markup', () => {
    const markup = widgetsOf(card).flatMap((widget) =>
      'textParagraph' in widget ? [widget.textParagraph.text] : 'decoratedText' in widget ? [widget.decoratedText.text] : [],
    );
    for (const text of markup) {
      expect(text).not.toContain(evil);
      expect(text.replace(/<\/?b>|<br>|<font color="#b3261e">|<\/font>/g, '')).not.toMatch(/<|>|&(?!amp;|lt;|gt;|quot;|#39;)/);
    }
  });

  it('has at most one main button, in its footer, and says what every “×” is for', () => {
    const filled = below(card.sections, 'text').filter((one) => one['type'] === 'FILLED');
    expect(filled).toEqual([]);
    if (card.fixedFooter !== undefined) expect(card.fixedFooter.primaryButton.type).toBe('FILLED');
    for (const one of below(card, 'onClick').filter((button) => button['text'] === '×')) expect(one['altText']).toMatch(/\w+ /);
  });

  it('never leaves a gap in a sentence', () => {
    expect(JSON.stringify(card)).not.toMatch(/undefined|NaN|\[object|null/);
  });
});

describe('the card of a sync', () => {
  const mainOf = (title: string): string | undefined => cards[title]?.fixedFooter?.primaryButton.text;

  it('offers first what helps most in its state', () => {
    expect(mainOf('sync, active')).toBe('Run now');
    expect(mainOf('sync, paused')).toBe('Resume');
    expect(mainOf('sync, held by a guard')).toBe('Review and allow once');
    expect(mainOf('sync, held by its source')).toBe('Edit');
    expect(mainOf('sync, with an open request')).toBe('Open its request');
  });

  it('that is being deleted cannot be run, edited, paused or deleted again', () => {
    const text = JSON.stringify(cards['sync, deleting']);
    for (const name of ['runSync', 'pauseSync', 'resumeSync', 'openDeleteSync', '"editSync","parameters":{"sync":"s"}'])
      expect(text).not.toContain(name);
  });

  it('its destinations come in pages, with each state counted', () => {
    const text = JSON.stringify(cards['sync, failed destinations']);
    expect(text).toContain('6,661–6,667 of 6,667');
    expect(text).toContain('All (20,000)');
    expect(text).toContain('Failed (6,667)');
    expect(JSON.stringify(cards['sync, active'])).toContain('20 Nov 2026, 02:00');
  });

  it('every action of the destinations’ card knows that it is about them', () => {
    for (const place of ['destinations', 'users'])
      for (const one of below(cards[`sync, ${place}`], 'action'))
        expect((one['action'] as { parameters?: object }).parameters).toMatchObject({ place });
  });
});

describe('dates, numbers and lists', () => {
  it('are written for the person who reads them', () => {
    const text = (one: typeof viewer): string => JSON.stringify(requestCard(request('prepared', false), 0, one));
    expect(text(viewer)).toContain('21 Nov 2026, 00:30');
    expect(text(viewer)).toContain('275,850');
    expect(text({ locale: 'de-DE', timeZone: 'America/New_York' })).toContain('275.850');
    expect(text({ locale: 'de-DE', timeZone: 'America/New_York' })).toContain('20. Nov. 2026, 18:30');
    expect(text({ locale: 'no such locale', timeZone: 'Nowhere/None' })).toContain('UTC');
  });

  it('say how far a run is, what happens now and when it ends', () => {
    const text = JSON.stringify(cards['request, running']);
    expect(text).toContain('▓▓▓░░░░░░░ 12,000 of 33,000 targets');
    expect(text).toContain('Waiting; it goes on at 01:05 at the latest');
    expect(text).toContain('at 22 Nov 2026, 01:00 at the earliest');
    expect(JSON.stringify(cards['request, stopping'])).toContain('nothing else begins');
  });

  it('say where one is, and lead on and back', () => {
    const text = JSON.stringify(cards['confirm']);
    expect(text).toContain('601–613 of 613');
    expect(text).toContain('"Previous"');
    expect(text).not.toContain('"Next"');
  });

  it('columns of a Sheet keep their names, whatever is in them', () => {
    for (const tab of ['Sheet1', 'a,b "c"', '']) expect(parseColumnValue(columnValue({ tab, column: 3 }))).toEqual({ tab, column: 3 });
    for (const text of ['', 'x', '[1,2]', 'null']) expect(parseColumnValue(text)).toBeUndefined();
  });
});
