import { groupRequests } from '../core/approvals/groupRequests';
import type { RequestEntry } from '../core/approvals/RequestEntry';
import { compareText } from '../core/base/compareText';
import { progressBar } from '../core/runs/progressBar';
import { hasTag, parseTags } from '../core/workflows/parseTags';
import { action } from './button';
import type { SectionSpec, WidgetSpec } from './CardSpec';
import { lineWidget } from './lineWidget';
import { pageOf, pagingWidgets } from './paging';
import { paragraph } from './paragraph';
import { stateWords } from './stateWords';
import { formatCount, formatLatest, formatMoment, formatNumber, type Viewer } from './Viewer';

export interface HomeRequests {
  readonly now: number;
  readonly userId: string;
  readonly requests: readonly RequestEntry[];
  readonly toDecide: readonly RequestEntry[];
  /** Runs that are not over, by request. Targets are counted for each action; times in milliseconds since the epoch. */
  readonly runs: ReadonlyMap<string, { readonly done: number; readonly total: number; readonly nextLookAt: number }>;
}

/** A card has room for a hundred widgets. */
const pageSize = 20;
const shownAtOnce = 10;

/** One request as a line that opens its record. */
export const requestLine = (entry: RequestEntry, viewer: Viewer, words: readonly string[] = [stateWords(entry, viewer)]): WidgetSpec =>
  lineWidget(
    {
      topLabel: formatMoment(entry.createdAt, viewer),
      text: entry.name,
      bottomLabel: [...words, ...(entry.tags ?? []).map((tag) => `#${tag}`)].join(' '),
    },
    action('openRequest', { request: entry.id }),
  );

/** How far it is, and when something happens next. */
const runWords = (entry: RequestEntry, { now, runs }: HomeRequests, viewer: Viewer): string[] => {
  const run = runs.get(entry.id);
  const state = stateWords(entry, viewer);
  if (run === undefined) return [state];
  const next = `next look at ${formatLatest(run.nextLookAt, now, viewer)} at the latest`;
  if (entry.state === 'approved') return [`${state}; ${next}`];
  const { done, total } = run;
  return [`${state} ${progressBar(done, total)} ${formatNumber(done, viewer)} of ${formatCount(total, viewer, 'target')}; ${next}`];
};

/** What the list of tags sends for all requests; a tag's own value begins otherwise. */
export const allTags = 'all';
export const tagValue = (tag: string): string => `tag:${tag}`;
const tagItems = 99;

/** S50: shows requests of one tag. */
const tagWidgets = (requests: readonly RequestEntry[], chosen: string): WidgetSpec[] => {
  const tags = parseTags(requests.flatMap((entry) => entry.tags ?? []).join(',')).sort(compareText);
  if (tags.length === 0) return [];
  return [
    {
      selectionInput: {
        name: 'tagFilter',
        label: 'Tag',
        type: 'DROPDOWN',
        items: [
          { text: 'All requests', value: allTags, selected: chosen === '' },
          ...tags.slice(0, tagItems).map((tag) => ({ text: tag, value: tagValue(tag), selected: hasTag([tag], chosen) })),
        ],
        onChangeAction: action('showHome'),
      },
    },
  ];
};

const sectionOf = (header: string, lines: readonly WidgetSpec[]): SectionSpec[] => (lines.length === 0 ? [] : [{ header, widgets: lines }]);

const emptyWords = (view: HomeRequests, tag: string): string => {
  if (view.requests.length === 0) return 'There are no requests yet. Choose “New workflow” to copy contacts to other users.';
  if (tag === '') return 'There are no others.';
  return 'No other request has this tag.';
};

/** B16, S35: what waits for whoever looks, what runs, what needs attention, and all others; each request once. */
export const requestSections = (view: HomeRequests, page: number, tag: string, viewer: Viewer): SectionSpec[] => {
  const { requests, now, userId } = view;
  const toDecide = view.toDecide.slice(0, shownAtOnce);
  const chosen = tag === '' ? requests : requests.filter((entry) => hasTag(entry.tags, tag));
  const shown = new Set(toDecide.map(({ id }) => id));
  const first = groupRequests(chosen, { now, userId, shown });
  const [running, attention] = [first.running.slice(0, shownAtOnce), first.attention.slice(0, shownAtOnce)];
  const tooMany = [...first.running.slice(shownAtOnce), ...first.attention.slice(shownAtOnce)];
  const others = pageOf([...tooMany, ...first.others], page, pageSize);
  const more = view.toDecide.length - toDecide.length;
  return [
    ...sectionOf('Waiting for your decision', [
      ...toDecide.map((entry) => requestLine(entry, viewer)),
      ...(more > 0 ? [paragraph(`And ${more} more, in the list below.`)] : []),
    ]),
    ...sectionOf(
      'Running',
      running.map((entry) => requestLine(entry, viewer, runWords(entry, view, viewer))),
    ),
    ...sectionOf(
      'Needs attention',
      attention.map((entry) => requestLine(entry, viewer)),
    ),
    {
      header: 'Requests',
      widgets: [
        ...tagWidgets(requests, tag),
        ...others.items.map((entry) => requestLine(entry, viewer)),
        ...(others.items.length === 0 ? [paragraph(emptyWords(view, tag))] : []),
        ...pagingWidgets(others, viewer, 'showHome'),
      ],
    },
  ];
};
