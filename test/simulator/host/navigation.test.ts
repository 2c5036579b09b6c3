import { DEFAULT_UNCERTAIN, OTHER_UNCERTAIN } from '../../../simulator/host/HostOptions';
import { addOn } from '../../support/addOn';

const pages = `
  function home() { return card('home', button('Next', 'push', {to: 'one'}), text('opened ' + CacheService.getScriptCache().get('n'))); }
  function push(e) { return go(nav().pushCard(card(e.parameters.to, button('Deeper', 'push', {to: e.parameters.to + '+'}), button('Home', 'root'), button('Pop', 'pop'), button('To one', 'named', {name: 'one'}), button('To nowhere', 'named', {name: 'nowhere'}), button('Redraw home', 'redraw')))); }
  function root() { return go(nav().popToRoot()); }
  function pop() { return go(nav().popCard()); }
  function named(e) { return go(nav().popToNamedCard(e.parameters.name)); }
  function redraw() { return go(nav().popToRoot().updateCard(card('home', text('redrawn')))); }
`;

describe('card stacks', () => {
  it('push, pop, pop to root and pop to a named card', () => {
    const sidebar = addOn(pages).open();
    sidebar.press('Next');
    expect(sidebar.card.name).toBe('one');
    sidebar.press('Deeper');
    sidebar.press('Deeper');
    expect(sidebar.card.name).toBe('one++');
    sidebar.press('Pop');
    expect(sidebar.card.name).toBe('one+');
    sidebar.press('Deeper');
    sidebar.press('To one');
    expect(sidebar.card.name).toBe('one');
    sidebar.press('Deeper');
    sidebar.press('Home');
    expect(sidebar.card.name).toBe('home');
  });

  it('run the steps of one answer in order', () => {
    const sidebar = addOn(pages).open();
    sidebar.press('Next');
    sidebar.press('Deeper');
    sidebar.press('Redraw home');
    expect(sidebar.text()).toBe('home\n\nredrawn');
    expect(() => sidebar.back()).toThrow('no way back');
  });

  it('never lose their root', () => {
    const sidebar = addOn(`
      function home() { return card('home', button('Pop', 'pop')); }
      function pop() { return go(nav().popCard().popCard()); }`).open();
    sidebar.press('Pop');
    expect(sidebar.card.name).toBe('home');
  });

  it('warn when no card has the name to pop to, and stay', () => {
    const sidebar = addOn(pages).open();
    sidebar.press('Next');
    sidebar.press('To nowhere');
    expect(sidebar.card.name).toBe('one');
    expect(sidebar.warnings).toEqual([expect.stringContaining('no card is named nowhere')]);
  });

  it('go back by the arrow without running anything, and refresh on the first card only', () => {
    const { open, project } = addOn(`
      function home() { return card('home', button('Next', 'next')); }
      function next() { return go(nav().pushCard(card('next', text('x')))); }`);
    const sidebar = open();
    sidebar.press('Next');
    expect(() => sidebar.refresh()).toThrow('on the first card only');
    sidebar.back();
    expect(project.executions).toHaveLength(2);
    sidebar.refresh();
    expect(project.executions.map(({ functionName }) => functionName)).toEqual(['home', 'next', 'home']);
  });

  it('keep every card that was shown', () => {
    const sidebar = addOn(pages).open();
    sidebar.press('Next');
    sidebar.press('Redraw home');
    expect(sidebar.history.map(({ card }) => card.name)).toEqual(['home', 'one', 'home']);
  });

  it('show a list of headers for several cards', () => {
    const sidebar = addOn(`function home() { return [card('First', text('1')), card('Second', text('2'))]; }`).open();
    expect(sidebar.text()).toBe('Sample\n\n[First]\n[Second]');
    sidebar.press('Second');
    expect(sidebar.card.name).toBe('Second');
    sidebar.back();
    expect(sidebar.text()).toContain('[First]');
  });
});

describe('typed values', () => {
  const form = `
    function home() { return card('home', input('a', 'A').setValue('server'), input('b', 'B'), button('Same', 'same'), button('Kept', 'same'), button('Away', 'away')); }
    function same() { return go(nav().updateCard(card('home', input('a', 'A').setValue('server'), input('b', 'B').setValue('from the server'), input('c', 'C'), button('Away', 'away')))); }
    function away() { return go(nav().pushCard(card('away', text('x')))); }`;

  it('outlive updateCard in equivalent fields where the host keeps them; fields not typed into take the new value', () => {
    const sidebar = addOn(form).open({ uncertain: DEFAULT_UNCERTAIN });
    sidebar.type('A', 'typed');
    sidebar.press('Same');
    expect(sidebar.text()).toContain('A: {typed}\nB: {from the server}\nC: {}');
  });

  it('give way to updateCard where the host lets the server win', () => {
    const sidebar = addOn(form).open({ uncertain: OTHER_UNCERTAIN });
    sidebar.type('A', 'typed');
    sidebar.press('Same');
    expect(sidebar.text()).toContain('A: {server}\nB: {from the server}');
  });

  it('outlive updateCard with setPersistValues in either case', () => {
    const persisting = form.replace(
      `button('Kept', 'same')`,
      `CardService.newTextButton().setText('Kept').setOnClickAction(action('same').setPersistValues(true))`,
    );
    const sidebar = addOn(persisting).open({ uncertain: OTHER_UNCERTAIN });
    sidebar.type('A', 'typed');
    sidebar.press('Kept');
    expect(sidebar.text()).toContain('A: {typed}');
  });

  it.each([
    ['kept', 'A: {typed}'],
    ['lost', 'A: {server}'],
  ] as const)('are %s on a card that was covered, as the host is set', (typedValuesAfterBack, expected) => {
    const sidebar = addOn(form).open({ uncertain: { typedValuesAfterBack } });
    sidebar.type('A', 'typed');
    sidebar.press('Away');
    sidebar.back();
    expect(sidebar.text()).toContain(expected);
  });

  it('are gone when another card takes the place', () => {
    const sidebar = addOn(`
      function home() { return card('home', input('a', 'A'), button('Other', 'other')); }
      function other() { return go(nav().updateCard(card('other', CardService.newSelectionInput().setFieldName('a').setTitle('A').addItem('One', '1', false), button('Send', 'send')))); }
      function send(e) { return say(JSON.stringify(e.formInputs ?? null)); }`).open();
    sidebar.type('A', 'typed');
    sidebar.press('Other');
    sidebar.press('Send');
    expect(sidebar.notification).toBe('null');
  });
});
