import type { Network } from '../network/Network';
import { groupOperations } from './groupOperations';

/** What Cloud Identity API v1 says of groups (https://docs.cloud.google.com/identity/docs/reference/rest). */
export function registerCloudIdentity(network: Network): void {
  network.register(groupOperations);
}
