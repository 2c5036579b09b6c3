import type { RowKind } from '../../core/imports/rowKinds';
import { unpackNewUser } from '../../core/users/NewUser';
import type { TargetPreview } from './previewTarget';

/** What becomes of a row of an import. */
export const rowKindOf = ({ problem, creates, contacts }: TargetPreview): RowKind => {
  if (problem !== undefined) return 'failed';
  if (creates === 0) return 'unchanged';
  return unpackNewUser(contacts) === undefined ? 'changed' : 'created';
};

export const rowKindsOf = (preview: TargetPreview): RowKind[] => [
  rowKindOf(preview),
  ...(preview.warning === undefined ? [] : (['warned'] as const)),
];
