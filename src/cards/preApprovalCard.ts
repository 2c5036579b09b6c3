import type { PreApprovalState } from '../core/approvals/preApprovalState';
import type { ShownPreApproval } from '../core/approvals/ShownPreApproval';
import { escapeMarkup } from '../core/base/escapeMarkup';
import { plural } from '../core/base/plural';
import { button, buttons, mainButton } from './button';
import type { CardSpec, WidgetSpec } from './CardSpec';
import { labelled } from './labelled';
import { paragraph } from './paragraph';
import { formatMoment, formatNumber, type Viewer } from './Viewer';

/** What its buttons do. */
interface Actions {
  readonly open: string;
  readonly openRequest: string;
  /** S46: to end it by a request; absent: not offered there. */
  readonly ask?: string;
  readonly openEnd: string;
  readonly end: string;
}

/** Beside a Sheet, for super administrators. */
export const inSettings: Actions = {
  open: 'openPreApproval',
  openRequest: 'openRequest',
  ask: 'openChange',
  openEnd: 'openEndPreApproval',
  end: 'endPreApproval',
};
/** In Gmail, for officers. */
export const inGmail: Actions = {
  open: 'openOfficerPreApproval',
  openRequest: 'openOfficerRequest',
  openEnd: 'openOfficerEnd',
  end: 'endAsOfficer',
};

const stateWords: Readonly<Record<PreApprovalState, string>> = {
  valid: 'In force',
  void: 'Void: one of the two officers behind it is none any more',
  ended: 'Ended',
};

const usedOf = (cap: 'targets' | 'deletions', { today, caps }: Pick<ShownPreApproval, 'today' | 'caps'>, viewer: Viewer): string =>
  `${formatNumber(today[cap], viewer)} of ${formatNumber(caps[cap], viewer)}`;

export const preApprovalLine = ({ id, state, lines, ever, ...used }: ShownPreApproval, actions: Actions, viewer: Viewer): WidgetSpec => ({
  decoratedText: {
    topLabel: `${stateWords[state]} – pre-approval ${id}`,
    text: escapeMarkup(lines[0] ?? ''),
    bottomLabel: `Targets today: ${usedOf('targets', used, viewer)}; in all: ${formatNumber(ever, viewer)}. ${lines[lines.length - 1] ?? ''}`,
    wrapText: true,
    onClick: { action: { name: actions.open, parameters: { preApproval: id } } },
  },
});

/** Requests that a card has room for; the workbook has them all. */
const shownRequests = 20;

/** S34, S45–S46: one pre-approval in full, with what went through under it. */
export const preApprovalCard = (view: ShownPreApproval, isOfficer: boolean, actions: Actions, viewer: Viewer): CardSpec => ({
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
          `Targets today: ${usedOf('targets', view, viewer)}; in all: ${formatNumber(view.ever, viewer)}. Deletions today: ${usedOf('deletions', view, viewer)}.`,
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
                onClick: { action: { name: actions.openRequest, parameters: { request: entry.id } } },
              },
            })),
    },
    ...(view.state === 'ended'
      ? []
      : [
          {
            widgets: [
              buttons(
                ...(actions.ask === undefined
                  ? []
                  : [button('Ask to end it', actions.ask, { change: 'endPreApproval', preApproval: view.id })]),
                ...(isOfficer ? [button('End it now', actions.openEnd, { preApproval: view.id })] : []),
              ),
            ],
          },
        ]),
  ],
});

/** Asks an officer once more. */
export const confirmEndCard = (id: string, actions: Actions): CardSpec => ({
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
    primaryButton: mainButton('End it', actions.end, { preApproval: id }),
    secondaryButton: button('Keep', 'keepPreApproval', {}, { type: 'OUTLINED' }),
  },
});
