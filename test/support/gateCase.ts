import fc from 'fast-check';
import { officers, people, type PersonName } from './gateCompany';
import {
  digests,
  forgedActions,
  globalNames,
  paths,
  type Decision,
  type Digest,
  type GateCase,
  type GateStep,
  type Where,
} from './GateStep';

const DAY = 1440;
const anybody = fc.constantFrom(...people);
const officer = fc.constantFrom(...officers);
const mostlyOfficers = fc.oneof({ weight: 2, arbitrary: officer }, anybody);
const request = fc.nat(1);
const mail = fc.nat(3);
const mostly = <T>(usual: T, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, arbitrary);
const where: fc.Arbitrary<Where> = fc.oneof(
  fc.record({ app: fc.constant('gmail' as const), mail }),
  fc.record({ app: fc.constant('sheets' as const) }),
);
const path = fc.nat(paths.length - 1);
const digest = mostly<Digest>('right', fc.constantFrom(...digests));
const decision = mostly<Decision>('approve', fc.constant('deny'));
/** Up to two hours; days; longer than anything waits. */
const minutes = fc.oneof(fc.nat(120), fc.integer({ min: DAY, max: 13 * DAY }), fc.integer({ min: 14 * DAY, max: 20 * DAY }));
const act = <K extends GateStep['do']>(kind: K) => fc.constant(kind);

const step: fc.Arbitrary<GateStep> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: act('walk'), who: mostlyOfficers, where, path }) },
  // Who asked sends what is prepared, and goes back on it.
  {
    weight: 3,
    arbitrary: fc.record({
      do: act('walk'),
      who: fc.constantFrom('admin', 'otto'),
      where: fc.constant({ app: 'sheets' as const }),
      path: fc.integer({ min: 5, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<GateStep>({ do: 'walk', who: 'otto', where: { app: 'sheets' }, path: 5 }) },
  { weight: 2, arbitrary: fc.record({ do: act('open'), who: anybody, where }) },
  { weight: 3, arbitrary: fc.record({ do: act('press'), who: anybody, button: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: act('forward'), who: officer, mail, to: anybody }) },
  { weight: 1, arbitrary: fc.record({ do: act('spoof'), to: anybody, request }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: act('page'), who: mostlyOfficers, request, digest, decision, reason: mostly('No.', fc.constant('')) }),
  },
  // Who asked decides about it.
  {
    weight: 2,
    arbitrary: fc.record({
      do: act('page'),
      who: fc.constant<PersonName>('otto'),
      request: fc.constant(1),
      digest,
      decision,
      reason: fc.constant('No.'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: act('global'), who: anybody, name: fc.constantFrom(...globalNames), request, form: fc.nat(4) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: act('forge'),
      who: mostlyOfficers,
      action: mostly(forgedActions[0], fc.constantFrom(...forgedActions)),
      request,
      digest,
      decision,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: act('edit'),
      who: fc.constantFrom('admin', 'boss', 'otto'),
      tab: fc.nat(9),
      row: fc.nat(8),
      column: fc.nat(8),
      text: fc.nat(4),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: act('jump'), minutes }) },
  { weight: 6, arbitrary: fc.record({ do: act('triggers'), times: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'suspend' as const, 'restore' as const), who: officer }) },
  { weight: 1, arbitrary: fc.record({ do: act('heir'), who: officer, to: fc.constantFrom('emma', 'plain', 'oren', 'otto') }) },
);

const kill = fc.option(fc.nat(60), { freq: 8, nil: undefined });

// What cases begin with, since chance alone comes there seldom.
const ownSent: readonly GateStep[] = [
  { do: 'walk', who: 'otto', where: { app: 'sheets' }, path: 5 },
  { do: 'triggers', times: 1 },
];
const decided = { do: 'page', request: 0, digest: 'right', reason: 'No.' } as const;
const approved = { ...decided, who: 'olga', decision: 'approve' } as const;
const beginnings: readonly (readonly GateStep[])[] = [
  [],
  ownSent,
  ownSent,
  [approved],
  [approved],
  [approved, { do: 'remove', who: 'olga' }],
  [approved, { do: 'suspend', who: 'olga' }],
  [{ ...decided, who: 'oren', decision: 'deny' }],
  [{ do: 'jump', minutes: 14 * DAY }],
  [{ ...approved, digest: 'wrong' }],
  [
    { do: 'heir', who: 'olga', to: 'emma' },
    { do: 'walk', who: 'emma', where: { app: 'gmail', mail: 0 }, path: 0 },
    { do: 'forge', who: 'emma', action: 'decideAsOfficer', request: 0, digest: 'right', decision: 'approve' },
  ],
];
const calm = (steps: readonly GateStep[]): GateCase['steps'] => steps.map((one) => ({ step: one, kill: undefined }));

/** At the end triggers run, so that what was let through is carried out. */
export const gateCase: fc.Arbitrary<GateCase> = fc
  .record({
    needed: mostly(1, fc.constant(2)),
    before: fc.constantFrom(...beginnings),
    steps: fc.array(fc.record({ step, kill }), { minLength: 3, maxLength: 12 }),
  })
  .map(({ needed, before, steps }) => ({ needed, steps: [...calm(before), ...steps, ...calm([{ do: 'triggers', times: 3 }])] }));
