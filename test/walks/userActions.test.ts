import type { Sidebar } from '../../simulator/host/Sidebar';
import { linesBelow } from '../support/hands';
import type { RosterCompany } from '../support/rosterCompany';
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

interface Kind extends UserActionCase {
  /** What is there before. */
  readonly prepare?: (company: RosterCompany) => void;
  /** Facts that differ afterwards. */
  readonly changes: readonly string[];
  /** What the preview says of sam. */
  readonly says: string;
  /** Who suspends everybody meets suspended users when it is done again. */
  readonly again?: { readonly admit: true };
}

const setFields = (sidebar: Sidebar): void => {
  sidebar.choose('Field', 'Job title');
  sidebar.type('Value', 'Account manager');
  sidebar.press('Set this field');
  sidebar.choose('Field', 'Mobile phone');
  sidebar.type('Value', '+41 44 555 01 02');
};

const chooseTeam = (sidebar: Sidebar): void => {
  sidebar.pick('Group', sidebar.suggest('Group', 'team')[0]!);
  sidebar.press('Use this group');
};

const of = (fact: string, ...names: readonly string[]): string[] =>
  (names.length === 0 ? ['sam', 'sue', 'eve'] : names).map((name) => `${name}@acme.test ${fact}`);

const kinds: Readonly<Record<string, Kind>> = {
  'set user fields': {
    title: 'Set user fields',
    fill: setFields,
    changes: [...of('organizations'), ...of('phones')],
    says: 'Job title: nothing → “Account manager”; Mobile phone: nothing → “+41 44 555 01 02”',
  },
  'add to groups': { title: 'Add to groups', fill: chooseTeam, changes: of('groups', 'sue', 'eve'), says: '1 already so' },
  'remove from groups': {
    title: 'Remove from groups',
    fill: chooseTeam,
    prepare: ({ world }) => void world.directory.addMember('team@acme.test', { email: 'sue@acme.test', role: 'OWNER' }),
    changes: of('groups', 'sam', 'sue'),
    says: 'Removed from team@acme.test',
  },
  'move to an organizational unit': {
    title: 'Move to an organizational unit',
    fill: (sidebar) => sidebar.pick('Organizational unit', sidebar.suggest('Organizational unit', '/IT')[0]!),
    changes: of('orgUnitPath'),
    says: 'Organizational unit: /Sales → /IT',
  },
  suspend: {
    title: 'Suspend users',
    fill: (sidebar) => sidebar.toggle('Yes, lock all targets out', true),
    changes: [...of('suspended'), ...of('suspensionReason')],
    says: 'Suspended: no → yes',
    again: { admit: true },
  },
  restore: {
    title: 'Restore users',
    admit: true,
    prepare: ({ world, sam }) => world.directory.suspendUser(sam.id),
    changes: [...of('suspended', 'sam', 'old'), ...of('suspensionReason', 'sam', 'old')],
    says: 'Suspended: yes → no',
  },
  hide: {
    title: 'Hide from the directory',
    changes: of('includeInGlobalAddressList'),
    says: 'Shown in the directory: yes → no',
  },
  show: {
    title: 'Show in the directory',
    prepare: ({ sam }) => Object.assign(sam, { includeInGlobalAddressList: false }),
    changes: of('includeInGlobalAddressList', 'sam'),
    says: 'Shown in the directory: no → yes',
  },
};

const ask = (company: RosterCompany, sidebar: Sidebar, kind: Kind, search?: string): void => {
  openActions(sidebar, { ...kind, ...(search === undefined ? {} : { search }) });
  addUserAction(sidebar, kind);
  preview(company, sidebar);
};

const asked = (kind: Kind) => {
  const { company, sidebar } = userActionCompany();
  kind.prepare?.(company);
  ask(company, sidebar, kind);
  return { company, sidebar };
};

const writes = (company: RosterCompany): number =>
  company.world.network.log.entries.filter(
    ({ effect, committed, operation }) => effect === 'write' && committed && operation?.startsWith('directory.'),
  ).length;

describe.each(Object.entries(kinds))('S61: %s', (name, kind) => {
  it('changes what the preview names and nothing else, in as many calls as it said; asked for again it writes nothing', () => {
    const { company, sidebar } = asked(kind);
    const before = directoryOf(company);
    expect(linesBelow(sidebar, 'Preview by target').find((line) => line.includes('sam@'))).toContain(kind.says);
    const promised = /Changes in the directory: (\d+)/.exec(sidebar.text())?.[1];
    runIt(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(differences(before, directoryOf(company)).sort()).toEqual([...kind.changes].sort());
    expect(linesBelow(sidebar, 'Results')[0]).toMatch(new RegExp(`^${promised} changes? made in the directory`));
    const [planned, counted] = ['Effort: ', 'Effort so far, as counted: '].map((title) => callsIn(sidebar, title));
    expect(counted).toBe(planned);

    sidebar.press('Home');
    const [done, written] = [directoryOf(company), writes(company)];
    // Who was moved away is not found below /Sales any more.
    ask(company, sidebar, { ...kind, ...kind.again }, name.startsWith('move') ? '/IT' : undefined);
    expect(linesBelow(sidebar, 'What will happen')[0]).toMatch(name.startsWith('move') ? /./ : /^Changes in the directory: [01] /);
    if (!name.startsWith('move')) {
      runIt(company, sidebar);
      expect(sidebar.text()).toContain('Status: Done');
    }
    if (kind.again === undefined) expect([directoryOf(company), writes(company)]).toEqual([done, written]);
    expect(company.troubles()).toEqual([]);
  });
});

const callsIn = (sidebar: Sidebar, title: string): string =>
  /\d+ calls? to Google \([^)]*\)/.exec(
    sidebar
      .text()
      .split('\n')
      .find((line) => line.startsWith(title)) ?? '',
  )?.[0] ?? '';

/** Sam is another than in the preview, in what the action writes. */
const disturbed: readonly (readonly [string, (company: RosterCompany) => void])[] = [
  ['set user fields', ({ sam }) => Object.assign(sam, { organizations: [{ title: 'Director', primary: true, type: 'work' }] })],
  ['add to groups', ({ world }) => world.directory.removeMember('team@acme.test', 'sam@acme.test')],
  ['move to an organizational unit', ({ world, sam }) => world.directory.moveUser(sam.id, '/')],
  ['suspend', ({ world, sam }) => world.directory.makeAdmin(sam.id)],
];

describe('B1–B2: a user who was changed between preview and run', () => {
  it.each(disturbed)('%s: is left alone and said so, the others are done', (name, disturb) => {
    const { company, sidebar } = asked(kinds[name]!);
    disturb(company);
    const before = directoryOf(company);
    runIt(company, sidebar);
    expect(sidebar.text()).toContain('Status: Partly done');
    expect(linesBelow(sidebar, 'Results').find((line) => line.includes('sam@'))).toMatch(
      /^(Failed|Skipped): .*(changed since the preview|super administrator)/i,
    );
    const changed = differences(before, directoryOf(company));
    expect(changed.filter((line) => line.startsWith('sam@'))).toEqual([]);
    expect(changed.filter((line) => /^(sue|eve)@/.test(line)).length).toBeGreaterThanOrEqual(2);
    expect(company.troubles()).toEqual([]);
  });

  it('who was changed to what was asked for is written no more', () => {
    const { company, sidebar } = asked(kinds['hide']!);
    Object.assign(company.sam, { includeInGlobalAddressList: false });
    runIt(company, sidebar);
    expect(linesBelow(sidebar, 'Results').find((line) => line.includes('sam@'))).toContain('0 changed, 1 already so, 0 failed');
    expect(writes(company)).toBe(2);
  });

  it('Security Officers and the operator are never suspended, whatever was approved; the preview says so', () => {
    const { company, sidebar } = userActionCompany();
    const policy = JSON.parse(company.project.scriptProperties.get('policy')!) as { officers: object[] };
    const sam = { userId: company.sam.id, email: 'sam@acme.test', appointedAt: 1 };
    company.project.scriptProperties.set({ policy: JSON.stringify({ ...policy, officers: [...policy.officers, sam] }) });
    company.world.directory.moveUser(company.operator.id, '/Sales');
    ask(company, sidebar, kinds['suspend']!);
    const lines = linesBelow(sidebar, 'Preview by target');
    for (const kept of ['roster@', 'sam@']) {
      expect(lines.find((line) => line.includes(kept))).toContain('Security Officers are not suspended');
    }
    runIt(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect([company.operator, company.sam, company.sue, company.eve].map(({ suspended }) => suspended)).toEqual([false, false, true, true]);
  });

  it('who was suspended meanwhile is skipped, unless suspended users were let in', () => {
    const { company, sidebar } = asked(kinds['hide']!);
    company.world.directory.suspendUser(company.sam.id);
    runIt(company, sidebar);
    expect(linesBelow(sidebar, 'Results').find((line) => line.includes('sam@'))).toMatch(/^Skipped: .*suspended/);
    expect(company.sam.includeInGlobalAddressList).toBe(true);
  });
});
