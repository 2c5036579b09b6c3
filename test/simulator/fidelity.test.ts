import * as fs from 'node:fs';
import * as path from 'node:path';
import { platformSettings } from '../../simulator/appsscript/PlatformSettings';
import { platformGlobals } from '../../simulator/appsscript/platformGlobals';
import { DEFAULT_UNCERTAIN } from '../../simulator/host/HostOptions';
import { World } from '../../simulator/World';
import { held } from '../support/heldMembers';
import { SCOPE, scriptOf } from './appsscript/scriptOf';

const root = path.resolve(__dirname, '../..');
const page = fs.readFileSync(path.join(root, 'docs/simulator-fidelity.md'), 'utf8');
/** Every name in backticks, and the parts of dotted ones. */
const named = new Set([...page.matchAll(/`([^`]+)`/g)].flatMap(([, text = '']) => [text, ...text.split(/[^\w]+/)]));
const missing = (names: Iterable<string>): string[] => [...names].filter((name) => !named.has(name));
/** Rows of a table, as cells. */
const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()));

describe('docs/simulator-fidelity.md', () => {
  const world = new World();

  it('names every method of the network', () => {
    expect(missing(world.network.operations().map(({ id }) => id))).toEqual([]);
  });

  it('names every service, simulated or refused as a whole', () => {
    const globals = [...platformGlobals({ timeZone: 'UTC', oauthScopes: [] }, new Map()).keys()];
    const classless = globals.filter((name) => !page.includes(name));
    expect(classless).toEqual([]);
  });

  it('names every member of the services and of what they hand out', () => {
    const oauthScopes = [...Object.values(SCOPE), 'https://www.googleapis.com/auth/spreadsheets', 'https://mail.google.com/'];
    const script = scriptOf(held, { oauthScopes });
    const { id } = script.world.drive.createSpreadsheet({ ownerId: script.ada.id, title: 'Plan' });
    script.world.mail.deliver({ from: 'eve@else.example', to: [script.ada.primaryEmail], subject: 'S' });
    const messageId = script.world.mail.inbox(script.ada.id)[0]?.id;
    for (const [, name, members] of script.value('members', [id, messageId]) as [string, string, string[]][]) {
      // Enums stand with what takes them; the factories of CardService are named by what they make.
      const methods = members
        .filter((member) => /^[a-z]/.test(member) && member !== 'toString')
        .map((member) => (name === 'CardService' ? member.slice(3) : member));
      expect([name, missing(methods)]).toEqual([name, []]);
    }
  });

  it('names every setting, with its default and an existing test', () => {
    const settings = rows(page.slice(page.indexOf('## Settings'))).slice(1);
    const documented = settings.flatMap(([name = '']) => [...name.matchAll(/[\w.]+/g)].map(([word]) => word.replace(/^.*\./, '')));
    const { quotas, ...people } = world.people.settings;
    const names = [platformSettings(true), DEFAULT_UNCERTAIN, people, quotas, world.directory.settings, world.chat.settings].flatMap(
      (group) => Object.keys(group),
    );
    expect(names.filter((name) => !documented.includes(name))).toEqual([]);
    expect(documented).toEqual(
      expect.arrayContaining(['creations', 'listingLag', 'delegationDelay', 'acceptsAliasAsSubject', 'quotas', 'internalResults']),
    );
    expect(settings.filter((cells) => cells.length !== 3 || cells.includes(''))).toEqual([]);
  });

  it('points to tests that exist and use the setting', () => {
    for (const [setting = '', , where = ''] of rows(page.slice(page.indexOf('## Settings'))).slice(1)) {
      const [, file] = /`(test\/[^`]+)`/.exec(where) ?? [];
      if (file === undefined) continue;
      const last = [...setting.matchAll(/`([\w.]+)`/g)].at(-1)?.[1]?.replace(/^.*\./, '') ?? '';
      const test = fs.readFileSync(path.join(root, file), 'utf8');
      // All host options at once go by this name.
      expect([file, last, test.includes(last) || test.includes('OTHER_UNCERTAIN')]).toEqual([file, last, true]);
    }
    const files = [...page.matchAll(/`((?:test|simulator)\/[^`]*\.ts)`/g)].map(([, file = '']) => file);
    expect(files.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([]);
  });

  it('says one of four words in every row that judges', () => {
    const body = page.slice(page.indexOf('## Apps Script runtime'), page.indexOf('## Settings'));
    const judged = rows(body).filter((cells) => cells[0] !== 'What');
    expect(judged.length).toBeGreaterThan(100);
    expect(judged.filter(([, state = '']) => !['same', 'refused', 'differs', 'uncertain'].includes(state))).toEqual([]);
  });

  it("gives the address of Google's page in every section", () => {
    const sections = page.split(/^## /m).slice(2, -1);
    expect(sections.filter((section) => !/https:\/\/[\w.]*google\.com\//.test(section)).map((section) => section.split('\n')[0])).toEqual(
      [],
    );
  });
});
