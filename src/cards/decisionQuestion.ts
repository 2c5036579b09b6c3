import type { Missing } from '../core/workflows/missing';
import { button, mainButton } from './button';
import type { CardSpec, SectionSpec } from './CardSpec';
import { missingAt, paragraph } from './paragraph';

/** S30: the one question before a decision is kept, and the reason of a denial. */
export const decisionQuestion = (decision: 'approve' | 'deny', missing: readonly Missing[]): SectionSpec => ({
  widgets:
    decision === 'approve'
      ? [paragraph('Your decision stays: it cannot be taken back. A run can be stopped.')]
      : [
          {
            textInput: {
              name: 'reason',
              label: 'Reason (required)',
              hintText: 'The person who asked reads it',
              type: 'MULTIPLE_LINE',
            },
          },
          ...missingAt('reason', missing),
          paragraph('Your decision stays: it cannot be taken back. The request never runs.'),
        ],
});

/** `action`: what keeps the decision; it gets `decision` besides these parameters. */
export const decisionFooter = (
  decision: 'approve' | 'deny',
  action: string,
  parameters: Readonly<Record<string, string>>,
): CardSpec['fixedFooter'] => ({
  primaryButton: mainButton(decision === 'approve' ? 'Confirm approval' : 'Confirm denial', action, { ...parameters, decision }),
  secondaryButton: button('Cancel', 'cancelDecision', {}, { type: 'OUTLINED' }),
});
