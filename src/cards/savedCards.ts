import { escapeMarkup } from '../core/base/escapeMarkup';
import type { Problem } from '../core/base/Problem';
import type { Saved } from '../core/base/Saved';
import { button, buttons, mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { missingAt, paragraph } from './paragraph';

/** What can be saved under a name, in words; every button carries which it is about. */
const words = {
  actions: {
    title: 'Saved actions',
    none: 'You saved none yet. Add actions to a workflow, then press “Save for later”.',
    use: 'They follow the actions that the workflow has.',
    save: 'Save these actions',
    kept: 'They can be used in your next workflows. Who is chosen and the options are kept, no contacts.',
    remove: 'Delete these saved actions?',
    after: 'Workflows that use them already keep them. It cannot be undone.',
  },
  mapping: {
    title: 'Saved mappings',
    none: 'You saved none yet. Map columns, then press “Save mapping”.',
    use: 'It takes the place of what is mapped now.',
    save: 'Save this mapping',
    kept: 'It can be used on other data with the same headers. Fields and “Overwrite” are kept, no cells, and no column without a header.',
    remove: 'Delete this saved mapping?',
    after: 'Imports that use it already keep it. It cannot be undone.',
  },
} as const;

export type SavedOf = keyof typeof words;
export const isSavedOf = (text: string): text is SavedOf => Object.keys(words).includes(text);

/** One that was saved, as the list shows it: how much it holds, and what. */
export interface SavedLine extends Pick<Saved, 'id' | 'name'> {
  readonly size: string;
  readonly content: string;
}

const nameWidgets = (value: string, missing: Problem | undefined): WidgetSpec[] => [
  { textInput: { name: 'savedName', label: 'Name (required)', value } },
  ...(missing === undefined ? [] : missingAt('savedName', [{ field: 'savedName', problem: missing }])),
];

/** Of what may be 9 KB for each. */
const contentShown = 500;

const savedWidgets = (of: SavedOf, { id, name, size, content }: SavedLine): WidgetSpec[] => {
  const parameters = { of, saved: id };
  return [
    {
      decoratedText: {
        topLabel: size,
        text: `<b>${escapeMarkup(name)}</b>`,
        bottomLabel: content.length > contentShown ? `${content.slice(0, contentShown)}…` : content,
        wrapText: true,
      },
    },
    buttons(
      button('Use', 'useSaved', parameters, { altText: `Use ${name}` }),
      button('Rename', 'openRenameSaved', parameters, { altText: `Rename ${name}` }),
      button('Delete', 'openDeleteSaved', parameters, { altText: `Delete ${name}` }),
    ),
  ];
};

/** S60: what this person saved. */
export const savedCard = (of: SavedOf, saved: readonly SavedLine[]): CardSpec => ({
  name: 'saved',
  header: { title: words[of].title, subtitle: 'Only you see them' },
  sections: [
    {
      widgets:
        saved.length === 0 ? [paragraph(words[of].none)] : [paragraph(words[of].use), ...saved.flatMap((one) => savedWidgets(of, one))],
    },
  ],
});

/** S60: a name for what is saved. One that is taken can be replaced. */
export const saveAsCard = (of: SavedOf, name: string, missing?: Problem): CardSpec => {
  const { id, name: taken } = missing?.data ?? {};
  return {
    name: 'saveAs',
    header: { title: words[of].save },
    sections: [
      {
        widgets: [
          paragraph(words[of].kept),
          ...nameWidgets(name, missing),
          ...(id === undefined ? [] : [buttons(button(`Replace “${String(taken)}”`, 'replaceSaved', { of, saved: String(id) }))]),
        ],
      },
    ],
    fixedFooter: { primaryButton: mainButton('Save', 'saveAs', { of }) },
  };
};

export const renameSavedCard = (of: SavedOf, { id, name }: Pick<Saved, 'id' | 'name'>, typed: string, missing?: Problem): CardSpec => ({
  name: 'renameSaved',
  header: { title: 'Rename', subtitle: name },
  sections: [{ widgets: nameWidgets(typed, missing) }],
  fixedFooter: { primaryButton: mainButton('Rename', 'renameSaved', { of, saved: id }) },
});

export const deleteSavedCard = (of: SavedOf, { id, name }: Pick<Saved, 'id' | 'name'>): CardSpec => ({
  name: 'deleteSaved',
  header: { title: words[of].remove, subtitle: name },
  sections: [{ widgets: [paragraph(words[of].after)] }],
  fixedFooter: {
    primaryButton: mainButton('Delete', 'deleteSaved', { of, saved: id }),
    secondaryButton: button('Keep', 'keepSaved', {}, { type: 'OUTLINED' }),
  },
});
