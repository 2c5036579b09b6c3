import type { UserRecord } from '../simulator/directory/DirectoryRecords';
import type { Policy } from '../src/core/approvals/Policy';
import { setUpRoster } from './copyOnce';
import { makeWorkplace, type Workplace } from './makeWorkplace';

const header = ['Email', 'First name', 'Last name', 'Job title', 'Department', 'Cost center', 'Employee ID', 'Work phone', 'Mobile phone'];

/** Every second row changes title and phone, every hundredth has a fault. */
export const isChanged = (index: number): boolean => index % 2 === 1;
export const isFaulty = (index: number): boolean => index % 100 === 98;

const factsOf = (index: number) => ({
  title: `Title ${index % 300}`,
  department: `Department ${index % 50}`,
  costCenter: `CC${index % 90}`,
  employeeId: `0${index}`,
  work: `+41 44 ${100 + (index % 900)} ${1000 + (index % 9000)}`,
  mobile: `+41 79 ${100 + (index % 900)} ${1000 + (index % 9000)}`,
});

const fill = (user: UserRecord, index: number): void => {
  const { title, department, costCenter, employeeId, work, mobile } = factsOf(index);
  Object.assign(user, {
    organizations: [{ primary: true, title, department, costCenter }],
    externalIds: [{ type: 'organization', value: employeeId }],
    phones: [
      { type: 'work', value: work },
      { type: 'mobile', value: mobile },
    ],
  });
};

const rowOf = ({ primaryEmail, name }: UserRecord, index: number): string[] => {
  const { title, department, costCenter, employeeId, work, mobile } = factsOf(index);
  const phone = isFaulty(index) ? 'none' : `'${isChanged(index) ? `${work} 1` : work}`;
  const shown = isChanged(index) ? `${title}, new` : title;
  return [primaryEmail, name.givenName, name.familyName, shown, department, costCenter, `'${employeeId}`, phone, `'${mobile}`];
};

export interface ImportPlace extends Workplace {
  readonly officerId: string;
}

/** An officer, so many users, and a Sheet with a row for each. */
export const makeImportPlace = (users: number): ImportPlace => {
  const bare = makeWorkplace({ targets: users, contacts: 0 }, { name: 'lowest', quotas: {} });
  setUpRoster(bare);
  const { world, project, operator, targets, sheet } = bare;
  const { id: userId, primaryEmail: email } = world.directory.addUser({ primaryEmail: 'officer@acme.test' });
  const policy: Policy = { version: 1, officers: [{ userId, email, appointedAt: 0 }], needed: 1, notify: [], delegates: [] };
  project.scriptProperties.set({ policy: JSON.stringify(policy) });
  project.deployWebApp({ by: operator.id });
  targets.forEach(fill);
  world.drive.edit(sheet.id, sheet.tabs[0]!.name, 'A1', [header, ...targets.map(rowOf)]);
  return { ...bare, officerId: userId };
};
