import { addOn, FILE_SCOPE, LOCALE_SCOPE } from '../../support/addOn';

describe('first use', () => {
  it('asks for consent before any code runs, then shows the homepage', () => {
    const { open, project } = addOn(`function home() { return card('home', text('x')); }`);
    const sidebar = open({ consent: false });
    expect(sidebar.prompt).toEqual({ kind: 'authorization', scopes: [LOCALE_SCOPE, FILE_SCOPE] });
    expect(sidebar.text()).toContain('This add-on needs permission');
    expect(() => sidebar.card).toThrow('No card is shown');
    expect(project.executions).toHaveLength(0);
    sidebar.authorize();
    expect(sidebar.card.name).toBe('home');
  });

  it('shows the homepage also to a person who allowed only a part', () => {
    const sample = addOn(`function home() { return card('home', text('x')); }`);
    const sidebar = sample.open({ consent: false });
    sidebar.authorize([LOCALE_SCOPE]);
    expect(sidebar.card.name).toBe('home');
    expect(sample.project.consents.missing(sample.userId)).toEqual([FILE_SCOPE]);
  });

  it('asks for the scopes that a callback requires, and goes on once they are allowed', () => {
    const sidebar = addOn(`
      function home() { return card('home', button('Go', 'act')); }
      function act() { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${FILE_SCOPE}']); return say('done'); }`).open({
      consent: false,
    });
    sidebar.authorize([LOCALE_SCOPE]);
    sidebar.press('Go');
    expect(sidebar.prompt).toEqual({ kind: 'authorization', scopes: [FILE_SCOPE] });
    sidebar.authorize([FILE_SCOPE]);
    sidebar.press('Go');
    expect(sidebar.notification).toBe('done');
  });

  it('asks again when the consent was withdrawn under an open card', () => {
    const { open, project, userId } = addOn(`function home() { return card('home', button('Go', 'act')); } function act() {}`);
    const sidebar = open();
    project.withdraw(userId);
    sidebar.press('Go');
    expect(sidebar.prompt?.kind).toBe('authorization');
    expect(project.executions).toHaveLength(1);
  });
});

describe('what is not simulated', () => {
  it('stops the test instead of showing an error card', () => {
    const { open } = addOn(`function home() { return card('home', CardService.newChipList()); }`);
    expect(() => open()).toThrow('simulator: CardService.newChipList is not simulated');
  });
});

describe('links', () => {
  const script = `
    function home() { return card('home',
      CardService.newTextButton().setText('Good').setOpenLink(CardService.newOpenLink().setUrl('http://docs.example.com/a')),
      CardService.newTextButton().setText('Bad').setOpenLink(CardService.newOpenLink().setUrl('https://elsewhere.example/')),
      CardService.newTextButton().setText('Built').setOnClickOpenLinkAction(action('built')),
      CardService.newTextButton().setText('Not built').setOnClickOpenLinkAction(action('silent'))); }
    function built() { return CardService.newActionResponseBuilder().setOpenLink(CardService.newOpenLink().setUrl('https://docs.example.com/b').setOnClose(CardService.OnClose.RELOAD)).build(); }
    function silent() {}`;
  const common = { openLinkUrlPrefixes: ['https://docs.example.com/'] };

  it('open when they match a prefix of the manifest, over https', () => {
    const sidebar = addOn(script, { common }).open();
    sidebar.press('Good');
    expect(sidebar.openedLinks).toEqual([{ url: 'https://docs.example.com/a' }]);
    sidebar.press('Bad');
    expect(sidebar.error?.detail).toContain('https://elsewhere.example/ does not start with any');
    expect(sidebar.openedLinks).toHaveLength(1);
  });

  it('of a callback must come, and reload the add-on when their window closes', () => {
    const { open, project } = addOn(script, { common });
    const sidebar = open();
    sidebar.press('Not built');
    expect(sidebar.error?.detail).toContain('must return an ActionResponse with an open link');
    sidebar.press('Built');
    expect(sidebar.openedLinks).toEqual([{ url: 'https://docs.example.com/b', onClose: 'RELOAD' }]);
    sidebar.host.closeWindow();
    expect(project.executions.map(({ functionName }) => functionName)).toEqual(['home', 'silent', 'built', 'home']);
  });
});

describe('universal actions', () => {
  const common = {
    openLinkUrlPrefixes: ['https://docs.example.com/'],
    universalActions: [
      { label: 'Help', openLink: 'https://docs.example.com/help' },
      { label: 'Settings', runFunction: 'settings' },
      { label: 'Wrong', runFunction: 'home' },
    ],
  };

  it('open a link, or show the cards of their function', () => {
    const sidebar = addOn(
      `function home() { return card('home', text('x')); }
       function settings() { return CardService.newUniversalActionResponseBuilder().displayAddOnCards([card('settings', text('y'))]).build(); }`,
      { common },
    ).open();
    sidebar.host.universalAction('Help');
    expect(sidebar.openedLinks).toEqual([{ url: 'https://docs.example.com/help' }]);
    sidebar.host.universalAction('Settings');
    expect(sidebar.card.name).toBe('settings');
    sidebar.host.universalAction('Wrong');
    expect(sidebar.error?.detail).toContain('cannot be used by the add-ons platform');
  });
});
