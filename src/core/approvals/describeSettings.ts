import { plural } from '../base/plural';
import { actionKinds } from '../workflows/actionKinds';
import { manyDestinations } from '../sync/isRisky';
import type { AccessGroups, Policy, RiskyOnly } from './Policy';
import type { PreApproval } from './PreApproval';
import type { PreApprovalTerms, SettingsChange, SettingsKind } from './SettingsChange';

/** A day as people read it. */
export type WriteDay = (milliseconds: number) => string;

/** What a person chooses among. */
export const settingsTitles: Readonly<Record<SettingsKind, string>> = {
  appointOfficer: 'Appoint a Security Officer',
  removeOfficer: 'Remove a Security Officer',
  setNeeded: 'Change how many officers must approve',
  setNotify: 'Change who is told of every status',
  setRiskyOnly: 'Change what needs an officer only with a risk',
  setAccess: 'Change which groups give access',
  addPreApproval: 'Make a pre-approval',
  endPreApproval: 'End a pre-approval',
  allowDelegate: 'Allow a delegate to ask',
  endDelegate: 'End a delegate’s permission',
};

const people = (list: readonly { readonly email: string }[]): string =>
  list.length === 0 ? 'nobody' : list.map(({ email }) => email).join(', ');

export const riskyOnlyWords: Readonly<Record<RiskyOnly, string>> = { syncs: 'Contact syncs', imports: 'Imports of users' };

export const namesOfRiskyOnly = ({ riskyOnly = [] }: Pick<Policy, 'riskyOnly'>): string =>
  riskyOnly.map((one) => riskyOnlyWords[one].toLowerCase()).join(' and ') || 'nothing';

/** What `isRisky` and `gateReasons` call so. */
export const risksOf: Readonly<Record<RiskyOnly, string>> = {
  syncs: `Of contact syncs a risk is: contacts of another person, hidden users or private details are handed out; contacts are deleted by an edit, or taken over from their owners; a whole domain, everybody or more than ${manyDestinations} users get them; the deletion guard lets more through than a new sync’s; a delegate asks. Every sync keeps within the caps of a night, and is approved for a year.`,
  imports:
    'Of imports a risk is: users are created, suspended, restored or moved to another unit; roles, security groups or groups that give access; recovery details, secondary addresses or a new password at sign-in; overwriting; a row about an administrator, a Security Officer or the account of Roster; a delegate asks.',
};

/** I19–I21, I29: a line each. */
export const describeAccess = ({ accessGroups = [], chatAccess }: AccessGroups): readonly (readonly [string, string])[] => [
  ['Groups that give access', accessGroups.map(({ email }) => email).join(', ') || 'none'],
  ['Group whose members may use Chat', chatAccess?.email ?? 'none: everybody may'],
];

export const riskyOnlyTitle = 'Needs an officer only with a risk';

const typeWords = { onboard: 'Onboard', modify: 'Modify' } as const;

/** The bounds of a pre-approval, a line each. */
export const describeTerms = (terms: PreApprovalTerms, day: WriteDay): string[] => {
  const { scope, caps, labels = {} } = terms;
  const named = (ids: readonly string[] = [], before = '', after = ''): string[] => ids.map((id) => `${before}${labels[id] ?? id}${after}`);
  const places = [
    ...named(scope.userIds),
    ...named(scope.groupIds, 'members of '),
    ...named(scope.orgUnitIds, '', ' with the units below it'),
    ...named(scope.domains, 'everybody in '),
  ];
  return [
    `Who may use it: ${named(terms.requesterIds).join(', ')}`,
    `Workflows: ${terms.workflowTypes.map((type) => typeWords[type]).join(', ')}`,
    `Actions: ${terms.actionKinds.map((kind) => actionKinds.find((one) => one.kind === kind)?.title ?? kind).join(', ')}`,
    `Targets: ${places.join(', ')}`,
    `At most ${plural(caps.targets, 'target')} a day, ${plural(caps.contactsPerTarget, 'contact')} for each target, ${plural(caps.deletions, 'deletion')} a day`,
    `Until ${day(terms.until)}`,
  ];
};

/** A short name for the list of requests. */
export const nameOf = (change: SettingsChange): string => {
  switch (change.kind) {
    case 'appointOfficer':
      return `Appoint ${change.user.email} as Security Officer${change.byNotice === true ? ' by notice' : ''}`;
    case 'removeOfficer':
      return `Remove ${change.user.email} as Security Officer`;
    case 'setNeeded':
      return `Officers needed: ${change.needed}`;
    case 'setNotify':
      return 'Change who is told';
    case 'setRiskyOnly':
      return `${riskyOnlyTitle}: ${namesOfRiskyOnly(change)}`;
    case 'setAccess':
      return 'Change which groups give access';
    case 'addPreApproval':
      return `Pre-approval for ${change.terms.requesterIds.map((id) => change.terms.labels?.[id] ?? id).join(', ')}`;
    case 'endPreApproval':
      return `End pre-approval ${change.id}`;
    case 'allowDelegate':
      return `Allow ${change.user.email} to ask`;
    case 'endDelegate':
      return `End ${change.user.email}’s permission to ask`;
  }
};

const changeOf = (what: string, before: string, after: string): string => `${what}: ${before} → ${after}`;

/** What changes, old → new. `preApproval`: the one that is to end. */
export const describeSettings = (change: SettingsChange, policy: Policy, day: WriteDay, preApproval?: PreApproval): readonly string[] => {
  const { officers, delegates } = policy;
  const without = <T extends { readonly userId: string }>(list: readonly T[], userId: string): T[] =>
    list.filter((one) => one.userId !== userId);
  switch (change.kind) {
    case 'appointOfficer':
      return [
        changeOf('Security Officers', people(officers), people([...officers, change.user])),
        ...(change.byNotice === true
          ? ['By notice: it takes effect 7 days after all officers and super administrators were told, unless an officer denies it.']
          : []),
      ];
    case 'removeOfficer':
      return [
        changeOf('Security Officers', people(officers), people(without(officers, change.user.userId))),
        'Approvals of theirs that were not carried out yet no longer count, and pre-approvals they made or confirmed are void.',
      ];
    case 'setNeeded':
      return [changeOf('Officers who must approve a request', String(policy.needed), String(change.needed))];
    case 'setNotify':
      return [changeOf('Told of every status', policy.notify.join(', ') || 'nobody', change.notify.join(', ') || 'nobody')];
    case 'setRiskyOnly':
      return [
        changeOf(riskyOnlyTitle, namesOfRiskyOnly(policy), namesOfRiskyOnly(change)),
        ...change.riskyOnly.map((one) => risksOf[one]),
        ...(policy.riskyOnly?.includes('syncs') === true && !change.riskyOnly.includes('syncs')
          ? ['Syncs that no officer approved are held from now on, until one does.']
          : []),
      ];
    case 'setAccess': {
      const before = describeAccess(policy);
      return describeAccess(change).flatMap(([what, after], index) =>
        before[index]?.[1] === after ? [] : [changeOf(what, before[index]?.[1] ?? '', after)],
      );
    }
    case 'addPreApproval':
      return ['Requests within these bounds need no decision:', ...describeTerms(change.terms, day)];
    case 'endPreApproval':
      return [`Pre-approval ${change.id} ends:`, ...(preApproval === undefined ? [] : describeTerms(preApproval, day))];
    case 'allowDelegate': {
      const before = delegates.find(({ userId }) => userId === change.user.userId);
      return [
        changeOf(
          `${change.user.email} may ask, without an administrator’s rights`,
          before === undefined ? 'no' : `until ${day(before.until)}`,
          `until ${day(change.until)}`,
        ),
        'An officer decides about each of their requests. The workbook is shared with them, with what it shows of all requests.',
      ];
    }
    case 'endDelegate':
      return [changeOf('Delegates who may ask', people(delegates), people(without(delegates, change.user.userId)))];
  }
};

/** What an officer is told about every change of settings. */
export const settingsRisk = 'This changes who decides, or what needs a decision.';
