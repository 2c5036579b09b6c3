import { readTab } from '../../demo/readTab';
import { decodeEntry } from '../../src/core/approvals/RequestEntry';
import { addressesOf, isMarked, type TargetWatch } from './CopyWatch';
import { LABEL, wantedAddress } from './copyCompany';
import { judgeBudgets, READ_LAG } from './judgeBudgets';
import type { CopyRun } from './runCopyCase';

/** Rounds after which Roster gives a target up: docs, "Exactly once". */
const MOST_TROUBLES = 5;

/** Everything that is not as it must be at the end; empty when all is well. */
export const judgeCopy = (run: CopyRun): string[] => {
  const { company, watch } = run;
  const { world, project, requestId } = company;
  const findings = [...watch.findings];
  const say = (what: string): void => void findings.push(what);
  if (!run.ended) say(`still pending after all triggers: ${JSON.stringify(project.scriptProperties.entries())}`);

  const entries = project.scriptProperties.entries();
  const request = decodeEntry(requestId, entries[`request.${requestId}`] ?? '');
  // A pre-approval covers nobody who is gone: the request waits for an officer, who is reminded.
  const isUnsent = request?.state === 'waiting' && watch.happened.has('delete');
  for (const key of ['inflight', ...(isUnsent ? [] : ['pending']), `progress.${requestId}`, `stop.${requestId}`]) {
    if ((entries[key] ?? '') !== '') say(`script property ${key} is left: ${entries[key]}`);
  }
  // An execution killed in its very last call leaves its lease to run out.
  const leaseUntil = Number(entries['lease']?.split(' ')[1] ?? 0);
  if (leaseUntil > world.clock.now()) say(`the lease is held until ${leaseUntil}`);
  if (!isUnsent && !['done', 'partlyDone', 'failed'].includes(request?.state ?? '')) say(`the request is ${request?.state}`);
  const mails = world.mail.inbox(company.admin.id).length;
  if (mails > 1) say(`${mails} mails`);
  for (const { functionName, outcome, error, log } of project.executions) {
    if (outcome === 'failed') say(`${functionName} failed: ${error?.message}`);
    // Exceptions of the platform that a case calls for end an execution, and are named.
    const isCalledFor = [...watch.happened].some((what) => what.startsWith('exception'));
    const unexpected = isCalledFor ? /"event":"(bug|run\.bug)"/ : /"event":"(bug|run\.bug|platform\.refused)"/;
    for (const { message } of log) if (unexpected.test(message)) say(message);
  }
  for (const [userId, before] of watch.outsiders) if (watch.bookText(userId) !== before) say(`contacts of ${userId} were changed`);

  const ledger = ledgerOf(company);
  const outcomes = readTab(ledger, 'Outcomes').filter((row) => row['request'] === requestId);
  if (readTab(ledger, 'Parked').some((row) => row['request'] === requestId)) say('targets are still parked');
  for (const target of watch.targets) {
    watch.checkKept(target);
    const own = outcomes.filter((row) => row['target'] === target.id);
    // A run that was refused as a whole says so once.
    if (
      own.length !== 1 &&
      !isUnsent &&
      !(own.length === 0 && outcomes.length === 0 && request?.state === 'failed' && request.reason !== undefined)
    )
      say(`${target.email} has ${own.length} outcomes`);
    findings.push(...judgeTarget(run, target, isUnsent ? unsent : own[0]));
  }
  findings.push(...judgeBudgets(run));
  return [...findings, ...watch.findings.filter((finding) => !findings.includes(finding))];
};

/** How a target of a request that was never approved ends. */
const unsent = { status: 'failed', problem: 'not approved' };

const judgeTarget = (run: CopyRun, target: TargetWatch, outcome: Record<string, string> | undefined): string[] => {
  const { company, watch } = run;
  const { world, shape } = company;
  const findings: string[] = [];
  const say = (what: string): void =>
    void findings.push(`${target.email}: ${what} (${JSON.stringify(outcome)}; ${target.deeds.join(', ')})`);
  const isDone = outcome?.['status'] === 'done';
  // Contacts that the owner of the source merged before the preview are fewer than were wanted, and that is what was approved.
  const isWhole = isDone && !watch.happened.has('mergeSource');
  if (outcome !== undefined && !isDone && (outcome['problem'] ?? '') === '') say('no reason is given');
  // Whose owner threw away what was to be skipped would need more than was approved.
  const isMore = target.thrownAway.size > 0 && /copy\.(more|other)ThanApproved/.test(outcome?.['problem'] ?? '');
  // What could not be looked at for the preview is not written to; the preview said so.
  const isRefused = outcome === unsent || refusedInPreview(run, target.id);
  if (!isDone && !isMore && !isRefused && mustBeReached(watch.sourceChanged, target)) say('could have been reached');
  if (world.directory.userById(target.id) === undefined) return findings;

  // Reads lagged longer than Roster waits at first, and something else kept it from looking again: it says what.
  const isCutShort = !isDone && run.one.conditions.readLagMs > READ_LAG;
  const contacts = world.people.contactsOf(target.id);
  const counts = new Map<string, number>();
  for (const contact of contacts) for (const address of addressesOf(contact)) counts.set(address, (counts.get(address) ?? 0) + 1);
  for (let index = 0; index < shape.wanted; index += 1) {
    const address = wantedAddress(index);
    const count = counts.get(address) ?? 0;
    if (count > 1 && !isCutShort) say(`${address} is there ${count} times`);
    if (count === 0 && isWhole && !target.thrownAway.has(address)) say(`${address} is missing`);
    counts.delete(address);
  }
  for (const address of counts.keys()) if (!/^own\d+@/.test(address)) say(`${address} was not asked for`);
  if (isWhole && Number(outcome?.['created']) + Number(outcome?.['skipped']) !== shape.wanted) say('counts do not add up');

  const groups = world.people.contactGroupsOf(target.id).filter((group) => !target.labels.has(group.resourceName));
  const touched = target.deeds.filter((deed) => deed === 'renameLabel' || deed === 'deleteLabel').length;
  if (groups.length > (shape.withLabel ? 1 + touched : 0))
    say(`labels that nobody asked for: ${groups.map(({ name }) => name).join(', ')}`);
  if (isDone && shape.withLabel && touched === 0) {
    const label = world.people.contactGroupsOf(target.id).find((group) => group.name === LABEL);
    for (const contact of contacts.filter(isMarked)) {
      const text = JSON.stringify(contact['memberships']);
      const isIn = text.includes('contactGroups/myContacts') && label !== undefined && text.includes(label.resourceName);
      if (!isIn && !target.kept.has(String(contact['resourceName']))) say(`${addressesOf(contact).join()} is not in its label`);
    }
  }
  const late = target.suspendedAt;
  const user = world.directory.userById(target.id);
  if (
    late !== undefined &&
    world.network.log.entries.some((entry) => entry.as === user?.primaryEmail && entry.at > late && entry.committed)
  )
    say('was used after it was suspended');
  return findings;
};

const refusedInPreview = ({ company, one }: CopyRun, targetId: string): boolean =>
  one.from === 'preview' &&
  readTab(ledgerOf(company), 'Previews').some((row) => row['target'] === targetId && (row['problem'] ?? '') !== '');

const ledgerOf = ({ world }: CopyRun['company']) => world.drive.spreadsheets.find(({ title }) => title === 'Roster ledger');

/** Nothing stood in the way for good. */
const mustBeReached = (sourceChanged: boolean, { deeds, hopeless, troubles }: TargetWatch): boolean =>
  !sourceChanged &&
  !hopeless &&
  troubles <= MOST_TROUBLES &&
  !deeds.some((deed) => deed === 'suspend' || deed === 'delete' || deed === 'switchOff');
