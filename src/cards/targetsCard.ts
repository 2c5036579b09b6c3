import { escapeMarkup } from '../core/base/escapeMarkup';
import type { Problem } from '../core/base/Problem';
import { selectorKey, type TargetSelection, type TargetSelector } from '../core/directory/TargetSelection';
import type { Missing } from '../core/workflows/missing';
import { action, button, buttons, linkButton, mainButton } from './button';
import { carrying } from './carrying';
import type { ButtonSpec, CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { choiceWidget, switchWidget } from './choiceWidgets';
import { pageOf, pageRange, pagingWidgets } from './paging';
import { missingAt, paragraph, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';
import { formatCount, formatLatest, type Viewer } from './Viewer';

export type TargetKind = 'all' | 'user' | 'group' | 'orgUnit' | 'domain';

/**
 * Names of the search field, by turns: where Google keeps what was typed into a field of the same name
 * (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#navigation), only another field is empty.
 */
export const searchFields = ['search', 'searchAgain'] as const;
export type SearchField = (typeof searchFields)[number];

/** A workflow's targets, a sync's destinations, or the users of the directory who are a sync's source. */
export type TargetsPlace = 'targets' | 'destinations' | 'users';

export interface TargetsView {
  readonly place: TargetsPlace;
  /** Of the workflow, or of the sync. */
  readonly name: string;
  readonly selection: TargetSelection;
  /** Of a sync's users: whether those who are hidden from the directory become contacts, too. */
  readonly includeHidden?: boolean;
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
const leftOutSize = 10;

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
    choiceWidget(
      'kind',
      'Search in',
      view.kind,
      kinds.map(({ kind, text }) => [kind, text]),
      { type: 'DROPDOWN' },
    ),
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
          // A workflow leaves users out of the list of those who were found, which a sync has anew in every run.
          ...(view.place === 'targets'
            ? []
            : [
                button('Leave out selected', 'leaveOutTargets', searched, {
                  altText: 'Leave the selected users out, whatever group or unit they are in',
                  persistValues: false,
                }),
              ]),
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
  const page = pageOf(view.selection.selectors, view.chosenPage, chosenSize);
  return {
    header: 'Chosen',
    widgets: [
      ...missingAt(view.place, view.missing),
      ...(page.total === 0
        ? [paragraph(`Nothing is chosen yet. Search above, or take ${view.place} from a Sheet.`)]
        : [...page.items.map(chosenLine), ...pagingWidgets(page, viewer, 'pageTargets', { ...pages(view), list: 'chosen' })]),
    ],
  };
};

/** G28: users who get nothing although a group, unit or domain that they are in is chosen. */
const leftOutSection = ({ place, selection }: TargetsView, viewer: Viewer): SectionSpec[] => {
  const { excludedUserIds, excludedEmails = {} } = selection;
  if (place === 'targets' || excludedUserIds.length === 0) return [];
  const more = excludedUserIds.length - leftOutSize;
  return [
    {
      header: 'Left out',
      widgets: [
        ...excludedUserIds.slice(-leftOutSize).map((userId): WidgetSpec => {
          const email = excludedEmails[userId] ?? userId;
          return {
            decoratedText: {
              text: escapeMarkup(email),
              wrapText: true,
              button: button('Put back', 'letUserIn', { user: userId }, { altText: `Do not leave out ${email}` }),
            },
          };
        }),
        ...(more > 0 ? [paragraph(`And ${formatCount(more, viewer, 'user')} more.`)] : []),
      ],
    },
  ];
};

const hiddenSection = ({ place, includeHidden }: TargetsView): SectionSpec[] => {
  if (place !== 'users') return [];
  const meaning = 'Off: who is hidden from the directory becomes no contact';
  return [{ widgets: [switchWidget('includeHidden', 'Hidden users, too', meaning, includeHidden === true, action('includeHidden'))] }];
};

const subtitles: Readonly<Record<TargetsPlace, string>> = {
  targets: 'Step 2 of 3: targets',
  users: 'Step 2 of 5: users who become contacts',
  destinations: 'Step 3 of 5: destinations',
};

/** S10–S13: step 2, who gets the contacts; G23–G28, G33 the same for a sync. */
export const targetsCard = (view: TargetsView, viewer: Viewer): CardSpec => {
  const card: CardSpec = {
    name: view.place,
    header: { title: view.name, subtitle: subtitles[view.place] },
    sections: [
      searchSection(view, viewer),
      ...resultsSection(view, viewer),
      {
        header: 'From the open Sheet',
        widgets: [buttons(button('Choose cells', 'openSheetTargets'), button('Make a template', 'makeTargetsTemplate'))],
      },
      chosenSection(view, viewer),
      ...leftOutSection(view, viewer),
      ...hiddenSection(view),
    ],
    fixedFooter: { primaryButton: mainButton('Next', view.place === 'targets' ? 'openConfirm' : 'afterTargets') },
  };
  return view.place === 'targets' ? card : carrying(card, { place: view.place });
};
