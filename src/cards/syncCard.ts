import { escapeMarkup } from '../core/base/escapeMarkup';
import type { Result } from '../core/base/Result';
import { describeCounts, describeStatus } from '../core/runs/describeStatus';
import type { TargetOutcome } from '../core/runs/TargetOutcome';
import { mayAllowOnce } from '../core/sync/mayAllowOnce';
import type { Sync } from '../core/sync/Sync';
import type { SyncEntry } from '../core/sync/SyncEntry';
import { action, button, buttons, mainButton } from './button';
import type { ButtonSpec, CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { filterWidget } from './filterWidget';
import { labelled } from './labelled';
import { pageOf, pagingWidgets } from './paging';
import { paragraph, problemParagraph } from './paragraph';
import { choiceWidgets } from './syncReviewCard';
import { describeSyncState } from './syncsCard';
import { formatCount, formatDate, formatMoment, formatNumber, type Viewer } from './Viewer';

type Destination = Pick<TargetOutcome, 'created' | 'changed' | 'deleted' | 'skipped' | 'failed'> & {
  readonly target: string;
  readonly state: string;
  readonly reason: string;
  readonly nextStep: string;
  /** ISO 8601. */
  readonly at: string;
};

type Counts = Pick<Destination, 'created' | 'changed' | 'deleted' | 'failed'>;

export interface SyncCardView {
  readonly entry: SyncEntry;
  /** What it does, or why that cannot be shown. */
  readonly sync: Result<Sync>;
  /** All of them, as their last visit left them. */
  readonly destinations: readonly Destination[];
  /** Only destinations that ended so; blank: all. */
  readonly state: string;
  /** Ids of the request about it that is not closed, and of its last run. */
  readonly request?: string;
  readonly lastRun?: string;
  /** When it runs next by itself; Infinity: never. Milliseconds since the epoch, like `now`. */
  readonly nextAt: number;
  readonly now: number;
}

const destinationsOnCard = 20;

const counted = ({ created, changed = 0, deleted = 0, failed }: Counts, viewer: Viewer): string =>
  created + changed + deleted + failed === 0
    ? 'Nothing had to change'
    : describeCounts({ created, changed, deleted, skipped: 0, failed }, (value) => formatNumber(value, viewer));

const destination = ({ target, state, reason, nextStep, at, ...counts }: Destination, viewer: Viewer): WidgetSpec => {
  const moment = Date.parse(at);
  return {
    decoratedText: {
      topLabel: `${describeStatus(state)}${Number.isNaN(moment) ? '' : `, ${formatMoment(moment, viewer)}`}`,
      text: escapeMarkup(target),
      bottomLabel: reason === '' ? counted(counts, viewer) : `${reason} ${nextStep}`,
      wrapText: true,
    },
  };
};

/** What can be done now, the most likely first. */
const commands = ({ entry: { id, state, reason }, sync, request, lastRun }: SyncCardView): ButtonSpec[] => {
  const parameters = { sync: id };
  const isFree = request === undefined && state !== 'deleting';
  const [isHeld, isPaused] = [state === 'held', state === 'paused'];
  const edit = isFree && sync.ok ? [button('Edit', 'editSync', parameters)] : [];
  return [
    ...(request === undefined
      ? []
      : [button('Open its request', 'openRequest', { request }), button('Refresh', 'pageSync', { ...parameters, state: '' })]),
    ...(isFree && isHeld && mayAllowOnce(reason) ? [button('Review and allow once', 'allowSync', parameters)] : []),
    ...(isPaused ? [button('Resume', 'resumeSync', parameters)] : []),
    ...(isHeld ? edit : []),
    ...(isFree ? [button('Run now', 'runSync', parameters)] : []),
    ...(state === 'active' || isHeld ? [button('Pause', 'pauseSync', parameters)] : []),
    ...(isHeld ? [] : edit),
    ...(!sync.ok ? [] : [button('Duplicate', 'editSync', { ...parameters, asNew: 'yes' })]),
    ...(lastRun === undefined ? [] : [button('Last run', 'openRequest', { request: lastRun }, { altText: 'Results of the last run' })]),
    ...(isFree ? [button('Delete', 'openDeleteSync', parameters)] : []),
  ];
};

const nextWords = ({ entry, nextAt, now }: SyncCardView, viewer: Viewer): string => {
  if (entry.state === 'paused') return 'Not while it is paused';
  if (nextAt === Infinity) return 'When somebody presses “Run now”';
  return nextAt <= now ? 'As soon as Roster looks for work' : `${formatMoment(nextAt, viewer)}, or soon after`;
};

const statusWidgets = (view: SyncCardView, more: readonly ButtonSpec[], viewer: Viewer): WidgetSpec[] => {
  const { entry } = view;
  const { ranAt, outcome, last, until, destinations } = entry;
  return [
    ...(entry.reason === undefined ? [] : [problemParagraph(entry.reason)]),
    ...(view.request === undefined ? [] : [paragraph('A request about it is not closed yet.')]),
    labelled('Destinations', formatNumber(destinations, viewer)),
    labelled('Last run', ranAt === 0 ? 'None yet' : `${formatMoment(ranAt, viewer)}: ${counted(outcome, viewer)}`),
    ...(entry.nightly ? [labelled('Last night', last.night === '' ? 'None yet' : formatDate(last.night, viewer))] : []),
    ...(entry.state === 'deleting' ? [] : [labelled('Next', nextWords(view, viewer))]),
    ...(until > 0 ? [labelled('Approved until', formatMoment(until, viewer))] : []),
    ...(more.length === 0 ? [] : [buttons(...more)]),
  ];
};

/** G48: how many ended how, and a list of those to look at. */
const destinationsSection = (view: SyncCardView, page: number, viewer: Viewer): SectionSpec => {
  const { destinations, entry, state } = view;
  const header = 'Destinations';
  if (destinations.length === 0) return { header, widgets: [paragraph('None was visited yet.')] };
  const counts = new Map<string, number>();
  for (const one of destinations) counts.set(one.state, (counts.get(one.state) ?? 0) + 1);
  const shown = pageOf(state === '' ? destinations : destinations.filter((one) => one.state === state), page, destinationsOnCard);
  const states = [...counts].slice(0, 20).map(([value, count]) => [value, describeStatus(value), count] as const);
  return {
    header,
    widgets: [
      filterWidget(states, { only: state, total: destinations.length }, action('filterSync', { sync: entry.id }), viewer),
      ...(shown.total === 0 ? [paragraph('None is in this state now.')] : shown.items.map((one) => destination(one, viewer))),
      ...pagingWidgets(shown, viewer, 'pageSync', { sync: entry.id, state }),
    ],
  };
};

/** G46–G48: one sync: how it is, what can be done with it, and each destination. */
export const syncCard = (view: SyncCardView, page: number, viewer: Viewer): CardSpec => {
  const { entry, sync } = view;
  const [main, ...more] = commands(view);
  return {
    name: 'sync',
    header: { title: entry.name, subtitle: describeSyncState(entry) },
    sections: [
      { widgets: statusWidgets(view, more, viewer) },
      destinationsSection(view, page, viewer),
      sync.ok
        ? { header: 'What it does', collapsible: true, uncollapsibleWidgetsCount: 1, widgets: choiceWidgets(sync.value) }
        : { header: 'What it does', widgets: [problemParagraph(sync.problem)] },
    ],
    ...(main === undefined ? {} : { fixedFooter: { primaryButton: { ...main, type: 'FILLED' as const } } }),
  };
};

/** G47: deleting asks what becomes of what was delivered. */
export const deleteSyncCard = (entry: Pick<SyncEntry, 'id' | 'name' | 'destinations'>, viewer: Viewer): CardSpec => ({
  name: 'deleteSync',
  header: { title: 'Delete this contact sync?', subtitle: entry.name },
  sections: [
    {
      widgets: [
        paragraph(
          `Its contacts are at ${formatCount(entry.destinations, viewer, 'destination')}. Keep them: they stay as they are, and nobody updates them any more. The sync itself cannot be brought back.`,
        ),
        paragraph('Or remove them: a preview says how many go, and a Security Officer approves it before anything is deleted.'),
        buttons(button('Delete the sync and remove its contacts', 'removeSync', { sync: entry.id })),
      ],
    },
  ],
  fixedFooter: {
    primaryButton: mainButton('Delete, keep contacts', 'deleteSync', { sync: entry.id }),
    secondaryButton: button('Do not delete', 'keepSync', {}, { type: 'OUTLINED' }),
  },
});
