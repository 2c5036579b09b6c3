import { readEvent } from '../../src/gas/readEvent';

const fallback = { locale: 'en' };
const event = (common: object, rest: object = {}): object => ({
  commonEventObject: { hostApp: 'SHEETS', platform: 'WEB', ...common },
  ...rest,
});

describe('readEvent', () => {
  it('splits the action from its parameters', () => {
    const read = readEvent(event({ parameters: { cardAction: 'openRequest', id: 'r1', action: 'a1' } }), fallback);
    expect(read?.card).toMatchObject({ action: 'openRequest', parameters: { id: 'r1', action: 'a1' } });
  });

  it('gives every field as a list of texts', () => {
    const formInputs = {
      name: { stringInputs: { value: ['Onboard Ana'] } },
      pick: { stringInputs: { value: ['u1', 'u2'] } },
      on: { dateInput: { msSinceEpoch: '1767225600000' } },
      at: { timeInput: { hours: 7, minutes: 5 } },
      when: { dateTimeInput: { hasDate: true, hasTime: true, msSinceEpoch: '1767250800000' } },
    };
    expect(readEvent(event({ formInputs }), fallback)?.card.fields).toEqual({
      name: ['Onboard Ana'],
      pick: ['u1', 'u2'],
      on: ['1767225600000'],
      at: ['07:05'],
      when: ['1767250800000'],
    });
  });

  it.each([
    ['missing', {}],
    ['without a value', { name: {} }],
    ['an empty list', { name: { stringInputs: { value: [] } } }],
    ['one empty text', { name: { stringInputs: { value: [''] } } }],
    ['null', { name: null }],
  ])('takes a field that is %s as not there', (_, formInputs) => {
    expect(readEvent(event({ formInputs }), fallback)?.card.fields).toEqual({});
  });

  it('takes locale and time zone from the event, else the locale from the session', () => {
    const told = readEvent(event({ userLocale: 'pt-BR', timeZone: { id: 'America/Sao_Paulo', offset: -10800000 } }), fallback)?.card;
    expect(told).toMatchObject({ locale: 'pt-BR', timeZone: 'America/Sao_Paulo' });
    expect(readEvent(event({}), fallback)?.card).toMatchObject({ locale: 'en', timeZone: undefined });
  });

  it('asks the session for the locale only when the event has none', () => {
    const session = {
      get locale(): string {
        throw new Error('asked');
      },
    };
    expect(readEvent(event({ userLocale: 'de-DE' }), session)?.card.locale).toBe('de-DE');
    expect(() => readEvent(event({}), session)).toThrow('asked');
  });

  it('gives the id of the open spreadsheet where Google sends it', () => {
    expect(readEvent(event({}, { sheets: { addonHasFileScopePermission: true, id: 'abc' } }), fallback)?.spreadsheetId).toBe('abc');
    expect(readEvent(event({}, { sheets: { addonHasFileScopePermission: false } }), fallback)?.spreadsheetId).toBeUndefined();
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [7],
    [{}],
    [{ commonEventObject: null }],
    [{ commonEventObject: {} }],
    [{ triggerUid: '1' }],
    [{ parameter: {} }],
  ])('refuses %j, which is no add-on event', (raw) => {
    expect(readEvent(raw, fallback)).toBeUndefined();
  });
});
