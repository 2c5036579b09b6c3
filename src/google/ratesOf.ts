import { directoryCallsPerSecond } from '../core/plan/quotas';
import type { Call } from './Call';

/** So many calls a second go to one place, whoever they are about. */
export interface Rate {
  readonly place: string;
  readonly perSecond: number;
}

/**
 * Rates that a call shares with others: of its space, and of the Cloud project, where Google counts by the minute
 * (https://developers.google.com/workspace/chat/limits). Whether members count as writes of the space Google does not say: paced as if.
 */
export const ratesOf = ({ operation, parameters }: Call): readonly Rate[] => {
  const space = /^spaces\/[^/]+/.exec(String(parameters['parent'] ?? parameters['name'] ?? ''))?.[0] ?? '';
  switch (operation) {
    case 'chat.spaces.get':
    case 'chat.spaces.members.list':
    case 'chat.spaces.members.get':
      return [
        { place: `read ${space}`, perSecond: 15 },
        { place: 'reads', perSecond: 50 },
      ];
    case 'chat.spaces.members.create':
    case 'chat.spaces.members.delete':
      return [
        { place: `write ${space}`, perSecond: 1 },
        { place: 'writes', perSecond: 5 },
      ];
    default:
      return operation.startsWith('directory.') ? [{ place: 'directory', perSecond: directoryCallsPerSecond }] : [];
  }
};
