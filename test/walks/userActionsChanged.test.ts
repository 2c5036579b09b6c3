import type { Sidebar } from '../../simulator/host/Sidebar';
import type { FaultEffect } from '../../simulator/kernel/Faults';
import { send, waitForEnd } from '../support/askForCopy';
import { linesBelow, sweepNow } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';
import { addToSpaces, spacesCompany } from '../support/spaceHands';
import {
  addUserAction,
  differences,
  directoryOf,
  openActions,
  preview,
  runIt,
  userActionCompany,
  type UserActionCase,
} from '../support/userActionHands';

const chooseTeam = (sidebar: Sidebar): void => sidebar.pick('Group', sidebar.suggest('Group', 'team')[0]!);
const removeFromTeam: UserActionCase = { title: 'Remove from groups', fill: chooseTeam };
const addToTeam: UserActionCase = { title: 'Add to groups', fill: chooseTeam };
const moveToIt: UserActionCase = {
  title: 'Move to an organizational unit',
  fill: (sidebar) => sidebar.pick('Organizational unit', sidebar.suggest('Organizational unit', '/IT')[0]!),
};
const restore: UserActionCase = { title: 'Restore users', admit: true };
const show: UserActionCase = { title: 'Show in the directory' };
const hide: UserActionCase = { title: 'Hide from the directory' };

const resultOf = (sidebar: Sidebar, name: string): string => linesBelow(sidebar, 'Results').find((line) => line.includes(`${name}@`)) ?? '';

interface Changed {
  readonly action: UserActionCase;
  /** Before the preview. */
  readonly prepare?: (company: RosterCompany) => void;
  /** Between preview and run. */
  readonly happens: (company: RosterCompany) => void;
  readonly who: 'sam' | 'sue' | 'eve';
  readonly result: string;
}

const alreadySo = '0 changed, 1 already so, 0 failed';
const left = 'changed since the preview';

const cases: Readonly<Record<string, Changed>> = {
  'remove from groups: who left by themself': {
    action: removeFromTeam,
    happens: ({ world }) => world.directory.removeMember('team@acme.test', 'sam@acme.test'),
    who: 'sam',
    result: alreadySo,
  },
  'remove from groups: who became its owner': {
    action: removeFromTeam,
    happens: ({ world, sam }) =>
      void (world.directory.groupByEmail('team@acme.test')!.members.find(({ id }) => id === sam.id)!.role = 'OWNER'),
    who: 'sam',
    result: left,
  },
  'remove from groups: who was none at the preview and joined': {
    action: removeFromTeam,
    happens: ({ world }) => void world.directory.addMember('team@acme.test', { email: 'sue@acme.test' }),
    who: 'sue',
    result: left,
  },
  'restore: whom somebody restored': {
    action: restore,
    prepare: ({ world, sam }) => world.directory.suspendUser(sam.id),
    happens: ({ sam }) => void Object.assign(sam, { suspended: false, suspensionReason: undefined }),
    who: 'sam',
    result: alreadySo,
  },
  'restore: who was active at the preview and was suspended': {
    action: restore,
    happens: ({ world, eve }) => world.directory.suspendUser(eve.id),
    who: 'eve',
    result: left,
  },
  'show: whom somebody showed': {
    action: show,
    prepare: ({ sam }) => void Object.assign(sam, { includeInGlobalAddressList: false }),
    happens: ({ sam }) => void Object.assign(sam, { includeInGlobalAddressList: true }),
    who: 'sam',
    result: alreadySo,
  },
  'show: who was shown at the preview and was hidden': {
    action: show,
    happens: ({ eve }) => void Object.assign(eve, { includeInGlobalAddressList: false }),
    who: 'eve',
    result: left,
  },
};

describe('B1: what somebody else changed between preview and run is reported, and never more is done than approved', () => {
  it.each(Object.entries(cases))('%s', (_, { action, prepare, happens, who, result }) => {
    const { company, sidebar } = userActionCompany();
    prepare?.(company);
    openActions(sidebar, action);
    addUserAction(sidebar, action);
    preview(company, sidebar);
    happens(company);
    const before = directoryOf(company);
    runIt(company, sidebar);
    expect(resultOf(sidebar, who)).toContain(result);
    expect(differences(before, directoryOf(company)).filter((fact) => fact.startsWith(`${who}@`))).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });
});

/** Both actions approved; the place that the first one needs goes; the second does not need it. */
const withGone = (first: UserActionCase, goes: (company: RosterCompany) => void) => {
  const { company, sidebar } = userActionCompany();
  openActions(sidebar);
  for (const action of [first, hide]) addUserAction(sidebar, action);
  preview(company, sidebar);
  send(sidebar);
  goes(company);
  const before = directoryOf(company);
  waitForEnd(company, sidebar);
  return { company, sidebar, changed: differences(before, directoryOf(company)) };
};

const deleteGroup = ({ world }: RosterCompany): void => {
  world.directory.deleteGroup(world.directory.groupByEmail('team@acme.test')!.id);
};
const renameUnit = ({ world, customer }: RosterCompany): void => world.directory.moveOrgUnit(customer.id, '/IT', '/Computers');

describe('a place that is gone is told once, and stops what depends on it', () => {
  it.each<[string, UserActionCase, (company: RosterCompany) => void, string]>([
    ['a group to join', addToTeam, deleteGroup, 'The group team@acme.test is not there any more.'],
    ['a group to leave', removeFromTeam, deleteGroup, 'The group team@acme.test is not there any more.'],
    ['a unit', moveToIt, renameUnit, 'The organizational unit /IT is not there any more.'],
  ])('%s: what does not need it is done', (_, action, goes, said) => {
    const { company, sidebar, changed } = withGone(action, goes);
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(sidebar.text().split('== Results')[0]!.split(said)).toHaveLength(2);
    expect(changed.sort()).toEqual(['eve', 'sam', 'sue'].map((name) => `${name}@acme.test includeInGlobalAddressList`));
    const looks = company.world.network.count({ operation: 'directory.members.get' });
    expect(looks).toBeLessThanOrEqual(3);
    expect(company.troubles()).toEqual([]);
  });

  it('before the preview: the request says which, and asks Google about no target', () => {
    const { company, sidebar } = userActionCompany();
    openActions(sidebar);
    addUserAction(sidebar, addToTeam);
    deleteGroup(company);
    preview(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain('The group team@acme.test is not there any more.');
    expect(company.world.network.count({ operation: 'directory.members.get' })).toBe(0);
  });

  it('a Chat space: nobody is added, and the record says so once', () => {
    const { company, sidebar, sales } = spacesCompany();
    openActions(sidebar);
    addUserAction(sidebar, addToSpaces(company, '1 member,'));
    preview(company, sidebar);
    send(sidebar);
    company.world.chat.spaces.delete(sales.name);
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Failed');
    expect(sidebar.text()).toContain('The Chat space Sales talk is not there any more.');
    expect(company.world.network.count({ operation: 'chat.spaces.members.create' })).toBe(0);
  });
});

describe('B3: adding to Chat spaces, killed', () => {
  const sent = () => {
    const found = spacesCompany();
    openActions(found.sidebar);
    addUserAction(found.sidebar, addToSpaces(found.company, '1 member,'));
    addUserAction(found.sidebar, hide);
    preview(found.company, found.sidebar);
    send(found.sidebar);
    return found;
  };
  const calls = (() => {
    const { company } = sent();
    const before = company.world.faults.calls;
    sweepNow(company);
    return company.world.faults.calls - before;
  })();

  it.each([0.3, 0.45, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9].map((share) => Math.floor(share * calls)))(
    'at call %i ends as if unbroken',
    (place) => {
      const { company, sidebar, namesIn, sales } = sent();
      const first = company.world.faults.calls;
      const effect: FaultEffect = { kind: 'kill', when: place % 2 === 0 ? 'before' : 'after' };
      company.world.faults.add({ at: ({ ordinal }) => ordinal === first + place, effect });
      sweepNow(company);
      company.world.faults.clear();
      waitForEnd(company, sidebar);
      expect(sidebar.text()).toContain('Status: Done');
      expect(namesIn(sales)).toEqual(['eve', 'sam', 'sue']);
      expect([company.sam, company.sue, company.eve].map(({ includeInGlobalAddressList }) => includeInGlobalAddressList)).toEqual([
        false,
        false,
        false,
      ]);
      expect(company.troubles()).toEqual([]);
    },
  );
});
