import { send, askForCopy } from '../support/askForCopy';
import { label, passHours, readyCompany, sweepNow } from '../support/hands';
import { onlyRequest } from '../support/forgeClick';
import type { RosterCompany } from '../support/rosterCompany';

const CREATE = 'people.people.batchCreateContacts';
const forbidden = { error: { code: 403, status: 'PERMISSION_DENIED', message: 'The caller does not have permission' } };

/** How a run comes to each of its ends. */
const ends: readonly (readonly [string, (company: RosterCompany) => void])[] = [
  ['Done', () => undefined],
  [
    'Partly done',
    ({ world, sue }) =>
      world.faults.add({
        at: ({ name, as }) => name === CREATE && as === sue.primaryEmail,
        times: Infinity,
        effect: { kind: 'answer', when: 'before', status: 403, body: forbidden },
      }),
  ],
  ['Failed', ({ project }) => project.scriptProperties.delete('preApproval.sample')],
  ['Stopped', (company) => company.project.scriptProperties.set({ [`stop.${onlyRequest(company).id}`]: company.admin.id })],
];

const sentTowards = (prepare: (company: RosterCompany) => void): RosterCompany => {
  const company = readyCompany();
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { label });
  send(sidebar);
  prepare(company);
  return company;
};

const stored = (company: RosterCompany): { s: string; m: string } =>
  JSON.parse(company.project.scriptProperties.get(`request.${onlyRequest(company).id}`) ?? '{}') as never;

describe.each(ends)('S49: a run that ends as %s', (headline, prepare) => {
  /** Calls of the unbroken sweep, and of them the last ones, where it is closed and told. */
  const calls = ((): number => {
    const company = sentTowards(prepare);
    const before = company.world.faults.calls;
    sweepNow(company);
    return company.world.faults.calls - before;
  })();
  const last = Array.from({ length: 4 }, (_, index) => calls - Math.floor((index * Math.min(60, calls)) / 4));

  it('and is killed right after it was closed: one mail, from the next look for work', () => {
    const company = sentTowards(prepare);
    const isClosed = (): boolean => ['done', 'partlyDone', 'failed', 'stopped'].includes(stored(company).s);
    let wasClosed = false;
    company.world.faults.add({
      at: () => {
        const now = isClosed() && !wasClosed;
        wasClosed ||= now;
        return now;
      },
      effect: { kind: 'kill', when: 'before' },
    });
    sweepNow(company);
    passHours(company, 4);
    expect(company.world.mail.inbox(company.admin.id).map(({ subject }) => subject)).toEqual([`${headline}: New colleagues`]);
  });

  it('gives exactly one mail', () => {
    const company = sentTowards(prepare);
    passHours(company, 4);
    expect(company.world.mail.inbox(company.admin.id).map(({ subject }) => subject)).toEqual([`${headline}: New colleagues`]);
  });

  it.each(last)('and is killed at call %i of its slice: one mail, or none when it was killed while it was sent', (place) => {
    const company = sentTowards(prepare);
    const first = company.world.faults.calls;
    const when = place % 2 === 0 ? 'before' : 'after';
    company.world.faults.add({ at: ({ ordinal }) => ordinal === first + place, effect: { kind: 'kill', when } });
    sweepNow(company);
    const { s: state, m: told } = stored(company);
    // Marked before it leaves: what is killed in between is lost, and never sent twice.
    const isLost = told === state && company.world.mail.sent.length === 0;
    passHours(company, 4);
    const subjects = company.world.mail.inbox(company.admin.id).map(({ subject }) => subject);
    expect(subjects).toEqual(isLost ? [] : [`${headline}: New colleagues`]);
  });
});
