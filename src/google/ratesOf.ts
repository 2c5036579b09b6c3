import { directoryCallsPerMinute, directoryCallsPerSecond } from '../core/plan/quotas';
import type { Call } from './Call';

/** So many calls go to one place in so many milliseconds, whoever they are about. */
export interface Rate {
  readonly place: string;
  readonly calls: number;
  readonly within: number;
}

const perSecond = (place: string, calls: number): Rate => ({ place, calls, within: 1000 });
const perMinute = (place: string, calls: number): Rate => ({ place, calls, within: 60_000 });

/**
 * Rates that a call shares with others: of its space, and of the Cloud project, where Google counts by the minute
 * (https://developers.google.com/workspace/chat/limits). Whether members count as writes of the space Google does not say: paced as if. Of
 * the Directory a short run (`isShortRun`) may use up the minute at once; the calls of longer ones are spread, also over executions.
 */
export const ratesOf = ({ operation, parameters }: Call, isShort: boolean): readonly Rate[] => {
  const space = /^spaces\/[^/]+/.exec(String(parameters['parent'] ?? parameters['name'] ?? ''))?.[0] ?? '';
  switch (operation) {
    case 'chat.spaces.get':
    case 'chat.spaces.members.list':
    case 'chat.spaces.members.get':
      return [perSecond(`read ${space}`, 15), perSecond('reads', 50)];
    case 'chat.spaces.members.create':
    case 'chat.spaces.members.delete':
      return [perSecond(`write ${space}`, 1), perSecond('writes', 5)];
    default:
      if (!operation.startsWith('directory.')) return [];
      return [isShort ? perMinute('directory', directoryCallsPerMinute) : perSecond('directory', directoryCallsPerSecond)];
  }
};
