import * as fs from 'node:fs';
import * as path from 'node:path';
import { addOnEvent, entryProject, type EntryProject } from '../support/entryProject';

const call = ({ project, plain }: EntryProject, functionName: string, event: unknown, request: object = {}) =>
  project.run({ functionName, args: [event], kind: 'addon', effectiveUserId: plain, ...request });

/** The bundle calls itself by the version of the package. */
const { version } = JSON.parse(fs.readFileSync(path.resolve(__dirname, '../../package.json'), 'utf8'));

/** What the host would draw. */
const drawn = (record: { value: unknown }): string => (record.value as { printJson(): string }).printJson();

describe('a card function', () => {
  it('draws the first card for the person at the keyboard', () => {
    const card = JSON.parse(drawn(call(entryProject(), 'onHomepage', addOnEvent())));
    expect(card.sections.length).toBeGreaterThan(0);
    expect(JSON.stringify(card)).not.toContain('That did not work');
  });

  it.each(['onHomepage', 'onGmailMessage', 'onCardAction', 'onSuggest'])('%s refuses an event that is no add-on’s', (name) => {
    const entry = entryProject();
    const before = entry.state();
    for (const event of [undefined, {}, { commonEventObject: {} }]) {
      const record = call(entry, name, event);
      expect(record.log.map(({ message }) => JSON.parse(message))).toEqual([{ event: 'card.refused', entry: name }]);
      expect(drawn(record)).not.toContain('sections":[]');
    }
    expect(entry.state()).toBe(before);
  });

  it('refuses when another person is effective than the one at the keyboard', () => {
    const entry = entryProject();
    const record = call(entry, 'onHomepage', addOnEvent(), { effectiveUserId: entry.admin, activeUserId: entry.plain });
    expect(drawn(record)).toContain('only in its own side panel');
    expect(entry.world.network.count()).toBe(0);
  });

  it('refuses when Google does not tell who is at the keyboard', () => {
    const entry = entryProject();
    expect(drawn(call(entry, 'onHomepage', addOnEvent(), { activeUserId: undefined }))).toContain('only in its own side panel');
  });

  it.each(['gone', '', 'constructor', '__proto__'])(
    'starts again from the first card for the action %j, which does not exist',
    (action) => {
      const answer = JSON.parse(drawn(call(entryProject(), 'onCardAction', addOnEvent({ cardAction: action }))));
      expect(answer.renderActions.action.navigations).toMatchObject([{ popToRoot: true }, { updateCard: {} }]);
      expect(answer.renderActions.action.notification.text).toContain('updated');
    },
  );

  it('explains what the platform refuses', () => {
    const entry = entryProject();
    entry.project.withdraw(entry.plain, ['https://www.googleapis.com/auth/userinfo.email']);
    expect(drawn(call(entry, 'onHomepage', addOnEvent()))).toContain('userinfo.email');
  });

  it('answers a bug with a card that holds a number to tell, and neither stack nor contents', () => {
    const entry = entryProject();
    entry.world.faults.add({
      at: ({ name }) => name.startsWith('PropertiesService.'),
      times: 9,
      effect: { kind: 'throw', when: 'before', message: 'odd thing about ana@acme.test' },
    });
    const record = call(entry, 'onHomepage', addOnEvent());
    const line = record.log.map(({ message }) => JSON.parse(message)).find(({ event }) => event === 'bug');
    expect(line).toMatchObject({ entry: 'onHomepage', version, kind: 'card', name: 'Exception' });
    const card = drawn(record);
    expect(card).toContain(line.errorId);
    expect(card + JSON.stringify(record.log)).not.toContain('ana@');
    expect(card).not.toContain(' at ');
  });

  it('gives no suggestions instead of an error while a person types', () => {
    const entry = entryProject();
    expect(JSON.parse(drawn(call(entry, 'onSuggest', addOnEvent({ cardAction: 'gone' }))))).toEqual({ autoComplete: { items: [] } });
  });
});
