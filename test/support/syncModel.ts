import { contactFields } from '../../src/core/contacts/contactFieldTable';
import { MY_CONTACTS, parseGroupMarks, groupMarkEntry, type ContactGroup, type GroupMark } from '../../src/core/contacts/ContactGroup';
import { deliveredPerson } from '../../src/core/contacts/deliveredPerson';
import type { ClientData, Person } from '../../src/core/contacts/Person';
import type { Change, ContactWrite } from '../../src/core/plan/Change';
import type { TargetPlan } from '../../src/core/plan/TargetPlan';
import { syncReading, type SyncIndex } from '../../src/core/sync/SyncIndex';
import type { SyncWork } from '../../src/core/sync/planSync';

export interface ModelLabel {
  readonly resourceName: string;
  readonly name: string;
  readonly clientData: readonly ClientData[];
  readonly groupType?: ContactGroup['groupType'];
}

/** An account as Google keeps it, as far as a sync meets it. Every write gives a new one. */
export interface SyncedAccount {
  readonly persons: readonly Person[];
  readonly labels: readonly ModelLabel[];
  /** Counts what was made, so that names are never used twice. */
  readonly made: number;
}

export const emptyAccount: SyncedAccount = { persons: [], labels: [], made: 0 };

export const labelsOf = (person: Person): string[] =>
  (person.memberships ?? []).flatMap((one) => one.contactGroupMembership?.contactGroupResourceName ?? []);

export const underLabels = (person: Person, names: readonly string[]): Person => ({
  ...person,
  memberships: [...new Set(names)].map((contactGroupResourceName) => ({ contactGroupMembership: { contactGroupResourceName } })),
});

export const addPerson = (account: SyncedAccount, person: Person): SyncedAccount => {
  const made = account.made + 1;
  return { ...account, made, persons: [...account.persons, { ...person, resourceName: `people/c${made}`, etag: `e${made}` }] };
};

export const addLabel = (account: SyncedAccount, name: string, mark?: GroupMark): SyncedAccount => {
  const made = account.made + 1;
  const label = { resourceName: `contactGroups/g${made}`, name, clientData: mark === undefined ? [] : [groupMarkEntry(mark)] };
  return { ...account, made, labels: [...account.labels, label] };
};

const changePerson = (account: SyncedAccount, resourceName: string, change: (person: Person) => Person): SyncedAccount => {
  if (!account.persons.some((one) => one.resourceName === resourceName)) throw new Error(`There is no ${resourceName}`);
  const made = account.made + 1;
  const persons = account.persons.map((one) => (one.resourceName === resourceName ? { ...change(one), etag: `e${made}` } : one));
  return { ...account, made, persons };
};

/** What Google does with an update: fields of the mask are replaced, those that are absent cleared. A stale etag is refused. */
const written = (account: SyncedAccount, { resourceName, etag, mask, fields, clientData }: ContactWrite): SyncedAccount =>
  changePerson(account, resourceName, (person) => {
    if (person.etag !== etag) throw new Error('The contact changed since it was read');
    const kept = Object.entries(person).filter(([name]) => !(mask as readonly string[]).includes(name));
    const set = mask.flatMap((name) => (name === 'clientData' || fields[name] === undefined ? [] : [[name, fields[name]] as const]));
    return { ...Object.fromEntries([...kept, ...set]), ...(mask.includes('clientData') ? { clientData } : {}) };
  });

const changeLabel = (account: SyncedAccount, resourceName: string, change: (label: ModelLabel) => ModelLabel): SyncedAccount => ({
  ...account,
  labels: account.labels.map((one) => (one.resourceName === resourceName ? change(one) : one)),
});

const withGroupMark = (label: ModelLabel, mark: GroupMark): ModelLabel => ({
  ...label,
  clientData: [...label.clientData.filter((entry) => parseGroupMarks([entry])[0]?.origin !== mark.origin), groupMarkEntry(mark)],
});

const applyChange = (account: SyncedAccount, change: Change, label: string | undefined): SyncedAccount => {
  switch (change.kind) {
    case 'createContactGroup':
      if (account.labels.some(({ name }) => name === change.name)) throw new Error('A label of that name is there');
      return addLabel(account, change.name, change.mark);
    case 'markContactGroup':
      return changeLabel(account, change.resourceName, (one) => withGroupMark(one, change.mark));
    case 'renameContactGroup':
      if (account.labels.some(({ name }) => name === change.name)) throw new Error('A label of that name is there');
      return changeLabel(account, change.resourceName, (one) => ({ ...withGroupMark(one, change.mark), name: change.name }));
    case 'createContact':
      return addPerson(account, deliveredPerson(change, label));
    case 'updateContact':
    case 'adoptContact':
      return written(account, change);
    case 'changeMembers': {
      const group = change.group ?? label;
      if (group === undefined) throw new Error('There is no label to put them in');
      const add = change.add.reduce((all, name) => changePerson(all, name, (one) => underLabels(one, [...labelsOf(one), group])), account);
      return change.remove.reduce(
        (all, name) =>
          changePerson(all, name, (one) => {
            const left = labelsOf(one).filter((other) => other !== group);
            if (left.length === 0) throw new Error('A contact must be in some label');
            return underLabels(one, left);
          }),
        add,
      );
    }
    case 'deleteContact':
      if (!account.persons.some((one) => one.resourceName === change.resourceName)) throw new Error('It is not there');
      return { ...account, persons: account.persons.filter((one) => one.resourceName !== change.resourceName) };
    case 'deleteContactGroup':
      return {
        ...account,
        labels: account.labels.filter(({ resourceName }) => resourceName !== change.resourceName),
        persons: account.persons.map((one) =>
          underLabels(
            one,
            labelsOf(one).filter((name) => name !== change.resourceName),
          ),
        ),
      };
  }
};

/** Carries out a plan, or the first changes of it. A refused one changes nothing. */
export const applySyncPlan = (account: SyncedAccount, plan: TargetPlan, upTo = plan.changes.length): SyncedAccount => {
  if (plan.refusal !== undefined) return account;
  let after = account;
  let label = plan.group.kind === 'join' ? plan.group.resourceName : undefined;
  for (const change of plan.changes.slice(0, upTo)) {
    after = applyChange(after, change, label);
    if (change.kind === 'createContactGroup') label = after.labels[after.labels.length - 1]?.resourceName;
  }
  return after;
};

/** The account as a run reads it: only the fields that it asks for. */
export const readIndex = (account: SyncedAccount, work: Pick<SyncWork, 'sync' | 'snapshot'>, targetId = 't'): SyncIndex => {
  const { personFields, reduce } = syncReading(work.sync, work.snapshot);
  const asked = ['resourceName', 'etag', ...personFields];
  const listed = account.persons.map((one): Person => Object.fromEntries(Object.entries(one).filter(([name]) => asked.includes(name))));
  return {
    targetId,
    size: account.persons.length,
    contacts: listed.flatMap((one) => reduce(one) ?? []),
    groups: [
      { resourceName: MY_CONTACTS, name: 'myContacts', groupType: 'SYSTEM_CONTACT_GROUP', memberCount: 0, marks: [] },
      ...account.labels.map(({ resourceName, name, clientData, groupType = 'USER_CONTACT_GROUP' }): ContactGroup => ({
        resourceName,
        name,
        groupType,
        memberCount: account.persons.filter((one) => labelsOf(one).includes(resourceName)).length,
        marks: parseGroupMarks(clientData),
      })),
    ],
  };
};

/** The fields of a person, without what a sync or Google adds. */
export const onlyFields = (person: Person): Person =>
  Object.fromEntries(contactFields.flatMap((field) => (person[field] === undefined ? [] : [[field, person[field]]])));
