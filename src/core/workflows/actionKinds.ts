/** Every action a workflow can hold. The list is searchable by what is written here. */
export const actionKinds = [
  {
    kind: 'copyContacts',
    title: 'Copy user contacts',
    summary: 'Copies the contacts of one user into the accounts of all targets. Later edits do not follow.',
  },
] as const;

export type ActionKind = (typeof actionKinds)[number];

/** Actions whose title or summary holds every word typed. */
export const findActionKinds = (text: string): ActionKind[] => {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return actionKinds.filter((one) => words.every((word) => `${one.title} ${one.summary}`.toLowerCase().includes(word)));
};
