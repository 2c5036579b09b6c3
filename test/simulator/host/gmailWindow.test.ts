import { GmailWindow, type GmailOptions } from '../../../simulator/host/GmailWindow';
import { addOn, GMAIL_SCOPE, type AddOnChanges } from '../../support/addOn';

const METADATA = 'https://www.googleapis.com/auth/gmail.addons.current.message.metadata';
const TRIGGER = { unconditional: {}, onTriggerFunction: 'message' };
const hosts = { gmail: { contextualTriggers: [TRIGGER] } };

/** Shows the subject of the message, and what its buttons do. */
const CODE = `
  function home() { return card('home', text('x'), button('Settle', 'settle'), button('Where', 'where')); }
  function subject(e) { GmailApp.setCurrentMessageAccessToken(e.gmail.accessToken); return GmailApp.getMessageById(e.gmail.messageId).getSubject(); }
  function message(e) { return card('message', text(subject(e)), button('Deeper', 'deeper'), button('Decide', 'decide'), button('Settle', 'settle'), button('Where', 'where')); }
  function deeper() { return go(nav().pushCard(card('deeper', text('y'), button('Root', 'root')))); }
  function root() { return go(nav().popToRoot()); }
  function decide(e) { return go(nav().updateCard(card('decided', text(subject(e) + ' decided')))); }
  function settle() { return CardService.newActionResponseBuilder().setNotification(CardService.newNotification().setText('Settled')).setStateChanged(true).build(); }
  function where(e) { return say(e.gmail ? 'in ' + subject(e) : 'in none'); }`;

const gmail = (
  code = CODE,
  { scopes = [GMAIL_SCOPE, METADATA], consent = true, ...manifest }: AddOnChanges & { consent?: boolean } = {},
) => {
  const sample = addOn(code, { hosts, scopes, ...manifest });
  const { world, project, userId } = sample;
  const receive = (subject: string) => {
    world.mail.deliver({ from: 'eve@else.example', to: ['ana@example.com'], subject });
    return world.mail.inbox(userId).at(-1)!.id;
  };
  const [one, two] = [receive('First'), receive('Second')];
  if (consent) project.consent(userId);
  const open = (messageId?: string, options: Partial<GmailOptions> = {}) =>
    GmailWindow.open(project, { userId, deployment: 'test', ...options }, messageId);
  const runs = (name: string) => project.executions.filter(({ functionName }) => functionName === name).length;
  return { ...sample, one, two, open, runs };
};

describe('an add-on in Gmail', () => {
  it('shows its homepage beside the list, and each message its own card', () => {
    const { open, one, two } = gmail();
    const window = open();
    expect(window.card.name).toBe('home');
    window.openMessage(one);
    expect(window.text()).toContain('First');
    window.openMessage(two);
    expect(window.text()).toContain('Second');
    window.closeMessage();
    expect(window.card.name).toBe('home');
  });

  it('runs its contextual trigger for a message that was open before it', () => {
    const { open, one, runs } = gmail();
    expect(open(one).text()).toContain('First');
    expect([runs('home'), runs('message')]).toEqual([1, 1]);
  });

  it('opens only messages of the mailbox of who sits there', () => {
    const { open } = gmail();
    expect(() => open().openMessage('1234')).toThrow('There is no message 1234 in this mailbox.');
  });

  it('keeps a stack for the message, which its own navigation does not leave, and the arrow does', () => {
    const { open, one, runs } = gmail();
    const window = open(one);
    window.press('Deeper');
    window.press('Root');
    expect(window.card.name).toBe('message');
    window.back();
    expect(window.card.name).toBe('home');
    expect(() => window.back()).toThrow('no way back');
    expect(runs('home')).toBe(1);
  });

  it('gives actions the message, its token included, also on cards of the homepage while the message is open', () => {
    const { open, one } = gmail();
    const window = open();
    window.press('Where');
    expect(window.notification).toBe('in none');
    window.openMessage(one);
    window.press('Decide');
    expect(window.text()).toContain('First decided');
    window.back();
    window.press('Where');
    expect(window.notification).toBe('in First');
    window.closeMessage();
    window.press('Where');
    expect(window.notification).toBe('in none');
  });

  it('lets a card of style PEEK wait below until it is opened', () => {
    const peek = `function message() { return CardService.newCardBuilder().setDisplayStyle(CardService.DisplayStyle.PEEK).setPeekCardHeader(CardService.newCardHeader().setTitle('One request')).addSection(CardService.newCardSection().addWidget(text('details'))).build(); }`;
    const { open, one } = gmail(`function home() { return card('home', text('x')); } ${peek}`);
    const window = open(one);
    expect(window.text()).toBe('home\n\nx\n^ One request');
    window.openPeek();
    expect(window.text()).toBe('details');
    expect(() => window.openPeek()).toThrow('Nothing peeks');
  });

  it('lists the headers when the trigger returns several cards', () => {
    const { open, one } = gmail(`${CODE} message = () => [card('a', text('first')), card('b', text('second'))];`);
    const window = open(one);
    window.press('b');
    expect(window.card.name).toBe('b');
  });

  it('refreshes what is at the root: the message, or the homepage', () => {
    const { open, one, runs } = gmail();
    const window = open(one);
    window.refresh();
    expect([runs('home'), runs('message')]).toEqual([1, 2]);
    window.back();
    window.refresh();
    expect([runs('home'), runs('message')]).toEqual([2, 2]);
  });

  it('fetches the homepage again when an action in the message changed the state', () => {
    const { open, one, runs } = gmail();
    const window = open(one);
    window.closeMessage();
    expect(runs('home')).toBe(1);
    window.openMessage(one);
    window.press('Settle');
    window.closeMessage();
    expect(runs('home')).toBe(2);
  });

  it.each([
    ['fetched', [2, 3]],
    ['kept', [1, 2]],
  ] as const)('a message that is opened again: its card is %s, until the state changed', (reopenedMessage, expected) => {
    const { open, one, two, runs } = gmail();
    const window = open(undefined, { uncertain: { reopenedMessage } });
    const counts: number[] = [];
    for (const change of [false, true]) {
      window.openMessage(one);
      if (change) window.press('Settle');
      window.closeMessage();
      window.openMessage(one);
      counts.push(runs('message'));
    }
    expect(counts).toEqual(reopenedMessage === 'fetched' ? [2, 4] : expected);
    window.openMessage(two);
    expect(window.text()).toContain('Second');
  });

  it('ends a callback after 30 seconds', () => {
    const { open, one } = gmail(`${CODE} message = () => Utilities.sleep(31000);`);
    const window = open(one);
    expect(window.error?.text).toContain('Exceeded maximum execution time');
  });

  it('shows an error in place of the card of a message whose trigger fails, and nothing of the message before', () => {
    const { open, one, two } = gmail(
      `${CODE} const well = message; message = (e) => { if (subject(e) === 'Second') throw new Error('broken'); return well(e); };`,
    );
    const window = open(one);
    window.openMessage(two);
    expect(window.text()).toMatch(/^! Error: broken/);
    expect(() => window.card).toThrow('No card is shown');
    window.back();
    expect(window.card.name).toBe('home');
    window.openMessage(one);
    expect(window.text()).toContain('First');
  });

  it('says what went wrong in general words where it is published', () => {
    const { open, one } = gmail(`${CODE} message = () => { throw new Error('secret'); };`);
    expect(open(one, { deployment: 'published' }).text()).toBe('! Something went wrong when executing the add-on.');
  });

  it('checks cards as in any host', () => {
    const many = `function message() { const section = CardService.newCardSection(); for (let i = 0; i < 60; i++) section.addWidget(text('x')); const other = CardService.newCardSection(); for (let i = 0; i < 60; i++) other.addWidget(text('y')); return CardService.newCardBuilder().addSection(section).addSection(other).build(); }`;
    const { open, one } = gmail(`function home() { return card('home', text('x')); } ${many}`);
    const window = open(one);
    expect(window.card.sections).toHaveLength(1);
    expect(window.warnings.join()).toContain('60 widget(s) are not shown');
  });

  it.each([
    ['prefixed', /^msg-f:\d+ thread-f:\d+$/],
    ['plain', /^[0-9a-f]{16} [0-9a-f]{16}$/],
  ] as const)('names the message by messageIds %s', (messageIds, expected) => {
    const { open, one } = gmail(`${CODE} message = (e) => card('ids', text(e.gmail.messageId + ' ' + e.gmail.threadId));`);
    expect(open(one, { uncertain: { messageIds } }).text().split('\n').at(-1)).toMatch(expected);
  });
});

describe('the manifest of an add-on in Gmail', () => {
  it.each([
    ['of Gmail', { homepageTrigger: { runFunction: 'other' } }, 'other'],
    ['common to all hosts', {}, 'home'],
    ['of no function, so one of its name', { homepageTrigger: { enabled: false } }, undefined],
  ])('homepage %s', (_which, section, name) => {
    const { open } = gmail(`${CODE} function other() { return card('other', text('o')); }`, { hosts: { gmail: section } });
    expect(open().card.name).toBe(name);
    expect(open().card.header?.title).toBe(name ?? 'Sample');
  });

  it('without a contextual trigger leaves the card as it is', () => {
    const { open, one } = gmail(CODE, { hosts: { gmail: {} } });
    expect(open(one).card.name).toBe('home');
  });

  it.each([
    [[TRIGGER, TRIGGER], 'takes one trigger'],
    [[], 'takes one trigger'],
    [[{ onTriggerFunction: 'message' }], '"unconditional" must be {}'],
    [[{ unconditional: {} }], '"onTriggerFunction" is missing'],
  ])('refuses contextual triggers %j', (contextualTriggers, message) => {
    const { open } = gmail(CODE, { hosts: { gmail: { contextualTriggers } } });
    expect(() => open()).toThrow(message);
  });

  it('refuses conditions and other keys when it is pushed', () => {
    const contextualTriggers = [{ unconditional: { from: 'roster@acme.example' }, onTriggerFunction: 'message' }];
    expect(() => gmail(CODE, { hosts: { gmail: { contextualTriggers } } })).toThrow('contextualTriggers.unconditional.from');
  });

  it('must name Gmail and the scope that runs there', () => {
    expect(() => gmail(CODE, { hosts: { sheets: {} } }).open()).toThrow('addOns.gmail is missing');
    expect(() => gmail(CODE, { scopes: [] }).open()).toThrow('does not name');
  });
});

describe('consent in Gmail', () => {
  it('is asked of each person, before anything runs, and then the message shows', () => {
    const { open, one, project } = gmail(CODE, { consent: false });
    const window = open(one);
    expect(window.prompt).toEqual({ kind: 'authorization', scopes: [GMAIL_SCOPE, METADATA] });
    expect(project.executions).toEqual([]);
    window.authorize();
    expect(window.text()).toContain('First');
  });

  it('may be partial: the card runs without the scope that was declined, and fails where it needs it', () => {
    const { open, one } = gmail(CODE, { consent: false });
    const window = open(one);
    window.authorize([GMAIL_SCOPE]);
    expect(window.error?.detail).toContain('Specified permissions are not sufficient to call GmailApp.getMessageById');
    window.authorize([METADATA]);
    expect(window.text()).toContain('First');
  });

  it('to reading after a click lets a button read the message, not its opening', () => {
    const action = 'https://www.googleapis.com/auth/gmail.addons.current.message.action';
    const cardWithoutReading = `${CODE} message = () => card('message', button('Where', 'where'), button('Open', 'again')); function again(e) { return go(nav().pushCard(card(subject(e), text('read')))); }`;
    const { open, one } = gmail(cardWithoutReading, { scopes: [GMAIL_SCOPE, action] });
    const window = open(one);
    window.press('Open');
    expect(window.card.name).toBe('First');
    const reading = gmail(CODE, { scopes: [GMAIL_SCOPE, action] });
    expect(reading.open(reading.one).error?.detail).toContain('Specified permissions are not sufficient');
  });

  it('without the scope that runs in Gmail asks again', () => {
    const { open, project } = gmail(CODE, { consent: false });
    const window = open();
    window.authorize([METADATA]);
    expect(window.prompt).toEqual({ kind: 'authorization', scopes: [GMAIL_SCOPE] });
    expect(project.executions).toEqual([]);
  });
});

describe('a link on a card in Gmail', () => {
  const code = `${CODE}
    message = () => card('message', CardService.newButtonSet().addButton(CardService.newTextButton().setText('Page')
      .setOpenLink(CardService.newOpenLink().setUrl(CacheService.getScriptCache().get('url') + '?request=7').setOnClose(CardService.OnClose.RELOAD))));
    function keep(url) { CacheService.getScriptCache().put('url', url); }
    function doGet(e) { return HtmlService.createHtmlOutput(e.parameter.request + ' for ' + Session.getActiveUser().getEmail()); }`;

  it('opens the page in the browser of the same person, and may start the add-on again when that is closed', () => {
    const { open, one, project, userId, runs } = gmail(code, {
      scopes: [GMAIL_SCOPE, 'https://www.googleapis.com/auth/userinfo.email'],
      common: { openLinkUrlPrefixes: ['https://script.google.com/macros/'] },
      webapp: { access: 'DOMAIN', executeAs: 'USER_DEPLOYING' },
    });
    project.run({ functionName: 'keep', args: [project.deployWebApp({ by: userId })], kind: 'editor', effectiveUserId: userId });
    const window = open(one);
    expect(() => window.browse()).toThrow('No link was opened');
    window.press('Page');
    expect(window.browse()).toMatchObject({ status: 'shown', html: '7 for ana@example.com' });
    window.host.closeWindow();
    expect([runs('home'), runs('message')]).toEqual([2, 2]);
    expect(window.card.name).toBe('message');
  });
});
