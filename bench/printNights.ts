import type { CallCount } from './countRun';
import { columns, count, duration } from './columns';
import type { Measured } from './measurement';
import type { ManySyncsCount } from './measureManySyncs';
import type { NightCount, NightsCount } from './measureNights';
import type { NightPeer } from './nightPeers';

const HEAD = ['', 'reads', 'writes', 'tokens', 'daily writes', 'slices', 'waves take', 'x bound', 'work', 'begin to end'];

const callCells = ({ reads, writes, tokens }: CallCount): string[] => [reads, writes, tokens].map(count);

const nightRows = ({ name, counted, bound, ratio }: NightCount): string[][] => [
  [
    name,
    ...callCells(counted.calls),
    count(counted.dailyContactWrites),
    `${counted.slices.preview} + ${counted.slices.run}`,
    duration(counted.waveSeconds),
    ratio === 0 ? '' : ratio.toFixed(2),
    duration(counted.workSeconds),
    duration(counted.elapsedSeconds),
  ],
  [
    '  bound',
    ...callCells(bound.calls),
    count(bound.dailyContactWrites),
    '',
    ratio === 0 ? '' : duration(bound.seconds),
    '',
    '',
    `${bound.days} ${bound.days === 1 ? 'day' : 'days'}`,
  ],
];

const peerRow = (name: string, { calls, dailyContactWrites, seconds }: NightPeer): string[] => [
  name,
  ...callCells(calls),
  count(dailyContactWrites),
  '',
  '',
  '',
  duration(seconds),
];

const linesOf = ({ size, nights, rewrite, compare, cardSeconds }: NightsCount): string[] => {
  const { targets, contacts, edited, replaced } = size;
  const changed = `1 %: ${edited} edited${replaced === 0 ? '' : `, ${replaced} deleted, ${replaced} new`}`;
  return [
    '',
    `Nights of a contact sync with ${count(targets)} destinations, ${contacts} contacts (${changed}); lowest quotas, those of a minute bind nowhere`,
    ...columns([
      HEAD,
      ...nights.flatMap(nightRows),
      peerRow('every night: empty and fill again, no waves', rewrite),
      peerRow('every night: read all, write 1 % singly, no waves', compare),
    ]),
    `  slowest card of the sync: ${cardSeconds.toFixed(2)} s`,
  ];
};

const manyLines = (many: readonly ManySyncsCount[] = []): string[] => {
  if (many.length === 0) return [];
  const rows = many.map(({ name, calls, executions, triggerMinutes, minutes }) => [
    name,
    ...callCells(calls),
    count(executions),
    duration(60 * triggerMinutes),
    duration(60 * minutes),
  ]);
  const head = ['', 'reads', 'writes', 'tokens', 'executions', 'trigger time', 'begin to end'];
  return ['', 'A night of 500 contact syncs with 3 destinations each; 5 hours of trigger time a day', ...columns([head, ...rows])];
};

export const nightsOf = (measured: Partial<Measured>): NightsCount[] =>
  [measured['nights 0'], measured['nights 1'], measured['nights 2']].filter((one) => one !== undefined);

/** Calls of preview and run together; slices of each. A bound for days is the day's contact writes and calls of one account. */
export const printNights = (measured: Partial<Measured>): string[] => [
  ...nightsOf(measured).flatMap(linesOf),
  ...manyLines(measured['nights of 500 syncs']),
];

export const printSyncCards = ({ 'cards of syncs': measured }: Partial<Measured>): string[] => {
  if (measured === undefined) return [];
  const rows = measured.steps.map(({ step, seconds }) => [step, `${seconds.toFixed(2)} s`]);
  return [
    '',
    'Slowest card callback with 500 syncs, 250 requests, 100 of them open, at 10,000 users',
    ...columns([['', 'simulated'], ...rows]),
    `Script properties: ${measured.storeKilobytes.toFixed(0)} kB`,
  ];
};
