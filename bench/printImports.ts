import { columns, count, duration } from './columns';
import type { Measured } from './measurement';

/** Imports of everybody, beside other ways to bring the same table in. */
export const printImports = (measured: Partial<Measured>): string[] =>
  [measured['import of 5,000'], measured['import of 50,000']].flatMap((one) => {
    if (one === undefined) return [];
    const { rows, users, changed, first, again, peers, cpuSeconds, peakMegabytes } = one;
    const runs = (
      [
        ['Roster', first],
        ['Roster, again', again],
      ] as const
    ).flatMap(([name, { listings, previewCalls, planned, counted, longestSlice, seconds, cardSeconds }]) => [
      [
        name,
        `${listings} of ${previewCalls}`,
        count(counted.lookUps),
        count(counted.writes),
        count(counted.slices),
        duration(seconds),
        duration(longestSlice),
        `${cardSeconds.toFixed(1)} s`,
      ],
      ['  planned', '', count(planned.lookUps), count(planned.writes), count(planned.slices), '', '', ''],
    ]);
    const others = peers.map((peer) => [`  ${peer.name}`, '', count(peer.lookUps), count(peer.writes), '', duration(peer.seconds), '', '']);
    return [
      '',
      `Import of ${count(rows)} rows against ${count(users)} users, ${count(changed)} changed`,
      ...columns([
        ['', 'listings of preview', 'look-ups', 'writes', 'slices', 'simulated time', 'longest slice', 'slowest card'],
        ...runs,
        ...others,
      ]),
      `  with the simulated company: ${duration(cpuSeconds)} of CPU, at most ${peakMegabytes.toFixed(0)} MB; the tab is read in ${first.readSeconds.toFixed(1)} s`,
    ];
  });
