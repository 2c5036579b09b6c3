import type { RequestEntry } from '../core/approvals/RequestEntry';
import { explain } from '../core/base/explain';
import type { SyncEntry, SyncState } from '../core/sync/SyncEntry';
import { action, button, buttons, mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { draftLine } from './draftCard';
import { requestLine } from './homeSections';
import { lineWidget } from './lineWidget';
import { pageOf, pagingWidgets } from './paging';
import { paragraph } from './paragraph';
import { formatCount, type Viewer } from './Viewer';

const states: Readonly<Record<SyncState, string>> = {
  active: 'Active',
  paused: 'Paused',
  held: 'Held',
  deleting: 'Being deleted',
};

export const describeSyncState = ({ state, nightly }: Pick<SyncEntry, 'state' | 'nightly'>): string =>
  state === 'active' ? `${states.active}, ${nightly ? 'runs every night' : 'runs when you say so'}` : states[state];

export interface SyncsView {
  /** By name. */
  readonly syncs: readonly SyncEntry[];
  /** Requests for syncs that are not there yet. */
  readonly asked: readonly RequestEntry[];
  readonly draft?: { readonly name: string; readonly savedAt: number };
  readonly find: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const syncsOnCard = 20;
const askedOnCard = 10;

const line = (entry: SyncEntry, viewer: Viewer): WidgetSpec =>
  lineWidget(
    {
      topLabel: describeSyncState(entry),
      text: entry.name,
      bottomLabel: entry.reason === undefined ? formatCount(entry.destinations, viewer, 'destination') : explain(entry.reason).what,
    },
    action('openSync', { sync: entry.id }),
  );

/** Those of whose name or status the text is a part. */
const found = ({ syncs, find }: SyncsView): readonly SyncEntry[] => {
  const text = find.trim().toLowerCase();
  return text === '' ? syncs : syncs.filter((one) => `${one.name}\n${describeSyncState(one)}`.toLowerCase().includes(text));
};

const noneYet = (isAsked: boolean): string =>
  isAsked
    ? 'None is active yet: the one above begins once it is approved.'
    : 'There is none yet. Press “Add” to keep a label of one user, or the users of your directory, in step in the contacts of others.';

/** G8: the syncs by name, with their status. */
export const syncsCard = (view: SyncsView, page: number, viewer: Viewer): CardSpec => {
  const { syncs, asked, draft, find } = view;
  const shown = pageOf(found(view), page, syncsOnCard);
  const nothing = syncs.length === 0 ? noneYet(asked.length > 0) : 'No contact sync has that name or status.';
  const above = [
    ...(draft === undefined
      ? []
      : [draftLine(draft.name || 'A contact sync without a name', draft.savedAt, view.now, action('resumeSyncDraft'))]),
    ...asked.slice(0, askedOnCard).map((entry) => requestLine(entry, viewer)),
  ];
  return {
    name: 'syncs',
    header: { title: 'Contact syncs', subtitle: 'Contacts kept in step for many users' },
    sections: [
      ...(above.length === 0 ? [] : [{ header: 'Begun, not finished', widgets: above }]),
      ...(syncs.length === 0
        ? []
        : [
            {
              widgets: [
                { textInput: { name: 'findSync', label: 'Find', hintText: 'A part of a name, or a status such as held', value: find } },
                buttons(button('Find', 'findSyncs')),
              ],
            },
          ]),
      {
        widgets: [
          ...(shown.total === 0 ? [paragraph(nothing)] : shown.items.map((entry) => line(entry, viewer))),
          ...pagingWidgets(shown, viewer, 'findSyncs', { find }),
        ],
      },
    ],
    fixedFooter: { primaryButton: mainButton('Add', 'addSync') },
  };
};
