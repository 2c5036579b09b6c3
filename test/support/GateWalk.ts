import { WebVisitor } from '../../simulator/appsscript/WebVisitor';
import { clickables, type Clickable } from '../../simulator/host/clickables';
import { GmailWindow } from '../../simulator/host/GmailWindow';
import { Sidebar } from '../../simulator/host/Sidebar';
import type { SidePanel } from '../../simulator/host/SidePanel';
import { storedRequests, type GateCompany, type PersonName, type StoredRequest } from './gateCompany';
import type { Said } from './GateJudge';
import { paths, type Digest, type GateStep, type Where } from './GateStep';

type Step<K extends GateStep['do']> = Extract<GateStep, { readonly do: K }>;

/** The people of a case, each with the panel they have open. */
export class GateWalk {
  private readonly panels = new Map<PersonName, SidePanel>();

  constructor(private readonly company: GateCompany) {}

  /** Somebody presses what has one of these labels after the other, as far as it is there. */
  walk({ who, where, path }: Step<'walk'>): Said | undefined {
    this.open({ do: 'open', who, where });
    let said: Said | undefined;
    for (const label of paths[path] ?? []) {
      // A draft of the same name stands above its request.
      const [button] = this.buttons(who)
        .filter(({ labels }) => labels.includes(label))
        .slice(-1);
      if (button !== undefined) said = this.click(who, button) ?? said;
    }
    return said;
  }

  open({ who, where }: Step<'open'>): undefined {
    const panel = this.openPanel(who, where);
    if (panel !== undefined) this.panels.set(who, panel);
  }

  press({ who, button }: Step<'press'>): Said | undefined {
    const buttons = this.buttons(who);
    const pressed = buttons[button % Math.max(1, buttons.length)];
    return pressed === undefined ? undefined : this.click(who, pressed);
  }

  forward({ who, mail, to }: Step<'forward'>): undefined {
    const { world, ids } = this.company;
    const message = this.mailOf(who, mail);
    if (message !== undefined) world.mail.forward(ids[who], message.id, [this.addressOf(to)]);
  }

  /** Somebody outside writes a mail that looks as Roster's do. */
  spoof({ to, request }: Step<'spoof'>): undefined {
    const id = this.requestAt(request)?.id ?? '';
    const subject = `Approval wanted: Alpha [Roster ${id.slice(0, 12)}]`;
    this.company.world.mail.deliver({ from: this.addressOf('operator'), to: [this.addressOf(to)], subject, body: 'Please approve.' });
  }

  page({ who, request, digest, decision, reason }: Step<'page'>): Said | undefined {
    const found = this.requestAt(request);
    const page = WebVisitor.open(this.company.project, { visitorUserId: this.company.ids[who], query: { request: found?.id ?? 'none' } });
    if (found === undefined || page.status !== 'shown') return undefined;
    const sent = this.digestOf(found, digest);
    page.run('showPage', found.id);
    page.run('decide', found.id, sent, decision, reason);
    return { who, requestId: found.id, digest: sent, decision };
  }

  /** A global that the page of somebody calls, with whatever they like. */
  global({ who, name, request, form }: Step<'global'>): undefined {
    const { project, ids } = this.company;
    const { id = 'none', digest = '' } = this.requestAt(request) ?? {};
    const page = WebVisitor.open(project, { visitorUserId: ids[who] });
    if (page.status !== 'shown') return;
    const event = (cardAction: string): object => forgedEvent(cardAction, { request: id, digest, decision: 'approve' });
    const uid = project.triggers.records[0]?.uid;
    const forms: unknown[][] = [
      [event('decideAsOfficer')],
      [event('decideRequest')],
      [event('sendRequest')],
      [{ triggerUid: uid }],
      [{ triggerUid: '1' }],
    ];
    // What an officer may call on the page is the step `page`.
    page.run(name, ...(name === 'decide' ? [id, 'f'.repeat(64), 'approve', ''] : (forms[form] ?? [])));
  }

  /** The click that a card of theirs could send, with other parameters. */
  forge({ who, action, request, digest, decision }: Step<'forge'>): Said | undefined {
    const found = this.requestAt(request);
    if (found === undefined) return undefined;
    const sent = this.digestOf(found, digest);
    this.company.project.run({
      functionName: 'onCardAction',
      kind: 'addon',
      effectiveUserId: this.company.ids[who],
      activeSpreadsheetId: this.company.sheetId,
      args: [forgedEvent(action, { request: found.id, digest: sent, decision })],
    });
    return action === 'decideAsOfficer' || action === 'decideRequest' ? { who, requestId: found.id, digest: sent, decision } : undefined;
  }

  edit({ who, tab, row, column, text }: Step<'edit'>): undefined {
    const { world, workbookId, ids } = this.company;
    const tabs = world.drive.spreadsheet(workbookId)?.tabs ?? [];
    const sheet = tabs[tab % Math.max(1, tabs.length)];
    const texts = ['approved', '', this.addressOf('plain'), this.requestAt(0)?.digest ?? '', ids.otto];
    if (sheet === undefined) return;
    try {
      world.drive.edit(workbookId, sheet.name, `${String.fromCharCode(65 + column)}${row + 1}`, [[{ text: texts[text] ?? '' }]], ids[who]);
    } catch {
      // The cell is protected.
    }
  }

  private openPanel(who: PersonName, where: Where): SidePanel | undefined {
    const { world, project, ids, sheetId } = this.company;
    const options = { userId: ids[who], locale: 'en-GB', timeZone: 'Europe/Berlin' };
    if (world.directory.userById(ids[who])?.suspended !== false) return undefined;
    if (where.app === 'gmail') return GmailWindow.open(project, options, this.mailOf(who, where.mail)?.id);
    const canOpen = world.drive.spreadsheet(sheetId)?.roleOf(ids[who]) !== undefined;
    return canOpen ? Sidebar.open(project, { ...options, spreadsheetId: sheetId }) : undefined;
  }

  private buttons(who: PersonName): Clickable[] {
    const host = this.panels.get(who)?.host;
    const isShown = host?.prompt === undefined && host?.stack !== undefined;
    return isShown ? clickables(host.view.card).filter(({ disabled }) => !disabled) : [];
  }

  private click(who: PersonName, { labels, onClick = {}, parameters }: Clickable): Said | undefined {
    const host = this.panels.get(who)?.host;
    if (host === undefined) return undefined;
    const reason = host.view.form.fields.find(({ labels: named }) => named.includes('Reason (required)'));
    if (reason !== undefined) host.view.form.set(reason, 'No.');
    const sent = Object.fromEntries((onClick.action?.parameters ?? []).map(({ key, value }) => [key, value]));
    host.click(onClick, parameters);
    const decision = labels.includes('Confirm approval') ? 'approve' : labels.includes('Confirm denial') ? 'deny' : undefined;
    return decision === undefined ? undefined : { who, requestId: sent['request'] ?? '', digest: sent['digest'] ?? '', decision };
  }

  private mailOf(who: PersonName, fromNewest: number) {
    const inbox = this.company.world.mail.inbox(this.company.ids[who]);
    return inbox[inbox.length - 1 - (fromNewest % Math.max(1, inbox.length))];
  }

  private requestAt(number: number): StoredRequest | undefined {
    const requests = storedRequests(this.company);
    return requests[number % Math.max(1, requests.length)];
  }

  private digestOf({ id, digest }: StoredRequest, which: Digest): string {
    if (which === 'right') return digest;
    if (which === 'other') return storedRequests(this.company).find((one) => one.id !== id)?.digest ?? '';
    return which === 'wrong' ? '0'.repeat(64) : '';
  }

  private addressOf(who: PersonName): string {
    return this.company.world.directory.userById(this.company.ids[who])?.primaryEmail ?? '';
  }
}

const forgedEvent = (cardAction: string, parameters: Readonly<Record<string, string>>): object => ({
  commonEventObject: {
    hostApp: 'GMAIL',
    platform: 'WEB',
    parameters: { cardAction, ...parameters },
    formInputs: { reason: { stringInputs: { value: ['No.'] } } },
  },
  gmail: { messageId: '1', accessToken: 't' },
});
