import { escapeMarkup } from '../core/base/escapeMarkup';
import { plural } from '../core/base/plural';
import { action, button, buttons, linkButton } from './button';
import type { SectionSpec, WidgetSpec } from './CardSpec';
import { paragraph } from './paragraph';
import { formatLatest, type Viewer } from './Viewer';

/** What was found for the words that were typed, or that the operator was asked. */
export type SpacesView =
  | {
      readonly kind: 'found';
      readonly text: string;
      readonly spaces: readonly { readonly space: string; readonly title: string; readonly members: number; readonly isOpen: boolean }[];
      readonly more: boolean;
    }
  | { readonly kind: 'asked'; readonly text: string; readonly pageUrl: string; readonly nextLookAt: number; readonly now: number };

/** Titles are not unique: the number of members and the end of the name that Google gave it tell spaces apart. */
const detailOf = ({ space, members, isOpen }: { readonly space: string; readonly members: number; readonly isOpen: boolean }): string =>
  [plural(members, 'member'), ...(isOpen ? ['people from outside may be in it'] : []), space.replace('spaces/', '')].join(', ');

const results = (view: SpacesView, actionId: string, viewer: Viewer): WidgetSpec[] => {
  if (view.kind === 'asked') {
    return [
      paragraph(
        `Roster looks for spaces, at ${formatLatest(view.nextLookAt, view.now, viewer)} at the latest. Press “Find spaces” again then.`,
      ),
      ...(view.pageUrl === '' ? [] : [buttons(linkButton('Look now', view.pageUrl))]),
    ];
  }
  return [
    ...(view.spaces.length === 0 ? [paragraph(`There is no space with a word in its name that begins with “${view.text}”.`)] : []),
    ...view.spaces.map((one) => ({
      decoratedText: {
        text: escapeMarkup(one.title),
        bottomLabel: detailOf(one),
        wrapText: true,
        button: button('Add', 'addSpace', { action: actionId, space: one.space, text: view.text }, { altText: `Add ${one.title}` }),
      },
    })),
    ...(view.more ? [paragraph('There are more. Type more of the name.')] : []),
  ];
};

/** S61: the spaces of "Add to Chat spaces", and the search for them. */
export const spacesSection = (
  actionId: string,
  chosen: readonly WidgetSpec[],
  said: readonly WidgetSpec[],
  view: SpacesView | undefined,
  viewer: Viewer,
): SectionSpec => ({
  header: 'Chat spaces',
  widgets: [
    ...chosen,
    {
      textInput: {
        name: 'space',
        label: 'Space',
        value: view?.text ?? '',
        hintText: 'A word of its name, or the beginning of one',
        autoCompleteAction: action('suggestSpaces'),
      },
    },
    ...said,
    buttons(button('Find spaces', 'addSetting', { action: actionId })),
    ...(view === undefined ? [] : results(view, actionId, viewer)),
  ],
});
