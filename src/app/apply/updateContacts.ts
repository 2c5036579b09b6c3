import { compareText } from '../../core/base/compareText';
import type { Change } from '../../core/plan/Change';
import type { WriteChoice } from '../../core/plan/chooseWrites';
import type { Subject, Task } from '../../google/Call';
import { batchUpdateContacts, updateContact, type ContactUpdate } from '../../google/peopleUpdates';
import { writeContacts } from './applyTargetPlan';
import type { WriteProgress } from './WriteProgress';

export type Update = Extract<Change, { kind: 'updateContact' | 'adoptContact' }>;

export const isUpdate = (change: Change): change is Update => change.kind === 'updateContact' || change.kind === 'adoptContact';

const maskOf = (updates: readonly Update[]): string[] => [...new Set(updates.flatMap(({ mask }) => mask))].sort(compareText);

const bodyOf = ({ resourceName, etag = '', fields, clientData }: Update): ContactUpdate => ({
  resourceName,
  etag,
  person: { ...fields, clientData },
});

/** Contacts that are there, as they shall be. A batch has one mask, so those that change in the same fields stand together. */
export const updateContacts = (
  as: Subject,
  updates: readonly Update[],
  choice: WriteChoice,
  tell: (progress: WriteProgress) => void,
): Task<WriteProgress> =>
  writeContacts(
    [...updates].sort((one, other) => compareText(maskOf([one]).join(), maskOf([other]).join())),
    {
      choice,
      inBatch: (batch) => batchUpdateContacts(as, batch.map(bodyOf), maskOf(batch)),
      singly: (update) => updateContact(as, bodyOf(update), maskOf([update])),
      tell,
    },
  );
