import { escapeMarkup } from '../core/base/escapeMarkup';
import { explain } from '../core/base/explain';
import type { SyncEntry, SyncState } from '../core/sync/SyncEntry';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { pageOf, pagingWidgets } from './paging';
import { paragraph } from './paragraph';
import { formatNumber, type Viewer } from './Viewer';

const states: Readonly<Record<SyncState, string>> = {
  active: 'Active',
  paused: 'Paused',
  held: 'Held',
  deleting: 'Being deleted',
};

export const describeSyncState = ({ state, nightly }: Pick<SyncEntry, 'state' | 'nightly'>): string =>
  state === 'active' ? `${states.active}, ${nightly ? 'runs every night' : 'runs when you say so'}` : states[state];

const syncsOnCard = 20;

const line = (entry: SyncEntry, viewer: Viewer): WidgetSpec => ({
  decoratedText: {
    topLabel: describeSyncState(entry),
    text: `<b>${escapeMarkup(entry.name)}</b>`,
    bottomLabel: entry.reason === undefined ? `${formatNumber(entry.destinations, viewer)} destinations` : explain(entry.reason).what,
    wrapText: true,
    onClick: { action: { name: 'openSync', parameters: { sync: entry.id } } },
  },
});

/** G8: the syncs by name, with their status. */
export const syncsCard = (entries: readonly SyncEntry[], page: number, viewer: Viewer): CardSpec => {
  const shown = pageOf(entries, page, syncsOnCard);
  return {
    name: 'syncs',
    header: { title: 'Contact syncs', subtitle: 'Kept in step every night' },
    sections: [
      {
        widgets: [
          ...(entries.length === 0 ? [paragraph('There is none yet.')] : shown.items.map((entry) => line(entry, viewer))),
          ...pagingWidgets(shown, viewer, 'openSyncs'),
        ],
      },
    ],
  };
};
