import { countCalls, type CallCount } from './countRun';
import { contactOf, makeWorkplace } from './makeWorkplace';
import { SequentialCaller } from './SequentialCaller';
import type { QuotaSet } from './workloads';

/** Another way to keep destinations in step, on the same simulated network: one call after the other. */
export interface NightPeer {
  readonly calls: CallCount;
  readonly dailyContactWrites: number;
  readonly seconds: number;
}

/** The next destinations would take as long as the first ones. */
const MEASURED = 5;

type Listed = readonly { readonly resourceName: string; readonly etag: string }[];

/**
 * Per destination, each night, changed or not: a token, and its contacts listed. `rewrite`: all of them are deleted and created again in
 * batches, as programs do that keep nothing about what they wrote. `compare`: only what changed is written, a call for each contact.
 */
export const measureNightPeers = (
  { targets, contacts, edited }: { readonly targets: number; readonly contacts: number; readonly edited: number },
  quotas: QuotaSet,
): { readonly rewrite: NightPeer; readonly compare: NightPeer } => {
  const measured = Math.min(targets, MEASURED);
  const measure = (write: (caller: SequentialCaller, token: string, held: Listed) => void): NightPeer => {
    const place = makeWorkplace({ targets: measured, contacts: 0 }, quotas);
    const { world } = place;
    for (const { id } of place.targets) for (let index = 0; index < contacts; index += 1) world.people.addContact(id, contactOf(index));
    const caller = new SequentialCaller(place);
    const from = world.clock.now();
    for (const { primaryEmail } of place.targets) {
      const token = caller.token(primaryEmail);
      const page = caller.people(
        token,
        'GET',
        'people/me/connections?personFields=names,emailAddresses,phoneNumbers,organizations&pageSize=1000',
      );
      write(caller, token, (page['connections'] as Listed | undefined) ?? []);
    }
    const times = targets / measured;
    const { reads, writes, tokens } = countCalls(world.network.log.entries.filter(({ status }) => status === 200));
    return {
      calls: { reads: reads * times, writes: writes * times, tokens: tokens * times },
      dailyContactWrites: (world.people.meter.spent.dailyContactWrites ?? 0) * times,
      seconds: ((world.clock.now() - from) / 1000) * times,
    };
  };
  return {
    rewrite: measure((caller, token, held) => {
      for (let start = 0; start < held.length; start += 200) {
        const resourceNames = held.slice(start, start + 200).map(({ resourceName }) => resourceName);
        caller.people(token, 'POST', 'people:batchDeleteContacts', { resourceNames });
        const persons = resourceNames.map((_, index) => ({ contactPerson: contactOf(start + index) }));
        caller.people(token, 'POST', 'people:batchCreateContacts', { contacts: persons, readMask: '' });
      }
    }),
    compare: measure((caller, token, held) => {
      for (const { resourceName, etag } of held.slice(0, edited)) {
        const path = `${resourceName}:updateContact?updatePersonFields=phoneNumbers`;
        caller.people(token, 'PATCH', path, { etag, phoneNumbers: [{ value: '+49301' }] });
      }
    }),
  };
};
