import type { GroupRecord } from '../directory/DirectoryRecords';
import { groupLabels } from './groupLabels';

export interface GroupQuery {
  /** `customers/C…`. */
  readonly parent: string;
  matches(group: GroupRecord): boolean;
}

const QUOTED = `(?:'([^']*)'|"([^"]*)")`;
const EQUAL = new RegExp(`^(parent|domain_name|group_key|display_name)\\s*==\\s*${QUOTED}$`);
const CALLED = new RegExp(`^(group_key|display_name)\\.(startsWith|contains)\\(\\s*${QUOTED}\\s*\\)$`);
const LABEL = new RegExp(`^${QUOTED}\\s+in\\s+labels$`);

/**
 * The query of `groups.search`: conditions joined by `&&`, one of which is the parent
 * (https://docs.cloud.google.com/identity/docs/reference/rest/v1/groups/search). Undefined when Google would refuse it.
 */
export function groupQuery(query: string): GroupQuery | undefined {
  let parent: string | undefined;
  const tests: ((group: GroupRecord) => boolean)[] = [];
  for (const part of query.split('&&').map((text) => text.trim())) {
    const label = LABEL.exec(part);
    const compared = EQUAL.exec(part);
    const called = CALLED.exec(part);
    if (label !== null) tests.push((group) => (label[1] ?? label[2] ?? '') in groupLabels(group));
    else if (compared?.[1] === 'parent' && parent === undefined) parent = compared[2] ?? compared[3] ?? '';
    else if (compared !== null && compared[1] !== 'parent')
      tests.push(comparison(compared[1] ?? '', '==', compared[2] ?? compared[3] ?? ''));
    else if (called !== null) tests.push(comparison(called[1] ?? '', called[2] ?? '', called[3] ?? called[4] ?? ''));
    else return undefined;
  }
  if (parent === undefined || !/^customers\/C\w+$/.test(parent)) return undefined;
  return { parent, matches: (group) => tests.every((test) => test(group)) };
}

function comparison(field: string, operator: string, value: string): (group: GroupRecord) => boolean {
  const wanted = value.toLowerCase();
  return ({ email, name }) => {
    const texts: Record<string, string> = { domain_name: email.split('@')[1] ?? '', group_key: email, display_name: name };
    const text = (texts[field] ?? '').toLowerCase();
    if (operator === 'startsWith') return text.startsWith(wanted);
    return operator === 'contains' ? text.includes(wanted) : text === wanted;
  };
}
