import { GmailWindow } from '../../../simulator/host/GmailWindow';
import { addOn, FILE_SCOPE, LOCALE_SCOPE, type AddOn } from '../../support/addOn';

const keep = `function keep(e) { CacheService.getScriptCache().put('event', JSON.stringify(e)); }`;
const home = `function home(e) { keep(e); return card('home', input('t', 'Text').setValue('v'), button('Go', 'act', {a: '1'}), button('File', 'file')); }
  function act(e) { keep(e); }
  function file() { return CardService.newEditorFileScopeActionResponseBuilder().requestFileScopeForActiveDocument().build(); }
  function granted(e) { keep(e); return [card('granted', text('Thanks'))]; }`;

/** What the last callback was given, as the script itself stored it. */
function lastEvent({ project, userId }: AddOn): { commonEventObject: object; sheets?: object } & Record<string, unknown> {
  const record = project.run({ functionName: 'lastKept', kind: 'editor', effectiveUserId: userId });
  return JSON.parse(record.value as string) as { commonEventObject: object };
}

const script = `${keep} ${home} function lastKept() { return CacheService.getScriptCache().get('event'); }`;

describe('the event object', () => {
  it('of a homepage in Sheets has no form, no parameters and no locale', () => {
    const sample = addOn(script);
    sample.open();
    expect(lastEvent(sample)).toEqual({
      commonEventObject: { hostApp: 'SHEETS', platform: 'WEB' },
      sheets: { addonHasFileScopePermission: false },
      hostApp: 'sheets',
      clientPlatform: 'web',
    });
  });

  it('of an action has parameters and form, and their deprecated copies', () => {
    const sample = addOn(script);
    sample.open().press('Go');
    expect(lastEvent(sample)).toEqual({
      commonEventObject: {
        hostApp: 'SHEETS',
        platform: 'WEB',
        parameters: { a: '1' },
        formInputs: { t: { stringInputs: { value: ['v'] } } },
      },
      sheets: { addonHasFileScopePermission: false },
      hostApp: 'sheets',
      clientPlatform: 'web',
      parameters: { a: '1' },
      formInput: { t: 'v' },
      formInputs: { t: ['v'] },
    });
  });

  it.each([
    [
      'with useLocaleFromApp and its scope',
      true,
      [LOCALE_SCOPE, FILE_SCOPE],
      { userLocale: 'de-AT', timeZone: { id: 'Europe/Vienna', offset: '3600000' } },
    ],
    ['not without the scope', true, [FILE_SCOPE], {}],
    ['not without useLocaleFromApp', false, [LOCALE_SCOPE, FILE_SCOPE], {}],
  ])('has the locale %s', (_when, useLocaleFromApp, scopes, expected) => {
    const sample = addOn(script, { common: { useLocaleFromApp }, scopes });
    sample.open({ locale: 'de-AT' });
    expect(lastEvent(sample).commonEventObject).toEqual({ hostApp: 'SHEETS', platform: 'WEB', ...expected });
  });

  it('has id and title of the spreadsheet only after the person allowed the file', () => {
    const sample = addOn(script, { hosts: { sheets: { onFileScopeGrantedTrigger: { runFunction: 'granted' } } } });
    const sidebar = sample.open();
    sidebar.press('File');
    expect(sidebar.prompt).toEqual({ kind: 'fileScope' });
    sidebar.host.answerFileScope(true);
    expect(sidebar.card.name).toBe('granted');
    expect(lastEvent(sample).sheets).toEqual({ addonHasFileScopePermission: true, id: sample.spreadsheetId, title: 'Plan' });
  });

  it('stays without them when the person declines', () => {
    const sample = addOn(script);
    const sidebar = sample.open();
    sidebar.press('File');
    sidebar.host.answerFileScope(false);
    sidebar.press('Go');
    expect(lastEvent(sample).sheets).toEqual({ addonHasFileScopePermission: false });
  });

  it('in Gmail names the message that is open, for its trigger and for what is done on its card', () => {
    const gmail = { gmail: { contextualTriggers: [{ unconditional: {}, onTriggerFunction: 'home' }] } };
    const sample = addOn(script, { hosts: gmail });
    sample.project.consent(sample.userId);
    sample.world.mail.deliver({ from: 'eve@else.example', to: ['ana@example.com'], subject: 'S' });
    const [message] = sample.world.mail.inbox(sample.userId);
    const window = GmailWindow.open(sample.project, { userId: sample.userId });
    expect(lastEvent(sample)).toEqual({
      commonEventObject: { hostApp: 'GMAIL', platform: 'WEB' },
      hostApp: 'gmail',
      clientPlatform: 'web',
    });
    window.openMessage(message!.id);
    const ids = { messageId: `msg-f:${BigInt(`0x${message!.id}`)}`, accessToken: expect.stringMatching(/./) as string };
    const opened = { gmail: { ...ids, threadId: ids.messageId.replace('msg', 'thread') }, messageMetadata: ids };
    expect(lastEvent(sample)).toEqual({
      commonEventObject: { hostApp: 'GMAIL', platform: 'WEB' },
      ...opened,
      hostApp: 'gmail',
      clientPlatform: 'web',
    });
    window.press('Go');
    expect(lastEvent(sample)).toMatchObject({ commonEventObject: { parameters: { a: '1' }, formInputs: {} }, ...opened });
  });
});
