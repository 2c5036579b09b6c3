import { addRequests } from './addRequests';
import { addSyncs, DESTINATIONS } from './addSyncs';
import { cardSteps, type CardCount } from './cardSteps';
import { nameOf } from './copySyncs';
import { makeSyncPlace, openAsAdministrator } from './makeSyncPlace';
import { quotaSets } from './workloads';

const USERS = 10_000;
/** 100 of people's that are closed, 50 of nights. */
const REQUESTS = 250;

export interface SyncCardsCount {
  readonly steps: readonly CardCount[];
  /** Of script properties, with all syncs and requests that there may be. */
  readonly storeKilobytes: number;
}

/** An administrator looks at 500 syncs in a company of 10,000 users, and at one with 20,000 destinations; then makes one more of it. */
export const measureSyncCards = (): SyncCardsCount => {
  const [quotas] = quotaSets;
  if (quotas === undefined) throw new Error('no quota set');
  const place = makeSyncPlace(3, 10, quotas);
  const { world, project, scheduler } = place;
  scheduler.runUntil(world.clock.now() + 24 * 3_600_000);
  for (let index = 0; index < USERS; index += 1) world.directory.addUser({ primaryEmail: `user${index}@acme.test` });
  addRequests(place, REQUESTS);
  addSyncs(place);
  const storeKilobytes =
    Object.entries(project.scriptProperties.entries()).reduce((sum, [key, text]) => sum + key.length + text.length, 0) / 1024;
  const { counts, step } = cardSteps(project);
  const expect = (text: string, what: string): void => {
    if (!text.includes(what)) throw new Error(`there is no “${what}”:\n${text}`);
  };
  const sidebar = step('home', () => openAsAdministrator(place));
  step('list of syncs', () => sidebar.press('Contact syncs'));
  expect(sidebar.text(), '1–20 of 500');
  step('next page of the list', () => sidebar.press('Next'));
  sidebar.type('Find', 'held');
  step('find those that are held', () => sidebar.press('Find'));
  expect(sidebar.text(), '1–20 of 24');
  sidebar.type('Find', nameOf(1));
  step('find by name', () => sidebar.press('Find'));
  step(`status of ${DESTINATIONS} destinations`, () => sidebar.press(nameOf(1)));
  expect(sidebar.text(), '1–20 of 20,000');
  step('those that failed', () => sidebar.choose('Show', 'Failed (2,000)'));
  expect(sidebar.text(), '1–20 of 2,000');
  step('the next ones', () => sidebar.press('Next'));
  expect(sidebar.text(), '21–40 of 2,000');
  expect(sidebar.text(), 'The account is full. Remove contacts there.');
  step('pause', () => sidebar.press('Pause'));
  step('resume', () => sidebar.press('Resume'));
  step('duplicate', () => sidebar.press('Duplicate'));
  step('name and type', () => sidebar.press('Next'));
  step('source', () => sidebar.press('Next'));
  sidebar.type('Name or address', 'user12');
  step('search destinations', () => sidebar.press('Search'));
  step('add all found', () => sidebar.press('Add all'));
  step('destinations', () => sidebar.press('Next'));
  step('options', () => sidebar.press('Next'));
  return { steps: counts, storeKilobytes };
};
