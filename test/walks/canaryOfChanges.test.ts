import type { Sidebar } from '../../simulator/host/Sidebar';
import { send, waitForEnd } from '../support/askForCopy';
import { sweepNow } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';
import { addToSpaces } from '../support/spaceHands';
import { addUserAction, openActions, preview, userActionCompany } from '../support/userActionHands';

const GET = 'directory.users.get';
const UPDATE = 'directory.users.update';

const setTitle = {
  title: 'Set user fields',
  fill: (sidebar: Sidebar): void => {
    sidebar.choose('Field', 'Job title');
    sidebar.type('Value', 'Account manager');
  },
};

interface Crowd {
  readonly company: RosterCompany;
  readonly sidebar: Sidebar;
  readonly people: readonly { readonly id: string; readonly primaryEmail: string }[];
}

/** A change of thirty people, prepared. */
const previewed = (action = setTitle): Crowd => {
  const { company, sidebar } = userActionCompany();
  const people = Array.from({ length: 30 }, (_, index) =>
    company.world.directory.addUser({ primaryEmail: `p${100 + index}@acme.test`, orgUnitPath: '/Crowd' }),
  );
  openActions(sidebar, { search: '/Crowd' });
  addUserAction(sidebar, action);
  preview(company, sidebar);
  return { company, sidebar, people };
};

const sent = (): Crowd => {
  const crowd = previewed();
  send(crowd.sidebar);
  return crowd;
};

const changed = ({ people }: Crowd): number => people.filter((one) => JSON.stringify(one).includes('Account manager')).length;

const calls = (sidebar: Sidebar, title: string): string =>
  /\d+ calls? to Google \([^)]*\)/.exec(
    sidebar
      .text()
      .split('\n')
      .find((line) => line.startsWith(title)) ?? '',
  )?.[0] ?? title;

describe('B15, S61: the first three users of a large run are looked at again', () => {
  it('as they should be: the others follow at once, and the three looks were planned', () => {
    const crowd = sent();
    const { company, sidebar } = crowd;
    const order: string[] = [];
    company.world.faults.add({
      at: ({ name }) => name === GET || name === UPDATE,
      times: Infinity,
      effect: { kind: 'meanwhile', do: () => void order.push(String(changed(crowd))) },
    });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(changed(crowd)).toBe(30);
    expect(order).toContain('3');
    expect(calls(sidebar, 'Effort so far, as counted: ')).toBe(calls(sidebar, 'Effort: '));
    expect(company.troubles()).toEqual([]);
  });

  it('Google shows the changes only minutes later: nobody else is changed before, and everybody in the end', () => {
    const crowd = sent();
    const { company, sidebar } = crowd;
    // What the look after the writes gets is the record as it was.
    company.world.faults.add({
      at: ({ name }) => name === GET && changed(crowd) === 3,
      times: 3,
      effect: { kind: 'answer', when: 'before', status: 200, body: { id: crowd.people[0]!.id, primaryEmail: 'p100@acme.test' } },
    });
    sweepNow(company);
    expect(changed(crowd)).toBe(3);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(changed(crowd)).toBe(30);
  });

  it('another program writes over them: the run stops with three users changed, and says why', () => {
    const crowd = sent();
    const { company, sidebar, people } = crowd;
    company.world.faults.add({
      at: ({ name }) => name === GET && changed(crowd) === 3,
      effect: {
        kind: 'meanwhile',
        do: () => {
          for (const one of people.filter((user) => JSON.stringify(user).includes('Account manager')))
            Object.assign(one, { organizations: [{ title: 'From the HR system', primary: true, type: 'work' }] });
        },
      },
    });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toMatch(/Status: (Failed|Partly done)/);
    expect(sidebar.text()).toContain('The user was changed since the preview');
    expect(people.filter((one) => JSON.stringify(one).includes('HR system'))).toHaveLength(3);
    expect(changed(crowd)).toBe(0);
  });

  it('a mistake that all would meet stops the run after the first', () => {
    const crowd = sent();
    const { company, sidebar } = crowd;
    const body = { error: { code: 403, message: 'Not Authorized to access this resource/api', errors: [{ reason: 'forbidden' }] } };
    company.world.faults.add({ at: UPDATE, times: Infinity, effect: { kind: 'answer', when: 'before', status: 403, body } });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(company.world.network.count({ operation: UPDATE })).toBeLessThanOrEqual(3);
  });

  it('B4: goes on in as many executions as it takes, and nobody is written to twice', () => {
    const crowd = sent();
    const { company, sidebar } = crowd;
    company.world.faults.add({
      at: ({ name, as }) => (name === GET || name === UPDATE) && as === company.operator.primaryEmail,
      times: Infinity,
      effect: { kind: 'slow', milliseconds: 40_000 },
    });
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(changed(crowd)).toBe(30);
    expect(sidebar.text()).toMatch(/Effort so far, as counted: .* in \d+ parts/);
    expect(company.world.network.count({ operation: UPDATE })).toBe(30);
  });

  it('Stop ends it at the next wave; who was not begun is left as they were', () => {
    const crowd = sent();
    const { company, sidebar } = crowd;
    const press = (): void => {
      const other = company.open(company.operator);
      other.press('Changes');
      other.press('Stop');
      other.press('Stop the run');
    };
    company.world.faults.add({ at: ({ name }) => name === GET && changed(crowd) === 3, effect: { kind: 'meanwhile', do: press } });
    company.waitFor(sidebar, /Status: Stopped/);
    expect(changed(crowd)).toBe(3);
    expect(sidebar.text()).toContain('3 changes made in the directory');
  });
});

describe('S61: many targets and one Chat space', () => {
  it('are added one a second, over as many executions as that takes, and none of them is refused by Google', () => {
    const { company, sidebar } = userActionCompany();
    const space = company.world.chat.addSpace({ customerId: company.customer.id, displayName: 'Sales talk' });
    for (let index = 0; index < 250; index += 1)
      company.world.directory.addUser({ primaryEmail: `p${100 + index}@acme.test`, orgUnitPath: '/Crowd' });
    company.preApprove({ actionKinds: ['addToSpaces'], caps: { targets: 1000, contactsPerTarget: 1, deletions: 0 } });
    openActions(sidebar, { search: '/Crowd' });
    addUserAction(sidebar, addToSpaces(company, '0 members,'));
    preview(company, sidebar);
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(space.memberships).toHaveLength(250);
    expect(company.world.network.log.entries.filter(({ status }) => status === 429)).toEqual([]);
    expect(calls(sidebar, 'Effort so far, as counted: ')).toBe(calls(sidebar, 'Effort: '));
    expect(company.troubles()).toEqual([]);
  });
});
