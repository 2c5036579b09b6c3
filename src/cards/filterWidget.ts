import type { Counted } from '../core/imports/rowKinds';
import type { ActionSpec, WidgetSpec } from './CardSpec';
import { formatNumber, type Viewer } from './Viewer';

/** Name of the field, and what it sends for all of them: an empty value might not be sent. */
export const ONLY = 'only';
const everything = 'all';

/** What was chosen; blank: all. */
export const onlyOf = (sent: string): string => (sent === everything ? '' : sent);

/** Narrows a list down to one kind. */
export const filterWidget = (
  kinds: readonly Counted[],
  { only, total }: { readonly only: string; readonly total: number },
  onChangeAction: ActionSpec,
  viewer: Viewer,
): WidgetSpec => ({
  selectionInput: {
    name: ONLY,
    label: 'Show',
    type: 'DROPDOWN',
    items: [[everything, 'All', total] as const, ...kinds].map(([value, text, count]) => ({
      text: `${text} (${formatNumber(count, viewer)})`,
      value,
      selected: value === (only || everything),
    })),
    onChangeAction,
  },
});
