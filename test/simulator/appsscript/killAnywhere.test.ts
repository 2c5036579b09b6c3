import { SCOPE, scriptOf } from './scriptOf';

const SCOPES = [
  ...Object.values(SCOPE),
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/contacts',
  'https://www.googleapis.com/auth/admin.directory.user.readonly',
];

/** Uses every service that changes something, each use in a `try` of its own: a script that does not want to end. */
const CODE = `
  function work(fileId) {
    const book = attempt(() => SpreadsheetApp.openById(fileId));
    const sheet = attempt(() => book.getSheets()[0]);
    const token = attempt(() => ScriptApp.getOAuthToken());
    const create = (name) => ({
      url: 'https://people.googleapis.com/v1/people:createContact?personFields=names', method: 'post', contentType: 'application/json',
      headers: { Authorization: 'Bearer ' + token }, payload: JSON.stringify({ names: [{ givenName: name }] }), muteHttpExceptions: true,
    });
    const { url, ...rest } = create('Fetched');
    const steps = [
      () => PropertiesService.getScriptProperties().setProperty('a', '1'),
      () => CacheService.getScriptCache().put('b', '2'),
      () => LockService.getScriptLock().waitLock(1000),
      () => sheet.appendRow(['x']),
      () => sheet.getRange('B1').setValue('y'),
      () => UrlFetchApp.fetch(url, rest),
      () => People.People.createContact({ names: [{ givenName: 'Advanced' }] }),
      () => AdminDirectory.Users.get('ada@acme.example', { viewType: 'domain_public' }),
      () => ScriptApp.newTrigger('work').timeBased().everyDays(1).create(),
      () => Utilities.sleep(500),
      () => MailApp.sendEmail('ben@acme.example', 'Subject', 'Body'),
      () => SpreadsheetApp.create('More'),
      () => PropertiesService.getUserProperties().setProperty('z', '26'),
    ];
    for (const step of steps) attempt(step);
    return 'survived';
  }
  function attempt(work) { try { return work(); } catch (e) { return null; } }`;

const setUp = () => {
  const script = scriptOf(CODE, {
    oauthScopes: SCOPES,
    dependencies: {
      enabledAdvancedServices: [
        { userSymbol: 'People', serviceId: 'peopleapi', version: 'v1' },
        { userSymbol: 'AdminDirectory', serviceId: 'admin', version: 'directory_v1' },
      ],
    },
  });
  const { world, project, ada } = script;
  const file = world.drive.createSpreadsheet({ ownerId: ada.id, title: 'Plan' });
  /** Everything the script could change, as one text. */
  const state = (): string =>
    JSON.stringify([
      project.scriptProperties.entries(),
      project.scriptCache.get('b'),
      file.tabs[0]?.grid.cell(1, 1)?.value,
      file.tabs[0]?.grid.cell(1, 2)?.value,
      world.people.contactsOf(ada.id).map(({ names }) => names),
      project.triggers.records.length,
      world.mail.sent.length,
      world.drive.spreadsheets.length,
      project.userProperties(ada.id).entries(),
    ]);
  return { ...script, run: () => script.run('work', [file.id]), state };
};

describe('a kill at any call', () => {
  const whole = setUp();
  /** What the state was when call n began; the last is the end. */
  const states: string[] = [];
  whole.world.faults.add({ at: () => true, times: Infinity, effect: { kind: 'meanwhile', do: () => void states.push(whole.state()) } });
  const record = whole.run();
  const calls = whole.world.faults.calls;
  states.push(whole.state());

  it('has calls of every service to strike', () => {
    expect([record.outcome, record.value]).toEqual(['completed', 'survived']);
    expect(calls).toBeGreaterThanOrEqual(18);
    expect(new Set(states).size).toBe(11);
  });

  it('ends the execution there: what came before it happened and nothing after it, whatever the script catches', () => {
    for (let n = 1; n <= calls; n += 1) {
      for (const when of ['before', 'after'] as const) {
        const { world, run, state, project } = setUp();
        world.faults.add({ at: ({ ordinal }) => ordinal === n, effect: { kind: 'kill', when } });
        const { outcome, value } = run();
        expect([n, when, outcome, value]).toEqual([n, when, 'killed', undefined]);
        expect(project.locks.holder('script')).toBeUndefined();
        // A call of UrlFetchApp or an advanced service holds one of the network: after it means after both.
        expect(when === 'before' ? [states[n - 1]] : [states[n], states[n + 1]]).toContain(state());
        expect(world.faults.calls).toBeLessThanOrEqual(when === 'before' ? n : n + 1);
      }
    }
  });
});
