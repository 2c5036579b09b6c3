import type { CardAnswer, CardSpec } from '../../src/cards/CardSpec';
import { runCardScript } from '../support/cardScript';
import { bundleSnippet } from '../support/bundleSnippet';

const code = bundleSnippet(`
  import { renderCard } from './src/gas/renderCard';
  import { renderAnswer, renderSuggestions } from './src/gas/renderAnswer';
  export const card = (spec: any) => renderCard(spec);
  export const answer = (spec: any) => renderAnswer(spec);
  export const suggestions = (spec: any) => renderSuggestions(spec);
`);

const run = (call: string, spec: unknown): unknown =>
  JSON.parse((runCardScript(`${code}\n${call}(${JSON.stringify(spec)})`) as { printJson(): string }).printJson());

const card = (changes: Partial<CardSpec> = {}): CardSpec => ({
  name: 'home',
  header: { title: 'Roster' },
  sections: [{ widgets: [{ textParagraph: { text: 'Hello' } }] }],
  ...changes,
});

/** How an action of a CardSpec looks in Google's JSON. */
const action = (name: string, parameters: Record<string, string> = {}, more: object = {}): object => ({
  function: 'onCardAction',
  parameters: [...Object.entries(parameters), ['cardAction', name]].map(([key, value]) => ({ key, value })),
  loadIndicator: 'SPINNER',
  persistValues: true,
  ...more,
});

describe('renderCard', () => {
  it('links to Google’s consent page while a permission is missing, and leaves the widget out otherwise', () => {
    const spec = card({ sections: [{ widgets: [{ permissions: { text: 'Something is missing.' } }] }, { widgets: [{ divider: {} }] }] });
    const cardWith = (answer: string) => {
      const scriptApp = `var ScriptApp = { AuthMode: {}, getAuthorizationInfo: function () { return { getAuthorizationUrl: function () { ${answer} } }; } };`;
      const text = (runCardScript(`${scriptApp}${code}\ncard(${JSON.stringify(spec)})`) as { printJson(): string }).printJson();
      return (JSON.parse(text) as { sections: { widgets: unknown[] }[] }).sections;
    };
    expect(cardWith(`return 'https://accounts.google.com/x'`)[0]!.widgets).toEqual([
      {
        decoratedText: {
          text: 'Something is missing.',
          wrapText: true,
          button: expect.objectContaining({ text: 'Grant permission', onClick: { openLink: { url: 'https://accounts.google.com/x' } } }),
        },
      },
    ]);
    for (const answer of ['return null', `throw new Error('Google does not say')`])
      expect(cardWith(answer)).toEqual([{ widgets: [{ divider: {} }] }]);
  });

  it('keeps name, header, sections and their folding', () => {
    const spec = card({
      header: { title: 'Requests', subtitle: 'All of them' },
      sections: [
        {
          header: 'Open',
          collapsible: true,
          uncollapsibleWidgetsCount: 1,
          widgets: [{ textParagraph: { text: '<b>1</b>' } }, { divider: {} }],
        },
        { widgets: [{ textParagraph: { text: '2' } }] },
      ],
    });
    expect(run('card', spec)).toMatchObject({ name: 'home', header: spec.header, sections: spec.sections });
  });

  it('renders the footer with a filled and an outlined button', () => {
    const spec = card({
      fixedFooter: {
        primaryButton: { text: 'Next', type: 'FILLED', onClick: { action: { name: 'next' } } },
        secondaryButton: { text: 'Back', type: 'OUTLINED', onClick: { action: { name: 'back', parameters: { to: 'home' } } } },
      },
    });
    expect(run('card', spec)).toMatchObject({
      fixedFooter: {
        primaryButton: { text: 'Next', type: 'FILLED', onClick: { action: action('next') } },
        secondaryButton: { text: 'Back', onClick: { action: action('back', { to: 'home' }) } },
      },
    });
  });

  it('sends every action to onCardAction with its name as a parameter', () => {
    const widgets = [
      { buttonList: { buttons: [{ text: 'Drop', altText: 'Drop Ana', onClick: { action: { name: 'drop', parameters: { id: 'u1' } } } }] } },
      { buttonList: { buttons: [{ text: 'Off', disabled: true, onClick: { action: { name: 'off', persistValues: false } } }] } },
      { buttonList: { buttons: [{ text: 'Sheet', onClick: { openLink: { url: 'https://docs.google.com/spreadsheets/d/1' } } }] } },
    ];
    expect(widgetsOf(widgets)).toMatchObject([
      { buttonList: { buttons: [{ text: 'Drop', altText: 'Drop Ana', onClick: { action: action('drop', { id: 'u1' }) } }] } },
      { buttonList: { buttons: [{ text: 'Off', disabled: true, onClick: { action: action('off', {}, { persistValues: false }) } }] } },
      { buttonList: { buttons: [{ text: 'Sheet', onClick: { openLink: { url: 'https://docs.google.com/spreadsheets/d/1' } } }] } },
    ]);
  });

  it('renders a picker of date and time, in the zone of whoever looks', () => {
    const picker = { name: 'startAt', label: 'Start', type: 'DATE_AND_TIME' as const, valueMsEpoch: '1796738400000' };
    expect(widgetsOf([{ dateTimePicker: { ...picker, onChangeAction: { name: 'redraw' } } }])).toEqual([
      { dateTimePicker: { ...picker, onChangeAction: action('redraw') } },
    ]);
    expect(widgetsOf([{ dateTimePicker: { name: 'startAt', label: 'Start', type: 'DATE_AND_TIME' } }])).toEqual([
      { dateTimePicker: { name: 'startAt', label: 'Start', type: 'DATE_AND_TIME' } },
    ]);
  });

  it('renders decorated texts with labels, wrap, button, switch or click', () => {
    const labels = { topLabel: 'Target', text: '<b>Ana</b>', bottomLabel: '/Sales', wrapText: true };
    const widgets = [
      { decoratedText: { ...labels, button: { text: '×', onClick: { action: { name: 'drop' } } } } },
      {
        decoratedText: {
          text: 'Suspended too',
          switchControl: { name: 'suspended', value: 'yes', selected: true, onChangeAction: { name: 'admit' } },
        },
      },
      { decoratedText: { text: 'Open', onClick: { action: { name: 'open', parameters: { id: 'r1' } } } } },
      { decoratedText: { text: 'Book', onClick: { openLink: { url: 'https://docs.google.com/spreadsheets/d/1' } } } },
    ];
    expect(widgetsOf(widgets)).toMatchObject([
      { decoratedText: { ...labels, button: { text: '×', onClick: { action: action('drop') } } } },
      {
        decoratedText: {
          text: 'Suspended too',
          switchControl: { name: 'suspended', value: 'yes', selected: true, controlType: 'SWITCH', onChangeAction: action('admit') },
        },
      },
      { decoratedText: { text: 'Open', onClick: { action: action('open', { id: 'r1' }) } } },
      { decoratedText: { text: 'Book', onClick: { openLink: { url: 'https://docs.google.com/spreadsheets/d/1' } } } },
    ]);
  });

  it('renders text inputs, and sends suggestions to onSuggest without locking the field', () => {
    const widgets = [
      { textInput: { name: 'name', label: 'Name', hintText: 'Required', value: 'Onboard', onChangeAction: { name: 'named' } } },
      { textInput: { name: 'why', label: 'Description', type: 'MULTIPLE_LINE' } },
      { textInput: { name: 'search', label: 'Search', type: 'SINGLE_LINE', autoCompleteAction: { name: 'searchTargets' } } },
    ];
    expect(widgetsOf(widgets)).toMatchObject([
      { textInput: { name: 'name', label: 'Name', hintText: 'Required', value: 'Onboard', onChangeAction: action('named') } },
      { textInput: { name: 'why', label: 'Description', type: 'MULTIPLE_LINE' } },
      {
        textInput: {
          name: 'search',
          label: 'Search',
          autoCompleteAction: { function: 'onSuggest', parameters: [{ key: 'cardAction', value: 'searchTargets' }], persistValues: true },
        },
      },
    ]);
  });

  it.each(['CHECK_BOX', 'RADIO_BUTTON', 'SWITCH', 'DROPDOWN'])('renders selections of type %s with all their items', (type) => {
    const items = [
      { text: 'Ana', value: 'u1', selected: true },
      { text: 'Bo', value: 'u2', selected: false },
    ];
    const widgets = [{ selectionInput: { name: 'pick', label: 'Who', type, items, onChangeAction: { name: 'picked' } } }];
    expect(widgetsOf(widgets)).toMatchObject([
      {
        selectionInput: {
          name: 'pick',
          label: 'Who',
          type,
          items: [
            { text: 'Ana', value: 'u1', selected: true },
            { text: 'Bo', value: 'u2' },
          ],
          onChangeAction: action('picked'),
        },
      },
    ]);
  });

  it('refuses a parameter that would hide the action’s name', () => {
    const button = { text: 'x', onClick: { action: { name: 'drop', parameters: { cardAction: 'other' } } } };
    expect(() => widgetsOf([{ buttonList: { buttons: [button] } }])).toThrow('carries the action');
  });

  it('refuses a card whose last widgets Google would drop without a word', () => {
    const widgets = Array.from({ length: 100 }, (_, index) => ({ textParagraph: { text: `${index}` } }));
    expect(run('card', card({ sections: [{ widgets }] }))).toMatchObject({ sections: [{ widgets }] });
    expect(() => run('card', card({ sections: [{ widgets }, { widgets: [{ divider: {} }] }] }))).toThrow('101 widgets');
  });

  it('refuses a selection of more than 100 items', () => {
    const items = Array.from({ length: 101 }, (_, index) => ({ text: `${index}`, value: `${index}`, selected: false }));
    expect(() => widgetsOf([{ selectionInput: { name: 'pick', type: 'DROPDOWN', items } }])).toThrow('101 items');
  });

  const widgetsOf = (widgets: readonly unknown[]): unknown => {
    const rendered = run('card', card({ sections: [{ widgets: widgets as never }] })) as { sections: { widgets: unknown[] }[] };
    return rendered.sections[0]!.widgets;
  };
});

describe('renderAnswer', () => {
  const drawn = (name: string): object => expect.objectContaining({ name, header: { title: 'Roster' } });
  const cases: [CardAnswer, object[] | undefined][] = [
    [{ kind: 'push', card: card({ name: 'next' }) }, [{ pushCard: drawn('next') }]],
    [{ kind: 'update', card: card() }, [{ updateCard: drawn('home') }]],
    [{ kind: 'root', card: card() }, [{ popToRoot: true }, { updateCard: drawn('home') }]],
    [{ kind: 'popTo', name: 'list', card: card({ name: 'list' }) }, [{ popToCard: 'list' }, { updateCard: drawn('list') }]],
    [{ kind: 'pop' }, [{ pop: true }]],
    [{ kind: 'notify', notification: 'Saved' }, undefined],
  ];

  it.each(cases)('renders %j', (answer, navigations) => {
    const rendered = run('answer', answer) as { renderActions: { action: { navigations?: object[]; notification?: object } } };
    expect(rendered.renderActions.action.navigations).toEqual(navigations);
  });

  it.each(cases)('adds the notification to %j', (answer) => {
    const rendered = run('answer', { ...answer, notification: 'Done' }) as { renderActions: { action: { notification?: object } } };
    expect(rendered.renderActions.action.notification).toEqual({ text: 'Done' });
  });
});

describe('renderSuggestions', () => {
  it('keeps the order', () => {
    expect(run('suggestions', { items: ['b', 'a'] })).toEqual({ autoComplete: { items: [{ text: 'b' }, { text: 'a' }] } });
  });

  it('renders none', () => {
    expect(run('suggestions', { items: [] })).toMatchObject({ autoComplete: {} });
  });
});
