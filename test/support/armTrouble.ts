import type { FaultableCall, FaultEffect } from '../../simulator/kernel/Faults';
import { answers, type Trouble } from './copyTrouble';
import type { CopyWatch } from './CopyWatch';
import { doDeed } from './doDeed';
import { fireTrigger } from './fireTrigger';

type AtCall = Extract<Trouble, { readonly at: number }>;
type AtOperation = Exclude<Trouble, AtCall>;

/** What Apps Script's services say when they fail, as people report it. Several per service: which one, the case says. */
const exceptions: readonly { readonly service: string; readonly at: RegExp; readonly messages: readonly string[] }[] = [
  {
    service: 'Sheets',
    at: /^(SpreadsheetApp|Spreadsheet|Sheet|Range)\./,
    messages: [
      'Service Spreadsheets failed while accessing document with id 1a.',
      'Service Spreadsheets timed out while accessing document with id 1a.',
      'Service invoked too many times in a short time: spreadsheets. Try Utilities.sleep(1000) between calls.',
    ],
  },
  {
    service: 'properties',
    at: /^PropertiesService\./,
    messages: [
      'Service invoked too many times in a short time: properties rateMax. Try Utilities.sleep(1000) between calls.',
      "We're sorry, a server error occurred. Please wait a bit and try again.",
    ],
  },
  { service: 'lock', at: /^LockService\.tryLock$/, messages: ['There are too many LockService operations against the same script.'] },
  {
    service: 'triggers',
    at: /^ScriptApp\.(newTrigger|getProjectTriggers|deleteTrigger)/,
    messages: ['Unable to talk to trigger service', "We're sorry, a server error occurred. Please wait a bit and try again."],
  },
  {
    service: 'fetchAll',
    at: /^UrlFetchApp\.fetchAll$/,
    messages: [
      'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.',
      'DNS error: https://people.googleapis.com/',
    ],
  },
  { service: 'mail', at: /^MailApp\./, messages: ["We're sorry, a server error occurred. Please wait a bit and try again."] },
];

/** Arms one trouble of a case. `calls`: of a run in which nothing goes wrong. */
export const armTrouble = (watch: CopyWatch, trouble: Trouble, calls: number): void => {
  if ('at' in trouble) armAtCall(watch, trouble, watch.company.world.faults.calls + 1 + Math.floor(trouble.at * calls));
  else armAtOperation(watch, trouble);
};

const armAtCall = (watch: CopyWatch, trouble: AtCall, ordinal: number): void => {
  const { faults } = watch.company.world;
  const at = (wanted: number) => (call: FaultableCall) => call.ordinal === wanted && !watch.undisturbed;
  switch (trouble.kind) {
    case 'kill':
      faults.add({ at: noting(watch, 'killed', at(ordinal)), effect: { kind: 'kill', when: trouble.when } });
      break;
    case 'second':
      faults.add({ at: at(ordinal), effect: { kind: 'meanwhile', do: () => second(watch) } });
      break;
    case 'person':
      faults.add({ at: at(ordinal), effect: { kind: 'meanwhile', do: () => doDeed(watch, trouble.target, trouble.does, trouble.which) } });
      break;
    case 'locked': {
      const { locks } = watch.company.project;
      const hold = (): void => {
        if (locks.acquire('script', somebody)) watch.happened.add('lock held by another');
      };
      faults.add({ at: at(ordinal), effect: { kind: 'meanwhile', do: hold } });
      faults.add({ at: at(ordinal + trouble.calls), effect: { kind: 'meanwhile', do: () => locks.release('script', somebody) } });
      break;
    }
    case 'service': {
      let left = trouble.times;
      for (const { service, at: member, messages } of exceptions) {
        const strikes = ({ name, ordinal: now }: FaultableCall): boolean => {
          if (now < ordinal || watch.undisturbed || !member.test(name) || left === 0) return false;
          left -= 1;
          return true;
        };
        const message = messages[trouble.which % messages.length]!;
        faults.add({
          at: noting(watch, `exception: ${service}`, strikes),
          times: Infinity,
          effect: { kind: 'throw', when: trouble.when, message },
        });
      }
    }
  }
};

/** Holds the script lock, and is none of the script's executions. */
const somebody = 'somebody';

/** The lock goes with who held it. */
export const letGo = ({ company }: CopyWatch): void => company.project.locks.release('script', somebody);

const noting =
  (watch: CopyWatch, what: string, strikes: (call: FaultableCall) => boolean) =>
  (call: FaultableCall): boolean => {
    const struck = strikes(call);
    if (struck) watch.note(what);
    return struck;
  };

const second = (watch: CopyWatch): void => {
  const [sweep] = watch.company.project.triggers.records;
  if (sweep === undefined) return;
  if (watch.company.project.executions.some(({ outcome }) => outcome === 'running')) watch.note('two at once');
  fireTrigger(watch.company, sweep);
};

const armAtOperation = (watch: CopyWatch, trouble: AtOperation): void => {
  let seen = 0;
  const times = trouble.kind === 'slow' ? 1 : trouble.times;
  watch.company.world.faults.add({
    at: (call: FaultableCall) => {
      if (call.name !== trouble.operation || watch.undisturbed) return false;
      seen += 1;
      const strikes = seen > trouble.skip && seen <= trouble.skip + times;
      if (strikes) befall(watch, trouble, call.as);
      return strikes;
    },
    times: Infinity,
    effect: effectOf(trouble),
  });
};

/** Which targets had their share: a wave that throws loses the answers of all in it. */
const befall = (watch: CopyWatch, trouble: AtOperation, email: string | undefined): void => {
  watch.note(trouble.kind === 'answer' ? `${trouble.answer} ${trouble.when}` : trouble.kind === 'lost' ? `lost ${trouble.when}` : 'slow');
  const hit = watch.targetOf(email);
  for (const target of trouble.kind !== 'answer' || hit === undefined ? watch.targets : [hit]) target.troubles += 1;
  if (trouble.kind !== 'answer') return;
  // One refused token is replaced by a new one; a second one says that there is no access.
  const isFinal = trouble.answer === 'overflow' || (trouble.answer === 'expiredToken' && watch.expired(email) > 1);
  if (isFinal && hit !== undefined) hit.hopeless = true;
  else if (isFinal) watch.sourceChanged = true;
};

const effectOf = (trouble: AtOperation): FaultEffect => {
  switch (trouble.kind) {
    case 'answer':
      return { kind: 'answer', when: trouble.when, ...answers[trouble.answer] };
    case 'lost':
      return { kind: 'throw', when: trouble.when, message: 'Address unavailable: https://people.googleapis.com/' };
    case 'slow':
      return { kind: 'slow', milliseconds: trouble.seconds * 1000 };
  }
};
