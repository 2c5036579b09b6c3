import { problem } from '../core/base/Problem';
import { fail, ok, type Result } from '../core/base/Result';
import { isMistake, translateException } from './translateException';

/** What the event object of Gmail says about the open message: it opens this one message, for a short time. */
export interface MessageHandle {
  readonly id: string;
  readonly accessToken: string;
}

interface OpenMail {
  /** As the header has it: an address, or a name and the address in angle brackets. Anybody can write it. */
  readonly from: string;
  readonly subject: string;
  /** The header Authentication-Results; blank when it cannot be read. */
  readonly authentication: () => string;
}

/** The narrowest scope that gives sender and subject of the open message. */
const METADATA = 'https://www.googleapis.com/auth/gmail.addons.current.message.metadata';

/** Added by the server that received the mail, above whatever the sender wrote (https://support.google.com/mail/answer/29436). */
const RESULTS = 'Authentication-Results';

/** Google does not say whether the scope for metadata gives headers: without them, nothing is known. */
const headerOf = (message: GoogleAppsScript.Gmail.GmailMessage, name: string): string => {
  try {
    return message.getHeader(name) ?? '';
  } catch (thrown) {
    if (isMistake(thrown)) throw thrown;
    return '';
  }
};

/**
 * Reads sender and subject of the open message and no more: one read
 * (https://developers.google.com/workspace/add-ons/concepts/workspace-scopes#gmail). Fails when the permission was declined, and when the
 * message is gone or the event is too old.
 */
export const openMail = (handle: MessageHandle | undefined): Result<OpenMail> => {
  if (handle === undefined) return fail(problem('gmail.noMessage'));
  try {
    GmailApp.setCurrentMessageAccessToken(handle.accessToken);
    const message = GmailApp.getMessageById(handle.id) as GoogleAppsScript.Gmail.GmailMessage | null;
    if (message === null) return fail(problem('gmail.noMessage'));
    return ok({ from: message.getFrom(), subject: message.getSubject(), authentication: () => headerOf(message, RESULTS) });
  } catch (thrown) {
    if (isMistake(thrown)) throw thrown;
    const known = translateException(thrown) ?? problem('gmail.noMessage');
    // Google lists every permission that would do, the widest first.
    return fail(known.code === 'platform.scopeMissing' ? problem(known.code, { ...known.data, scope: METADATA }) : known);
  }
};
