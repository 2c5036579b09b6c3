import type { Message } from '../../mail/Mail';
import type { MessageToken } from '../../mail/MessageTokens';
import type { ScriptExecution } from '../ScriptExecution';

const AUTH = 'https://www.googleapis.com/auth/';
/** Any message of the mailbox, without a token of the event. */
const WHOLE_MAILBOX = ['https://mail.google.com/', `${AUTH}gmail.readonly`];
const METADATA = `${AUTH}gmail.addons.current.message.metadata`;
const READONLY = `${AUTH}gmail.addons.current.message.readonly`;
const ACTION = `${AUTH}gmail.addons.current.message.action`;

/** `metadata`: sender, addressees, subject, date. `content`: bodies, and the other messages of the thread. */
export type Part = 'metadata' | 'content';

/**
 * What one execution may read of a mailbox: the scopes that were allowed, and the token of the event, which opens the message that is
 * open at the screen (https://developers.google.com/workspace/add-ons/concepts/workspace-scopes#gmail). The texts of the two refusals by
 * token are as somebody reported one of them.
 */
export class MessageAccess {
  private token: string | undefined;

  constructor(private readonly execution: ScriptExecution) {}

  use(token: string): void {
    this.token = token;
  }

  /** Any one of these is enough. The scope for clicks counts only after one. */
  scopesFor(part: Part): readonly string[] {
    const clicked = this.opened()?.clicked === true ? [ACTION] : [];
    return [...WHOLE_MAILBOX, READONLY, ...clicked, ...(part === 'metadata' ? [METADATA] : [])];
  }

  /** Throws unless this message may be read; the scopes were looked at before. */
  check({ id, threadId }: Pick<Message, 'id' | 'threadId'>): void {
    const { execution } = this;
    if (WHOLE_MAILBOX.some((scope) => execution.granted.has(scope))) return;
    const opened = this.opened();
    const inThread = execution.granted.has(READONLY) && opened?.threadId === threadId;
    if (opened === undefined || (opened.messageId !== id && !inThread)) {
      throw execution.exception('Access denied: : Missing access token for authorization.');
    }
    if (execution.world.clock.now() - opened.issuedAt > execution.project.settings.messageTokenSeconds * 1000) {
      throw execution.exception('Access denied: : Expired access token.');
    }
  }

  /** One more read of mail (https://developers.google.com/apps-script/guides/services/quotas). */
  count(): void {
    const { world, effectiveUser } = this.execution;
    if (!world.mail.readQuota.take(effectiveUser.id, 1)) {
      throw this.execution.exception('Service invoked too many times for one day: gmail.');
    }
  }

  private opened(): MessageToken | undefined {
    const { world, project, effectiveUser } = this.execution;
    const token = this.token === undefined ? undefined : world.mail.tokens.find(this.token);
    return token?.scriptId === project.scriptId && token.userId === effectiveUser.id ? token : undefined;
  }
}
