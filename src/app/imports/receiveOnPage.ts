import { plural } from '../../core/base/plural';
import type { Environment } from '../Environment';
import { problemText, type PageText } from '../requests/showPage';
import { receiveUpload } from './receiveUpload';
import type { UploadPiece } from './UploadPiece';

/** What the page says of a piece of a file. */
export const receiveOnPage = (env: Environment, uploadId: string, piece: UploadPiece): PageText => {
  const received = receiveUpload(env, uploadId, piece);
  if (!received.ok) return { ...problemText(received.problem), refused: true };
  if (received.value.kind === 'received') return { title: '', lines: [] };
  const { name, rows } = received.value;
  const lines = [`${plural(rows, 'row')} out of “${name}”.`, 'Go back to Roster in Sheets and press “Use the uploaded file”.'];
  return { title: 'The file was received.', lines, whole: true };
};
