import { importPageScript } from './importPageScript';
import { webPage } from './webPage';

/** The page that receives a CSV file. It holds nothing but the upload's id, which its visitor's own card opened. */
export const importPage = (uploadId: string): string =>
  webPage({ heading: 'Import users: a CSV file', says: '', texts: { UPLOAD: uploadId }, script: importPageScript });
