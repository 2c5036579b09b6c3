import type { HttpResponse } from '../../network/HttpRequest';
import { blob } from '../blob';
import type { Execution } from '../Execution';
import { signedBytes } from '../signedBytes';
import { strict } from '../strict';

/** `HTTPResponse` (https://developers.google.com/apps-script/reference/url-fetch/http-response). */
export const httpResponse = (execution: Execution, response: HttpResponse): object => {
  const bytes = () => Buffer.from(response.body, 'utf8');
  return strict('HTTPResponse', {
    getResponseCode: () => response.status,
    getContentText: () => response.body,
    getContent: () => execution.realm.value(signedBytes(bytes())),
    getBlob: () => blob(execution, bytes(), response.headers['Content-Type'] ?? null),
    getHeaders: () => execution.realm.value(response.headers),
    getAllHeaders: () => execution.realm.value(response.headers),
  });
};
