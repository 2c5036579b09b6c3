/** One entry of a contact that has a label: an e-mail address, a postal address, an event … */
export interface LabelledEntry {
  /** '' for none. */
  readonly label: string;
  readonly primary: boolean;
  /** Cells by the last word of their column (`Value`, `Street`). */
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Entries as groups of cells for the columns `<group> 1 - …`, `<group> 2 - …`. Entries of one label share a group, their values
 * joined, as in Google's exports; only neighbours do, so that their order stays, and a primary entry comes first in its group.
 */
export function numberedCells(entries: readonly LabelledEntry[]): Readonly<Record<string, string>>[] {
  const groups: LabelledEntry[][] = [];
  for (const entry of entries) {
    const last = groups[groups.length - 1];
    if (last?.[0]?.label === entry.label && !entry.primary) last.push(entry);
    else groups.push([entry]);
  }
  return groups.map(cellsOf);
}

/** Values that stand in one cell. */
export function joined(values: readonly string[]): string {
  return values.some(Boolean) ? values.join(' ::: ') : '';
}

function cellsOf(group: readonly LabelledEntry[]): Record<string, string> {
  const [first] = group;
  const parts = [...new Set(group.flatMap(({ cells }) => Object.keys(cells)))];
  const values = parts.map((part) => [part, joined(group.map(({ cells }) => cells[part] ?? ''))]);
  return { Label: `${first?.primary ? '* ' : ''}${first?.label ?? ''}`, ...Object.fromEntries(values) };
}
