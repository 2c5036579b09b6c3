import { printed, runCardScript, widgetOf, widgetsOf } from '../../support/cardScript';

const action = `CardService.newAction().setFunctionName('onPress')`;
const button = (more = '') => `CardService.newTextButton().setText('Go').setOnClickAction(${action})${more}`;

describe('CardService renders google.apps.card.v1', () => {
  it('renders a card with header, section and paragraph', () => {
    const card = printed(`
      CardService.newCardBuilder()
        .setName('home')
        .setHeader(CardService.newCardHeader().setTitle('Title').setSubtitle('Sub').setImageStyle(CardService.ImageStyle.CIRCLE).setImageUrl('https://example.com/a.png'))
        .addSection(CardService.newCardSection().setHeader('One').setCollapsible(true).setNumUncollapsibleWidgets(1)
          .addWidget(CardService.newTextParagraph().setText('Hello')))
        .build()`);
    expect(card).toEqual({
      name: 'home',
      header: { title: 'Title', subtitle: 'Sub', imageType: 'CIRCLE', imageUrl: 'https://example.com/a.png' },
      sections: [{ header: 'One', collapsible: true, uncollapsibleWidgetsCount: 1, widgets: [{ textParagraph: { text: 'Hello' } }] }],
    });
  });

  it('renders an action with its parameters as a list of keys and values', () => {
    expect(
      widgetOf(`CardService.newButtonSet().addButton(CardService.newTextButton().setText('Save').setTextButtonStyle(CardService.TextButtonStyle.FILLED)
        .setDisabled(true).setAltText('Save it')
        .setOnClickAction(${action}.setParameters({a: '1', b: '2'}).setLoadIndicator(CardService.LoadIndicator.NONE).setPersistValues(true)
          .addRequiredWidget('name').setAllWidgetsAreRequired(false)))`),
    ).toEqual({
      buttonList: {
        buttons: [
          {
            text: 'Save',
            type: 'FILLED',
            disabled: true,
            altText: 'Save it',
            onClick: {
              action: {
                function: 'onPress',
                parameters: [
                  { key: 'a', value: '1' },
                  { key: 'b', value: '2' },
                ],
                loadIndicator: 'NONE',
                persistValues: true,
                requiredWidgets: ['name'],
                allWidgetsAreRequired: false,
              },
            },
          },
        ],
      },
    });
  });

  it('renders a lone button as a list of one, and a background colour as parts of one that forces FILLED', () => {
    expect(widgetOf(button(`.setBackgroundColor('#ff8000').setTextButtonStyle(CardService.TextButtonStyle.OUTLINED)`))).toEqual({
      buttonList: {
        buttons: [
          { text: 'Go', color: { red: 1, green: 128 / 255, blue: 0 }, type: 'FILLED', onClick: { action: { function: 'onPress' } } },
        ],
      },
    });
  });

  it('renders decorated text with icon, switch and labels', () => {
    expect(
      widgetOf(`CardService.newDecoratedText().setTopLabel('Top').setText('<b>x</b>').setBottomLabel('Bottom').setWrapText(true)
        .setStartIcon(CardService.newIconImage().setIcon(CardService.Icon.PERSON).setAltText('Person'))
        .setSwitchControl(CardService.newSwitch().setFieldName('on').setValue('yes').setSelected(true).setOnChangeAction(${action}))`),
    ).toEqual({
      decoratedText: {
        topLabel: 'Top',
        text: '<b>x</b>',
        bottomLabel: 'Bottom',
        wrapText: true,
        startIcon: { knownIcon: 'PERSON', altText: 'Person' },
        switchControl: { controlType: 'SWITCH', name: 'on', value: 'yes', selected: true, onChangeAction: { function: 'onPress' } },
      },
    });
  });

  it('renders text input, selection and pickers', () => {
    expect(
      widgetsOf(`CardService.newCardSection()
        .addWidget(CardService.newTextInput().setFieldName('n').setTitle('Name').setHint('Hint').setValue('v').setMultiline(true)
          .setSuggestions(CardService.newSuggestions().addSuggestion('a').addSuggestions(['b', 'c']))
          .setValidation(CardService.newValidation().setCharacterLimit(10).setInputType(CardService.InputType.EMAIL)))
        .addWidget(CardService.newSelectionInput().setFieldName('s').setTitle('Pick').setType(CardService.SelectionInputType.DROPDOWN)
          .addItem('One', 1, true).addItem('Two', 'two', false))
        .addWidget(CardService.newDatePicker().setFieldName('d').setTitle('Day').setValueInMsSinceEpoch(1514764800000))
        .addWidget(CardService.newTimePicker().setFieldName('t').setHours(3).setMinutes(30).setHours(4))
        .addWidget(CardService.newDateTimePicker().setFieldName('dt').setValueInMsSinceEpoch('1').setTimeZoneOffsetInMins(-300))`),
    ).toEqual([
      {
        textInput: {
          name: 'n',
          label: 'Name',
          hintText: 'Hint',
          value: 'v',
          type: 'MULTIPLE_LINE',
          initialSuggestions: { items: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] },
          validation: { characterLimit: 10, inputType: 'EMAIL' },
        },
      },
      {
        selectionInput: {
          type: 'DROPDOWN',
          name: 's',
          label: 'Pick',
          items: [
            { text: 'One', value: '1', selected: true },
            { text: 'Two', value: 'two', selected: false },
          ],
        },
      },
      { dateTimePicker: { type: 'DATE_ONLY', name: 'd', label: 'Day', valueMsEpoch: '1514764800000' } },
      { dateTimePicker: { type: 'TIME_ONLY', name: 't', valueMsEpoch: String(4 * 3_600_000 + 30 * 60_000) } },
      { dateTimePicker: { type: 'DATE_AND_TIME', name: 'dt', valueMsEpoch: '1', timezoneOffsetDate: -300 } },
    ]);
  });

  it('renders divider, image, grid, footer and card action', () => {
    expect(
      printed(`CardService.newCardBuilder()
        .addSection(CardService.newCardSection()
          .addWidget(CardService.newDivider())
          .addWidget(CardService.newImage().setImageUrl('https://example.com/a.png').setAltText('A').setOpenLink(CardService.newOpenLink().setUrl('https://example.com/').setOpenAs(CardService.OpenAs.OVERLAY).setOnClose(CardService.OnClose.RELOAD_ADD_ON)))
          .addWidget(CardService.newGrid().setTitle('G').setNumColumns(2).setOnClickAction(${action})
            .addItem(CardService.newGridItem().setIdentifier('i').setTitle('Item').setImage(CardService.newImageComponent().setImageUrl('https://example.com/b.png')))))
        .setFixedFooter(CardService.newFixedFooter().setPrimaryButton(${button()}).setSecondaryButton(${button()}))
        .addCardAction(CardService.newCardAction().setText('Settings').setOnClickOpenLinkAction(${action}))
        .build()`),
    ).toEqual({
      sections: [
        {
          widgets: [
            { divider: {} },
            {
              image: {
                imageUrl: 'https://example.com/a.png',
                altText: 'A',
                onClick: { openLink: { url: 'https://example.com/', openAs: 'OVERLAY', onClose: 'RELOAD' } },
              },
            },
            {
              grid: {
                title: 'G',
                columnCount: 2,
                onClick: { action: { function: 'onPress' } },
                items: [{ id: 'i', title: 'Item', image: { imageUri: 'https://example.com/b.png' } }],
              },
            },
          ],
        },
      ],
      fixedFooter: {
        primaryButton: { text: 'Go', onClick: { action: { function: 'onPress' } } },
        secondaryButton: { text: 'Go', onClick: { action: { function: 'onPress' } } },
      },
      cardActions: [{ actionLabel: 'Settings', onClick: { openDynamicLinkAction: { function: 'onPress' } } }],
    });
  });

  it('stringifies enumeration values to their names', () => {
    expect(
      runCardScript(
        `[String(CardService.SelectionInputType.DROPDOWN), '' + CardService.Icon.EMAIL, JSON.stringify([CardService.OpenAs.OVERLAY])].join()`,
      ),
    ).toBe('DROPDOWN,EMAIL,["OVERLAY"]');
  });
});

describe('CardService copies what is added', () => {
  it('loses widgets added to a section after the section was added to the card', () => {
    expect(
      printed(`const section = CardService.newCardSection().addWidget(CardService.newTextParagraph().setText('before'));
        const card = CardService.newCardBuilder().addSection(section);
        section.addWidget(CardService.newTextParagraph().setText('after'));
        card.build()`),
    ).toEqual({ sections: [{ widgets: [{ textParagraph: { text: 'before' } }] }] });
  });

  it('leaves a built card as it was when the builder goes on', () => {
    expect(
      printed(`const section = CardService.newCardSection().addWidget(CardService.newTextParagraph().setText('one'));
        const builder = CardService.newCardBuilder().addSection(section);
        const card = builder.build();
        builder.setName('later').addSection(section);
        card`),
    ).toEqual({ sections: [{ widgets: [{ textParagraph: { text: 'one' } }] }] });
  });
});

describe('CardService responses', () => {
  const card = `CardService.newCardBuilder().setName('c').addSection(CardService.newCardSection().addWidget(CardService.newDivider())).build()`;

  it('renders an action response inside renderActions', () => {
    expect(
      printed(`CardService.newActionResponseBuilder()
        .setNavigation(CardService.newNavigation().popToRoot().popCard().popToNamedCard('x').updateCard(${card}).pushCard(${card}))
        .setNotification(CardService.newNotification().setText('Saved'))
        .setStateChanged(true).build()`),
    ).toEqual({
      renderActions: {
        action: {
          navigations: [
            { popToRoot: true },
            { pop: true },
            { popToCard: 'x' },
            { updateCard: { name: 'c', sections: [{ widgets: [{ divider: {} }] }] } },
            { pushCard: { name: 'c', sections: [{ widgets: [{ divider: {} }] }] } },
          ],
          notification: { text: 'Saved' },
        },
      },
      stateChanged: true,
    });
  });

  it('renders suggestions, universal actions and file scope requests', () => {
    expect(
      printed(`CardService.newSuggestionsResponseBuilder().setSuggestions(CardService.newSuggestions().addSuggestion('a')).build()`),
    ).toEqual({ autoComplete: { items: [{ text: 'a' }] } });
    expect(printed(`CardService.newUniversalActionResponseBuilder().displayAddOnCards([${card}]).build()`)).toEqual({
      action: { navigations: [{ pushCard: { name: 'c', sections: [{ widgets: [{ divider: {} }] }] } }] },
    });
    expect(printed(`CardService.newEditorFileScopeActionResponseBuilder().requestFileScopeForActiveDocument().build()`)).toEqual({
      renderActions: { hostAppAction: { editorAction: { requestFileScopeForActiveDocument: {} } } },
    });
  });
});
