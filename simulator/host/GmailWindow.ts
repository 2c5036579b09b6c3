import type { ScriptProject } from '../appsscript/ScriptProject';
import type { Message } from '../mail/Mail';
import { AddOnHost } from './AddOnHost';
import { SidePanel, type SidePanelOptions } from './SidePanel';

export type GmailOptions = Omit<SidePanelOptions, 'spreadsheetId'>;

/**
 * A person's hands on Gmail and on the panel of an add-on beside their mail
 * (https://developers.google.com/workspace/add-ons/gmail/extending-message-ui).
 */
export class GmailWindow extends SidePanel {
  /** The person opens the add-on: beside the list of their mail, or while they read the message with this id. */
  static open(project: ScriptProject, options: GmailOptions, messageId?: string): GmailWindow {
    const window = new GmailWindow(new AddOnHost(project, { ...options, hostApp: 'GMAIL' }));
    window.host.open();
    if (messageId !== undefined) window.openMessage(messageId);
    return window;
  }

  /** The person's mail, oldest first. */
  get inbox(): readonly Message[] {
    return this.host.project.world.mail.inbox(this.host.options.userId);
  }

  /** Opens a message of the person's own mailbox while the panel is open: the contextual trigger runs. */
  openMessage(id: string): void {
    const message = this.host.project.world.mail.message(this.host.options.userId, id);
    if (message === undefined) throw this.cannot(`There is no message ${id} in this mailbox.`);
    this.host.enterContext(message);
  }

  /** Goes back to the list of mail: the cards of the message go away. */
  closeMessage(): void {
    this.host.leaveContext();
  }

  /** Opens the card whose header peeks from below. */
  openPeek(): void {
    if (this.host.peeking === undefined) throw this.cannot('Nothing peeks from below.');
    this.host.openPeek();
  }
}
