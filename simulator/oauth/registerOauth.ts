import type { Network } from '../network/Network';
import { tokenEndpoint } from './tokenEndpoint';

/** Google's OAuth 2.0 token endpoint (https://developers.google.com/identity/protocols/oauth2/service-account). */
export function registerOauth(network: Network): void {
  network.register([tokenEndpoint]);
}
