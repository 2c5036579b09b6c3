import { chatOperations } from './chatOperations';
import { directoryOperations } from './directoryOperations';
import { identityOperations } from './identityOperations';
import type { OperationDescription } from './OperationDescription';
import { peopleOperations } from './peopleOperations';
import { roleOperations } from './roleOperations';
import { tokenOperations } from './tokenOperations';

export { CONTACTS_SCOPE } from './peopleOperations';

const table = {
  ...peopleOperations,
  ...directoryOperations,
  ...roleOperations,
  ...identityOperations,
  ...chatOperations,
  ...tokenOperations,
} as const;

export type OperationId = keyof typeof table;

/** The methods of Google that Roster uses, by the ids of Google's discovery documents. */
export const operations: Readonly<Record<OperationId, OperationDescription>> = table;
