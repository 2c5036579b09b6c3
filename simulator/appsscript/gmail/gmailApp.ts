import { badArguments } from '../badArguments';
import type { ScriptExecution } from '../ScriptExecution';
import { strict } from '../strict';
import { gmailMessage } from './gmailMessage';
import { MessageAccess } from './MessageAccess';

/** `GmailApp` as far as a Gmail add-on reads the open message with it (https://developers.google.com/apps-script/reference/gmail/gmail-app). */
export const gmailApp = (execution: ScriptExecution): object => {
  const access = new MessageAccess(execution);
  const { world, effectiveUser, project } = execution;
  return strict('GmailApp', {
    setCurrentMessageAccessToken: (...args: unknown[]) => {
      const [token] = args;
      if (args.length !== 1 || typeof token !== 'string') throw badArguments(execution, 'GmailApp.setCurrentMessageAccessToken', args);
      execution.call('GmailApp.setCurrentMessageAccessToken', {}, () => access.use(token));
    },
    getMessageById: (...args: unknown[]) => {
      const [id] = args;
      if (args.length !== 1 || typeof id !== 'string') throw badArguments(execution, 'GmailApp.getMessageById', args);
      return execution.call('GmailApp.getMessageById', { scopes: access.scopesFor('metadata') }, () => {
        access.count();
        const message = world.mail.message(effectiveUser.id, id);
        access.check(message ?? { id, threadId: '' });
        if (message !== undefined) return gmailMessage(execution, access, message);
        if (project.settings.missingMessage === 'null') return null;
        throw execution.exception(`Invalid argument: ${id}`);
      });
    },
  });
};
