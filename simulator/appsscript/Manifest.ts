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

/** Keys by the path of the object they stand in; a list's entries have the path of the list. What is not here is refused when it is pushed. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': ['timeZone', 'runtimeVersion', 'exceptionLogging', 'oauthScopes', 'urlFetchWhitelist', 'dependencies', 'webapp', 'addOns'],
  dependencies: ['enabledAdvancedServices'],
  'dependencies.enabledAdvancedServices': ['userSymbol', 'serviceId', 'version'],
  webapp: ['access', 'executeAs'],
  addOns: ['common', 'gmail', 'sheets'],
  'addOns.common': [
    ...['name', 'logoUrl', 'homepageTrigger', 'layoutProperties', 'openLinkUrlPrefixes', 'universalActions', 'useLocaleFromApp'],
  ],
  'addOns.gmail': ['homepageTrigger', 'contextualTriggers'],
  'addOns.gmail.homepageTrigger': ['runFunction', 'enabled'],
  'addOns.gmail.contextualTriggers': ['unconditional', 'onTriggerFunction'],
  'addOns.gmail.contextualTriggers.unconditional': [],
  'addOns.sheets': ['homepageTrigger', 'onFileScopeGrantedTrigger'],
};
const ACCESS = ['MYSELF', 'DOMAIN', 'ANYONE', 'ANYONE_ANONYMOUS'];

/** Reads a manifest, as text or parsed. Throws where Google would refuse the push, and for what is not simulated. */
export const readManifest = (source: string | object): Manifest => {
  const manifest = (typeof source === 'string' ? JSON.parse(source) : source) as Manifest;
  const refuse = (message: string): never => {
    throw new Error(`appsscript.json: ${message}`);
  };
  const unknown = unknownKey(manifest, '');
  if (unknown !== undefined) refuse(`"${unknown}" is not simulated`);
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

/** Path of the first key that is not in KEYS. Objects whose keys are not listed there are read by who uses them. */
const unknownKey = (value: unknown, path: string): string | undefined => {
  const known = KEYS[path];
  if (known === undefined || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return value.map((entry) => unknownKey(entry, path)).find((found) => found !== undefined);
  for (const [key, inner] of Object.entries(value)) {
    const own = path === '' ? key : `${path}.${key}`;
    const found = known.includes(key) ? unknownKey(inner, own) : own;
    if (found !== undefined) return found;
  }
  return undefined;
};
