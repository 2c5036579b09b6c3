/** Every action a workflow can hold. The list is searchable by what is written here. */
export const actionKinds = [
  {
    kind: 'copyContacts',
    title: 'Copy user contacts',
    summary: 'Copies the contacts of one user into the accounts of all targets. Later edits do not follow.',
  },
  {
    kind: 'removeContacts',
    title: 'Remove contacts that Roster copied',
    summary:
      'Deletes copied contacts from the accounts of all targets. What somebody edited since stays. The rest lies in the trash for 30 days.',
  },
  {
    kind: 'setUserFields',
    title: 'Set user fields',
    summary: 'Writes the same values into the profile of all targets: job title, department, manager, phone, address and others.',
  },
  { kind: 'addToGroups', title: 'Add to groups', summary: 'Makes all targets members of one or more Google Groups.' },
  { kind: 'removeFromGroups', title: 'Remove from groups', summary: 'Takes all targets out of one or more Google Groups.' },
  {
    kind: 'moveToOrgUnit',
    title: 'Move to an organizational unit',
    summary: 'Moves all targets. The policies of the new unit apply to them, and services may be switched on or off.',
  },
  {
    kind: 'suspendUser',
    title: 'Suspend users',
    summary: 'Locks all targets out of their accounts until they are restored. Nothing is deleted.',
  },
  { kind: 'restoreUser', title: 'Restore users', summary: 'Lets suspended targets into their accounts again.' },
  { kind: 'showInDirectory', title: 'Show in the directory', summary: 'All targets are found in the directory of the organization.' },
  {
    kind: 'hideFromDirectory',
    title: 'Hide from the directory',
    summary: 'All targets are no longer found in the directory of the organization.',
  },
  {
    kind: 'addToSpaces',
    title: 'Add to Chat spaces',
    summary:
      'Makes all targets members of one or more Google Chat spaces. They read there what was written before, where the space keeps it.',
  },
] as const;

export type ActionKind = (typeof actionKinds)[number];

/** Also what nobody chooses: it comes with a sync, with the type of the workflow, or with "Undo" on a request. */
export const allKinds = [
  {
    kind: 'createUsers',
    title: 'Create users',
    summary: 'Creates the users of the Sheet, each with a password that nobody knows and that has to be changed at the first sign-in.',
  },
  ...actionKinds,
  {
    kind: 'importUsers',
    title: 'Import users',
    summary: 'Changes or creates each user as their row of a table says.',
  },
  {
    kind: 'syncContacts',
    title: 'Keep contacts in step',
    summary: 'Brings the contacts of a sync up to date at its destinations.',
  },
  {
    kind: 'undoChanges',
    title: 'Put back what a run changed',
    summary: 'Gives users the values and memberships back that they had before a run, where nobody changed them since.',
  },
] as const;

export const titleOfKind = (kind: string): string => allKinds.find((one) => one.kind === kind)?.title ?? kind;

/** Actions whose title or summary holds every word typed. */
export const findActionKinds = (text: string): ActionKind[] => {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return actionKinds.filter((one) => words.every((word) => `${one.title} ${one.summary}`.toLowerCase().includes(word)));
};
