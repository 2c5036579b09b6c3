import type { Network } from '../network/Network';
import { membershipOperations } from './membershipOperations';
import { spaceOperations } from './spaceOperations';

/** Google Chat API v1, as a user or an administrator (https://developers.google.com/workspace/chat/api/reference/rest). */
export function registerChat(network: Network): void {
  network.register([...spaceOperations, ...membershipOperations]);
}
