import type { Manifest } from '../appsscript/Manifest';
import type { HostApp } from './HostOptions';

/** What the host needs of `addOns` in the manifest (https://developers.google.com/apps-script/manifest/addons). */
export interface AddOnManifest {
  readonly name: string;
  /** Undefined when the host has no homepage: disabled, or none declared. */
  readonly homepage: string | undefined;
  /** Runs in Gmail when a message is opened. */
  readonly contextual: string | undefined;
  readonly onFileScopeGranted: string | undefined;
  readonly openLinkUrlPrefixes: readonly string[];
  readonly universalActions: readonly { readonly label: string; readonly openLink?: string; readonly runFunction?: string }[];
  readonly useLocaleFromApp: boolean;
}

interface Trigger {
  readonly runFunction?: string;
  readonly enabled?: boolean;
}

interface HostSection {
  readonly homepageTrigger?: Trigger;
  readonly onFileScopeGrantedTrigger?: Trigger;
  readonly contextualTriggers?: readonly { readonly unconditional?: object; readonly onTriggerFunction?: string }[];
}

interface Common extends HostSection {
  readonly name?: string;
  readonly openLinkUrlPrefixes?: readonly string[];
  readonly universalActions?: AddOnManifest['universalActions'];
  readonly useLocaleFromApp?: boolean;
}

/** "Run as a Gmail add-on": what all of them need (https://developers.google.com/gmail/add-ons/concepts/scopes); today's page does not list it. */
export const GMAIL_SCOPE = 'https://www.googleapis.com/auth/gmail.addons.execute';

/** Throws when the manifest has no add-on for this host: such an add-on does not appear there. */
export function readAddOnManifest(manifest: Manifest, hostApp: HostApp): AddOnManifest {
  const addOns = (manifest.addOns ?? {}) as Readonly<Record<string, HostSection>>;
  const common = (addOns['common'] ?? {}) as Common;
  const host = addOns[hostApp.toLowerCase()];
  if (host === undefined) throw new Error(`The manifest has no add-on for ${hostApp}: addOns.${hostApp.toLowerCase()} is missing.`);
  if (hostApp === 'GMAIL' && !manifest.oauthScopes.includes(GMAIL_SCOPE)) throw new Error(`The manifest does not name ${GMAIL_SCOPE}.`);
  if (!common.name) throw new Error('The manifest has no addOns.common.name.');
  // The host's homepage overrides the common one (https://developers.google.com/workspace/add-ons/concepts/homepages).
  const homepage = host.homepageTrigger ?? common.homepageTrigger;
  return {
    name: common.name,
    homepage: homepage?.enabled === false ? undefined : homepage?.runFunction,
    contextual: contextualTrigger(host),
    onFileScopeGranted: host.onFileScopeGrantedTrigger?.runFunction,
    openLinkUrlPrefixes: common.openLinkUrlPrefixes ?? [],
    universalActions: common.universalActions ?? [],
    useLocaleFromApp: common.useLocaleFromApp === true,
  };
}

/** One trigger, which fires for every message (https://developers.google.com/apps-script/manifest/gmail-addons#contextualtrigger). */
function contextualTrigger({ contextualTriggers }: HostSection): string | undefined {
  if (contextualTriggers === undefined) return undefined;
  const [trigger, ...more] = contextualTriggers;
  if (trigger === undefined || more.length > 0) throw new Error('addOns.gmail.contextualTriggers takes one trigger.');
  if (trigger.unconditional === undefined) throw new Error('addOns.gmail.contextualTriggers: "unconditional" must be {}.');
  if (!trigger.onTriggerFunction) throw new Error('addOns.gmail.contextualTriggers: "onTriggerFunction" is missing.');
  return trigger.onTriggerFunction;
}

/** Links of an add-on must start with a prefix of the manifest; `*` allows all. */
export function mayOpen(manifest: AddOnManifest, url: string): boolean {
  return manifest.openLinkUrlPrefixes.some((prefix) => prefix === '*' || url.startsWith(prefix));
}

/** http is upgraded (https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#openlink). */
export function secureUrl(url: string): string {
  return url.replace(/^http:\/\//i, 'https://');
}
