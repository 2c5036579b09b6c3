import type { SyncDraft } from '../core/sync/Sync';
import type { Missing } from '../core/workflows/missing';
import { mainButton } from './button';
import type { CardSpec } from './CardSpec';
import { choiceWidget } from './choiceWidgets';
import { missingAt } from './paragraph';

/** Title of a sync's cards. */
export const titleOf = ({ name }: Pick<SyncDraft, 'name'>): string => (name === '' ? 'New contact sync' : name);

/** G9–G11, G19: step 1 of a sync. What is missing is named at its field. */
export const syncBasicsCard = (draft: SyncDraft, missing: readonly Missing[]): CardSpec => {
  const type = draft.source?.kind ?? 'personal';
  return {
    name: 'syncBasics',
    header: { title: titleOf(draft), subtitle: 'Step 1 of 5: name and type' },
    sections: [
      {
        widgets: [
          {
            textInput: { name: 'name', label: 'Name (required)', hintText: 'For example: customers for the sales team', value: draft.name },
          },
          ...missingAt('name', missing),
          choiceWidget('type', 'Type', type, [
            ['personal', 'Personal contacts: one label of one user'],
            ['directory', 'Directory: users of your organization'],
          ]),
          { textInput: { name: 'description', label: 'Description (optional)', value: draft.description, type: 'MULTIPLE_LINE' } },
          ...missingAt('description', missing),
        ],
      },
    ],
    fixedFooter: { primaryButton: mainButton('Next', 'saveSyncBasics') },
  };
};
