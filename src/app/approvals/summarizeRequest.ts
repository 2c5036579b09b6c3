import { isCopy, needsContacts, type Action } from '../../core/workflows/Action';
import { compareText } from '../../core/base/compareText';
import { describeRisks } from '../../core/approvals/describeRisks';
import { describeImportTotals } from '../../core/imports/ImportTotals';
import { changesNothing, leftTotals, plannedTotals, removalPhrase } from '../../core/plan/describeTotals';
import { directoryRisks } from '../../core/approvals/directoryRisks';
import { describeChange } from '../../core/users/describeChange';
import { unpackChanges } from '../../core/users/packChanges';
import type { DirectoryChange } from '../../core/users/UserChange';
import { addressBook } from '../requests/addressBook';
import { plural } from '../../core/base/plural';
import { settingsRisk } from '../../core/approvals/describeSettings';
import { partsOfSyncRun } from '../../core/sync/describeSyncRun';
import type { Shown } from '../../core/users/shownValue';
import type { RequestEntry } from '../../core/approvals/RequestEntry';
import { describePlanned } from '../../core/plan/describeEffort';
import type { Tables } from '../Environment';
import type { TargetPreview } from '../requests/previewTarget';
import { getAddresses, getIntent, getOrder, getSource, readPreviews } from '../requests/records';
import { titledLine } from '../../core/workflows/describeAction';
import { askedOf } from '../requests/requestsView';
import { readSettingsIntent } from '../requests/settingsRecords';

/** The part of a digest that people compare: it stands in the mail, on the card and on the page. */
export const codeOf = (digest: string): string => digest.slice(0, 8);

/** What an officer reads of a request before they decide. Everything is out of the ledger. */
export interface RequestSummary {
  /** In full. */
  readonly name: string;
  readonly requester: string;
  readonly description: string;
  /** One line for each action. */
  readonly actions: readonly string[];
  readonly totals: readonly string[];
  /** What may go wrong or cannot be taken back. */
  readonly risks: readonly string[];
  /** What changes at the first users by address, before → after. */
  readonly examples: readonly string[];
}

/** What is asked, line by line: each choice of a sync on its own. */
export const linesAsked = ({ sync }: Pick<RequestEntry, 'sync'>, { actions }: Pick<RequestSummary, 'actions'>): readonly string[] =>
  sync === undefined ? actions : actions.flatMap(partsOfSyncRun);

/** Users that a mail names with their changes; the page shows all. */
const exampleLimit = 10;

/** Of directory actions and undos. */
const changesByTarget = (actions: readonly Action[], previews: readonly TargetPreview[]): ReadonlyMap<string, DirectoryChange[]> => {
  const changes = new Map<string, DirectoryChange[]>();
  for (const { action, targetId, contacts } of previews) {
    const asked = actions[action];
    const own = asked === undefined || needsContacts(asked) ? [] : unpackChanges(contacts);
    if (own.length > 0) changes.set(targetId, [...(changes.get(targetId) ?? []), ...own]);
  }
  return changes;
};

const domainOf = (email: string): string => email.split('@')[1] ?? '';

/** `address`: of the requester; blank when it cannot be told. Mails and notes get private values masked. */
export const summarizeRequest = (ledger: Tables, entry: RequestEntry, address: string, shown?: Shown): RequestSummary => {
  const requester = address === '' ? `a user who cannot be looked up (${entry.requesterId})` : address;
  if (entry.kind === 'settings') {
    const intent = readSettingsIntent(ledger, entry);
    const { name, lines: actions } = intent.ok ? intent.value : { name: entry.name, lines: [] };
    const risks = [settingsRisk];
    return { name, requester, description: '', actions, totals: [], risks, examples: [] };
  }
  const order = getOrder(ledger, entry.id);
  const asked =
    order === undefined
      ? undefined
      : askedOf(
          requester,
          order,
          order.actions.map((_, index) => getSource(ledger, entry.id, index)?.email),
          shown,
        );
  const previews = readPreviews(ledger, entry.id);
  const targetsWith = (isIt: (one: TargetPreview) => boolean): number => new Set(previews.filter(isIt).map((one) => one.targetId)).size;
  const newUsers =
    targetsWith((one) => order?.actions[one.action]?.kind === 'createUsers' && one.problem === undefined) +
    (entry.planned.rows?.created ?? 0);
  const intent = getIntent(ledger, entry.id);
  const changes = changesByTarget(order?.actions ?? [], previews);
  const addressOf = addressBook(ledger, entry.id, undefined);
  return {
    name: intent?.workflow.name ?? entry.name,
    requester,
    description: asked?.description ?? '',
    actions: asked?.actions.map(titledLine) ?? [],
    totals: [
      entry.planned.rows === undefined ? plural(entry.targets, 'target') : describeImportTotals(entry.planned.rows),
      `${plannedTotals(entry)}; ${leftTotals(entry)}`,
      ...(changesNothing(entry) ? ['Nothing is changed or deleted'] : []),
      `Effort: ${describePlanned(entry.calls)}`,
    ],
    risks: describeRisks({
      targets: entry.targets,
      creates: entry.planned.creates,
      newUsers,
      directory: directoryRisks(
        [...changes.values()],
        targetsWith((one) => one.warning?.code === 'user.holdsRights'),
      ),
      removal: (intent?.deletions ?? 0) > 0 ? removalPhrase(entry) : undefined,
      inStep: targetsWith((one) => one.warning?.code === 'removal.inStep'),
      kept: entry.planned.kept ?? 0,
      evenIfExists: order?.actions.some((one) => isCopy(one) && one.evenIfExists === true) ?? false,
      domains: getAddresses(ledger, entry.id).map(([, email]) => domainOf(email)),
      requesterDomain: domainOf(address),
      suspended: targetsWith((one) => one.problem?.code === 'target.suspended'),
      refused: targetsWith((one) => one.problem !== undefined),
      warned: targetsWith((one) => one.warning !== undefined),
    }),
    examples: [...changes]
      .map(([targetId, own]) => `${addressOf(targetId)}: ${own.map((one) => describeChange(one, shown)).join('; ')}`)
      .sort(compareText)
      .slice(0, exampleLimit),
  };
};
