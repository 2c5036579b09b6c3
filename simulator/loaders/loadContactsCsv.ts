import type { World } from '../World';
import type { LoadReport, SkippedRow } from './LoadReport';
import { parseContactsCsv } from './parseContactsCsv';

export interface ContactsReport extends LoadReport {
  /** Contacts that were loaded without some of their values, and why. */
  readonly partial: readonly SkippedRow[];
  /** Labels of the file, in the order they first appear, and how many of its contacts have each. */
  readonly labels: Readonly<Record<string, number>>;
}

/** Loads a Google Contacts CSV into a person's contacts; labels become contact groups of theirs. Throws when there is no such user. */
export function loadContactsCsv(world: World, userId: string, text: string): ContactsReport {
  const { rows, ...rest } = parseContactsCsv(text);
  const labels = new Map<string, number>();
  for (const { person, labels: names, systemGroups } of rows) {
    const groups = [
      ...systemGroups.map((name) => `contactGroups/${name}`),
      ...names.map((name) => world.people.addContactGroup(userId, name).resourceName),
    ];
    const memberships = groups.map((contactGroupResourceName) => ({ contactGroupMembership: { contactGroupResourceName } }));
    world.people.addContact(userId, { ...person, memberships });
    for (const name of names) labels.set(name, (labels.get(name) ?? 0) + 1);
  }
  return { loaded: rows.length, ...rest, labels: Object.fromEntries(labels) };
}
