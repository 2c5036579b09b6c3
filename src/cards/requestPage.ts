import { requestPageScript } from './requestPageScript';
import { webPage } from './webPage';

/**
 * The operator's web page as HTML. It holds no data but the request's id; a script in it asks `showPage` and writes the answer
 * as text, so that nothing that people wrote is ever read as HTML.
 */
export const requestPage = (requestId: string): string =>
  webPage({
    heading: 'Request',
    says: 'One moment, Roster is looking this up.',
    texts: { REQUEST: requestId },
    script: requestPageScript,
  });
