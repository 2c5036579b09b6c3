import type { Problem } from '../core/base/Problem';
import type { SyncDraft } from '../core/sync/Sync';
import type { Missing } from '../core/workflows/missing';
import { mainButton } from './button';
import type { CardSpec, SectionSpec } from './CardSpec';
import { labelPicker, type LabelsView } from './labelSection';
import { missingAt, paragraph } from './paragraph';
import { sourceUserSection } from './sourceUserSection';
import { titleOf } from './syncBasicsCard';
import type { Viewer } from './Viewer';

export interface SyncSourceView {
  readonly draft: SyncDraft;
  /** Undefined until a source user is chosen. */
  readonly labels?: LabelsView;
  /** When the operator looks next at the latest, and now. Milliseconds since the epoch. */
  readonly nextLookAt: number;
  readonly now: number;
  readonly missing: readonly Missing[];
  readonly problem?: Problem;
}

const notGroups = 'These are labels of this user’s own contacts, never Google Groups.';

/** G12–G13: there is nothing to choose from before a user is chosen. */
const labelSection = (view: SyncSourceView, viewer: Viewer): SectionSpec => {
  const { draft, labels, nextLookAt, now, missing } = view;
  const header = 'Which contacts';
  if (draft.source?.kind !== 'personal' || labels === undefined)
    return { header, widgets: [paragraph('Choose the source user first: the labels to choose from are listed here then.')] };
  const { group } = draft.source;
  const section = labelPicker(
    {
      header,
      chosen: group.resourceName === '' ? undefined : group,
      labels,
      nextLookAt,
      now,
      title: 'Label (required)',
      first: 'Choose one',
      meanwhile: 'What you enter here is kept meanwhile.',
      parameters: {},
      actions: { choose: 'chooseSyncLabel', show: 'showSyncLabels', again: 'refreshSyncLabels' },
    },
    viewer,
  );
  return { ...section, widgets: [...section.widgets, ...missingAt('group', missing), paragraph(notGroups)] };
};

/** G11–G13: step 2 of a sync of personal contacts. */
export const syncSourceCard = (view: SyncSourceView, viewer: Viewer): CardSpec => {
  const { draft, missing, problem } = view;
  return {
    name: 'syncSource',
    header: { title: titleOf(draft), subtitle: 'Step 2 of 5: source' },
    sections: [
      sourceUserSection({
        header: 'Contacts of',
        source: draft.source?.kind === 'personal' ? draft.source : undefined,
        missing,
        problem,
        actions: { choose: 'chooseSyncSource', forget: 'forgetSyncSource' },
        parameters: {},
        notes: [],
      }),
      labelSection(view, viewer),
    ],
    fixedFooter: { primaryButton: mainButton('Next', 'saveSyncSource') },
  };
};
