import { explain } from '../core/base/explain';
import type { Problem } from '../core/base/Problem';
import { plural } from '../core/base/plural';
import type { WidgetSpec } from './CardSpec';
import { paragraph } from './paragraph';
import { formatLatest, type Viewer } from './Viewer';

/** Why a request does not get on, though it is tried again and again. Times in milliseconds since the epoch. */
export interface TroubleView {
  readonly since: number;
  readonly tries: number;
  readonly problem: Problem;
  readonly givesUpAt: number;
}

/** What it waits for, when it is tried again, and when it ends because of that. */
export const troubleWidgets = (
  view: { readonly trouble?: TroubleView; readonly nextLookAt: number; readonly now: number },
  viewer: Viewer,
): WidgetSpec[] => {
  if (view.trouble === undefined) return [];
  const { since, tries, problem, givesUpAt } = view.trouble;
  const at = (instant: number): string => formatLatest(instant, view.now, viewer);
  return [
    paragraph(
      `It waits: ${explain(problem).what} Tried ${plural(tries, 'time')} since ${at(since)}; tried again at ${at(view.nextLookAt)} at the latest; given up at ${at(givesUpAt)}.`,
    ),
  ];
};
