import { escapeMarkup } from '../core/base/escapeMarkup';
import { describeCounts, describeStatus } from '../core/runs/describeStatus';
import type { TargetOutcome } from '../core/runs/TargetOutcome';
import type { SyncEntry } from '../core/sync/SyncEntry';
import { button, buttons } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { pageOf, pagingWidgets } from './paging';
import { paragraph, problemParagraph } from './paragraph';
import { describeSyncState } from './syncsCard';
import { formatNumber, type Viewer } from './Viewer';

type Destination = Pick<TargetOutcome, 'created' | 'changed' | 'deleted' | 'skipped' | 'failed'> & {
  readonly target: string;
  readonly state: string;
  readonly reason: string;
  readonly nextStep: string;
};

export interface SyncCardView {
  readonly entry: SyncEntry;
  readonly destinations: readonly Destination[];
  /** Id of the request about it that is not closed. */
  readonly request?: string;
}

const destinationsOnCard = 20;

const destination = ({ target, state, reason, nextStep, ...counts }: Destination): WidgetSpec => ({
  decoratedText: {
    topLabel: describeStatus(state),
    text: escapeMarkup(target),
    bottomLabel: reason === '' ? describeCounts(counts) : `${reason} ${nextStep}`,
    wrapText: true,
  },
});

const commands = ({ entry, request }: SyncCardView): WidgetSpec[] => {
  const parameters = { sync: entry.id };
  if (request !== undefined) return [buttons(button('Open its request', 'openRequest', { request }))];
  return [
    buttons(
      button('Run now', 'runSync', parameters),
      entry.state === 'paused' ? button('Resume', 'resumeSync', parameters) : button('Pause', 'pauseSync', parameters),
      ...(entry.state === 'held' ? [button('Review and allow once', 'allowSync', parameters)] : []),
    ),
    buttons(button('Delete, keep contacts', 'deleteSync', parameters), button('Delete with contacts', 'removeSync', parameters)),
  ];
};

/** G46–G48: one sync: how it is, what can be done with it, and each destination. */
export const syncCard = (view: SyncCardView, page: number, viewer: Viewer): CardSpec => {
  const { entry, destinations } = view;
  const shown = pageOf(destinations, page, destinationsOnCard);
  return {
    name: 'sync',
    header: { title: entry.name, subtitle: describeSyncState(entry) },
    sections: [
      {
        widgets: [
          ...(entry.reason === undefined ? [] : [problemParagraph(entry.reason)]),
          paragraph(`${formatNumber(entry.destinations, viewer)} destinations`),
          ...commands(view),
        ],
      },
      {
        header: 'Destinations',
        widgets: [
          ...(destinations.length === 0 ? [paragraph('None was visited yet.')] : shown.items.map(destination)),
          ...pagingWidgets(shown, viewer, 'openSync', { sync: entry.id }),
        ],
      },
    ],
  };
};
