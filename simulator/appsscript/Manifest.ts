import { isTimeZone } from '../kernel/timeZone';

export type WebAppAccess = 'MYSELF' | 'DOMAIN' | 'ANYONE' | 'ANYONE_ANONYMOUS';

/** appsscript.json, as far as it changes how code runs (https://developers.google.com/apps-script/manifest). */
export interface Manifest {
  readonly timeZone: string;
  readonly runtimeVersion?: 'V8';
  readonly exceptionLogging?: string;
  readonly oauthScopes: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
  readonly dependencies?: { readonly enabledAdvancedServices?: readonly AdvancedService[] };
  readonly webapp?: { readonly access: WebAppAccess; readonly executeAs: 'USER_ACCESSING' | 'USER_DEPLOYING' };
  readonly addOns?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface AdvancedService {
  readonly userSymbol: string;
  readonly serviceId: string;
  readonly version: string;
}

const KEYS = ['timeZone', 'runtimeVersion', 'exceptionLogging', 'oauthScopes', 'urlFetchWhitelist', 'dependencies', 'webapp', 'addOns'];
const ACCESS = ['MYSELF', 'DOMAIN', 'ANYONE', 'ANYONE_ANONYMOUS'];

/** Reads a manifest, as text or parsed. Throws where Google would refuse the push, and for what is not simulated. */
export const readManifest = (source: string | object): Manifest => {
  const manifest = (typeof source === 'string' ? JSON.parse(source) : source) as Manifest;
  const refuse = (message: string): never => {
    throw new Error(`appsscript.json: ${message}`);
  };
  for (const key of Object.keys(manifest)) if (!KEYS.includes(key)) refuse(`"${key}" is not simulated`);
  if (!isTimeZone(manifest.timeZone ?? '')) refuse(`"timeZone" ${manifest.timeZone} is not a time zone`);
  if (manifest.runtimeVersion !== undefined && manifest.runtimeVersion !== 'V8') refuse('"runtimeVersion" must be V8');
  if (!Array.isArray(manifest.oauthScopes)) refuse('"oauthScopes" is missing: finding scopes in the code is not simulated');
  for (const prefix of manifest.urlFetchWhitelist ?? []) {
    if (!/^https:\/\/[^/]+\/.*$/.test(prefix)) refuse(`"urlFetchWhitelist": ${prefix} is not an https prefix with a path`);
  }
  const { webapp } = manifest;
  if (webapp && !ACCESS.includes(webapp.access)) refuse(`"webapp.access" ${webapp.access}`);
  if (webapp && !['USER_ACCESSING', 'USER_DEPLOYING'].includes(webapp.executeAs)) refuse(`"webapp.executeAs" ${webapp.executeAs}`);
  return manifest;
};

export const advancedServices = (manifest: Manifest): readonly AdvancedService[] => manifest.dependencies?.enabledAdvancedServices ?? [];
