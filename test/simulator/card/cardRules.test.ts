import { runCardScript, widgetOf } from '../../support/cardScript';

const action = `CardService.newAction().setFunctionName('onPress')`;
const button = `CardService.newTextButton().setText('Go').setOnClickAction(${action})`;
const paragraph = `CardService.newTextParagraph().setText('x')`;
const cardWith = (section: string, more = '') => `CardService.newCardBuilder().addSection(${section})${more}.build()`;
const section = (widget: string) => `CardService.newCardSection().addWidget(${widget})`;

function thrownBy(code: string): { name: string; message: string } {
  try {
    runCardScript(code);
  } catch (error) {
    return error as Error;
  }
  throw new Error(`nothing thrown by ${code}`);
}

describe('CardService refuses arguments of another type', () => {
  it.each([
    [
      `CardService.newTextParagraph().setText(5)`,
      `The parameters (number) don't match the method signature for CardService.TextParagraph.setText.`,
    ],
    [
      `CardService.newTextParagraph().setText(undefined)`,
      `The parameters (null) don't match the method signature for CardService.TextParagraph.setText.`,
    ],
    [
      `CardService.newCardSection().addWidget(CardService.newCardSection())`,
      `The parameters (CardService.CardSection) don't match the method signature for CardService.CardSection.addWidget.`,
    ],
    [
      `CardService.newNavigation().pushCard(CardService.newCardBuilder())`,
      `The parameters (CardService.CardBuilder) don't match the method signature for CardService.Navigation.pushCard.`,
    ],
    [
      `CardService.newTextButton().setTextButtonStyle('FILLED')`,
      `The parameters (String) don't match the method signature for CardService.TextButton.setTextButtonStyle.`,
    ],
    [
      `CardService.newTextButton().setTextButtonStyle(CardService.ImageStyle.CIRCLE)`,
      `The parameters (CardService.ImageStyle) don't match the method signature for CardService.TextButton.setTextButtonStyle.`,
    ],
    [
      `CardService.newAction().setParameters({a: 1})`,
      `The parameters ((class)) don't match the method signature for CardService.Action.setParameters.`,
    ],
    [
      `CardService.newSelectionInput().addItem('a', 'b')`,
      `The parameters (String,String) don't match the method signature for CardService.SelectionInput.addItem.`,
    ],
    [
      `CardService.newSuggestions().addSuggestions([1])`,
      `The parameters (number[]) don't match the method signature for CardService.Suggestions.addSuggestions.`,
    ],
    [
      `CardService.newFixedFooter().setPrimaryButton(CardService.newImageButton())`,
      `The parameters (CardService.ImageButton) don't match the method signature for CardService.FixedFooter.setPrimaryButton.`,
    ],
  ])('%s', (code, message) => {
    expect(thrownBy(code)).toMatchObject({ name: 'Exception', message });
  });

  it('does not simulate members that are not listed', () => {
    expect(thrownBy(`CardService.newProgressBar()`).message).toBe('simulator: CardService.newProgressBar is not simulated');
    expect(thrownBy(`CardService.newTextInput().setPlaceholder('x')`).message).toBe(
      'simulator: CardService.TextInput.setPlaceholder is not simulated',
    );
  });
});

describe('CardService holds the limits', () => {
  const filled = (n: number) =>
    `(() => { const s = CardService.newCardSection(); for (let i = 0; i < ${n}; i++) s.addWidget(${paragraph}); return s; })()`;

  it('takes 100 widgets in a section, not 101', () => {
    expect(() => runCardScript(cardWith(filled(100)))).not.toThrow();
    expect(thrownBy(filled(101)).message).toContain('more than 100 widgets');
  });

  it('takes 100 sections in a card, not 101', () => {
    const sections = (n: number) =>
      `(() => { const c = CardService.newCardBuilder(); for (let i = 0; i < ${n}; i++) c.addSection(${section(paragraph)}); return c; })()`;
    expect(() => runCardScript(`${sections(100)}.build()`)).not.toThrow();
    expect(thrownBy(sections(101)).message).toContain('more than 100 sections');
  });

  it('takes 100 items in a selection, not 101', () => {
    const items = (n: number) =>
      `(() => { const s = CardService.newSelectionInput().setFieldName('s'); for (let i = 0; i < ${n}; i++) s.addItem('t' + i, i, false); return s; })()`;
    expect(() => runCardScript(items(100))).not.toThrow();
    expect(thrownBy(items(101)).message).toContain('more than 100 items');
  });
});

describe('CardService refuses what the reference forbids', () => {
  it.each([
    [
      'a second click handler',
      `${button}.setOpenLink(CardService.newOpenLink().setUrl('https://example.com/'))`,
      'only one of setOpenLink',
    ],
    [
      'a button and a switch',
      `CardService.newDecoratedText().setText('x').setButton(${button}).setSwitchControl(CardService.newSwitch())`,
      'one button, one switch or one icon',
    ],
    [
      'a header without a title',
      cardWith(section(paragraph), `.setHeader(CardService.newCardHeader().setSubtitle('s'))`),
      'must have a title',
    ],
    ['a text input without a field name', cardWith(section(`CardService.newTextInput().setTitle('t')`)), 'must have a field name'],
    [
      'a selection without a field name',
      cardWith(section(`CardService.newSelectionInput().addItem('a', 'b', true)`)),
      'must have a field name',
    ],
    [
      'a switch without a field name',
      cardWith(section(`CardService.newDecoratedText().setText('x').setSwitchControl(CardService.newSwitch())`)),
      'must have a field name',
    ],
    ['a paragraph without text', cardWith(section(`CardService.newTextParagraph()`)), 'must have text'],
    ['a section without widgets', cardWith(`CardService.newCardSection().setHeader('h')`), 'at least one widget'],
    [
      'an action without a function',
      cardWith(section(`CardService.newTextButton().setText('x').setOnClickAction(CardService.newAction())`)),
      'must have a function name',
    ],
    ['an empty footer', cardWith(section(paragraph), `.setFixedFooter(CardService.newFixedFooter())`), 'must have a button'],
    [
      'an outlined primary button',
      cardWith(
        section(paragraph),
        `.setFixedFooter(CardService.newFixedFooter().setPrimaryButton(${button}.setTextButtonStyle(CardService.TextButtonStyle.OUTLINED)))`,
      ),
      'must be FILLED',
    ],
    [
      'a filled secondary button',
      cardWith(
        section(paragraph),
        `.setFixedFooter(CardService.newFixedFooter().setPrimaryButton(${button}).setSecondaryButton(${button}.setTextButtonStyle(CardService.TextButtonStyle.FILLED)))`,
      ),
      'must be OUTLINED',
    ],
    [
      'the same field name twice',
      cardWith(
        `${section(`CardService.newTextInput().setFieldName('a').setTitle('t')`)}.addWidget(CardService.newTextInput().setFieldName('a').setTitle('u'))`,
      ),
      'used twice',
    ],
    ['a section id with other characters', `CardService.newCardSection().setId('a b')`, 'Invalid id'],
    ['a widget id of 65 characters', `${paragraph}.setId('${'a'.repeat(65)}')`, 'Invalid id'],
    [
      'two selected radio buttons',
      cardWith(
        section(
          `CardService.newSelectionInput().setFieldName('s').setType(CardService.SelectionInputType.RADIO_BUTTON).addItem('a', 'a', true).addItem('b', 'b', true)`,
        ),
      ),
      'Only one item',
    ],
    [
      'multi-select items in check boxes',
      cardWith(
        section(
          `CardService.newSelectionInput().setFieldName('s').addMultiSelectItem('a', 'a', true, 'https://example.com/i.png', 'below')`,
        ),
      ),
      'Only a MULTI_SELECT',
    ],
    [
      'four selected items where three is the default',
      cardWith(
        section(
          `(() => { const s = CardService.newSelectionInput().setFieldName('s').setType(CardService.SelectionInputType.MULTI_SELECT); for (let i = 0; i < 4; i++) s.addItem('t' + i, i, true); return s; })()`,
        ),
      ),
      'At most 3 items',
    ],
    [
      'three grid columns in the side panel',
      cardWith(section(`CardService.newGrid().setNumColumns(3).addItem(CardService.newGridItem().setTitle('t'))`)),
      '1 or 2 columns',
    ],
    ['a time out of range', `CardService.newTimePicker().setHours(24)`, 'from 0 to 23'],
    [
      'a notification without text',
      `CardService.newActionResponseBuilder().setNotification(CardService.newNotification()).build()`,
      'must have text',
    ],
    ['a suggestions response without suggestions', `CardService.newSuggestionsResponseBuilder().build()`, 'must have suggestions'],
    ['a universal action response with nothing', `CardService.newUniversalActionResponseBuilder().build()`, 'either cards or a link'],
  ])('%s', (_what, code, message) => {
    expect(thrownBy(code)).toMatchObject({ name: 'Exception', message: expect.stringContaining(message) as string });
  });

  it('lets switches share a field name', () => {
    const row = (value: string) =>
      `CardService.newDecoratedText().setText('x').setSwitchControl(CardService.newSwitch().setFieldName('s').setValue('${value}'))`;
    expect(() => runCardScript(cardWith(`${section(row('a'))}.addWidget(${row('b')})`))).not.toThrow();
  });

  it('builds a button without a handler: only the platform notices', () => {
    expect(widgetOf(`CardService.newTextButton().setText('Idle').setDisabled(true)`)).toEqual({
      buttonList: { buttons: [{ text: 'Idle', disabled: true }] },
    });
  });

  it('throws an AuthorizationException that carries its prompt', () => {
    expect(
      thrownBy(
        `CardService.newAuthorizationException().setAuthorizationUrl('https://example.com/auth').setResourceDisplayName('Example').throwException()`,
      ),
    ).toMatchObject({
      name: 'AuthorizationException',
    });
  });
});
