import { addOn } from '../../support/addOn';

describe('a person on the side panel', () => {
  it('reads the card as text', () => {
    const { open } = addOn(`
      function home() {
        return CardService.newCardBuilder()
          .setHeader(CardService.newCardHeader().setTitle('Title').setSubtitle('Sub'))
          .addSection(CardService.newCardSection().setHeader('People')
            .addWidget(text('Ana &amp; <b>Bob</b><br>two'))
            .addWidget(CardService.newDecoratedText().setTopLabel('Top').setText('ana@example.com').setBottomLabel('Below').setButton(button('×', 'x')))
            .addWidget(CardService.newDecoratedText().setText('Open').setOnClickAction(action('x')))
            .addWidget(CardService.newDecoratedText().setText('Nightly').setSwitchControl(CardService.newSwitch().setFieldName('n').setValue('on').setSelected(true)))
            .addWidget(input('name', 'Name').setValue('Welcome').setHint('Required'))
            .addWidget(CardService.newSelectionInput().setFieldName('t').setTitle('Type').setType(CardService.SelectionInputType.RADIO_BUTTON).addItem('Onboard', 'o', true).addItem('Modify', 'm', false))
            .addWidget(CardService.newDatePicker().setFieldName('d').setTitle('Day').setValueInMsSinceEpoch(Date.UTC(2026, 2, 2)))
            .addWidget(CardService.newDivider())
            .addWidget(CardService.newButtonSet().addButton(button('One', 'x')).addButton(button('Two', 'x').setDisabled(true))))
          .setFixedFooter(CardService.newFixedFooter().setPrimaryButton(button('Next', 'x')))
          .addCardAction(CardService.newCardAction().setText('Settings').setOnClickAction(action('x')))
          .build();
      }`);
    expect(open().text()).toBe(
      [
        'Title — Sub',
        '',
        '== People',
        'Ana & Bob\ntwo',
        'Top: ana@example.com (Below) [×]',
        '[Open]',
        'Nightly {on}',
        'Name: {Welcome} (Required)',
        'Type: (x) Onboard ( ) Modify',
        'Day: {2026-03-02}',
        '---',
        '[One] [Two] (disabled)',
        '',
        '-- [Next]',
        '⋮ [Settings]',
      ].join('\n'),
    );
  });

  it('presses buttons, rows, footer buttons and menu entries by their labels', () => {
    const { open } = addOn(`
      function home() {
        return CardService.newCardBuilder()
          .addSection(CardService.newCardSection()
            .addWidget(button('Button', 'said', {what: 'button'}))
            .addWidget(CardService.newDecoratedText().setText('<b>Row</b>').setOnClickAction(action('said', {what: 'row'})))
            .addWidget(CardService.newImage().setImageUrl('https://example.com/i.png').setAltText('Picture').setOnClickAction(action('said', {what: 'image'})))
            .addWidget(CardService.newGrid().setOnClickAction(action('said', {what: 'grid'})).addItem(CardService.newGridItem().setIdentifier('i7').setTitle('Cell'))))
          .setFixedFooter(CardService.newFixedFooter().setPrimaryButton(button('Footer', 'said', {what: 'footer'})))
          .addCardAction(CardService.newCardAction().setText('Menu').setOnClickAction(action('said', {what: 'menu'})))
          .build();
      }
      function said(e) { return say(JSON.stringify(e.commonEventObject.parameters)); }`);
    const sidebar = open();
    const heard = (label: string) => {
      sidebar.press(label);
      return JSON.parse(sidebar.notification ?? '') as unknown;
    };
    expect(heard('Button')).toEqual({ what: 'button' });
    expect(heard('Row')).toEqual({ what: 'row' });
    expect(heard('Picture')).toEqual({ what: 'image' });
    expect(heard('Cell')).toEqual({ what: 'grid', grid_item_identifier: 'i7', grid_item_index: '0' });
    expect(heard('Footer')).toEqual({ what: 'footer' });
    expect(heard('Menu')).toEqual({ what: 'menu' });
  });

  it('tells equal labels apart by what is near, and refuses to guess', () => {
    const { open } = addOn(`
      function home() {
        const row = (who) => CardService.newDecoratedText().setText(who).setButton(button('×', 'said', {who}));
        return card('home', row('ana@example.com'), row('bob@example.com'), text('Below Carl'), button('Drop', 'said', {who: 'carl'}), text('Below Dora'), button('Drop', 'said', {who: 'dora'}));
      }
      function said(e) { return say(e.parameters.who); }`);
    const sidebar = open();
    sidebar.press('×', { near: 'bob' });
    expect(sidebar.notification).toBe('bob@example.com');
    sidebar.press('Drop', { near: 'Dora' });
    expect(sidebar.notification).toBe('dora');
    expect(() => sidebar.press('×')).toThrow('2 things to press are called “×”');
    expect(() => sidebar.press('×', { near: 'zoe' })).toThrow('Nothing to press is called “×” near “zoe”');
    expect(() => sidebar.press('Save')).toThrow(/Nothing to press is called “Save”[\s\S]*ana@example.com \[×\]/);
  });

  it('cannot press a disabled button', () => {
    const sidebar = addOn(`function home() { return card('home', button('Send', 'x').setDisabled(true)); }`).open();
    expect(() => sidebar.press('Send')).toThrow('“Send” is disabled');
  });

  it('clears the notification with the next action', () => {
    const sidebar = addOn(`
      function home() { return card('home', button('Loud', 'loud'), button('Quiet', 'quiet')); }
      function loud() { return say('Saved'); }
      function quiet() {}`).open();
    sidebar.press('Loud');
    expect(sidebar.notification).toBe('Saved');
    sidebar.press('Quiet');
    expect(sidebar.notification).toBeUndefined();
  });

  it('cannot open a spreadsheet that is not shared with them', () => {
    const { world, open } = addOn(`function home() { return card('home', text('x')); }`);
    const other = world.directory.addUser({ primaryEmail: 'bob@example.com' });
    expect(() => open({ userId: other.id })).toThrow('cannot open the spreadsheet');
  });
});

describe('what a person types', () => {
  const echo = `function echo(e) { return say(JSON.stringify(e.commonEventObject.formInputs ?? null)); }`;
  const sent = (sidebar: { notification: string | undefined }): unknown => JSON.parse(sidebar.notification ?? '""');

  it('goes to the callback as formInputs, by kind of field', () => {
    const sidebar = addOn(`
      function home() {
        const one = (value) => CardService.newDecoratedText().setText('Switch ' + value).setSwitchControl(CardService.newSwitch().setFieldName('s').setValue(value));
        return card('home', input('t', 'Text'),
          CardService.newSelectionInput().setFieldName('c').setTitle('Boxes').addItem('One', '1', false).addItem('Two', '2', true).addItem('Three', '3', false),
          CardService.newSelectionInput().setFieldName('d').setTitle('Menu').setType(CardService.SelectionInputType.DROPDOWN).addItem('A', 'a', true).addItem('B', 'b', false),
          one('x'), one('y'), one('z'),
          CardService.newDatePicker().setFieldName('day').setTitle('Day'), CardService.newTimePicker().setFieldName('time').setTitle('Time'), CardService.newDateTimePicker().setFieldName('both').setTitle('Both'),
          button('Send', 'echo'));
      }
      ${echo}`).open();
    sidebar.type('Text', 'hello');
    sidebar.choose('Boxes', 'One', 'Three');
    sidebar.choose('Menu', 'B');
    sidebar.toggle('Switch x', true);
    sidebar.toggle('Switch z', true);
    sidebar.pickDate('Day', { date: '2026-03-02' });
    sidebar.pickDate('Time', { time: '14:30' });
    sidebar.pickDate('Both', { date: '2026-03-02', time: '14:30' });
    sidebar.press('Send');
    expect(sent(sidebar)).toEqual({
      t: { stringInputs: { value: ['hello'] } },
      c: { stringInputs: { value: ['1', '3'] } },
      d: { stringInputs: { value: ['b'] } },
      s: { stringInputs: { value: ['x', 'z'] } },
      day: { dateInput: { msSinceEpoch: String(Date.UTC(2026, 2, 2)) } },
      time: { timeInput: { hours: 14, minutes: 30 } },
      both: { dateTimeInput: { hasDate: true, hasTime: true, msSinceEpoch: String(Date.UTC(2026, 2, 2, 14, 30)) } },
    });
  });

  it.each([
    ['missing', null],
    ['present', { t: { stringInputs: { value: [''] } } }],
  ] as const)('is %s when a text field is empty, as the host is set', (emptyFields, expected) => {
    const sidebar = addOn(`function home() { return card('home', input('t', 'Text'), button('Send', 'echo')); } ${echo}`).open({
      uncertain: { emptyFields },
    });
    sidebar.press('Send');
    expect(sent(sidebar)).toEqual(expected);
  });

  it('reports a change when the field is left, once', () => {
    const sidebar = addOn(`
      function home() { return card('home', input('t', 'Text').setOnChangeAction(action('changed')), button('Send', 'count')); }
      function changed(e) { return say('changed to ' + e.formInput.t); }
      function count() { return say('sent'); }`).open();
    sidebar.type('Text', 'abc');
    expect(sidebar.notification).toBe('changed to abc');
    sidebar.type('Text', 'abc');
    expect(sidebar.notification).toBe('changed to abc');
    sidebar.press('Send');
    expect(sidebar.notification).toBe('sent');
    expect(sidebar.host.project.executions.map(({ functionName }) => functionName)).toEqual(['home', 'changed', 'count']);
  });

  it('keeps a required field from being sent empty, and a number from being sent as letters', () => {
    const { open, project } = addOn(`
      function home() { return card('home', input('t', 'Text'), input('n', 'Number').setValidation(CardService.newValidation().setInputType(CardService.InputType.INTEGER).setCharacterLimit(3)),
        CardService.newTextButton().setText('Send').setOnClickAction(action('echo').addRequiredWidget('t'))); }
      ${echo}`);
    const sidebar = open();
    sidebar.type('Number', 'x1');
    sidebar.press('Send');
    expect(sidebar.host.blockedBy).toEqual(['Text', 'Number']);
    sidebar.type('Text', 'a');
    sidebar.type('Number', '12');
    sidebar.press('Send');
    expect(sent(sidebar)).toEqual({ t: { stringInputs: { value: ['a'] } }, n: { stringInputs: { value: ['12'] } } });
    expect(project.executions.map(({ functionName }) => functionName)).toEqual(['home', 'echo']);
    expect(() => sidebar.type('Number', '1234')).toThrow('at most 3 characters');
  });

  it('reports each click on a box, as long as the field is there', () => {
    const { open, project } = addOn(`
      function home() { return card('home', boxes('')); }
      function boxes(on) {
        const selection = CardService.newSelectionInput().setFieldName('c').setTitle('Boxes').setOnChangeAction(action('changed'));
        for (const x of ['a', 'b', 'c']) selection.addItem(x, x, on.includes(x));
        return selection;
      }
      function changed(e) { return go(nav().updateCard(card('home', boxes(e.commonEventObject.formInputs.c.stringInputs.value.join(''))))); }`);
    const sidebar = open();
    sidebar.choose('Boxes', 'a', 'c');
    expect(project.executions.map(({ functionName }) => functionName)).toEqual(['home', 'changed', 'changed']);
    expect(sidebar.text()).toContain('Boxes: (x) a ( ) b (x) c');
    sidebar.toggle('a', false);
    expect(sidebar.text()).toContain('Boxes: ( ) a ( ) b (x) c');
  });

  it('reports a switch when it is really turned', () => {
    const { open, project } = addOn(`
      function home() { return card('home', CardService.newDecoratedText().setTopLabel('Nightly').setText('Run at night').setSwitchControl(CardService.newSwitch().setFieldName('s').setValue('on').setOnChangeAction(action('turned')))); }
      function turned(e) { return say('form: ' + JSON.stringify(e.formInputs ?? null)); }`);
    const sidebar = open();
    sidebar.toggle('Nightly', true);
    expect(sidebar.notification).toBe('form: {"s":["on"]}');
    sidebar.toggle('Run at night', true);
    expect(project.executions).toHaveLength(2);
    sidebar.toggle('Run at night', false);
    expect(sidebar.notification).toBe('form: null');
  });

  it('is limited by the kind of selection', () => {
    const sidebar = addOn(`
      function home() {
        const many = CardService.newSelectionInput().setFieldName('m').setTitle('Many').setType(CardService.SelectionInputType.MULTI_SELECT);
        for (const x of ['a', 'b', 'c', 'd']) many.addItem(x.toUpperCase(), x, false);
        return card('home', many, CardService.newSelectionInput().setFieldName('r').setTitle('One').setType(CardService.SelectionInputType.RADIO_BUTTON).addItem('A', 'a', false).addItem('B', 'b', false));
      }`).open();
    expect(() => sidebar.choose('Many', 'A', 'B', 'C', 'D')).toThrow('at most 3 options');
    expect(() => sidebar.choose('One', 'A', 'B')).toThrow('exactly one option');
    expect(() => sidebar.choose('One', 'C')).toThrow('“One” has 0 options “C”');
    expect(() => sidebar.choose('Two', 'A')).toThrow('There is no selection “Two”');
  });
});

describe('suggestions', () => {
  const fixed = `input('q', 'Who').setSuggestions(CardService.newSuggestions().addSuggestions(['Ana', 'Anton', 'Bob']))`;

  it('filters a fixed list by its beginning, whatever the case', () => {
    const sidebar = addOn(`function home() { return card('home', ${fixed}); }`).open();
    expect(sidebar.suggest('Who', 'an')).toEqual(['Ana', 'Anton']);
    expect(sidebar.suggest('Who', 'na')).toEqual([]);
  });

  it('asks a callback with what is typed, and keeps its answer unfiltered', () => {
    const sidebar = addOn(`
      function home() { return card('home', input('q', 'Who').setOnChangeAction(action('picked')).setSuggestionsAction(action('find', {limit: '2'}))); }
      function find(e) {
        const typed = e.commonEventObject.formInputs.q.stringInputs.value[0];
        return CardService.newSuggestionsResponseBuilder().setSuggestions(CardService.newSuggestions().addSuggestions(['zoe', typed + '@example.com', e.parameters.limit])).build();
      }
      function picked(e) { return say('picked ' + e.formInput.q); }`).open();
    expect(sidebar.suggest('Who', 'ana')).toEqual(['zoe', 'ana@example.com', '2']);
    expect(sidebar.notification).toBeUndefined();
    sidebar.pick('Who', 'ana@example.com');
    expect(sidebar.notification).toBe('picked ana@example.com');
    expect(() => sidebar.pick('Who', 'ana@example.com')).toThrow('No suggestions of “Who” are open');
  });

  it('shows the fixed ones until the first keystroke when there are both', () => {
    const sidebar = addOn(`
      function home() { return card('home', ${fixed}.setSuggestionsAction(action('find'))); }
      function find() { return CardService.newSuggestionsResponseBuilder().setSuggestions(CardService.newSuggestions().addSuggestion('from the callback')).build(); }`).open();
    expect(sidebar.suggest('Who', '')).toEqual(['Ana', 'Anton', 'Bob']);
    expect(sidebar.suggest('Who', 'a')).toEqual(['from the callback']);
  });

  it('cannot be picked when they were not shown', () => {
    const sidebar = addOn(`function home() { return card('home', ${fixed}); }`).open();
    sidebar.suggest('Who', 'b');
    expect(() => sidebar.pick('Who', 'Ana')).toThrow('“Ana” is not suggested: Bob');
  });

  it('report the change of a text left without picking, before the next press', () => {
    const sidebar = addOn(`
      function home() { return card('home', ${fixed}.setOnChangeAction(action('changed')), button('Send', 'sent')); }
      function changed() { return say('changed'); }
      function sent() { return say('sent'); }`).open();
    sidebar.suggest('Who', 'Zed');
    sidebar.press('Send');
    expect(sidebar.host.project.executions.map(({ functionName }) => functionName)).toEqual(['home', 'changed', 'sent']);
  });

  it('of another type than a SuggestionsResponse are refused', () => {
    const sidebar = addOn(`
      function home() { return card('home', input('q', 'Who').setSuggestionsAction(action('find'))); }
      function find() { return CardService.newSuggestions().addSuggestion('a'); }`).open();
    expect(sidebar.suggest('Who', 'a')).toEqual([]);
    expect(sidebar.error?.detail).toContain('make sure to call build on any builder before returning it. Value: Suggestions');
  });
});
