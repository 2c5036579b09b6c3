import * as path from 'node:path';
import type { ShownCard } from '../../simulator/host/AddOnHost';
import type { World } from '../../simulator/World';
import type { RecordedExchange } from '../../tools/conformance/checkExchange';
import { writeRecording } from '../../tools/conformance/Recording';
import { shapeOf, shapeOfExchange } from '../../tools/conformance/shapeOf';
import { sourcesStamp } from '../../tools/conformance/sourcesStamp';

/** Where to, when walks are recorded: by `npm run conformance`, or by a test run before it. */
const { ROSTER_RECORD_WALKS } = process.env;
const folder = ROSTER_RECORD_WALKS === undefined ? undefined : path.resolve(ROSTER_RECORD_WALKS);

const exchanges = new Map<string, RecordedExchange>();
const histories: (readonly ShownCard[])[] = [];

/** Keeps one of each kind of call that this world is asked, while walks are recorded. */
export const recordCalls = (world: World): void => {
  if (folder === undefined) return;
  world.network.observe((exchange) => {
    const shape = shapeOfExchange(exchange);
    if (!exchanges.has(shape)) exchanges.set(shape, exchange);
  });
};

/** Keeps one of each kind of card that a person saw, while walks are recorded. */
export const recordCards = (history: readonly ShownCard[]): void => {
  if (folder !== undefined) histories.push(history);
};

if (folder !== undefined) {
  afterAll(() => {
    const walk = path.basename(expect.getState().testPath ?? 'walk', '.test.ts');
    const cards = new Map(histories.flat().map(({ card }) => [shapeOf(card), { name: `${walk}: ${card.name ?? ''}`, card }]));
    const stamp = sourcesStamp(path.resolve(__dirname, '../..'));
    writeRecording(path.join(folder, `${walk}.json`), { exchanges: [...exchanges.values()], cards: [...cards.values()] }, stamp);
  });
}
