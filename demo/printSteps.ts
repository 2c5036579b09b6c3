import type { StepResult } from './runStep';

/** What happened per step: expectations, calls to Google (of how many at most), accounts that changed. */
export function printSteps(steps: readonly StepResult[]): string {
  const width = Math.max(...steps.map(({ title }) => title.length));
  const lines = steps.map(({ title, expectations, calls, bound, changed }) =>
    [
      `  ${title.padEnd(width)}`,
      `${expectations.filter(({ holds }) => holds).length} of ${expectations.length}`.padStart(11),
      ...(['reads', 'writes', 'tokens'] as const).map((kind) =>
        (bound === undefined ? String(calls[kind]) : `${calls[kind]} of ${bound[kind]}`).padStart(9),
      ),
      String(changed.length).padStart(16),
    ].join('  '),
  );
  const failed = steps.flatMap(({ title, expectations }) =>
    expectations.filter(({ holds }) => !holds).map(({ what }) => `  ${title}: ${what}`),
  );
  return [
    '',
    `  ${''.padEnd(width)}  as expected      reads     writes     tokens  accounts changed`,
    ...lines,
    '',
    ...(failed.length === 0 ? ['Everything is as expected.'] : ['Not as expected:', ...failed]),
  ].join('\n');
}
