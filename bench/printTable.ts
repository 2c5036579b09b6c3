import { columns, count, duration } from './columns';
import { printImports } from './printImports';
import type { Measured } from './measurement';
import type { CopyCount, WorkloadCount } from './measureWorkload';
import type { PeerCount } from './peers';
import { printNights, printSyncCards } from './printNights';

export const workloadsOf = (measured: Partial<Measured>): WorkloadCount[] =>
  [
    measured['workload 0 0'],
    measured['workload 0 1'],
    measured['workload 1 0'],
    measured['workload 1 1'],
    measured['workload 2 0'],
    measured['workload 2 1'],
  ].filter((one) => one !== undefined);

const HEAD = [
  '',
  'reads',
  'writes',
  'tokens',
  'waves',
  'daily writes',
  'slices',
  'executions',
  'work',
  'simulated time',
  'x bound',
  'with records',
];

export const printTable = (measured: Partial<Measured>): string => {
  const lines: string[] = [];
  for (const one of workloadsOf(measured)) {
    lines.push('', `${one.workload.name} (targets x contacts), ${one.quotas} quotas`);
    lines.push(
      ...columns([
        HEAD,
        oursRow('Roster', one.first),
        planRow('  planned', one.first),
        boundRow('  bound', one.first),
        peerRow('  one call per contact', one.oneCallPerContact, one.first),
        peerRow('  batches, no waves', one.batchesInSequence, one.first),
        oursRow('Roster, again', one.again),
        planRow('  planned', one.again),
        boundRow('  bound', one.again),
      ]),
    );
    const { units } = one.first.run;
    lines.push(
      `  quota units of the first run: ${Object.entries(units)
        .map(([metric, spent]) => `${metric} ${count(spent)}`)
        .join(', ')}`,
    );
  }
  const diffs = [measured['diff copies'], measured['diff own'], measured['diff others']].filter((one) => one !== undefined);
  if (diffs.length > 0) {
    const rows = diffs.map((diff) => [
      diff.name,
      count(diff.creates),
      count(diff.skips),
      `${diff.planSeconds.toFixed(2)} s`,
      `${diff.readSeconds.toFixed(2)} s`,
      `${diff.peakMegabytes.toFixed(0)} MB`,
    ]);
    lines.push(
      '',
      'Diff 25,000 x 25,000',
      ...columns([['target holds', 'creates', 'skips', 'diff CPU', 'listings CPU', 'peak memory'], ...rows]),
    );
  }
  const imported = measured['plan of an import'];
  if (imported !== undefined) {
    const { rows, users, changed, unchanged, failed, readSeconds, planSeconds, peakMegabytes } = imported;
    lines.push(
      '',
      `Plan of an import of ${count(rows)} rows among ${count(users)} users`,
      ...columns([
        ['changed', 'unchanged', 'failed', 'table CPU', 'plan CPU', 'peak memory'],
        [
          ...[changed, unchanged, failed].map(count),
          `${readSeconds.toFixed(2)} s`,
          `${planSeconds.toFixed(2)} s`,
          `${peakMegabytes.toFixed(0)} MB`,
        ],
      ]),
    );
  }
  if (measured.changes !== undefined) {
    const rows = measured.changes.map((one) => [
      one.name,
      ...[one.planned.lookUps, one.counted.lookUps, one.planned.writes, one.counted.writes, one.planned.slices, one.counted.slices].map(
        count,
      ),
      duration(one.workSeconds),
      duration(one.boundSeconds),
      one.ratio.toFixed(2),
      count(one.againWrites),
    ]);
    const head = [
      '',
      'look-ups planned',
      'counted',
      'writes planned',
      'counted',
      'slices planned',
      'counted',
      'work',
      'bound',
      'x bound',
      'writes again',
    ];
    lines.push('', `Changes of ${count(measured.changes[0]?.targets ?? 0)} users`, ...columns([head, ...rows]));
  }
  if (measured.removal !== undefined) {
    const rows = measured.removal.map(({ workload, run, plan: { planned }, boundWrites }) => [
      workload.name,
      ...[planned.reads, run.calls.reads, planned.writes, run.calls.writes, boundWrites, planned.slices, run.slices].map(count),
      duration(planned.seconds),
      duration(run.workSeconds),
    ]);
    const head = [
      '',
      'reads planned',
      'counted',
      'writes planned',
      'counted',
      'bound',
      'slices planned',
      'counted',
      'time planned',
      'work',
    ];
    lines.push('', 'Undo of a copy', ...columns([head, ...rows]));
  }
  lines.push(...printNights(measured));
  if (measured.cards !== undefined) {
    const rows = measured.cards.map(({ step, seconds }) => [step, `${seconds.toFixed(2)} s`]);
    lines.push('', 'Slowest card callback at 10,000 users', ...columns([['', 'simulated'], ...rows]));
  }
  lines.push(...printImports(measured), ...printSyncCards(measured));
  if (measured.gmail !== undefined) {
    const { steps, otherMail } = measured.gmail;
    const rows = steps.map(({ step, seconds }) => [step, `${seconds.toFixed(2)} s`]);
    lines.push('', 'Slowest card callback with 500 requests, 100 of them open', ...columns([['', 'simulated'], ...rows]));
    const { messageReads, propertyReads, networkCalls } = otherMail;
    lines.push(`Another mail in Gmail: ${messageReads} message, ${propertyReads} property, ${networkCalls} network calls`);
  }
  const { sweep, bundle } = measured;
  if (sweep !== undefined) {
    lines.push(
      '',
      `Sweep with nothing pending: ${sweep.calls.join(', ')}; ${sweep.seconds} s, ${sweep.minutesADay.toFixed(2)} minutes a day`,
    );
  }
  if (bundle !== undefined) lines.push(`Bundle: ${bundle.kilobytes.toFixed(0)} kB, loads in ${bundle.loadMilliseconds.toFixed(1)} ms`);
  return lines.join('\n');
};

const oursRow = (name: string, { run, ratio }: CopyCount): string[] => [
  name,
  count(run.calls.reads),
  count(run.calls.writes),
  count(run.calls.tokens),
  count(run.waves),
  count(run.units.dailyContactWrites ?? 0),
  count(run.slices),
  count(run.executions),
  duration(run.workSeconds),
  duration(run.elapsedSeconds),
  ratio.toFixed(2),
  duration(run.totalSeconds),
];

const planRow = (name: string, { plan: { planned } }: CopyCount): string[] => [
  name,
  count(planned.reads),
  count(planned.writes),
  count(planned.tokens),
  '',
  count(planned.dailyContactWrites),
  count(planned.slices),
  '',
  duration(planned.seconds),
  '',
  '',
  '',
];

const boundRow = (name: string, { bound }: CopyCount): string[] => [
  name,
  count(bound.calls.reads),
  count(bound.calls.writes),
  count(bound.calls.tokens),
  '',
  count(bound.dailyContactWrites),
  count(bound.slices),
  '',
  '',
  duration(bound.seconds),
  '',
  '',
];

const peerRow = (name: string, peer: PeerCount, { bound }: CopyCount): string[] => [
  name,
  count(peer.calls.reads),
  count(peer.calls.writes),
  count(peer.calls.tokens),
  '',
  count(peer.units.dailyContactWrites ?? 0),
  '',
  '',
  '',
  duration(peer.elapsedSeconds),
  (peer.elapsedSeconds / bound.seconds).toFixed(2),
  '',
];
