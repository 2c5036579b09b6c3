import { importFields } from '../src/core/imports/importFields';
import type { ImportRules } from '../src/core/imports/ImportRules';
import { indexNames } from '../src/core/imports/indexNames';
import { planImport } from '../src/core/imports/planImport';
import { readImportTable } from '../src/core/imports/readImportTable';
import type { UserRecord } from '../src/core/users/UserRecord';

export interface ImportCount {
  readonly rows: number;
  readonly users: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  /** CPU seconds of taking the table in. */
  readonly readSeconds: number;
  /** CPU seconds from all users and rows to what becomes of each row. */
  readonly planSeconds: number;
  readonly peakMegabytes: number;
}

const mapped = ['address', 'givenName', 'familyName', 'title', 'department', 'costCenter', 'employeeId', 'manager', 'workPhone', 'mobilePhone', 'workAddress', 'orgUnit', 'visible', 'communicationGroups'] as const; // prettier-ignore

const rules: ImportRules = { method: 'update', columns: mapped.map((field, column) => ({ column, title: field, field })) };

const phoneOf = (index: number, prefix: string): string =>
  `+41 ${prefix} ${100 + (index % 900)} ${10 + (index % 89)} ${10 + ((index * 7) % 89)}`;
const emailOf = (index: number): string => `user${index}@acme.test`;
const unitOf = (index: number): string => `/Region ${index % 40}`;
const groupOf = (index: number): string => `team${index % 500}@acme.test`;

const recordOf = (index: number): UserRecord => ({
  id: `1000${index}`,
  primaryEmail: emailOf(index),
  aliases: [`u${index}@acme.test`],
  name: { givenName: `Ann${index}`, familyName: `Lee${index % 5000}`, fullName: `Ann${index} Lee${index % 5000}` },
  orgUnitPath: unitOf(index),
  suspended: false,
  includeInGlobalAddressList: true,
  organizations: [{ primary: true, title: `Title ${index % 300}`, department: `Department ${index % 50}`, costCenter: `CC${index % 90}` }],
  externalIds: [{ type: 'organization', value: `0${index}` }],
  relations: [{ type: 'manager', value: emailOf(Math.floor(index / 10)) }],
  phones: [
    { type: 'work', value: phoneOf(index, '44') },
    { type: 'mobile', value: phoneOf(index, '79') },
  ],
  addresses: [{ type: 'work', formatted: `Main Street ${index % 200}\n8001 Zurich` }],
});

/** Every second row changes title and phone, every hundredth has a fault. */
const rowOf = (index: number): string[] => [
  emailOf(index),
  `Ann${index}`,
  `Lee${index % 5000}`,
  `Title ${(index % 300) + (index % 2)}`,
  `Department ${index % 50}`,
  `CC${index % 90}`,
  `0${index}`,
  emailOf(Math.floor(index / 10)),
  index % 100 === 99 ? 'none' : phoneOf(index + (index % 2), '44'),
  phoneOf(index, '79'),
  `Main Street ${index % 200}\n8001 Zurich`,
  unitOf(index),
  'TRUE',
  groupOf(index),
];

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;

/** Runs in a process of its own, since only a process tells its peak. */
export const measureImport = (rows: number): ImportCount => {
  const before = process.resourceUsage().maxRSS;
  const grid = [[...mapped], ...Array.from({ length: rows }, (_, index) => rowOf(index))];
  const users = Array.from({ length: rows }, (_, index) => recordOf(index));
  const groups = Array.from({ length: 500 }, (_, index) => ({
    groupId: `g${index}`,
    email: groupOf(index),
    aliases: [],
    kind: 'communication' as const,
  }));
  const reading = process.cpuUsage();
  const table = readImportTable(grid, importFields({ customFields: [], roles: [], accessGroups: [] }));
  const readSeconds = seconds(process.cpuUsage(reading));
  if (!table.ok) throw new Error(table.problem.code);
  const planning = process.cpuUsage();
  const orgUnitPaths = Array.from({ length: 40 }, (_, index) => unitOf(index));
  const index = indexNames({ users, groups, spaces: [], roles: [], orgUnitPaths, domains: [], keepers: new Set() });
  const plans = planImport(table.value, rules, index, (userId) => ({
    record: index.records.get(userId) ?? {},
    roles: { [`g${Number(userId.slice(4)) % 500}`]: 'MEMBER' },
    spaces: [],
    adminRoles: [],
  }));
  const planSeconds = seconds(process.cpuUsage(planning));
  const of = (kind: string): number => plans.filter((plan) => plan.kind === kind).length;
  return {
    rows,
    users: users.length,
    changed: of('update'),
    unchanged: of('unchanged'),
    failed: of('failed'),
    readSeconds,
    planSeconds,
    peakMegabytes: (process.resourceUsage().maxRSS - before) / 1024,
  };
};
