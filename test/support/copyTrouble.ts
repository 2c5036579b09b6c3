import fc from 'fast-check';

/** One thing that goes wrong, or that somebody does, while a copy runs. Plain data, so that a failing case can be printed and run again. */
export type Trouble =
  /** Google's answer to calls of one operation, from the `skip`-th on. `when: after` = Google did the work all the same. */
  | {
      readonly kind: 'answer';
      readonly operation: string;
      readonly skip: number;
      readonly times: number;
      readonly when: 'before' | 'after';
      readonly answer: AnswerName;
    }
  /** The connection breaks: the answers of the whole wave are lost. */
  | { readonly kind: 'lost'; readonly operation: string; readonly skip: number; readonly times: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'slow'; readonly operation: string; readonly skip: number; readonly seconds: number }
  /** The next so many calls of Apps Script's own services fail from there on: Sheets, properties, locks, triggers, fetches, mail. */
  | { readonly kind: 'service'; readonly at: number; readonly times: number; readonly when: 'before' | 'after'; readonly which: number }
  /** Another execution holds the script lock while so many calls are made. */
  | { readonly kind: 'locked'; readonly at: number; readonly calls: number }
  /** Google ends the execution. `at`: how far into the run, 0 to 1 of an unbroken one, or 1 to 2 of what comes after it. */
  | { readonly kind: 'kill'; readonly at: number; readonly when: 'before' | 'after' }
  /** A trigger fires although one runs. */
  | { readonly kind: 'second'; readonly at: number }
  | { readonly kind: 'person'; readonly at: number; readonly target: number; readonly does: Deed; readonly which: number };

export type AnswerName = keyof typeof answers;

/** What people and administrators do to a target meanwhile. `which` picks among contacts. */
export type Deed =
  | 'suspend'
  | 'delete'
  | 'rename'
  | 'switchOff'
  | 'editContact'
  | 'deleteContact'
  | 'mergeContacts'
  | 'renameLabel'
  | 'deleteLabel'
  | 'editSource'
  | 'mergeSource';

const google = (code: number, status: string, message: string, details: readonly object[] = []): { status: number; body: object } => ({
  status: code,
  body: { error: { code, message, status, ...(details.length > 0 ? { details } : {}) } },
});
const quota = (period: string): { status: number; body: object } =>
  google(
    429,
    'RESOURCE_EXHAUSTED',
    `Quota exceeded for quota metric 'X' and limit 'X ${period}' of service 'people.googleapis.com' for consumer 'project_number:1'.`,
    [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'RATE_LIMIT_EXCEEDED', domain: 'googleapis.com' }],
  );

/** Error answers as Google gives them: https://developers.google.com/people/v1/contacts, https://cloud.google.com/apis/design/errors */
export const answers = {
  minuteQuota: quota('per minute per user'),
  dayQuota: quota('per day'),
  exhausted: google(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).', [
    {
      '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
      violations: [{ subject: 'QUOTA_EXCEEDED', description: 'FBS quota limit exceeded' }],
    },
  ]),
  internal: google(500, 'INTERNAL', 'Internal error encountered.'),
  badGateway: { status: 502, body: '<html><title>Error 502 (Server Error)!!1</title></html>' },
  unavailable: google(503, 'UNAVAILABLE', 'The service is currently unavailable.'),
  deadline: google(504, 'DEADLINE_EXCEEDED', 'Deadline exceeded.'),
  aborted: google(409, 'ABORTED', 'The operation was aborted.'),
  staleEtag: google(
    400,
    'FAILED_PRECONDITION',
    'Request person.etag is different than the current person.etag. Clear local cache and get the latest person.',
  ),
  overflow: google(400, 'FAILED_PRECONDITION', 'MY_CONTACTS_OVERFLOW_COUNT'),
  expiredToken: google(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.'),
} as const;

const REFUSALS = ['minuteQuota', 'dayQuota', 'exhausted', 'expiredToken'] as const satisfies readonly AnswerName[];
/** Of writes only. */
const WRITE_REFUSALS = ['staleEtag', 'overflow'] as const satisfies readonly AnswerName[];
const FAILURES = ['internal', 'badGateway', 'unavailable', 'deadline', 'aborted'] as const satisfies readonly AnswerName[];
const CREATES = ['people.people.batchCreateContacts', 'people.people.createContact'] as const;
const OPERATIONS = [...CREATES, 'people.people.connections.list', 'people.contactGroups.create', 'people.contactGroups.list'] as const;
const TOKENS = ['oauth2.token', 'iamcredentials.projects.serviceAccounts.signJwt', 'directory.users.get', 'directory.users.list'] as const;
const DEEDS = [
  'suspend',
  'delete',
  'rename',
  'switchOff',
  'editContact',
  'deleteContact',
  'mergeContacts',
  'renameLabel',
  'deleteLabel',
  'editSource',
  'mergeSource',
] as const satisfies readonly Deed[];

const when = fc.constantFrom('before' as const, 'after' as const);
// What lies beyond an unbroken run happens only where something broke it.
const at = fc
  .oneof({ weight: 4, arbitrary: fc.noBias(fc.nat(999)) }, { weight: 1, arbitrary: fc.noBias(fc.integer({ min: 1000, max: 1999 })) })
  .map((thousandths) => thousandths / 1000);
// Most troubles meet what writes.
const operation = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...CREATES) }, { weight: 1, arbitrary: fc.constantFrom(...OPERATIONS) });
const skip = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(12) });
const times = fc.integer({ min: 1, max: 3 });

export const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      operation,
      skip,
      times,
      when: fc.constant('before' as const),
      answer: fc.constantFrom(...REFUSALS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      operation: fc.constantFrom(...CREATES),
      skip,
      times,
      when: fc.constant('before' as const),
      answer: fc.constantFrom(...WRITE_REFUSALS),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('answer' as const), operation, skip, times, when, answer: fc.constantFrom(...FAILURES) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      operation: fc.constantFrom(...TOKENS),
      skip,
      times,
      when,
      answer: fc.constantFrom('internal' as const, 'unavailable' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('lost' as const), operation, skip, times, when }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('slow' as const), operation, skip, seconds: fc.constantFrom(20, 70, 400) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('kill' as const), at, when }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('second' as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('service' as const), at, times, when, which: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('locked' as const), at, calls: fc.constantFrom(1, 8) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('person' as const),
      at,
      target: fc.nat(7),
      does: fc.constantFrom(...DEEDS),
      which: fc.nat(20),
    }),
  },
);
