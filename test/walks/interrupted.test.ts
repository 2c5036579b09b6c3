import { askForCopy, send, waitForEnd } from '../support/askForCopy';
import { customers, rosterCompany, type RosterCompany } from '../support/rosterCompany';

const sent = (): { company: RosterCompany; sidebar: ReturnType<RosterCompany['open']> } => {
  const company = rosterCompany();
  company.setUp();
  company.preApprove();
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { label: 'Customers (3 contacts)' });
  send(sidebar);
  return { company, sidebar };
};
const targetsOf = (company: RosterCompany): { readonly id: string }[] => [company.sam, company.sue, company.eve];
const sweepNow = (company: RosterCompany): void => {
  const { uid } = company.project.triggers.records.find((trigger) => trigger.handler === 'onSweep')!;
  company.project.run({ functionName: 'onSweep', kind: 'trigger', effectiveUserId: company.operator.id, args: [{ triggerUid: uid }] });
};

describe('B3–B4: a run that is cut short', () => {
  /** Faultable calls of an unbroken run. */
  const calls = ((): number => {
    const { company } = sent();
    const before = company.world.faults.calls;
    sweepNow(company);
    return company.world.faults.calls - before;
  })();
  const points = Array.from({ length: 12 }, (_, index) => Math.floor(((index + 0.5) * calls) / 12));

  it.each(points)('and killed at call %i ends the same: every contact once, one mail at most', (point) => {
    const { company, sidebar } = sent();
    const first = company.world.faults.calls + 1 + point;
    for (const when of ['before', 'after'] as const) {
      company.world.faults.add({ at: ({ ordinal }) => ordinal === first + (when === 'after' ? calls : 0), effect: { kind: 'kill', when } });
    }
    waitForEnd(company, sidebar);
    expect(company.project.executions.map((execution) => execution.outcome)).toContain('killed');
    company.world.faults.clear();
    company.scheduler.runUntil(company.world.clock.now() + 3 * 3_600_000);
    for (const target of targetsOf(company)) {
      expect(company.namesAt(target)).toEqual(customers);
      expect(company.world.people.contactGroupsOf(target.id).map((group) => group.name)).toEqual(['Customers']);
    }
    expect(sidebar.text()).toContain('9 contacts created; targets: 3 done, 0 skipped, 0 failed.');
    expect(company.world.mail.inbox(company.admin.id).length).toBeLessThanOrEqual(1);
    expect(company.project.scriptProperties.get('pending')).toBeUndefined();
  });

  it('two executions at once: only one writes', () => {
    const { company, sidebar } = sent();
    let second = 0;
    company.world.faults.add({
      at: 'people.people.connections.list',
      effect: {
        kind: 'meanwhile',
        do: () => {
          const before = company.world.network.count({ effect: 'write' });
          sweepNow(company);
          second = company.world.network.count({ effect: 'write' }) - before;
        },
      },
    });
    waitForEnd(company, sidebar);
    expect(second).toBe(0);
    for (const target of targetsOf(company)) expect(company.namesAt(target)).toEqual(customers);
  });

  it('a connection that breaks after Google wrote makes no double, also when the workflow is run again', () => {
    const { company, sidebar } = sent();
    company.world.faults.add({
      at: 'people.people.batchCreateContacts',
      effect: { kind: 'throw', when: 'after', message: 'Address unavailable' },
    });
    waitForEnd(company, sidebar);
    company.world.faults.clear();
    sidebar.press('Home');
    askForCopy(company, sidebar, { name: 'Again', label: 'Customers (3 contacts)' });
    send(sidebar);
    waitForEnd(company, sidebar);
    for (const target of targetsOf(company)) expect(company.namesAt(target)).toEqual(customers);
  });
});

describe('the operator’s triggers', () => {
  it('a sweep with nothing pending reads one property and ends', () => {
    const company = rosterCompany();
    company.setUp();
    // What set-up tells the audit is brought there first.
    sweepNow(company);
    const before = company.world.network.count({});
    const calls = company.world.faults.calls;
    sweepNow(company);
    expect(company.world.network.count({})).toBe(before);
    expect(company.world.faults.calls - calls).toBeLessThanOrEqual(6);
  });
});
