import { describeAccess, namesOfRiskyOnly, riskyOnlyTitle } from '../core/approvals/describeSettings';
import type { Policy } from '../core/approvals/Policy';
import type { ShownPreApproval } from '../core/approvals/ShownPreApproval';
import { escapeMarkup } from '../core/base/escapeMarkup';
import { plural } from '../core/base/plural';
import type { Problem } from '../core/base/Problem';
import { button, buttons, mainButton } from './button';
import { auditSection, type AuditView } from './auditSection';
import type { CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { labelled } from './labelled';
import { paragraph, problemParagraph } from './paragraph';
import { inSettings, preApprovalLine } from './preApprovalCard';
import { formatMoment, type Viewer } from './Viewer';

export interface SettingsView {
  readonly isOperator: boolean;
  readonly operatorEmail: string;
  readonly officers: readonly { readonly email: string; readonly appointedAt: number; readonly active: boolean }[];
  readonly policy: Policy;
  readonly preApprovals: readonly ShownPreApproval[];
  readonly warnings: readonly Problem[];
  readonly mayGiveNotice: boolean;
  readonly audit: AuditView;
  readonly now: number;
}

const officerLine = ({ email, appointedAt, active }: SettingsView['officers'][number], viewer: Viewer): WidgetSpec => ({
  decoratedText: {
    topLabel: 'Security Officer',
    text: escapeMarkup(email),
    bottomLabel: `Since ${formatMoment(appointedAt, viewer)}${active ? '' : ' – the account is suspended or gone'}`,
    wrapText: true,
  },
});

/** S2: leads to the place where the first officers are appointed. */
const noOfficerWidgets = (view: SettingsView): WidgetSpec[] =>
  view.officers.length > 0
    ? []
    : view.isOperator
      ? [buttons(button('Appoint the first officers', 'openSetUp'))]
      : [paragraph(`Ask ${view.operatorEmail} to open Roster, press “Settings” and name them at set-up.`)];

const decidersSection = (view: SettingsView, viewer: Viewer): SectionSpec => ({
  header: 'Who decides',
  widgets: [
    ...view.warnings.map(problemParagraph),
    ...noOfficerWidgets(view),
    ...view.officers.map((officer) => officerLine(officer, viewer)),
    ...(view.officers.length === 0
      ? []
      : [
          labelled('Must approve a request', `${plural(view.policy.needed, 'officer')}; nobody decides about what they ask themself`),
          labelled(riskyOnlyTitle, namesOfRiskyOnly(view.policy)),
          labelled('Told of every status, besides the requester', view.policy.notify.join(', ') || 'nobody'),
          ...describeAccess(view.policy).map(([what, groups]) => labelled(what, groups)),
        ]),
  ],
});

/** Many lines in one widget, since a card holds 100 of them. */
const delegatesSection = ({ policy, now }: SettingsView, viewer: Viewer): SectionSpec => {
  const lines = policy.delegates.map(
    ({ email, until }) => `${email}, ${until > now ? 'may ask until' : 'ended on'} ${formatMoment(until, viewer)}`,
  );
  return {
    header: 'Delegates',
    widgets:
      lines.length === 0
        ? [paragraph('Only super administrators may ask.')]
        : [{ textParagraph: { text: lines.map(escapeMarkup).join('<br>') } }],
  };
};

/** S39–S46: who decides, and how. Everybody who may ask sees it; every change of it is a request. */
export const settingsCard = (view: SettingsView, viewer: Viewer): CardSpec => ({
  name: 'settings',
  header: { title: 'Settings' },
  sections: [
    decidersSection(view, viewer),
    {
      header: 'Pre-approvals',
      widgets:
        view.preApprovals.length === 0
          ? [
              paragraph(
                `There is none: an officer decides about every request${(view.policy.riskyOnly ?? []).length === 0 ? '' : ` but ${namesOfRiskyOnly(view.policy)} without a risk`}.`,
              ),
            ]
          : view.preApprovals.map((one) => preApprovalLine(one, inSettings, viewer)),
    },
    delegatesSection(view, viewer),
    auditSection(view.audit, view.now, viewer),
    {
      widgets: [
        buttons(button('Home', 'goHome'), button('Refresh', 'showSettings'), ...(view.isOperator ? [button('Set-up', 'openSetUp')] : [])),
      ],
    },
  ],
  ...(view.officers.length === 0 ? {} : { fixedFooter: { primaryButton: mainButton('Propose a change', 'openChanges') } }),
});
