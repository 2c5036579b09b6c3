import fc from 'fast-check';
import type { ImportMethod } from '../../src/core/imports/ImportRules';

/** Users whom rows name: four who are there, by their place in `ImportRunCompany.people`, and two who are not. */
export const newAddresses = ['new1@acme.test', 'new2@acme.test'] as const;

/** What a column may hold, by the title of its field; good cells and bad ones. */
export const cells: Readonly<Record<string, readonly string[]>> = {
  'First name': ['Ann', 'Bo', 'Ann', ''],
  'Last name': ['Lee', 'May'],
  'Job title': ['Head', 'Cook', ''],
  Department: ['Sales', 'Ops', ''],
  'Work phone': ['+41 1 000', '+41 2 000; +41 3 000', '', 'none'],
  'Mobile phone': ['+41 7 000', ''],
  'Employee ID': ['0042', '7', ''],
  Active: ['true', 'false', 'true'],
  'Visible in directory': ['true', 'false'],
  'Change password at next sign-in': ['true', 'false'],
  'Organizational unit': ['/', '/Sales', '/IT', '/Nowhere'],
  'Communication groups': ['team@acme.test', 'news@acme.test, team@acme.test', ''],
  'Permission groups': ['vault@acme.test', 'keys@acme.test, vault@acme.test', ''],
  'Chat spaces': ['Plans', 'Lunch, Plans', ''],
  'Role: Helper': ['yes', 'no'],
  Skills: ['Latin', 'Latin, Greek', ''],
  'Start date': ['2026-02-27', ''],
};
export const lists = ['Communication groups', 'Permission groups', 'Chat spaces'] as const;

/** A table and the company that it meets. */
export interface ImportShape {
  readonly method: ImportMethod;
  readonly columns: readonly { readonly title: string; readonly overwrite: boolean }[];
  /** Of the four people, the two new ones, and one at a domain that is not the company's: cells in the order of the columns. */
  readonly rows: readonly { readonly who: number; readonly cells: readonly string[] }[];
  /** What each of the four has, as deeds that were done long ago. */
  readonly had: readonly Edit[];
}

/** Sets one thing of a user, as an administrator would in the Admin console. */
export interface Edit {
  readonly kind: 'edit';
  readonly who: number;
  readonly what: (typeof edits)[number];
  readonly which: number;
}

export const edits = [
  'givenName',
  'title',
  'workPhone',
  'homePhone',
  'employeeId',
  'skills',
  'visible',
  'unit',
  'team',
  'news',
  'vault',
  'plans',
  'lunch',
  'helper',
] as const;

export type ImportDeed =
  | Edit
  | { readonly kind: 'rename' | 'delete' | 'suspendOrRestore'; readonly who: number }
  | { readonly kind: 'takeAddress'; readonly which: number }
  | { readonly kind: 'deleteGroup' | 'deleteSpace' | 'deleteRole' | 'deleteUnit' };

export type ImportAnswer = keyof typeof importAnswers;

const google = (code: number, message: string, reason: string): { status: number; body: object } => ({
  status: code,
  body: { error: { code, message, errors: [{ domain: 'global', reason, message }] } },
});

/** https://developers.google.com/workspace/admin/directory/v1/limits and https://developers.google.com/workspace/admin/directory/v1/guides/troubleshoot-error-codes */
export const importAnswers = {
  minuteQuota: google(403, "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user'.", 'userRateLimitExceeded'),
  tooMany: google(429, 'Too many requests', 'rateLimitExceeded'),
  internal: google(500, 'Internal error encountered.', 'backendError'),
  badGateway: { status: 502, body: '<html><title>Error 502 (Server Error)!!1</title></html>' },
  unavailable: google(503, 'Service unavailable. Please try again', 'backendError'),
  deadline: google(504, 'Deadline exceeded', 'deadlineExceeded'),
} as const;

/** `at`: how far into an unbroken run, 0 to 1; beyond 1 what comes after it. */
export type ImportTrouble =
  | {
      readonly kind: 'answer';
      readonly operation: string;
      readonly skip: number;
      readonly times: number;
      readonly when: 'before' | 'after';
      readonly answer: ImportAnswer;
    }
  | { readonly kind: 'lost'; readonly operation: string; readonly skip: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'kill'; readonly at: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'second'; readonly at: number }
  | { readonly kind: 'deed'; readonly at: number; readonly deed: ImportDeed };

export interface ImportRunCase {
  readonly shape: number;
  readonly from: 'preview' | 'run';
  /** Of the world's randomness. */
  readonly seed: number;
  /** Done between the preview and the run. */
  readonly deeds: readonly ImportDeed[];
  readonly troubles: readonly ImportTrouble[];
  /** How Google answers where its pages leave more than one answer. */
  readonly directory: Readonly<Record<string, number>>;
}

const titles = Object.keys(cells);
const who = fc.nat(3);
const edit: fc.Arbitrary<Edit> = fc.record({ kind: fc.constant('edit' as const), who, what: fc.constantFrom(...edits), which: fc.nat(2) });

export const importShape: fc.Arbitrary<ImportShape> = fc
  .tuple(
    fc.constantFrom<ImportMethod>('update', 'create', 'createOrUpdate', 'createOrUpdate'),
    fc.subarray(titles.slice(2), { minLength: 3, maxLength: 9 }),
  )
  .chain(([method, some]) => {
    const columns = [...(method === 'update' ? [] : titles.slice(0, 2)), ...some];
    return fc.record({
      method: fc.constant(method),
      columns: fc.tuple(
        ...columns.map((title) => fc.boolean().map((overwrite) => ({ title, overwrite: overwrite && lists.includes(title as never) }))),
      ),
      rows: fc
        .subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 5 })
        .chain((present) =>
          fc.tuple(
            ...present.map((one) =>
              fc.record({ who: fc.constant(one), cells: fc.tuple(...columns.map((title) => fc.constantFrom(...cells[title]!))) }),
            ),
          ),
        ),
      had: fc.array(edit, { minLength: 6, maxLength: 16 }),
    });
  });

const deed: fc.Arbitrary<ImportDeed> = fc.oneof(
  { weight: 6, arbitrary: edit },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('rename' as const, 'delete' as const, 'suspendOrRestore' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('takeAddress' as const), which: fc.nat(1) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('deleteGroup' as const, 'deleteSpace' as const, 'deleteRole' as const, 'deleteUnit' as const),
    }),
  },
);

const writes = [
  'directory.users.update',
  'directory.users.insert',
  'directory.members.insert',
  'directory.members.delete',
  'directory.roleAssignments.insert',
  'directory.roleAssignments.delete',
  'chat.spaces.members.create',
  'chat.spaces.members.delete',
] as const;
const reads = [
  'directory.users.list',
  'directory.users.get',
  'directory.groups.list',
  'directory.members.list',
  'directory.members.get',
  'directory.roleAssignments.list',
  'chat.spaces.members.list',
  'chat.spaces.members.get',
] as const;

const operation = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...writes) }, { weight: 2, arbitrary: fc.constantFrom(...reads) });
const when = fc.constantFrom('before' as const, 'after' as const);
const skip = fc.constantFrom(0, 0, 0, 0, 1, 2);
const at = fc.noBias(fc.nat(1300)).map((thousandths) => thousandths / 1000);
const refusals: readonly ImportAnswer[] = ['minuteQuota', 'tooMany'];
const failures: readonly ImportAnswer[] = ['internal', 'badGateway', 'unavailable', 'deadline'];
const base = { kind: fc.constant('answer' as const), operation, skip, times: fc.integer({ min: 1, max: 3 }) };

const trouble: fc.Arbitrary<ImportTrouble> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ ...base, when, answer: fc.constantFrom(...failures) }) },
  { weight: 2, arbitrary: fc.record({ ...base, when: fc.constant('before' as const), answer: fc.constantFrom(...refusals) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('lost' as const), operation, skip, when }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('kill' as const), at, when }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('second' as const), at }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('deed' as const), at, deed }) },
);

export const importRunCase = (shapes: number): fc.Arbitrary<ImportRunCase> =>
  fc.record({
    shape: fc.nat(shapes - 1),
    from: fc.constantFrom('preview' as const, 'run' as const, 'run' as const),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    deeds: fc.array(deed, { maxLength: 2 }),
    troubles: fc.array(trouble, { maxLength: 6 }),
    directory: fc.record(
      {
        creationDelayMs: fc.constantFrom(0, 5000, 90_000),
        newUserHiddenMs: fc.constantFrom(0, 0, 20_000, 400_000),
        listingStaleMs: fc.constantFrom(0, 600_000),
        roleAssignmentsPerUnit: fc.constantFrom(500, 500, 500, 3),
        creationsPerSecond: fc.constantFrom(1, 10),
      },
      { requiredKeys: [] },
    ),
  });
