import type { AuditEvent } from '../../core/audit/AuditRow';
import { pendingNow } from '../bridge/Question';
import type { Environment, Who } from '../Environment';

/** Script properties `audit.<time>.<id>`: what happened and is not in the ledger yet. */
const prefix = 'audit.';

type Told = Pick<AuditEvent, 'by' | 'what' | 'subject' | 'details'>;

/** Our own limit: an event is far below the 9 KB of a value, and thousands of them fit. */
const detailsLimit = 1000;

/** Whose doing this execution is. */
const whoActs = ({ kind, activeEmail, effectiveEmail }: Who): string => (kind === 'trigger' ? effectiveEmail : activeEmail);

/**
 * B11: something that a person or Roster does, as script properties: to be stored in the same write as what it tells of, so that
 * neither is without the other. The operator's next look brings it into the ledger. `by`: when it is not whoever acts here.
 */
export const eventOf = (
  env: Environment,
  { by, what, subject, details }: Omit<Told, 'by'> & { readonly by?: string },
): Readonly<Record<string, string>> => {
  const told: Told = { by: by ?? whoActs(env.who), what, subject, details: [...details].slice(0, detailsLimit).join('') };
  return { [`${prefix}${env.now()}.${env.newId()}`]: JSON.stringify(told), ...pendingNow };
};

/** Events that the chain does not hold yet, the oldest first. */
export const listEvents = (all: Readonly<Record<string, string>>): AuditEvent[] =>
  Object.keys(all)
    .filter((key) => key.startsWith(prefix) && all[key] !== '')
    .map((key): AuditEvent => {
      const [at = '', id = ''] = key.slice(prefix.length).split('.');
      return { ...(JSON.parse(all[key] ?? '') as Told), id, at: Number(at) };
    })
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));

/** As script properties: these events are in the ledger. One write can store them together with the head; taking them out cannot. */
export const settledEvents = (events: readonly AuditEvent[]): Readonly<Record<string, string>> =>
  Object.fromEntries(events.map(({ at, id }) => [`${prefix}${at}.${id}`, '']));

/** Takes out what is settled. */
export const dropSettled = (env: Environment, all: Readonly<Record<string, string>> = env.authority.all()): void => {
  for (const key of Object.keys(all)) if (key.startsWith(prefix) && all[key] === '') env.authority.delete(key);
};
