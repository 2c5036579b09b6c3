import type { NightCaps } from './StandingApproval';

/** Share of contacts, and of destinations, that may come or go in one night without anybody deciding. */
const share = 0.3;
/** Small syncs may change whole. */
const fewestContacts = 200;
const fewestDestinations = 10;

/** A standing approval is asked for again after a year. Milliseconds. */
export const standingLifetime = 365 * 24 * 60 * 60 * 1000;

/** What is asked for as the caps of a night, from the size of the sync when it is saved. */
export const standingCaps = (contacts: number, destinations: number): NightCaps => {
  const growth = Math.max(fewestDestinations, Math.ceil(share * destinations));
  const perNight = Math.max(fewestContacts, Math.ceil(share * contacts) * destinations);
  const whole = contacts * growth;
  return { creates: perNight + whole, deletes: perNight + whole, growth, shrinkage: growth };
};
