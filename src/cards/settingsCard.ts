import type { Policy } from '../core/approvals/Policy';
import type { PreApprovalState } from '../core/approvals/preApprovalState';
import type { RequestEntry } from '../core/approvals/RequestEntry';
import { escapeMarkup } from '../core/base/escapeMarkup';
import { plural } from '../core/base/plural';
import type { Problem } from '../core/base/Problem';
import { button, buttons, mainButton } from './button';
import { auditSection, type AuditView } from './auditSection';
import type { CardSpec, SectionSpec, WidgetSpec } from './CardSpec';
import { labelled } from './labelled';
import { paragraph, problemParagraph } from './paragraph';
import { formatMoment, formatNumber, type Viewer } from './Viewer';

export interface PreApprovalView {
  readonly id: string;
  readonly state: PreApprovalState;
  readonly lines: readonly string[];
  readonly madeBy: string;
  readonly confirmedBy: string;
  readonly used: { readonly today: number; readonly ever: number };
  readonly cap: number;
  readonly requests: readonly RequestEntry[];
}

export interface SettingsView {
  readonly isOperator: boolean;
  readonly isOfficer: boolean;
  readonly operatorEmail: string;
  readonly officers: readonly { readonly email: string; readonly appointedAt: number; readonly active: boolean }[];
  readonly policy: Policy;
  readonly preApprovals: readonly PreApprovalView[];
  readonly warnings: readonly Problem[];
  readonly mayGiveNotice: boolean;
  readonly audit: AuditView;
  readonly now: number;
}

const stateWords: Readonly<Record<PreApprovalState, string>> = {
  valid: 'In force',
  void: 'Void: one of the two officers behind it is none any more',
  ended: 'Ended',
};

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
          labelled('Told of every status, besides the requester', view.policy.notify.join(', ') || 'nobody'),
        ]),
  ],
});

const preApprovalLine = ({ id, state, lines, used, cap }: PreApprovalView, viewer: Viewer): WidgetSpec => ({
  decoratedText: {
    topLabel: `${stateWords[state]} – pre-approval ${id}`,
    text: escapeMarkup(lines[0] ?? ''),
    bottomLabel: `Targets today: ${formatNumber(used.today, viewer)} of ${formatNumber(cap, viewer)}; in all: ${formatNumber(used.ever, viewer)}. ${lines[lines.length - 1] ?? ''}`,
    wrapText: true,
    onClick: { action: { name: 'openPreApproval', parameters: { preApproval: id } } },
  },
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
          ? [paragraph('There is none: an officer decides about every request.')]
          : view.preApprovals.map((one) => preApprovalLine(one, viewer)),
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

/** Requests that a card has room for; the workbook has them all. */
const shownRequests = 20;

/** S34, S45–S46: one pre-approval in full, with what went through under it. */
export const preApprovalCard = (view: PreApprovalView, isOfficer: boolean, viewer: Viewer): CardSpec => ({
  name: 'preApproval',
  header: { title: `Pre-approval ${view.id}`, subtitle: stateWords[view.state] },
  sections: [
    {
      widgets: [
        ...view.lines.map(paragraph),
        labelled('Made by', view.madeBy),
        labelled('Confirmed by', view.confirmedBy),
        labelled(
          'Used',
          `${plural(view.used.today, 'target')} of ${formatNumber(view.cap, viewer)} today, ${plural(view.used.ever, 'target')} in all`,
        ),
      ],
    },
    {
      header: 'What went through under it',
      widgets:
        view.requests.length === 0
          ? [paragraph('Nothing yet, as far as the list of requests goes back.')]
          : view.requests.slice(0, shownRequests).map((entry): WidgetSpec => ({
              decoratedText: {
                topLabel: formatMoment(entry.createdAt, viewer),
                text: escapeMarkup(entry.name),
                bottomLabel: plural(entry.targets, 'target'),
                wrapText: true,
                onClick: { action: { name: 'openRequest', parameters: { request: entry.id } } },
              },
            })),
    },
    ...(view.state === 'ended'
      ? []
      : [
          {
            widgets: [
              buttons(
                button('Ask to end it', 'openChange', { change: 'endPreApproval', preApproval: view.id }),
                ...(isOfficer ? [button('End it now', 'openEndPreApproval', { preApproval: view.id })] : []),
              ),
            ],
          },
        ]),
  ],
});

/** Asks an officer once more. */
export const confirmEndCard = (id: string): CardSpec => ({
  name: 'confirmEndPreApproval',
  header: { title: 'End this pre-approval now?', subtitle: `Pre-approval ${id}` },
  sections: [
    {
      widgets: [
        paragraph('From now on it lets nothing through; what was sent under it and did not run yet is refused. It cannot be brought back.'),
      ],
    },
  ],
  fixedFooter: {
    primaryButton: mainButton('End it', 'endPreApproval', { preApproval: id }),
    secondaryButton: button('Keep', 'keepPreApproval', {}, { type: 'OUTLINED' }),
  },
});
