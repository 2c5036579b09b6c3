import type { RequestEntry } from '../core/approvals/RequestEntry';
import { partsOfSyncRun } from '../core/sync/describeSyncRun';
import { splitActionLine } from '../core/workflows/describeAction';
import type { SectionSpec } from './CardSpec';
import { labelled } from './labelled';
import { paragraph } from './paragraph';

/** What a request asks for, as the operator wrote it into the workbook. */
export interface AskedView {
  readonly description: string;
  /** One line for each action. */
  readonly actions: readonly string[];
}

/** A card holds 100 widgets (https://developers.google.com/workspace/add-ons/concepts/cards); the rest stands in the workbook. */
const shown = 12;

/** S36: what was asked, whatever became of it. */
export const askedSection = ({
  asked,
  entry,
}: {
  readonly asked?: AskedView;
  readonly entry: Pick<RequestEntry, 'kind' | 'sync'>;
}): SectionSpec[] => {
  if (asked === undefined || (asked.description === '' && asked.actions.length === 0)) return [];
  if (entry.kind === 'settings') return [{ header: 'What changes', widgets: asked.actions.map(paragraph) }];
  const more = asked.actions.length - shown;
  return [
    {
      header: 'What was asked',
      widgets: [
        ...(asked.description === '' ? [] : [labelled('Description', asked.description)]),
        ...asked.actions.slice(0, shown).flatMap((line, index) => {
          const { title, settings } = splitActionLine(line);
          const [first = '', ...others] = entry.sync === undefined ? [settings] : partsOfSyncRun(settings);
          return [labelled(`${asked.actions.length > 1 ? `Action ${index + 1}: ` : ''}${title}`, first), ...others.map(paragraph)];
        }),
        ...(more > 0 ? [paragraph(`And ${more} more actions, in the Requests tab of the workbook.`)] : []),
      ],
    },
  ];
};
