import { formatNumber, plural } from '../base/plural';
import { fetchesOf, type Effort } from './Effort';
import { daysOf, type Days } from './estimate';
import type { Quotas } from './quotas';

const minute = 60;
const hour = 60 * minute;

/** `less than a minute`, `4 minutes`, `2 hours 5 minutes`. */
const describeTime = (seconds: number): string => {
  if (seconds < minute) return 'less than a minute';
  const minutes = Math.ceil((seconds % hour) / minute);
  if (seconds < hour - minute) return plural(minutes, 'minute');
  const hours = Math.floor(seconds / hour) + Math.floor(minutes / minute);
  return [plural(hours, 'hour'), ...(minutes % minute === 0 ? [] : [plural(minutes % minute, 'minute')])].join(' ');
};

/** What Google is asked, and what it charges of its daily budget. */
const describeCalls = (effort: Effort): string => {
  const { reads, writes, tokens, directory, dailyContactWrites } = effort;
  const parts = [
    plural(reads, 'read'),
    plural(writes, 'write'),
    plural(tokens, 'call for access', 'calls for access'),
    plural(directory, 'look-up in the directory', 'look-ups in the directory'),
  ];
  return `${plural(fetchesOf(effort), 'call')} to Google (${parts.join(', ')}), charged as ${plural(dailyContactWrites, 'contact write')}`;
};

const inParts = (effort: Effort): string => (effort.slices === 1 ? 'in one go' : `in ${formatNumber(effort.slices)} parts`);

/** What a run will take, in words. */
export const describePlanned = (effort: Effort): string => {
  const time = describeTime(effort.seconds);
  return `${time.startsWith('less') ? time : `about ${time}`} of work ${inParts(effort)}: ${describeCalls(effort)}`;
};

/** What a run took, in the same words. */
export const describeCounted = (effort: Effort): string =>
  `${describeTime(effort.seconds)} of work ${inParts(effort)}: ${describeCalls(effort)}`;

const budgets: Readonly<Record<Days['budget'], (days: Days) => string>> = {
  contactWrites: ({ needed, perDay }) => `it takes ${formatNumber(needed)} contact writes, and Google allows ${formatNumber(perDay)} a day`,
  fetches: ({ needed, perDay }) => `it takes ${formatNumber(needed)} calls, and Apps Script allows ${formatNumber(perDay)} a day`,
  triggerTime: ({ needed, perDay }) =>
    `it takes ${describeTime(needed)} of work, and Roster uses no more than ${describeTime(perDay)} a day`,
};

/** Why a run is spread over several days; blank when one is enough. */
export const describeDays = (effort: Effort, quotas: Quotas): string => {
  const found = daysOf(effort, quotas);
  return found.days === 1 ? '' : `about ${plural(found.days, 'day')}: ${budgets[found.budget](found)}`;
};
