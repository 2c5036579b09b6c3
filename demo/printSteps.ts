import type { StepResult } from './runStep';

/** What happened per step: expectations, calls to Google, accounts that changed. */
export function printSteps(steps: readonly StepResult[]): string {
  const width = Math.max(...steps.map(({ title }) => title.length));
  const lines = steps.map(({ title, expectations, calls, changed }) =>
    [
      `  ${title.padEnd(width)}`,
      `${expectations.filter(({ holds }) => holds).length} of ${expectations.length}`.padStart(11),
      ...[calls.reads, calls.writes, calls.tokens, changed.length].map((count, index) => String(count).padStart(index === 3 ? 16 : 6)),
    ].join('  '),
  );
  const failed = steps.flatMap(({ title, expectations }) =>
    expectations.filter(({ holds }) => !holds).map(({ what }) => `  ${title}: ${what}`),
  );
  return [
    '',
    `  ${''.padEnd(width)}  as expected   reads  writes  tokens  accounts changed`,
    ...lines,
    '',
    ...(failed.length === 0 ? ['Everything is as expected.'] : ['Not as expected:', ...failed]),
  ].join('\n');
}
