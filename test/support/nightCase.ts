import fc from 'fast-check';
import { driftModes, type DriftCheck, type DriftMode, type Sync } from '../../src/core/sync/Sync';
import { answers, type AnswerName } from './copyTrouble';

/** What people do between two nights, or while one runs. `who` is one of `NightCompany.people`, `which` picks among contacts. */
export type NightDeed =
  | { readonly kind: 'sourceAdds' | 'sourceIsRenamed' | 'sourceRenamesLabel' }
  | { readonly kind: 'sourceEdits' | 'sourceDeletes' | 'sourceUnlabels'; readonly which: number }
  | { readonly kind: 'sourceMerges'; readonly which: number; readonly other: number }
  | { readonly kind: 'joinsOrLeaves' | 'isRenamed' | 'isSuspendedOrRestored' | 'renamesLabel' | 'deletesLabel'; readonly who: number }
  | { readonly kind: 'edits' | 'addsNumber' | 'deletes' | 'losesMark'; readonly who: number; readonly which: number }
  /** A contact of one's own: any, one like one of the source's, one like the next that the source adds. */
  | { readonly kind: 'addsOwn' | 'addsOwnLikeSource' | 'addsOwnAhead'; readonly who: number; readonly which: number }
  | { readonly kind: 'merges'; readonly who: number; readonly which: number; readonly other: number };

/** What goes wrong in a night. `at`: how far into it, 1 is the end of one in which nothing goes wrong. */
export type NightTrouble =
  | {
      readonly kind: 'answer';
      readonly operation: string;
      readonly skip: number;
      readonly times: number;
      readonly when: 'before' | 'after';
      readonly answer: AnswerName;
    }
  /** The connection breaks: the answers of a whole wave are lost. */
  | { readonly kind: 'lost'; readonly operation: string; readonly skip: number; readonly times: number; readonly when: 'before' | 'after' }
  /** Reads show all night what was so many minutes ago. */
  | { readonly kind: 'lag'; readonly minutes: number }
  | { readonly kind: 'kill'; readonly at: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'deed'; readonly at: number; readonly deed: NightDeed };

/** What was chosen when the sync was made. */
export interface NightChoice {
  readonly mode: DriftMode;
  readonly check: Exclude<DriftCheck, 'weekly'>;
  readonly existing: Sync['existingContacts'];
  readonly leavers: Sync['leavers'];
  readonly source: Sync['source']['kind'];
}

export interface NightCase {
  readonly choice: NightChoice;
  /** Minutes by which reads lag in every night. */
  readonly lag: number;
  /** Of the world's randomness: ids, jitter. */
  readonly seed: number;
  /** What people do before the night in which nothing goes wrong. */
  readonly last: readonly NightDeed[];
  /** Who is suspended then is restored first. */
  readonly isRestored: boolean;
  readonly nights: readonly { readonly deeds: readonly NightDeed[]; readonly troubles: readonly NightTrouble[] }[];
}

const who = fc.nat(3);
const which = fc.nat(7);

const deed: fc.Arbitrary<NightDeed> = fc.oneof(
  fc.record({ kind: fc.constantFrom('sourceAdds', 'sourceIsRenamed', 'sourceRenamesLabel') }),
  fc.record({ kind: fc.constantFrom('sourceEdits', 'sourceDeletes', 'sourceUnlabels'), which }),
  fc.record({
    kind: fc.constantFrom(
      'joinsOrLeaves',
      'joinsOrLeaves',
      'isRenamed',
      'isSuspendedOrRestored',
      'isSuspendedOrRestored',
      'renamesLabel',
      'deletesLabel',
    ),
    who,
  }),
  fc.record({ kind: fc.constantFrom('edits', 'addsNumber', 'deletes', 'losesMark'), who, which }),
  fc.record({ kind: fc.constantFrom('addsOwn', 'addsOwnLikeSource', 'addsOwnAhead'), who, which }),
  fc.record({ kind: fc.constantFrom('merges', 'sourceMerges'), who, which, other: which }),
) as fc.Arbitrary<NightDeed>;

const operations = [
  'people.people.batchCreateContacts',
  'people.people.createContact',
  'people.people.batchUpdateContacts',
  'people.people.updateContact',
  'people.people.batchDeleteContacts',
  'people.people.deleteContact',
  'people.contactGroups.create',
  'people.contactGroups.members.modify',
  'people.people.connections.list',
  'people.contactGroups.list',
  'oauth2.token',
  'directory.users.get',
  'directory.users.list',
  'directory.members.list',
];
const refusals: readonly AnswerName[] = ['minuteQuota', 'exhausted'];
const failures = Object.keys(answers).filter((name) => /^(internal|badGateway|unavailable|deadline|aborted)$/.test(name)) as AnswerName[];

const when = fc.constantFrom('before' as const, 'after' as const);
const at = fc.noBias(fc.nat(1200)).map((thousandths) => thousandths / 1000);
const base = {
  operation: fc.constantFrom(...operations),
  skip: fc.nat(3),
  times: fc.integer({ min: 1, max: 4 }),
};

const trouble: fc.Arbitrary<NightTrouble> = fc.oneof(
  fc.record({ ...base, kind: fc.constant('answer' as const), when, answer: fc.constantFrom(...failures) }),
  fc.record({ ...base, kind: fc.constant('answer' as const), when: fc.constant('before' as const), answer: fc.constantFrom(...refusals) }),
  fc.record({ ...base, kind: fc.constant('lost' as const), when }),
  fc.record({ kind: fc.constant('lag' as const), minutes: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant('kill' as const), at, when }),
  fc.record({ kind: fc.constant('kill' as const), at, when }),
  fc.record({ kind: fc.constant('deed' as const), at, deed }),
);

const usual: NightChoice = { mode: 'enforce', check: 'everyNight', existing: 'skip', leavers: 'remove', source: 'personal' };
const choices: readonly NightChoice[] = [
  ...driftModes.map((mode): NightChoice => ({ ...usual, mode })),
  ...driftModes.map((mode): NightChoice => ({ ...usual, mode, existing: 'adopt' })),
  { ...usual, leavers: 'keep' },
  { ...usual, check: 'never' },
  { ...usual, check: 'never', mode: 'report' },
  { ...usual, source: 'directory' },
  { ...usual, source: 'directory', mode: 'keepAdditions', existing: 'adopt' },
];

export const nightCase: fc.Arbitrary<NightCase> = fc.record({
  choice: fc.constantFrom(usual, ...choices),
  lag: fc.constantFrom(0, 0, 0, 4),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  last: fc.array(deed, { maxLength: 3 }),
  isRestored: fc.boolean(),
  nights: fc.array(fc.record({ deeds: fc.array(deed, { minLength: 1, maxLength: 6 }), troubles: fc.array(trouble, { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});
