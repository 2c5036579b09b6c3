import type { Problem } from '../core/base/Problem';
import { plural } from '../core/base/plural';
import { button, buttons, linkButton } from './button';
import type { SectionSpec, WidgetSpec } from './CardSpec';
import { labelled } from './labelled';
import { paragraph, problemParagraph } from './paragraph';
import { formatLatest, formatMoment, type Viewer } from './Viewer';

export interface AuditView {
  readonly head: string;
  readonly check?: { readonly at: number; readonly rows: number; readonly problem?: Problem };
  readonly asked?: { readonly nextLookAt: number; readonly pageUrl: string };
}

const checkWidgets = ({ check }: AuditView, viewer: Viewer): WidgetSpec[] => {
  if (check === undefined) return [];
  const at = `Verified on ${formatMoment(check.at, viewer)}`;
  return check.problem === undefined
    ? [labelled(at, `${plural(check.rows, 'row')}, whole chain holds`)]
    : [labelled(at, 'The chain does not hold'), problemParagraph(check.problem)];
};

/** B11: what is recorded of what everybody did, and whether it is as it was written. */
export const auditSection = (view: AuditView, now: number, viewer: Viewer): SectionSpec => ({
  header: 'Audit',
  widgets: [
    labelled('The chain ends at', view.head),
    ...checkWidgets(view, viewer),
    ...(view.asked === undefined
      ? [buttons(button('Verify audit', 'verifyAudit'))]
      : [
          paragraph(`Roster verifies it at ${formatLatest(view.asked.nextLookAt, now, viewer)} at the latest.`),
          ...(view.asked.pageUrl === '' ? [] : [buttons(linkButton('Verify it now', view.asked.pageUrl))]),
        ]),
  ],
});
