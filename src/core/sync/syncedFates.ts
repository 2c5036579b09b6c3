import { MY_CONTACTS } from '../contacts/ContactGroup';
import type { ContactField, ContactFields } from '../contacts/ContactFields';
import { describeNew, fieldWord } from '../contacts/describeFields';
import type { SourceSnapshot } from '../copy/CopyContactsAction';
import type { Change, ContactWrite } from '../plan/Change';
import { describeSkip } from '../plan/describeSkips';
import type { SourceIndex } from '../runs/compareSources';
import type { NamedSync } from './packSync';
import type { SyncPlan } from './planSync';
import type { SyncedContact, SyncIndex } from './SyncIndex';

/** A contact at a destination, and what becomes of it there, in words. */
export interface SyncedFate {
  readonly fields: ContactFields;
  readonly fate: string;
  /** How it is not what the preview saw; blank: it is. */
  readonly changed: string;
}

/** A destination as it was read just now and planned with the function that the run uses, beside what the preview named. */
export interface SeenDestination {
  readonly syncId: string;
  readonly snapshot: SourceSnapshot;
  /** The source as the preview saw it. */
  readonly known: SourceIndex;
  readonly index: SyncIndex;
  readonly plan: Pick<SyncPlan, 'changes' | 'skips' | 'group'>;
  readonly named: NamedSync;
  /** A run is taken back. */
  readonly isUndo: boolean;
  /** The user is no destination any more. */
  readonly leaves: boolean;
}

/** `writes over phone numbers; takes away notes`. No contents. */
const describeWrite = ({ mask, fields }: ContactWrite, there: ContactFields): string => {
  const written = mask.filter((field): field is ContactField => field !== 'clientData');
  const those = (title: string, isIt: (field: ContactField) => boolean): string[] => {
    const words = written.filter(isIt).map(fieldWord);
    return words.length === 0 ? [] : [`${title} ${words.join(', ')}`];
  };
  const parts = [
    ...those('writes over', (field) => there[field] !== undefined && fields[field] !== undefined),
    ...those('adds', (field) => there[field] === undefined),
    ...those('takes away', (field) => there[field] !== undefined && fields[field] === undefined),
  ];
  return parts.length === 0 ? 'writes only the mark that nobody sees' : parts.join('; ');
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is read first stands last. */
const weight: readonly Change['kind'][] = ['createContact', 'changeMembers', 'adoptContact', 'updateContact', 'deleteContact'];

interface Line {
  readonly fields: ContactFields;
  readonly said: string[];
  changed: string;
}

/** Contact by contact what a run does at one destination: what goes first, then what is written, then what stays as it is and why. */
export const syncedFates = ({ syncId, snapshot, known, index, plan, named, isUndo, leaves }: SeenDestination): SyncedFate[] => {
  const there = new Map(index.contacts.map((contact) => [contact.resourceName, contact]));
  const wanted = new Map(snapshot.contacts.map((contact) => [contact.sourceContactId, contact]));
  const before = new Map(known.map(([id, fingerprint]) => [id, fingerprint]));
  const markOf = (contact: SyncedContact | undefined) => contact?.marks.find(({ origin }) => origin === syncId);
  const idAt = new Map<string, string>();
  for (const contact of index.contacts) idAt.set(contact.resourceName, markOf(contact)?.sourceContactId ?? '');
  for (const change of plan.changes) if ('mask' in change) idAt.set(change.resourceName, change.sourceContactId);
  const at = new Map([...idAt].map(([resourceName, id]) => [id, resourceName]));

  const lines = new Map<string, Line>();
  const lineAt = (key: string, fields: ContactFields): Line => {
    const line = lines.get(key) ?? { fields, said: [], changed: '' };
    lines.set(key, line);
    return line;
  };
  const lineOf = (id: string): Line => {
    const contact = wanted.get(id);
    const line = lineAt(id, contact?.fields ?? there.get(at.get(id) ?? '')?.content ?? {});
    if (contact === undefined || before.get(id) === contact.fingerprint) return line;
    line.changed = before.has(id) ? 'It was edited since the preview' : 'It is new since the preview';
    return line;
  };
  const say = (line: Line, words: string, change: Change): void => {
    line.said.push(words);
    if (!named.has(change)) line.changed = 'The preview did not name it';
  };

  /** What was its owner's before always says more than was delivered. */
  const isEditedThere = (contact: SyncedContact | undefined): boolean => {
    const mark = markOf(contact);
    return mark !== undefined && mark.adopted !== true && mark.fingerprint !== contact?.fingerprint;
  };
  const whyGone = (id: string, contact: SyncedContact | undefined): string => {
    if (isUndo) return 'the run that is undone created it';
    if (leaves) return 'this user is no destination any more';
    if (markOf(contact)?.sourceUserId !== snapshot.sourceUserId) return 'it came from an earlier source';
    return wanted.has(id) ? 'it is there twice' : 'the source has it no more';
  };
  const groupName = (resourceName: string | undefined): string => {
    if (resourceName === MY_CONTACTS) return 'My Contacts';
    const planned = plan.group.kind === 'none' ? '' : plan.group.name;
    return `“${index.groups.find((group) => group.resourceName === resourceName)?.name ?? planned}”`;
  };
  const weighty = [...plan.changes].sort((one, other) => weight.indexOf(other.kind) - weight.indexOf(one.kind));
  for (const change of weighty) {
    const contact = 'resourceName' in change ? there.get(change.resourceName) : undefined;
    switch (change.kind) {
      case 'deleteContact': {
        const fields = contact?.content ?? wanted.get(change.sourceContactId)?.fields ?? {};
        say(lineAt(change.resourceName, fields), `Deleted: ${whyGone(change.sourceContactId, contact)}`, change);
        break;
      }
      case 'createContact':
        say(lineOf(change.sourceContactId), describeNew(change.fields), change);
        break;
      case 'adoptContact':
        say(lineOf(change.sourceContactId), `Taken over: ${describeWrite(change, contact?.content ?? {})}`, change);
        break;
      case 'updateContact': {
        const reasons = [
          ...(markOf(contact) === undefined
            ? ['it was lost']
            : change.mask.includes('clientData')
              ? ['what is delivered of it changed']
              : []),
          ...(isEditedThere(contact) ? ['its owner edited it'] : []),
        ];
        const what = describeWrite(change, contact?.content ?? change.fields);
        say(lineOf(change.sourceContactId), `Updated: ${what} (${reasons.join(', ')})`, change);
        break;
      }
      case 'changeMembers':
        for (const [names, words] of [
          [change.add, 'put under'],
          [change.remove, 'taken out of'],
        ] as const)
          for (const name of names) say(lineOf(idAt.get(name) ?? ''), `${words} ${groupName(change.group)}`, change);
        break;
      default:
    }
  }

  for (const { sourceContactId: id, reason } of plan.skips) {
    const isDone = reason === 'alreadySo';
    if (isDone && lines.has(id)) continue;
    const line = lineOf(id);
    const resourceName = at.get(id) ?? '';
    const wasNew = named.has({ kind: 'createContact', sourceContactId: id });
    if (isDone && (wasNew || named.has({ kind: 'updateContact', resourceName }))) {
      line.said.push(wasNew ? 'New' : 'Updated');
      line.changed ||= 'It is there as it should be by now';
    } else line.said.push(line.said.length === 0 ? `Skipped: ${describeSkip(reason)}` : describeSkip(reason));
  }
  return [...lines.values()].map(({ said, ...line }) => ({ ...line, fate: sentence(said.join('; ')) }));
};
