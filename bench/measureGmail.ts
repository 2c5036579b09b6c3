import { GmailWindow } from '../simulator/host/GmailWindow';
import { mailTag } from '../src/core/approvals/mailReference';
import type { Policy } from '../src/core/approvals/Policy';
import { addRequests, idOf } from './addRequests';
import { setUpRoster } from './copyOnce';
import { makeWorkplace } from './makeWorkplace';
import type { CardCount } from './cardSteps';
import { quotaSets } from './workloads';

export interface GmailCount {
  readonly steps: readonly CardCount[];
  /** What opening a mail costs that is none of Roster's. */
  readonly otherMail: { readonly messageReads: number; readonly propertyReads: number; readonly networkCalls: number };
}

/** An officer reads mail and decides, with 500 requests kept. */
export const measureGmail = (): GmailCount => {
  const [quotas] = quotaSets;
  if (quotas === undefined) throw new Error('no quota set');
  const place = makeWorkplace({ targets: 1, contacts: 1 }, quotas);
  setUpRoster(place);
  addRequests(place);
  const { world, project, operator } = place;
  const [officer] = place.targets;
  if (officer === undefined) throw new Error('no officer');
  project.consent(officer.id);
  const policy: Policy = {
    version: 1,
    officers: [{ userId: officer.id, email: officer.primaryEmail, appointedAt: 0 }],
    needed: 1,
    notify: [],
    delegates: [],
  };
  project.scriptProperties.set({ policy: JSON.stringify(policy) });
  const receive = (from: string, subject: string): string => {
    world.mail.send({ senderId: operator.id, from, to: [officer.primaryEmail], subject });
    return world.mail.inbox(officer.id).at(-1)?.id ?? '';
  };
  const [asked, other] = [
    receive(operator.primaryEmail, `Approval wanted: Contacts ${mailTag(idOf(7))}`),
    receive('t1@acme.test', 'Lunch?'),
  ];
  const steps: CardCount[] = [];
  const step = <T>(name: string, work: () => T): T => {
    const before = project.executions.length;
    const value = work();
    const ran = project.executions.slice(before);
    for (const { outcome, error } of ran) if (outcome !== 'completed') throw new Error(`${name} ${outcome}: ${error?.message}`);
    steps.push({ step: `Gmail, ${name}`, seconds: Math.max(0, ...ran.map(({ startedAt, endedAt }) => (endedAt - startedAt) / 1000)) });
    return value;
  };
  const window = step('first card', () => GmailWindow.open(project, { userId: officer.id, locale: 'en-GB' }));
  const calls: string[] = [];
  const network = world.network.count();
  const stop = world.faults.add({ at: ({ name }) => calls.push(name) < 0, effect: { kind: 'slow', milliseconds: 0 } });
  step('another mail', () => window.openMessage(other));
  stop();
  const networkCalls = world.network.count() - network;
  step('a request', () => window.openMessage(asked));
  if (!window.text().includes('[Approve]')) throw new Error(`no request:\n${window.text()}`);
  step('deny', () => window.press('Deny'));
  window.press('Cancel');
  step('approve', () => window.press('Approve'));
  step('confirm', () => window.press('Confirm approval'));
  if (!window.text().includes('Roster checks your decision')) throw new Error(`no decision:\n${window.text()}`);
  step('what waits', () => window.press('What waits for me'));
  const reads = (pattern: RegExp): number => calls.filter((name) => pattern.test(name)).length;
  return {
    steps,
    otherMail: {
      messageReads: reads(/^GmailApp\.getMessageById$/),
      propertyReads: reads(/^PropertiesService\.get(Property|Properties)$/),
      networkCalls,
    },
  };
};
