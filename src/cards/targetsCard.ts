import { escapeMarkup } from '../core/base/escapeMarkup';
import type { Problem } from '../core/base/Problem';
import { selectorKey, type TargetSelector } from '../core/directory/TargetSelection';
import type { Missing } from '../core/workflows/missing';
import type { WorkflowDraft } from '../core/workflows/WorkflowDraft';
import { action, button, buttons, linkButton, mainButton } from './button';
import type { ButtonSpec, CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { pageOf, pageRange, pagingWidgets } from './paging';
import { missingAt, paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { formatLatest, type Viewer } from './Viewer';

export type TargetKind = 'all' | 'user' | 'group' | 'orgUnit' | 'domain';

/**
 * Names of the search field, by turns: where Google keeps what was typed into a field of the same name
 * (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#navigation), only another field is empty.
 */
export const searchFields = ['search', 'searchAgain'] as const;
export type SearchField = (typeof searchFields)[number];

export interface TargetsView {
  readonly draft: WorkflowDraft;
  readonly missing: readonly Missing[];
  readonly kind: TargetKind;
  readonly text: string;
  readonly searchField: SearchField;
  /** Undefined before the first search. */
  readonly search?: {
    readonly found: readonly { readonly selector: TargetSelector; readonly detail: string }[];
    readonly more: boolean;
    readonly leftOut: readonly { readonly kind: Exclude<TargetKind, 'all'>; readonly problem: Problem }[];
  };
  readonly problem?: Problem;
  /** S43: the operator searches. `pageUrl`: the page that does it at once; empty when there is none. */
  readonly waiting?: { readonly pageUrl: string; readonly nextLookAt: number; readonly now: number };
  readonly resultsPage: number;
  readonly chosenPage: number;
}

const resultsSize = 25;
const chosenSize = 20;

const kinds: readonly { readonly kind: TargetKind; readonly text: string }[] = [
  { kind: 'all', text: 'Everything' },
  { kind: 'user', text: 'Users' },
  { kind: 'group', text: 'Groups' },
  { kind: 'orgUnit', text: 'Organizational units' },
  { kind: 'domain', text: 'Domains' },
];
const nouns: Readonly<Record<TargetSelector['kind'], string>> = {
  user: 'User',
  group: 'Group',
  orgUnit: 'Organizational unit',
  domain: 'Domain',
};

const pages = (view: TargetsView): Record<string, string> => ({
  resultsPage: String(view.resultsPage),
  chosenPage: String(view.chosenPage),
});

const waitingWidgets = ({ waiting }: TargetsView, viewer: Viewer): WidgetSpec[] =>
  waiting === undefined
    ? []
    : [
        paragraph(
          `Roster searches for you, at ${formatLatest(waiting.nextLookAt, waiting.now, viewer)} at the latest. Press “Search” again then.`,
        ),
        ...(waiting.pageUrl === '' ? [] : [buttons(linkButton('Search now', waiting.pageUrl))]),
      ];

const searchSection = (view: TargetsView, viewer: Viewer): SectionSpec => ({
  header: 'Search',
  widgets: [
    {
      selectionInput: {
        name: 'kind',
        label: 'Search in',
        type: 'DROPDOWN',
        items: kinds.map(({ kind, text }) => ({ text, value: kind, selected: kind === view.kind })),
      },
    },
    {
      textInput: {
        name: view.searchField,
        label: 'Name or address',
        hintText: 'The beginning is enough',
        value: view.text,
        autoCompleteAction: action('suggestTargets'),
      },
    },
    ...missingAt('search', view.missing),
    ...(view.problem === undefined ? [] : [problemParagraph(view.problem), ...permissionsFor(view.problem)]),
    buttons(button('Search', 'searchTargets')),
    ...waitingWidgets(view, viewer),
  ],
});

/** What "Everything" does not hold this time, and why. */
const leftOutWidgets = ({ leftOut }: NonNullable<TargetsView['search']>): WidgetSpec[] => {
  const [first] = leftOut;
  if (first === undefined) return [];
  const names = leftOut.map(({ kind }) => kinds.find((one) => one.kind === kind)?.text ?? kind);
  return [
    paragraph(`Not searched: ${names.join(', ')}.`),
    ...leftOut.map(({ problem }) => problemParagraph(problem)),
    ...permissionsFor(leftOut.find(({ problem }) => permissionsFor(problem).length > 0)?.problem ?? first.problem),
  ];
};

const resultsSection = (view: TargetsView, viewer: Viewer): SectionSpec[] => {
  if (view.search === undefined) return [];
  const { found, more } = view.search;
  const leftOut = leftOutWidgets(view.search);
  if (found.length === 0) {
    const nothing = paragraph('Nothing starts with that. Check the spelling, or search in everything.');
    return [{ header: 'Results', widgets: [nothing, ...leftOut] }];
  }
  const page = pageOf(found, view.resultsPage, resultsSize);
  const searched = { text: view.text, kind: view.kind };
  return [
    {
      header: 'Results',
      widgets: [
        {
          selectionInput: {
            name: 'found',
            label: pageRange(page, viewer),
            type: 'CHECK_BOX',
            items: page.items.map(({ selector, detail }) => ({
              text: `${nouns[selector.kind]}: ${selector.label} (${detail})`,
              value: selectorKey(selector),
              selected: false,
            })),
          },
        },
        buttons(
          button('Add selected', 'addSelectedTargets', searched, { persistValues: false }),
          button('Add all', 'addAllTargets', searched, { altText: `Add all ${found.length} results`, persistValues: false }),
        ),
        ...pagingWidgets(page, viewer, 'pageTargets', { ...pages(view), list: 'results' }).slice(1),
        ...(more ? [paragraph('There are more matches than are listed. Type more letters to narrow them down.')] : []),
        ...leftOut,
      ],
    },
  ];
};

const chosenLine = (selector: TargetSelector): WidgetSpec => {
  const key = selectorKey(selector);
  const remove: ButtonSpec = button('×', 'removeSelector', { key }, { altText: `Remove ${selector.label}` });
  const below = selector.kind === 'orgUnit' ? (selector.includeChildren ? 'with the units below it' : 'this unit only') : '';
  return {
    decoratedText: {
      topLabel: nouns[selector.kind],
      text: escapeMarkup(selector.label),
      ...(below === '' ? {} : { bottomLabel: `${below} – press to change`, onClick: { action: action('toggleSubUnits', { key }) } }),
      wrapText: true,
      button: remove,
    },
  };
};

const chosenSection = (view: TargetsView, viewer: Viewer): SectionSpec => {
  const page = pageOf(view.draft.selection.selectors, view.chosenPage, chosenSize);
  return {
    header: 'Chosen',
    widgets:
      page.total === 0
        ? [paragraph('Nothing is chosen yet. Search above, or take targets from a Sheet.')]
        : [...page.items.map(chosenLine), ...pagingWidgets(page, viewer, 'pageTargets', { ...pages(view), list: 'chosen' })],
  };
};

/** S10–S13: step 2, who gets the contacts. */
export const targetsCard = (view: TargetsView, viewer: Viewer): CardSpec => ({
  name: 'targets',
  header: { title: view.draft.name, subtitle: 'Step 2 of 3: targets' },
  sections: [
    searchSection(view, viewer),
    ...resultsSection(view, viewer),
    {
      header: 'From the open Sheet',
      widgets: [buttons(button('Choose cells', 'openSheetTargets'), button('Make a template', 'makeTargetsTemplate'))],
    },
    chosenSection(view, viewer),
  ],
  fixedFooter: { primaryButton: mainButton('Next', 'openConfirm') },
});
