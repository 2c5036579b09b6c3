import { Sidebar } from '../simulator/host/Sidebar';
import { addRequests } from './addRequests';
import { cardSteps, type CardCount } from './cardSteps';
import { setUpRoster } from './copyOnce';
import { makeWorkplace, TARGETS_UNIT, type Workplace } from './makeWorkplace';
import { measurePage } from './measurePage';
import { quotaSets } from './workloads';

const USERS = 10_000;
/** Open requests that the home card lists. */
const REQUESTS = 3;

/** Users that one workflow may create. */
const NEW_USERS = 500;

const readNewUsers = ({ world, sheet }: Workplace, sidebar: Sidebar, step: <T>(name: string, work: () => T) => T): void => {
  const rows = Array.from({ length: NEW_USERS }, (_, index) => [`new${index}@acme.test`, 'New', `Number ${index}`, TARGETS_UNIT]);
  const header = ['Primary address (required)', 'First name (required)', 'Last name (required)', 'Organizational unit (optional)'];
  world.drive.edit(sheet.id, sheet.tabs[0]?.name ?? '', 'A1', [header, ...rows]);
  sidebar.press('New workflow');
  sidebar.type('Name (required)', 'New colleagues');
  sidebar.choose('Type (required)', 'Onboard: users who are being added');
  sidebar.press('Next');
  step('read 500 new users', () => sidebar.press('Read new users'));
  if (!sidebar.text().includes(`${NEW_USERS} users to create`)) throw new Error(`not read:\n${sidebar.text()}`);
  step('list 500 new users', () => sidebar.press('Next'));
};

/** An administrator goes through the wizard in a company of 10,000 users, and takes a domain, an organizational unit and people; then an officer decides on the web page. */
export const measureCards = (): readonly CardCount[] => {
  const [quotas] = quotaSets;
  if (quotas === undefined) throw new Error('no quota set');
  const place = makeWorkplace({ targets: USERS, contacts: 10 }, quotas);
  const { project, administrator, sheet, scheduler } = place;
  const { counts, step } = cardSteps(project);
  step('set up', () => setUpRoster(place));
  const open = (): Sidebar =>
    step('home', () => Sidebar.open(project, { userId: administrator.id, spreadsheetId: sheet.id, locale: 'en-GB' }));
  const waitFor = (sidebar: Sidebar, arrived: RegExp): void => {
    for (let fired = 0; fired < 20 && !arrived.test(sidebar.text()); fired += 1) {
      scheduler.runNext();
      step('refresh', () => sidebar.press('Refresh'));
    }
  };
  for (let request = 1; request <= REQUESTS; request += 1) {
    const sidebar = open();
    step('new workflow', () => sidebar.press('New workflow'));
    sidebar.type('Name (required)', `Request ${request}`);
    sidebar.choose('Type (required)', 'Modify: users who are already there');
    step('name and type', () => sidebar.press('Next'));
    step('suggest targets', () => sidebar.suggest('Name or address', 't12'));
    sidebar.type('Name or address', 't120');
    step('search everything', () => sidebar.press('Search'));
    step('add all found', () => sidebar.press('Add all'));
    sidebar.type('Name or address', request === 1 ? TARGETS_UNIT : 't3400');
    step('search everything', () => sidebar.press('Search'));
    step('add all found', () => sidebar.press('Add all'));
    step('confirm targets', () => sidebar.press('Next'));
    waitFor(sidebar, /== Targets/);
    step('drop a target', () => sidebar.press('×', { near: request === 1 ? 't1001@' : 't120@' }));
    step('to actions', () => sidebar.press('Proceed to actions'));
    step('add an action', () => {
      sidebar.press('+ Add action');
      sidebar.press('Copy user contacts');
    });
    const [source = ''] = step('suggest a source', () => sidebar.suggest('Source user (required)', 'source'));
    step('choose the source', () => {
      sidebar.pick('Source user (required)', source);
      sidebar.press('Use this user');
    });
    step('settings done', () => sidebar.press('Save'));
    step('ask for the preview', () => sidebar.press('Preview'));
    waitFor(sidebar, /Status: (?!Preparing)/);
    if (!sidebar.text().includes('Send approval request')) throw new Error(`no preview:\n${sidebar.text()}`);
    step('send', () => {
      sidebar.press('Send approval request');
      sidebar.press('Confirm');
    });
  }
  readNewUsers(place, open(), step);
  const [everybody = ''] = Object.entries(project.scriptProperties.entries()).flatMap(([key, text]) =>
    key.startsWith('request.') && (JSON.parse(text) as { n: string }).n === 'Request 1' ? [key.slice('request.'.length)] : [],
  );
  addRequests(place);
  step('home, 500 requests, 100 open', () => Sidebar.open(project, { userId: administrator.id, spreadsheetId: sheet.id, locale: 'en-GB' }));
  const { operator, world } = place;
  world.drive.share(sheet.id, operator.id, 'writer');
  const own = step('home, 500 requests, 100 open', () =>
    Sidebar.open(project, { userId: operator.id, spreadsheetId: sheet.id, locale: 'en-GB' }),
  );
  if (!own.text().includes('1–20 of')) throw new Error(`no list:\n${own.text()}`);
  step('repair, 500 requests, 100 open', () => own.press('Repair'));
  measurePage(place, everybody, step);
  return counts;
};
