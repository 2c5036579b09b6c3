import { createHash } from 'node:crypto';
import type { Execution, Person } from '../Execution';
import { strict } from '../strict';

const EMAIL_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';
const KEY_PERIOD = 30 * 24 * 60 * 60_000;

/** `Session` (https://developers.google.com/apps-script/reference/base/session). */
export const sessionService = (execution: Execution): object => {
  const user = (person: Person | undefined) => strict('User', { getEmail: () => person?.primaryEmail ?? '' });
  return strict('Session', {
    getActiveUser: () => execution.call('Session.getActiveUser', { scopes: [EMAIL_SCOPE] }, () => user(execution.activeUser)),
    getEffectiveUser: () => execution.call('Session.getEffectiveUser', { scopes: [EMAIL_SCOPE] }, () => user(execution.effectiveUser)),
    getScriptTimeZone: () => execution.project.manifest.timeZone,
    getActiveUserLocale: () => 'en',
    /** Differs by script and user, and changes every 30 days. */
    getTemporaryActiveUserKey: () =>
      execution.call('Session.getTemporaryActiveUserKey', {}, () => {
        if (execution.activeUser === undefined) return '';
        const period = Math.floor(execution.world.clock.now() / KEY_PERIOD);
        return createHash('sha256').update(`${execution.project.scriptId} ${execution.activeUser.id} ${period}`).digest('base64');
      }),
  });
};
