import { addOn } from '../../support/addOn';

const refused = 'has a type that cannot be used by the add-ons platform';

describe('what a homepage may return', () => {
  it('a plain object of the documented shape', () => {
    const sidebar = addOn(
      `function home() { return { action: { navigations: [{ pushCard: { name: 'plain', sections: [{ widgets: [{ textParagraph: { text: 'x' } }] }] } }] } }; }`,
    ).open();
    expect(sidebar.text()).toBe('x');
  });

  it.each([
    ['nothing', ``],
    ['a builder', `return CardService.newCardBuilder();`],
    ['an action response', `return say('x');`],
    ['a text', `return 'x';`],
    ['an empty list', `return [];`],
    ['a list with something else', `return [card('a', text('x')), 'b'];`],
  ])('not %s', (_what, body) => {
    const sidebar = addOn(`function home() { ${body} }`).open();
    expect(sidebar.error?.detail).toContain(refused);
    expect(() => sidebar.card).toThrow('No card is shown');
  });
});

describe('what an action may return', () => {
  const pressed = (body: string) => {
    const sidebar = addOn(`function home() { return card('home', button('Go', 'act')); } function act() { ${body} }`).open();
    sidebar.press('Go');
    return sidebar;
  };

  it.each([
    ['nothing', `return;`, undefined],
    ['null', `return null;`, undefined],
    ['an action response', `return say('done');`, 'done'],
    ['renderActions as a plain object', `return { renderActions: { action: { notification: { text: 'done' } } } };`, 'done'],
    ['action as a plain object', `return { action: { notification: { text: 'done' }, navigations: [] } };`, 'done'],
  ])('%s', (_what, body, notification) => {
    const sidebar = pressed(body);
    expect(sidebar.error).toBeUndefined();
    expect(sidebar.notification).toBe(notification);
  });

  it.each([
    ['a card', `return card('x', text('x'));`],
    ['a builder', `return CardService.newActionResponseBuilder().setNotification(CardService.newNotification().setText('x'));`],
    ['an empty action response', `return CardService.newActionResponseBuilder().build();`],
    ['a navigation with no step', `return go(nav());`],
    ['a text', `return 'done';`],
    ['an object of another shape', `return { ok: true };`],
    ['two steps in one', `return { action: { navigations: [{ pop: true, popToRoot: true }] } };`],
    ['the step names of the examples', `return { action: { navigations: [{ popCard: true }] } };`],
  ])('not %s', (_what, body) => {
    const sidebar = pressed(body);
    expect(sidebar.error?.detail).toContain(refused);
    expect(sidebar.card.name).toBe('home');
  });

  it('in the words of the platform', () => {
    expect(pressed(`return CardService.newActionResponseBuilder().build();`).error?.detail).toBe(
      'The value returned from Apps Script has a type that cannot be used by the add-ons platform. ' +
        'Also make sure to call build on any builder before returning it. Value: Object with values: {renderActions:{action:{}}}',
    );
  });

  it('no card with a button that does nothing', () => {
    const sidebar = pressed(`return go(nav().pushCard(card('next', CardService.newTextButton().setText('Idle').setDisabled(true))));`);
    expect(sidebar.error?.detail).toContain('A clickable element must have an onClick. (sections[0].widgets[0].buttonList.buttons[0])');
    expect(sidebar.card.name).toBe('home');
  });

  it('no plain card that breaks the rules', () => {
    const sidebar = pressed(
      `return { action: { navigations: [{ pushCard: { sections: [{ widgets: [{ textInput: { name: 'a', label: 'A' } }, { textInput: { name: 'a', label: 'B' } }] }] } }] } };`,
    );
    expect(sidebar.error?.detail).toContain('The field name a is used twice.');
  });
});

describe('when the script fails', () => {
  const failing = `function home() { return card('home', button('Go', 'act')); }\nfunction act() { return missing.name; }`;

  it('a test deployment shows message, line, function and file', () => {
    const sidebar = addOn(failing).open();
    sidebar.press('Go');
    expect(sidebar.error?.text).toMatch(/^ReferenceError: missing is not defined \[line: \d+, function: act, file: Code\]$/);
    expect(sidebar.card.name).toBe('home');
  });

  it('a published add-on shows that something went wrong, and no more', () => {
    const sidebar = addOn(failing).open({ deployment: 'published' });
    sidebar.press('Go');
    expect(sidebar.text()).toBe('! Something went wrong when executing the add-on.\nhome\n\n[Go]');
    expect(sidebar.error?.detail).toContain('missing is not defined');
  });

  it('the next action starts without the error', () => {
    const sidebar = addOn(
      `function home() { return card('home', button('Bad', 'bad'), button('Good', 'good')); } function bad() { throw new Error('no'); } function good() {}`,
    ).open();
    sidebar.press('Bad');
    expect(sidebar.error?.text).toContain('Error: no');
    sidebar.press('Good');
    expect(sidebar.error).toBeUndefined();
  });

  it('says when the function of an action does not exist', () => {
    const sidebar = addOn(`function home() { return card('home', button('Go', 'nowhere')); }`).open();
    sidebar.press('Go');
    expect(sidebar.error?.text).toContain('Script function not found: nowhere');
  });

  it('ends a callback after 30 seconds', () => {
    const { world, open } = addOn(
      `function home() { return card('home', button('Go', 'act')); } function act() { return go(nav().pushCard(card('next', text('x')))); }`,
    );
    const sidebar = open();
    const started = world.clock.now();
    world.faults.add({ at: 'CardService.CardBuilder.build', effect: { kind: 'slow', milliseconds: 60_000 } });
    sidebar.press('Go');
    expect(sidebar.error?.text).toContain('Exceeded maximum execution time');
    expect(sidebar.card.name).toBe('home');
    expect(world.clock.now() - started).toBe(30_000);
  });

  it('shows the sign-in that an AuthorizationException asks for', () => {
    const sidebar = addOn(
      `function home() { CardService.newAuthorizationException().setAuthorizationUrl('https://example.com/auth').setResourceDisplayName('Example').throwException(); }`,
    ).open();
    expect(sidebar.prompt).toEqual({ kind: 'signIn', url: 'https://example.com/auth', resource: 'Example' });
    expect(sidebar.text()).toContain('Sign in to Example: https://example.com/auth');
  });
});

describe('what fails without a word', () => {
  it('drops the section that crosses 100 widgets and all after it, and warns', () => {
    const sidebar = addOn(`
      function home() {
        const builder = CardService.newCardBuilder().setName('long');
        for (const count of [60, 41, 1]) {
          const section = CardService.newCardSection();
          for (let i = 0; i < count; i++) section.addWidget(text('row ' + i));
          builder.addSection(section);
        }
        return builder.build();
      }`).open();
    expect(sidebar.card.sections?.map(({ widgets }) => widgets?.length)).toEqual([60]);
    expect(sidebar.warnings).toEqual(['The card long has more than 100 widgets: 2 section(s) with 42 widget(s) are not shown.']);
  });

  it('does not show a secondary footer button without a primary one', () => {
    const sidebar = addOn(
      `function home() { return CardService.newCardBuilder().addSection(CardService.newCardSection().addWidget(text('x'))).setFixedFooter(CardService.newFixedFooter().setSecondaryButton(button('Cancel', 'x'))).build(); }`,
    ).open();
    expect(sidebar.text()).toBe('x');
    expect(sidebar.warnings).toEqual(['A secondary footer button without a primary one is not shown.']);
  });

  it('warns of unescaped text, of links that cannot open and of values nobody documents', () => {
    const sidebar =
      addOn(`function home() { return card('home', text('Ana <ana@example.com>'), text('<a href="https://elsewhere.example/">there</a>'),
      CardService.newTextButton().setText('Open').setOpenLink(CardService.newOpenLink().setUrl('https://elsewhere.example/x')),
      CardService.newDecoratedText().setText('On').setSwitchControl(CardService.newSwitch().setFieldName('s')),
      CardService.newSelectionInput().setFieldName('c').addItem('All', '', true)); }`).open();
    expect(sidebar.warnings).toEqual([
      expect.stringContaining('The switch s has no value'),
      expect.stringContaining('An item of c has an empty value'),
      expect.stringContaining('<ana@example.com>'),
      'https://elsewhere.example/ matches no openLinkUrlPrefixes.',
      'https://elsewhere.example/x matches no openLinkUrlPrefixes.',
    ]);
  });
});
