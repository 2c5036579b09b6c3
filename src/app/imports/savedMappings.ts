import type { Problem } from '../../core/base/Problem';
import { ok, type Result } from '../../core/base/Result';
import type { ImportField } from '../../core/imports/ImportField';
import type { ImportTableHead } from '../../core/imports/packImportTable';
import { applyMapping, decodeSavedMapping, type SavedMapping } from '../../core/imports/SavedMapping';
import type { Environment } from '../Environment';
import { findSaved, type SavedKind } from '../records/savedStore';
import { editImportDraft } from './importDrafts';

export const savedMappingKind: SavedKind<SavedMapping> = { prefix: 'mapping.', decode: decodeSavedMapping };

/** The saved mapping takes the place of the draft's whole: no column stays mapped that nobody saved. Gives back what is left out. */
export const useSavedMapping = (
  env: Environment,
  id: string,
  { columns }: ImportTableHead,
  fields: readonly ImportField[],
): Result<readonly Problem[]> => {
  const saved = findSaved(env, savedMappingKind, id);
  if (!saved.ok) return saved;
  const applied = applyMapping(saved.value.columns, columns, fields);
  const draft = editImportDraft(env, (before) => ({ ...before, columns: applied.columns }));
  return draft.ok ? ok(applied.gone) : draft;
};
