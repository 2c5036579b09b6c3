import { changesNothing } from '../core/plan/describeTotals';
import type { RequestEntry } from '../core/approvals/RequestEntry';
import { button, mainButton } from './button';
import type { CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { labelled } from './labelled';
import { paragraph } from './paragraph';
import { accountReadyHours } from '../core/runs/accountReady';
import { progressBar } from '../core/runs/progressBar';
import { formatCount, formatLatest, formatNumber, type Viewer } from './Viewer';

/** What a card knows of a run that is not over. Times in milliseconds since the epoch. */
export interface RunView {
  readonly entry: RequestEntry;
  /** Undefined before the first wave. */
  readonly progress?: {
    /** Targets that ended, of all, counted for each action. */
    readonly done: number;
    readonly total: number;
    readonly doing: 'reading' | 'writing' | 'waiting';
    readonly parked: number;
    /** New accounts; absent: none. */
    readonly notReady?: number;
    readonly at: number;
    /** 0: it goes on at once. */
    readonly goesOnAt: number;
    /** 0: nobody can tell yet. */
    readonly earliestEnd: number;
  };
  /** Somebody pressed Stop; the run is not closed yet. */
  readonly stopping: boolean;
  readonly nextLookAt: number;
  readonly now: number;
}

const doingWords = { reading: 'Reading what the targets have', writing: 'Writing', waiting: 'Waiting' } as const;

/** Somebody pressed Stop. */
export const stoppingWords = ({ nextLookAt, now }: Pick<RunView, 'nextLookAt' | 'now'>, viewer: Viewer): string =>
  `Stopping: what is under way is finished, nothing else begins; closed at ${formatLatest(nextLookAt, now, viewer)} at the latest`;

/** What happens at this moment; nothing is running between two slices. */
const nowWords = (view: RunView, viewer: Viewer): string => {
  const { progress, now } = view;
  const next = `goes on at ${formatLatest(view.nextLookAt, now, viewer)} at the latest`;
  if (view.stopping) return stoppingWords(view, viewer);
  if (progress === undefined) return `Beginning; if it is interrupted, it ${next}`;
  return progress.doing === 'waiting' ? `Waiting; it ${next}` : `${doingWords[progress.doing]}; if it is interrupted, it ${next}`;
};

/** B15: how far a run is, what happens now, and when it ends. */
export const runSection = (view: RunView, viewer: Viewer): SectionSpec[] => {
  const { entry, progress, now } = view;
  if (entry.state !== 'running') return [];
  const { done, total } = progress ?? {
    done: entry.outcome.done + entry.outcome.skipped + entry.outcome.failed,
    total: entry.targets,
  };
  const widgets: WidgetSpec[] = [
    labelled('Done', `${progressBar(done, total)} ${formatNumber(done, viewer)} of ${formatCount(total, viewer, 'target')}`),
    labelled('Now', nowWords(view, viewer)),
  ];
  if (progress !== undefined && progress.parked > 0) {
    widgets.push(
      labelled(
        'Looked at again',
        `${formatCount(progress.parked, viewer, 'target')}, in some minutes: it does not show yet what was written there`,
      ),
    );
  }
  if (progress?.notReady !== undefined) {
    widgets.push(
      labelled(
        'New accounts',
        `${formatCount(progress.notReady, viewer, 'account is', 'accounts are')} not ready at Google; tried again for ${accountReadyHours} hours`,
      ),
    );
  }
  if (progress !== undefined && progress.earliestEnd > now && !view.stopping) {
    widgets.push(labelled('Ends', `at ${formatLatest(progress.earliestEnd, now, viewer)} at the earliest, by the speed so far`));
  }
  if (progress !== undefined) widgets.push(paragraph(`As of ${formatLatest(progress.at, now, viewer)}.`));
  return [{ header: 'Progress', widgets }];
};

/** B15: asks once more before a run is stopped. `stop`: the action that does it. */
export const confirmStopCard = (
  { entry, progress }: Pick<RunView, 'entry' | 'progress'>,
  viewer: Viewer,
  stop = 'stopRequest',
): CardSpec => {
  const parameters = { request: entry.id };
  const done = changesNothing(entry) ? 'copied' : 'done';
  return {
    name: 'confirmStop',
    header: { title: 'Stop this run?', subtitle: entry.name },
    sections: [
      {
        widgets: [
          paragraph(
            entry.state === 'approved'
              ? `It has not begun: nothing will be ${done}.`
              : `${progress === undefined ? '' : `${formatCount(progress.done, viewer, 'target is', 'targets are')} done. `}What was ${done} stays, what is under way is finished, and the other targets are left as they are.`,
          ),
          paragraph(
            changesNothing(entry)
              ? 'It cannot be taken up again. A new request copies what is missing, nothing twice.'
              : 'It cannot be taken up again. A new request does what is left, nothing twice.',
          ),
        ],
      },
    ],
    fixedFooter: {
      primaryButton: mainButton('Stop the run', stop, parameters),
      secondaryButton: button('Let it run', 'cancelStop', {}, { type: 'OUTLINED' }),
    },
  };
};
