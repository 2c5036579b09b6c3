import type { Problem } from '../core/base/Problem';
import { problem } from '../core/base/Problem';
import { plural } from '../core/base/plural';
import { button, buttons } from './button';
import type { SectionSpec, WidgetSpec } from './CardSpec';
import { labelled } from './labelled';
import { paragraph, problemParagraph } from './paragraph';
import { silenceWidgets, type SilenceView } from './silenceWidgets';
import { formatLatest, type Viewer } from './Viewer';

/** Times in milliseconds since the epoch. */
export interface HealthView {
  /** 0: not yet. */
  readonly lookedAt: number;
  readonly nextLookAt: number;
  readonly otherVersion: boolean;
  readonly held?: Problem;
  readonly silence?: SilenceView;
  readonly unwell: readonly Problem[];
}

export type RepairedView =
  | { readonly kind: 'trigger'; readonly minutes: number }
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'tabs' }
  | { readonly kind: 'stray'; readonly count: number };

interface Looker {
  readonly isOperator: boolean;
  readonly operatorEmail: string;
  readonly now: number;
}

const OPERATOR_LACKS = 'This account has not allowed Roster everything that copies need. Until it does, requests wait or fail.';

/** What set-up alone puts right. */
const ofSetUp = ['setUp.ledgerGone', 'setUp.workbookGone'];

const repairedWords = (one: RepairedView): string => {
  switch (one.kind) {
    case 'trigger':
      return `The timer was put back: it looks for work every ${one.minutes} minutes.`;
    case 'version':
      return `Version ${one.version} is recorded: work goes on.`;
    case 'tabs':
      return 'Tabs or columns that were missing in the workbook were put back.';
    case 'stray':
      return `${plural(one.count, 'thing')} left over from what is done ${one.count === 1 ? 'was' : 'were'} cleared away.`;
  }
};

/** B16: what "Repair" did. */
export const repairedLines = (repaired: readonly RepairedView[]): string[] =>
  repaired.length === 0 ? ['There was nothing that “Repair” could mend.'] : repaired.map(repairedWords);

/** Whether "Repair" helps with something of it; the other problems say what to do. */
const isMended = ({ otherVersion, held, silence, unwell }: HealthView): boolean =>
  otherVersion ||
  held !== undefined ||
  silence !== undefined ||
  unwell.some(({ code }) => code === 'health.triggerGone' || code === 'health.storeFilling');

const repairButtons = (withSetUp: boolean): WidgetSpec =>
  buttons(
    button('Repair', 'repair', {}, { altText: 'Mend what can be mended at once' }),
    ...(withSetUp ? [button('Set up again', 'openSetUp')] : []),
  );

/** What is not as it should be, first on the card; the operator's button mends it. */
export const unwellWidgets = (health: HealthView, looker: Looker, viewer: Viewer): WidgetSpec[] => {
  const { held, otherVersion, unwell } = health;
  const { isOperator, operatorEmail } = looker;
  const problems: WidgetSpec[] = [
    ...(otherVersion ? [problemParagraph(problem(isOperator ? 'setUp.versionToRecord' : 'setUp.versionNotRecorded'))] : []),
    ...(held === undefined ? [] : [paragraph('Requests wait, because Roster cannot work at the moment.'), problemParagraph(held)]),
    ...silenceWidgets({ ...looker, ...(health.silence === undefined ? {} : { silence: health.silence }) }, viewer),
    ...unwell.map(problemParagraph),
  ];
  const mended = isMended(health);
  const whom = `Who can mend it: ${operatorEmail}, which runs Roster${mended ? ', with “Repair” on this card' : ''}.`;
  const closing = isOperator ? (mended ? [repairButtons(ofSetUp.includes(held?.code ?? ''))] : []) : [paragraph(whom)];
  return [
    ...problems,
    ...(problems.length === 0 ? [] : closing),
    ...(isOperator ? [{ permissions: { text: OPERATOR_LACKS } } as const] : []),
  ];
};

/** B16: when the operator's trigger looked last, and looks next. */
export const heartbeatSection = (health: HealthView, { isOperator, now }: Looker, viewer: Viewer): SectionSpec => {
  const { lookedAt, nextLookAt, silence, unwell } = health;
  const isWell = !isMended(health) && unwell.length === 0;
  const last = lookedAt === 0 ? 'None is known yet' : `${formatLatest(lookedAt, now, viewer)}, the last time that something waited`;
  return {
    header: 'Roster itself',
    widgets: [
      labelled('Last look for work', last),
      ...(silence === undefined ? [labelled('Next look for work', `At ${formatLatest(nextLookAt, now, viewer)} at the latest`)] : []),
      ...(isWell ? [paragraph('Nothing is known to be wrong.')] : []),
      ...(isOperator && !isMended(health) ? [repairButtons(false)] : []),
    ],
  };
};
