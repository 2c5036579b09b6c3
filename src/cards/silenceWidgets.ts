import { problem } from '../core/base/Problem';
import type { WidgetSpec } from './CardSpec';
import { problemParagraph } from './paragraph';
import { formatLatest, type Viewer } from './Viewer';

/** Something waits, and the operator's trigger has not looked for work since. */
export interface SilenceView {
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly operator: string;
}

/** B16: whoever waits is told that nobody comes, and who can mend it. */
export const silenceWidgets = (
  { silence, isOperator, now }: { readonly silence?: SilenceView; readonly isOperator: boolean; readonly now: number },
  viewer: Viewer,
): WidgetSpec[] =>
  silence === undefined
    ? []
    : [
        problemParagraph(
          problem(isOperator ? 'run.yourTriggerSilent' : 'run.triggerSilent', {
            since: formatLatest(silence.since, now, viewer),
            operator: silence.operator,
          }),
        ),
      ];
