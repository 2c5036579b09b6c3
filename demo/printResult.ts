/** What the copy did, counted by the simulator and not by Roster. Times in simulated seconds. */
export interface DemoResult {
  readonly targets: number;
  readonly created: number;
  readonly skipped: number;
  readonly failed: number;
  /** Contacts that stand twice in a target's account after the copy: counted in the world. */
  readonly duplicates: number;
  /** People API and token calls of the run. */
  readonly calls: CallCount;
  readonly bound: CallCount;
  /** Executions of the operator's triggers that did the run. */
  readonly executions: number;
  readonly simulatedSeconds: number;
  /** The same for the preview that came before. */
  readonly preview: { readonly calls: CallCount; readonly bound: CallCount };
  readonly perTarget: readonly TargetResult[];
  readonly refused: readonly { readonly where: string; readonly what: string; readonly why: string }[];
}

export interface CallCount {
  readonly reads: number;
  readonly writes: number;
  readonly tokens: number;
}

export interface TargetResult {
  readonly email: string;
  readonly had: number;
  readonly created: number;
  readonly skipped: number;
  readonly status: string;
  readonly reason: string;
}

export function printResult(result: DemoResult): string {
  const lines: string[] = ['', 'What each target got'];
  const width = Math.max(8, ...result.perTarget.map((target) => target.email.length));
  lines.push(`  ${'target'.padEnd(width)}  ${'had'.padStart(6)}  ${'created'.padStart(7)}  ${'skipped'.padStart(7)}  result`);
  for (const target of result.perTarget) {
    lines.push(
      `  ${target.email.padEnd(width)}  ${count(target.had).padStart(6)}  ${count(target.created).padStart(7)}  ${count(target.skipped).padStart(7)}  ` +
        `${target.status}${target.reason === '' ? '' : `: ${target.reason}`}`,
    );
  }
  if (result.refused.length > 0) {
    lines.push('', 'What was refused, and why');
    for (const { where, what, why } of result.refused) lines.push(`  ${[where, what].filter((word) => word !== '').join(' ')}: ${why}`);
  }
  lines.push(
    '',
    'Calls to Google         made   bound',
    ...(['reads', 'writes', 'tokens'] as const).map(
      (kind) => `  ${`run, ${kind}`.padEnd(20)}${count(result.calls[kind]).padStart(6)}  ${count(result.bound[kind]).padStart(6)}`,
    ),
    ...(['reads', 'tokens'] as const).map(
      (kind) =>
        `  ${`preview, ${kind}`.padEnd(20)}${count(result.preview.calls[kind]).padStart(6)}  ${count(result.preview.bound[kind]).padStart(6)}`,
    ),
    '',
    `${count(result.targets)} targets: ${count(result.created)} contacts created, ${count(result.skipped)} skipped, ${count(result.failed)} failed, ` +
      `${count(result.duplicates)} duplicates; ${count(result.executions)} trigger execution${result.executions === 1 ? '' : 's'}, ` +
      `${count(Math.round(result.simulatedSeconds))} simulated seconds.`,
  );
  return lines.join('\n');
}

const count = (value: number): string => value.toLocaleString('en-GB');
