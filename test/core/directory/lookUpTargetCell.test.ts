import { lookUpTargetCell } from '../../../src/core/directory/lookUpTargetCell';
import { parseTargetCell } from '../../../src/core/directory/parseTargetCell';
import { domain, user } from '../../support/directoryRecords';

const names = {
  users: [
    user('u1', 'ann@example.com', { aliases: ['a.lee@example.com'] }),
    user('u2', 'bob@example.com', { aliases: ['team@example.com'] }),
  ],
  groups: [
    { id: 'g1', email: 'Sales@example.com', aliases: ['Selling@example.com'], name: 'Sales', directMembersCount: 3 },
    { id: 'g2', email: 'team@example.com', aliases: [], name: 'Team', directMembersCount: 3 },
  ],
  orgUnits: [
    { orgUnitId: 'o0', orgUnitPath: '/', name: 'Example' },
    { orgUnitId: 'o1', orgUnitPath: '/Sales/EMEA', name: 'EMEA' },
  ],
  domains: [domain('example.com'), domain('example.org')],
};

const lookUp = (text: string) => {
  const cell = parseTargetCell(text);
  return cell.ok ? lookUpTargetCell(cell.value, names) : cell;
};

test.each([
  ['ann@example.com', { kind: 'user', userId: 'u1', label: 'ann@example.com' }],
  ['A.Lee@example.com', { kind: 'user', userId: 'u1', label: 'ann@example.com' }],
  ['sales@example.com', { kind: 'group', groupId: 'g1', label: 'Sales@example.com' }],
  ['selling@example.com', { kind: 'group', groupId: 'g1', label: 'Sales@example.com' }],
  ['/sales/emea', { kind: 'orgUnit', orgUnitId: 'o1', includeChildren: true, label: '/Sales/EMEA' }],
  ['/', { kind: 'orgUnit', orgUnitId: 'o0', includeChildren: true, label: '/' }],
  ['example.org', { kind: 'domain', domainName: 'example.org', label: 'example.org' }],
])('finds %p (S10)', (text, selector) => {
  expect(lookUp(text)).toEqual({ ok: true, value: selector });
});

test.each([
  ['nobody@example.com', 'target.addressNotFound'],
  ['ann@elsewhere.net', 'target.addressExternal'],
  ['/Nowhere', 'target.orgUnitNotFound'],
  ['elsewhere.net', 'target.domainNotFound'],
  ['\u0430nn@example.com', 'target.addressTakenFor'],
  ['ann@\u0435x\u0430mple.com', 'target.addressTakenFor'],
  ['j\u00f6rg@example.com', 'target.addressNotFound'],
])('reports %p as %s (S12)', (text, code) => {
  expect(lookUp(text)).toMatchObject({ ok: false, problem: { code } });
});

test('takes a user before a group when both answer to an address', () => {
  expect(lookUp('team@example.com')).toMatchObject({ ok: true, value: { kind: 'user', userId: 'u2' } });
});

test('calls nobody an outsider when the domains could not be read', () => {
  const cell = parseTargetCell('ann@elsewhere.net');
  expect(cell.ok && lookUpTargetCell(cell.value, { ...names, domains: undefined })).toMatchObject({
    problem: { code: 'target.addressNotFound' },
  });
});
