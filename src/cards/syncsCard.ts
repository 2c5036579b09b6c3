import type { RequestEntry } from '../core/approvals/RequestEntry';
import { escapeMarkup } from '../core/base/escapeMarkup';
import { explain } from '../core/base/explain';
import type { SyncEntry, SyncState } from '../core/sync/SyncEntry';
import { button, buttons, mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { pageOf, pagingWidgets } from './paging';
import { paragraph } from './paragraph';
import { stateWords } from './stateWords';
import { formatAge, formatCount, type Viewer } from './Viewer';

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

const line = (entry: SyncEntry, viewer: Viewer): WidgetSpec => ({
  decoratedText: {
    topLabel: describeSyncState(entry),
    text: `<b>${escapeMarkup(entry.name)}</b>`,
    bottomLabel: entry.reason === undefined ? formatCount(entry.destinations, viewer, 'destination') : explain(entry.reason).what,
    wrapText: true,
    onClick: { action: { name: 'openSync', parameters: { sync: entry.id } } },
  },
});

const askedLine = (entry: RequestEntry, viewer: Viewer): WidgetSpec => ({
  decoratedText: {
    topLabel: stateWords(entry, viewer),
    text: `<b>${escapeMarkup(entry.name)}</b>`,
    bottomLabel: 'Begins once it is approved',
    wrapText: true,
    onClick: { action: { name: 'openRequest', parameters: { request: entry.id } } },
  },
});

const draftLine = ({ draft, now }: SyncsView): WidgetSpec[] =>
  draft === undefined
    ? []
    : [
        {
          decoratedText: {
            topLabel: 'Draft',
            text: escapeMarkup(draft.name === '' ? 'A contact sync without a name' : draft.name),
            bottomLabel: `Go on where you stopped ${formatAge(draft.savedAt, now)}`,
            wrapText: true,
            onClick: { action: { name: 'resumeSyncDraft' } },
          },
        },
      ];

/** Those of whose name or status the text is a part. */
const found = ({ syncs, find }: SyncsView): readonly SyncEntry[] => {
  const text = find.trim().toLowerCase();
  return text === '' ? syncs : syncs.filter((one) => `${one.name}\n${describeSyncState(one)}`.toLowerCase().includes(text));
};

/** G8: the syncs by name, with their status. */
export const syncsCard = (view: SyncsView, page: number, viewer: Viewer): CardSpec => {
  const { syncs, asked, find } = view;
  const shown = pageOf(found(view), page, syncsOnCard);
  const nothing = syncs.length === 0 ? 'There is none yet.' : 'No contact sync has that name or status.';
  const above = [...draftLine(view), ...asked.slice(0, askedOnCard).map((entry) => askedLine(entry, viewer))];
  return {
    name: 'syncs',
    header: { title: 'Contact syncs', subtitle: 'One label, kept in step for many users' },
    sections: [
      ...(above.length === 0 ? [] : [{ header: 'Not there yet', widgets: above }]),
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
