import { loadGroupMembersCsv } from '../../../simulator/loaders/loadGroupMembersCsv';
import { loadUsersCsv } from '../../../simulator/loaders/loadUsersCsv';
import { World } from '../../../simulator/World';

function load(text: string) {
  const world = new World();
  loadUsersCsv(world, 'First Name,Last Name,Email Address\nAnn,A,ann@example.com\nBen,B,ben@example.com');
  return { world, report: loadGroupMembersCsv(world, text) };
}

describe('group members CSV of the Admin console', () => {
  test('becomes groups with members, nested groups and outside addresses; case varies', () => {
    const { world, report } = load(
      'Group Email [Required],Member Email,Member Type,Member Role\n' +
        'all@example.com,sales@example.com,Group,member\nsales@example.com,Ann@example.com,user,OWNER\nsales@example.com,guest@example.net,USER,MEMBER\nempty@example.com,,,\nall@example.com,,CUSTOMER,MEMBER',
    );
    expect(report).toMatchObject({ loaded: 4, skipped: [], groups: ['all@example.com', 'sales@example.com', 'empty@example.com'] });
    const { directory } = world;
    const members = (email: string) =>
      directory
        .groupByEmail(email)!
        .members.map(({ id, type, role, externalEmail }) => [directory.find(id) ? 'known' : externalEmail, type, role]);
    expect(members('sales@example.com')).toEqual([
      ['known', 'USER', 'OWNER'],
      ['guest@example.net', 'USER', 'MEMBER'],
    ]);
    expect(directory.groupByEmail('all@example.com')!.members.map(({ type }) => type)).toEqual(['GROUP', 'CUSTOMER']);
    expect(members('empty@example.com')).toEqual([]);
  });

  test('skips what cannot be, each row with its reason', () => {
    const { report } = load(
      'Member Role,Group Email,Member Email,Member Type\nBOSS,g@example.com,ann@example.com,USER\nMEMBER,g@example.com,ann@example.com,ROBOT\nMEMBER,nowhere,ann@example.com,USER\n' +
        'MEMBER,g@example.com,ann@example.com,USER\nMEMBER,g@example.com,ANN@example.com,USER\nMEMBER,g@example.com,h@example.com,GROUP\nMEMBER,i@example.com,g@example.com,GROUP\nMEMBER,g@example.com,i@example.com,GROUP\nMEMBER,x@example.net,ann@example.com,USER',
    );
    expect(report.loaded).toBe(2);
    expect(report.skipped.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([
      '2: role "BOSS" is unknown',
      '3: type "ROBOT" is unknown',
      '4: "nowhere" is no group address',
      '6: ann@example.com is a member of g@example.com already',
      '7: there is no group h@example.com',
      '9: g@example.com would be a member of itself',
      expect.stringContaining('10: no customer has the domain of x@example.net'),
    ]);
  });
});
