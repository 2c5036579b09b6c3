import type { Problem } from '../core/base/Problem';
import type { Missing } from '../core/workflows/missing';
import type { CopyContactsDraft } from '../core/workflows/WorkflowDraft';
import { mainButton } from './button';
import type { CardSpec, SectionSpec } from './CardSpec';
import { copyOptionsSection } from './copyOptionsSection';
import { labelSection, type LabelsView } from './labelSection';
import { paragraph } from './paragraph';
import { sourceUserSection } from './sourceUserSection';
import type { Viewer } from './Viewer';

export interface CopyContactsView {
  readonly draft: CopyContactsDraft;
  /** Undefined until a source user is chosen. */
  readonly labels?: LabelsView;
  /** When the operator looks next at the latest, and now. Milliseconds since the epoch. */
  readonly nextLookAt: number;
  readonly now: number;
  readonly missing: readonly Missing[];
  readonly problem?: Problem;
  /** The source user is among the targets. */
  readonly sourceIsTarget: boolean;
}

const sourceSection = ({ draft, missing, problem, sourceIsTarget }: CopyContactsView): SectionSpec =>
  sourceUserSection({
    header: 'Copy contacts from',
    source: draft.source,
    missing,
    problem,
    actions: { choose: 'chooseSource', forget: 'forgetSource' },
    parameters: { action: draft.actionId },
    notes: sourceIsTarget ? [paragraph('This user is also among the targets and will be left out: nobody gets their own contacts.')] : [],
  });

/** S20–S24, B8: the settings of "Copy user contacts". */
export const copyContactsCard = (view: CopyContactsView, viewer: Viewer): CardSpec => ({
  name: 'copyContacts',
  header: { title: 'Copy user contacts' },
  sections: [
    sourceSection(view),
    ...labelSection(view, viewer),
    ...(view.draft.source === undefined ? [] : [copyOptionsSection(view.draft)]),
  ],
  fixedFooter: { primaryButton: mainButton('Save', 'saveAction', { action: view.draft.actionId }) },
});
