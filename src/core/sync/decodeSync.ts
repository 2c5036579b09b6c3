import { parseRecord } from '../base/parseRecord';
import { leaveOutChoices, readLeaveOut } from '../contacts/leaveOut';
import type { TargetSelection } from '../directory/TargetSelection';
import { driftChecks, driftModes, type DeletionGuard, type SyncDraft, type SyncSource } from './Sync';

type Parts = Readonly<Record<string, unknown>>;

const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isOneOf = <T extends string>(value: unknown, all: readonly T[]): value is T => all.includes(value as T);
const areTexts = (parts: Parts, ...names: readonly string[]): boolean => names.every((name) => isText(parts[name]));

/** What names a selector, beside its label. */
const selectorIds: Readonly<Record<string, string>> = { user: 'userId', group: 'groupId', orgUnit: 'orgUnitId', domain: 'domainName' };

const isSelection = (value: unknown): value is TargetSelection =>
  isParts(value) &&
  Array.isArray(value['selectors']) &&
  value['selectors'].every(
    (one: unknown) =>
      isParts(one) &&
      areTexts(one, 'kind', 'label', selectorIds[String(one['kind'])] ?? ' ') &&
      (one['kind'] !== 'orgUnit' || typeof one['includeChildren'] === 'boolean'),
  ) &&
  Array.isArray(value['excludedUserIds']) &&
  value['excludedUserIds'].every(isText) &&
  (value['excludedEmails'] === undefined || (isParts(value['excludedEmails']) && Object.values(value['excludedEmails']).every(isText)));

const isSource = (value: unknown): value is SyncSource => {
  if (!isParts(value)) return false;
  if (value['kind'] === 'directory') return isSelection(value['users']) && [undefined, true].includes(value['includeHidden'] as undefined);
  return (
    value['kind'] === 'personal' &&
    areTexts(value, 'userId', 'email') &&
    isParts(value['group']) &&
    areTexts(value['group'], 'resourceName', 'name')
  );
};

const isGuard = (value: unknown): value is DeletionGuard =>
  isParts(value) && Number.isFinite(value['share']) && Number.isFinite(value['contacts']);

/** A stored sync; undefined when the text is none that this version understands. Whether it is complete says `missingInSync`. Never throws. */
export const decodeSync = (text: string | undefined): SyncDraft | undefined => {
  const record = parseRecord(text);
  if (record === undefined) return undefined;
  const { source, myContacts, nightly, leaveOut, drift, leavers, suspended, guard, existingLabel, existingContacts, destinations } = record;
  const complete =
    areTexts(record, 'id', 'name', 'description', 'targetGroupName') &&
    (source === undefined || isSource(source)) &&
    typeof myContacts === 'boolean' &&
    typeof nightly === 'boolean' &&
    Array.isArray(leaveOut) &&
    leaveOut.every((one) => isOneOf(one, leaveOutChoices)) &&
    isParts(drift) &&
    isOneOf(drift['mode'], driftModes) &&
    isOneOf(drift['check'], driftChecks) &&
    isOneOf(leavers, ['remove', 'keep']) &&
    isOneOf(suspended, ['skip', 'remove']) &&
    isGuard(guard) &&
    isOneOf(existingLabel, ['join', 'refuse']) &&
    isOneOf(existingContacts, ['skip', 'adopt']) &&
    isSelection(destinations);
  return complete ? ({ ...record, leaveOut: readLeaveOut(leaveOut as string[]) } as unknown as SyncDraft) : undefined;
};
