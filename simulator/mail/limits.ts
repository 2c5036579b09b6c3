/** Limits of mail sent and read by scripts, Workspace accounts. https://developers.google.com/apps-script/guides/services/quotas */

/** Recipients in a day. https://developers.google.com/apps-script/guides/services/quotas */
export const RECIPIENTS_PER_DAY = 1500;
/** Recipients (to, cc and bcc) of one message. https://developers.google.com/apps-script/guides/services/quotas */
export const RECIPIENTS_PER_MESSAGE = 50;
/** Body, bytes; counted for the text and the HTML body alike. https://developers.google.com/apps-script/guides/services/quotas */
export const BODY_SIZE = 400 * 1024;
/** Subject, characters. https://developers.google.com/apps-script/reference/mail/mail-app */
export const SUBJECT_LENGTH = 250;
/** Mails read or changed in a day. https://developers.google.com/apps-script/guides/services/quotas */
export const MAILS_READ_PER_DAY = 50_000;
