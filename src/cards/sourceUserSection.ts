import { escapeMarkup } from '../core/base/escapeMarkup';
import type { Problem } from '../core/base/Problem';
import type { Missing } from '../core/workflows/missing';
import { action, button, buttons } from './button';
import type { SectionSpec, WidgetSpec } from './CardSpec';
import { missingAt, problemParagraph } from './paragraph';
import { permissionsFor } from './permissions';

interface SourceUserView {
  readonly header: string;
  /** Undefined until one is chosen. */
  readonly source?: { readonly email: string; readonly fullName?: string } | undefined;
  readonly missing: readonly Missing[];
  readonly problem?: Problem | undefined;
  readonly actions: { readonly choose: string; readonly forget: string };
  readonly parameters: Readonly<Record<string, string>>;
  /** Below a chosen user. */
  readonly notes: readonly WidgetSpec[];
}

/** Whose contacts are read: a field for an address, or the user who was chosen by it. */
export const sourceUserSection = (view: SourceUserView): SectionSpec => {
  const { header, source, missing, problem, actions, parameters } = view;
  if (source !== undefined) {
    return {
      header,
      widgets: [
        {
          decoratedText: {
            topLabel: 'Source user',
            text: escapeMarkup(source.email),
            ...(source.fullName === undefined ? {} : { bottomLabel: source.fullName }),
            wrapText: true,
            button: button('Change', actions.forget, parameters, { altText: 'Choose another source user' }),
          },
        },
        ...view.notes,
      ],
    };
  }
  return {
    header,
    widgets: [
      {
        textInput: {
          name: 'source',
          label: 'Source user (required)',
          hintText: 'Type a name or address and pick one',
          autoCompleteAction: action('suggestUsers'),
        },
      },
      ...missingAt('source', missing),
      ...(problem === undefined ? [] : [problemParagraph(problem), ...permissionsFor(problem)]),
      buttons(button('Use this user', actions.choose, parameters, { persistValues: false })),
    ],
  };
};
