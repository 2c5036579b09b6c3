import type { Measured } from './measurement';
import { nightsOf } from './printNights';
import { workloadsOf } from './printTable';

/** Bounds of docs, "Budgets", for what is not a workload; those of a workload come with its counts. */
export const LIMITS = {
  diffSeconds: 1,
  diffMegabytes: 256,
  importReadSeconds: 1,
  importPlanSeconds: 5,
  cardSeconds: 3,
  storeKilobytes: 500,
  triggerMinutes: 300,
  otherMailMessages: 1,
  otherMailProperties: 1,
  otherMailNetwork: 0,
  bundleKilobytes: 700,
  loadMilliseconds: 20,
  sweepReads: 1,
  sweepSeconds: 1,
  sweepMinutesADay: 10,
} as const;

/** One line for each bound that does not hold. */
export const findBroken = (measured: Partial<Measured>): string[] => {
  const lines: string[] = [];
  const check = (what: string, value: number | undefined, limit: number): void => {
    if (value !== undefined && !(value <= limit)) lines.push(`${what}: ${Number(value.toFixed(2))} > ${limit}`);
  };
  for (const { workload, quotas, first, again } of workloadsOf(measured)) {
    for (const [name, { broken }] of [
      ['first', first],
      ['again', again],
    ] as const) {
      for (const what of broken) lines.push(`${workload.name}, ${quotas} quotas, ${name}: ${what}`);
    }
  }
  for (const { name, broken } of measured.changes ?? []) for (const what of broken) lines.push(`changes, ${name}: ${what}`);
  for (const { workload, broken } of measured.removal ?? []) for (const what of broken) lines.push(`removal, ${workload.name}: ${what}`);
  for (const { size, broken, cardSeconds } of nightsOf(measured)) {
    for (const what of broken) lines.push(`nights, ${size.targets} destinations: ${what}`);
    check(`card of a sync with ${size.targets} destinations, seconds`, cardSeconds, LIMITS.cardSeconds);
  }
  for (const diff of [measured['diff copies'], measured['diff own'], measured['diff others']]) {
    check(`diff, ${diff?.name}, seconds`, diff?.planSeconds, LIMITS.diffSeconds);
    check(`diff, ${diff?.name}, megabytes`, diff?.peakMegabytes, LIMITS.diffMegabytes);
  }
  const imported = measured['plan of an import'];
  check('plan of an import, seconds to read the table', imported?.readSeconds, LIMITS.importReadSeconds);
  check('plan of an import, seconds', imported?.planSeconds, LIMITS.importPlanSeconds);
  for (const run of [measured['import of 5,000'], measured['import of 50,000']]) {
    for (const what of run?.broken ?? []) lines.push(`import of ${run?.rows}: ${what}`);
    check(`card of an import of ${run?.rows}, seconds`, run?.first.cardSeconds, LIMITS.cardSeconds);
  }
  // Set-up makes two files and a trigger, once.
  for (const { step, seconds } of (measured.cards ?? []).filter((card) => card.step !== 'set up'))
    check(`card, ${step}, seconds`, seconds, LIMITS.cardSeconds);
  for (const { name, broken, triggerMinutes } of measured['nights of 500 syncs'] ?? []) {
    for (const what of broken) lines.push(`500 syncs, ${name}: ${what}`);
    check(`500 syncs, ${name}, minutes of triggers`, triggerMinutes, LIMITS.triggerMinutes);
  }
  const ofSyncs = measured['cards of syncs'];
  for (const { step, seconds } of ofSyncs?.steps ?? []) check(`card, syncs, ${step}, seconds`, seconds, LIMITS.cardSeconds);
  check('500 syncs and 250 requests, kilobytes of script properties', ofSyncs?.storeKilobytes, LIMITS.storeKilobytes);
  for (const { step, seconds } of measured.gmail?.steps ?? []) check(`card, ${step}, seconds`, seconds, LIMITS.cardSeconds);
  check('another mail in Gmail, messages read', measured.gmail?.otherMail.messageReads, LIMITS.otherMailMessages);
  check('another mail in Gmail, properties read', measured.gmail?.otherMail.propertyReads, LIMITS.otherMailProperties);
  check('another mail in Gmail, network calls', measured.gmail?.otherMail.networkCalls, LIMITS.otherMailNetwork);
  check('bundle, kilobytes', measured.bundle?.kilobytes, LIMITS.bundleKilobytes);
  check('bundle, milliseconds to load', measured.bundle?.loadMilliseconds, LIMITS.loadMilliseconds);
  check('idle sweep, calls of the platform', measured.sweep?.calls.length, LIMITS.sweepReads);
  check('idle sweep, seconds', measured.sweep?.seconds, LIMITS.sweepSeconds);
  check('idle sweep, minutes a day', measured.sweep?.minutesADay, LIMITS.sweepMinutesADay);
  return lines;
};
