import { problem } from '../../core/base/Problem';
import { fail, type Result } from '../../core/base/Result';
import type { ImportDraft } from '../../core/imports/ImportDraft';
import type { Actor } from '../actors/identify';
import type { Environment } from '../Environment';
import { editImportDraft, loadImportDraft } from './importDrafts';
import { keepData } from './readImportData';
import { openOwnHead } from './tableParcel';
import { dropUpload, emptyUpload, readUpload, writeUpload } from './uploadStore';

/** Where a file can be sent for an upload; empty when no web app address is stored. */
export const uploadUrlOf = ({ installation }: Actor, uploadId: string | undefined): string =>
  installation.webAppUrl === '' || uploadId === undefined ? '' : `${installation.webAppUrl}?import=${encodeURIComponent(uploadId)}`;

/** I6: lets Roster's page receive one file from this person, for their draft. */
export const openUpload = (env: Environment, { user, installation }: Actor): Result<ImportDraft> => {
  if (installation.webAppUrl === '') return fail(problem('upload.noPage'));
  const id = env.newId();
  const opened = writeUpload(env, id, { ...emptyUpload, by: user.id, at: env.now() });
  return opened.ok ? editImportDraft(env, (before) => ({ ...before, uploadId: id })) : opened;
};

/** The file that the page received becomes the draft's data. */
export const useUpload = (env: Environment, actor: Actor): Result<ImportDraft> => {
  const draft = loadImportDraft(env);
  if (!draft.ok) return draft;
  const { uploadId = '' } = draft.value;
  const upload = readUpload(env, uploadId, actor.user.id);
  if (!upload.ok) {
    // Its day is over: another one can be opened.
    editImportDraft(env, ({ uploadId: _uploadId, ...before }) => before);
    return upload;
  }
  const { file } = upload.value;
  if (file === undefined) return fail(problem('upload.notWhole'));
  const head = openOwnHead(env, actor, file.table);
  if (!head.ok) return head;
  const kept = keepData(env, { kind: 'file', name: file.name }, file.table, head.value.columns);
  if (kept.ok) dropUpload(env, uploadId);
  return kept;
};
