import { problem, type Problem } from '../base/Problem';
import { MY_CONTACTS, type ContactGroup, type GroupMark } from '../contacts/ContactGroup';
import type { TargetIndex } from '../contacts/ExistingContact';
import type { PlannedGroup } from '../plan/TargetPlan';
import type { CopyContactsAction } from './CopyContactsAction';

/** Google's own groups that contacts can be added to (https://developers.google.com/people/api/rest/v1/contactGroups.members/modify). */
const JOINABLE: readonly string[] = [MY_CONTACTS, 'contactGroups/starred'];

export interface PlannedLabel {
  readonly group: PlannedGroup;
  /** Why nothing may be written. */
  readonly refusal?: Problem;
  /** What may go wrong when it is written. */
  readonly warning?: Problem;
}

/** A label we made for this source label, even if renamed; else one of that name, joined or refused as chosen; else a new one. */
export const planLabel = (
  target: TargetIndex,
  name: string,
  mark: GroupMark,
  existing: CopyContactsAction['existingLabel'],
): PlannedLabel => {
  if (target.groups === undefined) throw new Error('A copy with a label needs the labels of its target');
  const [open, kept] = [target.groups.filter(isOpen), target.groups.filter((group) => !isOpen(group))];
  const join = (group: ContactGroup): PlannedLabel => ({
    group: { kind: 'join', name: group.name, resourceName: group.resourceName },
  });
  const ours = open.find((group) => isOurs(group, mark));
  if (ours !== undefined) return join(ours);
  const namesake = open.find((group) => sameName(group.name, name));
  if (namesake !== undefined && existing !== 'refuse') return join(namesake);
  if (namesake !== undefined) return { group: { kind: 'none' }, refusal: problem('copy.labelExists', { label: namesake.name }) };
  // Whether Google takes the names of its own groups for new ones is written nowhere: the run tries.
  const isReserved = kept.some((group) => sameName(group.name.toLowerCase(), name.toLowerCase()));
  return { group: { kind: 'create', name }, ...(isReserved ? { warning: problem('copy.labelNameDoubtful', { label: name }) } : {}) };
};

const isOpen = (group: ContactGroup): boolean => group.groupType === 'USER_CONTACT_GROUP' || JOINABLE.includes(group.resourceName);

const isOurs = (group: ContactGroup, mark: GroupMark): boolean =>
  group.marks.some((other) => other.sourceUserId === mark.sourceUserId && other.sourceGroup === mark.sourceGroup);

export const sameName = (one: string, other: string): boolean => one.normalize('NFC').trim() === other.normalize('NFC').trim();
