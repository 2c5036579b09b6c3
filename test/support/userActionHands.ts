import type { Sidebar } from '../../simulator/host/Sidebar';
import { actionKinds } from '../../src/core/workflows/actionKinds';
import { send, waitForEnd } from './askForCopy';
import { rosterCompany, type RosterCompany } from './rosterCompany';

/** Roster set up, with a pre-approval that names every kind of action. */
export const userActionCompany = (): { company: RosterCompany; sidebar: Sidebar } => {
  const company = rosterCompany();
  company.setUp();
  company.preApprove({ actionKinds: actionKinds.map(({ kind }) => kind) });
  return { company, sidebar: company.open(company.admin) };
};

/** How one action is filled in on its card. */
export interface UserActionCase {
  readonly title: string;
  readonly fill?: (sidebar: Sidebar) => void;
  /** Targets who are suspended take part. */
  readonly admit?: true;
}

/** From home to step 3 for everybody in and below /Sales. */
export const openActions = (
  sidebar: Sidebar,
  { admit, search = '/Sales' }: { readonly admit?: true; readonly search?: string } = {},
): void => {
  sidebar.press('New workflow');
  if (sidebar.text().includes('There is a draft')) sidebar.press('Start a new one');
  sidebar.type('Name (required)', 'Changes');
  sidebar.choose('Type (required)', 'Modify: users who are already there');
  sidebar.press('Next');
  sidebar.type('Name or address', search);
  sidebar.press('Search');
  sidebar.press('Add all');
  sidebar.press('Next');
  const suspended = /Include suspended users \(\d+\)/.exec(sidebar.text())?.[0];
  if (admit === true && suspended !== undefined) sidebar.toggle(suspended, true);
  sidebar.press('Proceed to actions');
};

export const addUserAction = (sidebar: Sidebar, { title, fill }: UserActionCase): void => {
  sidebar.press('+ Add action');
  sidebar.press(title);
  fill?.(sidebar);
  sidebar.press('Save');
};

export const preview = (company: RosterCompany, sidebar: Sidebar): void => {
  sidebar.press('Preview');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
};

export const runIt = (company: RosterCompany, sidebar: Sidebar): void => {
  send(sidebar);
  waitForEnd(company, sidebar);
};

/** The Directory as people see it: users with their properties and groups, by address. */
export const directoryOf = ({ world }: RosterCompany): Record<string, Record<string, string | undefined>> =>
  Object.fromEntries(
    [...world.directory.users.values()].map((user) => {
      const groups = [...world.directory.groups.values()].filter((group) => group.members.some((member) => member.id === user.id));
      const facts = { ...user, groups: groups.map(({ email }) => email).sort() };
      return [user.primaryEmail, Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, JSON.stringify(value)]))];
    }),
  );

/** `sam@acme.test suspended` for each fact that differs. */
export const differences = (before: ReturnType<typeof directoryOf>, after: ReturnType<typeof directoryOf>): string[] =>
  Object.entries(after).flatMap(([email, facts]) =>
    Object.keys(facts)
      .filter((name) => before[email]?.[name] !== facts[name])
      .map((name) => `${email} ${name}`),
  );
