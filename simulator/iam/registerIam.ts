import type { Network } from '../network/Network';
import { generateIdToken } from './generateIdToken';
import { signJwt } from './signJwt';

/** IAM Service Account Credentials API v1 (https://docs.cloud.google.com/iam/docs/reference/credentials/rest). */
export function registerIam(network: Network): void {
  network.register([signJwt, generateIdToken]);
}
