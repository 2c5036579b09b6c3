import type { Printer } from './runDemo';
import { runSteps } from './runSteps';
import { firstNight, leaverAndJoiner, madeAndApproved, renames, sourceChanges, unchangedNight } from './syncSteps';

/** `npm run demo -- sync`: one approval, and the nights after it. */
export const runSync = (words: readonly string[], print: Printer): number =>
  runSteps(
    'sync',
    [
      ['The administrator makes a contact sync, an officer approves it', madeAndApproved],
      ['The first night fills the destinations', firstNight],
      ['A night in which nothing changed', unchangedNight],
      ['The source edits, adds and deletes', sourceChanges],
      ['One destination leaves, another joins', leaverAndJoiner],
      ['The source user and a destination are renamed', renames],
    ],
    words,
    print,
  );
