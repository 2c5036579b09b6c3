import type { Cast } from './approvalSteps';
import { isInStep, deliveredTo, editSource, sourceContacts } from './deliveredContacts';
import { makeSync } from './makeSync';
import { boundOfNight } from './measure';
import { asksFor, decideOnPage } from './officerHands';
import { openAsAdministrator } from './openAsAdministrator';
import type { StepNotes } from './runStep';
import { fireNext } from './waitFor';

const NAME = 'Customers for the Americas';
const UNIT = '/Sales/Americas';
const DAY = 24 * 3_600_000;

/** Active users of the unit, in the order of the alphabet. */
const destinations = ({ company: { world } }: Cast): string[] =>
  [...world.directory.users.values()].flatMap((user) => (user.orgUnitPath === UNIT && !user.suspended ? [user.primaryEmail] : [])).sort();

const user = ({ company: { world } }: Cast, email: string) => {
  const found = world.directory.userByEmail(email);
  if (found === undefined) throw new Error(`The sample company has no ${email}.`);
  return found;
};

/** A day and the night in it; then what the sync's card says of it. */
const night = ({ company }: Cast, { tell }: StepNotes): void => {
  company.scheduler.runUntil(company.world.clock.now() + DAY);
  const sidebar = openAsAdministrator(company);
  sidebar.press('Contact syncs');
  sidebar.press(NAME);
  for (const line of sidebar.text().split('\n')) if (/^(Last run|Next):/.test(line)) tell(`  | ${line}`);
};

/** Contacts in the source user's account. */
const sourceHolds = ({ company: { world, source } }: Cast): number => world.people.contactsOf(source.id).length;

const allInStep = (cast: Cast): boolean => destinations(cast).every((email) => isInStep(cast.company, email));

export function madeAndApproved(cast: Cast, notes: StepNotes): void {
  const { company, sofia } = cast;
  const { tell, expect, changed } = notes;
  makeSync(company, openAsAdministrator(company), NAME, UNIT, tell);
  for (let fired = 0; fired < 20 && asksFor(company, sofia, NAME).length === 0; fired += 1) fireNext(company, tell);
  const [mail] = asksFor(company, sofia, NAME);
  if (mail === undefined) throw new Error(`${sofia.primaryEmail} has no mail about “${NAME}”.`);
  tell(`Mail to ${sofia.primaryEmail}: ${mail.subject}`);
  const { said } = decideOnPage(company, sofia, mail, 'approve');
  tell(`${sofia.primaryEmail} follows the link and approves it for all nights; the page now says: ${said.request?.state}`);
  expect('it is approved, and no account changed', said.request?.state === 'approved' && changed().length === 0);
}

export function firstNight(cast: Cast, notes: StepNotes): void {
  const { company } = cast;
  const all = destinations(cast);
  const own = company.world.people.addContact(user(cast, all[0]!).id, { names: [{ givenName: 'Grandmother' }] });
  night(cast, notes);
  const wanted = sourceContacts(company).length;
  notes.expect(`the ${all.length} users of ${UNIT} have the ${wanted} contacts, each once, under the label`, allInStep(cast));
  notes.expect('nobody else changed', String(notes.changed().sort()) === String(all));
  notes.expect(
    'the contact that one of them had is still theirs alone',
    company.world.people.contact(user(cast, all[0]!).id, own['resourceName'] as string)?.['clientData'] === undefined,
  );
  notes.within(boundOfNight({ source: sourceHolds(cast), targets: all.map(() => ({ held: 1, creates: wanted, labels: 1 })) }));
}

export function unchangedNight(cast: Cast, notes: StepNotes): void {
  night(cast, notes);
  notes.expect('no account changed', notes.changed().length === 0);
  notes.within(boundOfNight({ source: sourceHolds(cast), targets: [] }));
}

export function sourceChanges(cast: Cast, notes: StepNotes): void {
  const { company } = cast;
  const held = sourceContacts(company).length + 1;
  editSource(company);
  notes.tell(`${company.source.primaryEmail} gives one customer another number, adds three, deletes two.`);
  night(cast, notes);
  notes.expect('each destination has what the source has now, each once', allInStep(cast));
  notes.expect(
    'nobody else changed',
    String(notes.changed().sort()) === String([...destinations(cast), company.source.primaryEmail].sort()),
  );
  notes.within(
    boundOfNight({ source: sourceHolds(cast), targets: destinations(cast).map(() => ({ held, creates: 3, updates: 1, deletes: 2 })) }),
  );
}

export function leaverAndJoiner(cast: Cast, notes: StepNotes): void {
  const { company } = cast;
  const { directory, people } = company.world;
  const [leaver, ...stayers] = destinations(cast);
  const gone = user(cast, leaver!);
  const joiner = user(cast, 'yusuf.demir@example.com');
  const wanted = sourceContacts(company).length;
  directory.moveUser(gone.id, '/Operations');
  directory.moveUser(joiner.id, UNIT);
  notes.tell(`${gone.primaryEmail} moves to /Operations, ${joiner.primaryEmail} moves to ${UNIT}.`);
  night(cast, notes);
  notes.expect(
    `${gone.primaryEmail} keeps the contact of their own, and nothing else`,
    people.contactsOf(gone.id).length === 1 && deliveredTo(company, gone.primaryEmail).length === 0,
  );
  notes.expect(`${joiner.primaryEmail} and the ${stayers.length} who stay have every contact once`, allInStep(cast));
  notes.expect(
    'those who stay were left alone',
    String(notes.changed().sort()) === String([gone.primaryEmail, joiner.primaryEmail].sort()),
  );
  notes.within(
    boundOfNight({
      source: sourceHolds(cast),
      targets: [
        { held: wanted + 1, deletes: wanted, labels: 1 },
        { held: 0, creates: wanted, labels: 1 },
      ],
    }),
  );
}

export function renames(cast: Cast, notes: StepNotes): void {
  const { company } = cast;
  const { directory } = company.world;
  const held = sourceContacts(company).length;
  const [first] = destinations(cast);
  const renamed = user(cast, first!);
  directory.renameUser(company.source.id, 'mara.holm@example.com');
  directory.renameUser(renamed.id, 'emily.tanaka@example.com');
  editSource(company);
  notes.tell(`The source user is now ${company.source.primaryEmail}, ${first} is ${renamed.primaryEmail}; the source changes as before.`);
  night(cast, notes);
  notes.expect('both are known by their ids: each destination has every contact once', allInStep(cast));
  notes.expect(`${renamed.primaryEmail} is a destination, under the new address`, destinations(cast).includes(renamed.primaryEmail));
  notes.within(
    boundOfNight({ source: sourceHolds(cast), targets: destinations(cast).map(() => ({ held, creates: 3, updates: 1, deletes: 2 })) }),
  );
}
