import type { World } from '../World';

/** What an access token of an event object opens: one message, for one person, in one script. */
export interface MessageToken {
  readonly scriptId: string;
  readonly userId: string;
  readonly messageId: string;
  readonly threadId: string;
  /** Issued for something the person did on the card, not for opening the message. */
  readonly clicked: boolean;
  readonly issuedAt: number;
}

/** The per-message access tokens of Gmail add-ons (https://developers.google.com/workspace/add-ons/concepts/workspace-scopes#access-tokens). */
export class MessageTokens {
  private readonly issued = new Map<string, MessageToken>();

  constructor(private readonly world: World) {}

  issue(opens: Omit<MessageToken, 'issuedAt'>): string {
    const token = `gmail-message-token-${this.world.random.text(32)}`;
    this.issued.set(token, { ...opens, issuedAt: this.world.clock.now() });
    return token;
  }

  find(token: string): MessageToken | undefined {
    return this.issued.get(token);
  }
}
