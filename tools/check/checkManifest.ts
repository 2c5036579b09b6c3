import { operations } from '../../src/google/operations';
import { functionsNamedIn, readBundle, readManifest, type Bundle, type Manifest } from './bundle';

const SCOPE = 'https://www.googleapis.com/auth/';

/**
 * Scopes that members of Apps Script services need, any one of each list
 * (https://developers.google.com/apps-script/reference; each member's page names its scopes).
 */
const MEMBER_SCOPES: readonly { readonly member: RegExp; readonly scopes: readonly string[] }[] = [
  { member: /^UrlFetchApp\./, scopes: ['script.external_request'] },
  { member: /^MailApp\./, scopes: ['script.send_mail'] },
  { member: /^SpreadsheetApp\.(openById|openByUrl|create)$/, scopes: ['spreadsheets'] },
  { member: /^SpreadsheetApp\.getActive/, scopes: ['spreadsheets.currentonly', 'spreadsheets'] },
  { member: /^ScriptApp\.(newTrigger|getProjectTriggers|deleteTrigger)$/, scopes: ['script.scriptapp'] },
  { member: /^Session\.get(Active|Effective)User$/, scopes: ['userinfo.email'] },
  { member: /^ScriptApp\.getIdentityToken$/, scopes: ['openid'] },
  { member: /^GmailApp\.getMessageById$/, scopes: ['gmail.addons.current.message.metadata'] },
];

/** One need of the code: any one of `scopes` meets it. */
interface Need {
  readonly by: string;
  readonly scopes: readonly string[];
}

/** The manifest names functions and scopes: each function exists, each scope is needed, each need has its scope. */
export function checkManifest(): string[] {
  const bundle = readBundle();
  const manifest = readManifest();
  return [
    ...missingFunctions(bundle, manifest),
    ...unequalScopes(needsOf(bundle, manifest), manifest),
    ...unequalServices(bundle, manifest),
  ];
}

function missingFunctions(bundle: Bundle, manifest: Manifest): string[] {
  // Handlers of triggers and of card actions are named by strings: whatever looks like an entry point must be one.
  const named = [...functionsNamedIn(manifest), ...[...bundle.strings].filter((text) => /^on[A-Z][A-Za-z]+$/.test(text))];
  return [...new Set(named)]
    .filter((name) => !bundle.functions.includes(name))
    .map((name) => `${name} is named, but no top-level function of dist/Code.js`);
}

/** Contacts are written with delegated tokens only: their scope is granted to the service account and not to the script. */
export function needsOf(bundle: Bundle, manifest: Manifest): Need[] {
  const members = [...bundle.serviceMembers].flatMap((name) =>
    MEMBER_SCOPES.filter(({ member }) => member.test(name)).map(({ scopes }) => ({
      by: name,
      scopes: scopes.map((scope) => (scope === 'openid' ? scope : SCOPE + scope)),
    })),
  );
  const calls = Object.entries(operations)
    .filter(([id, { scopes, effect }]) => scopes.length > 0 && !(id.startsWith('people.') && effect === 'write'))
    .map(([id, { scopes, effect }]) => ({ by: id, scopes: effect === 'read' ? readOnly(scopes) : scopes }));
  const locale = manifest.addOns?.common?.useLocaleFromApp === true ? [{ by: 'useLocaleFromApp', scopes: [`${SCOPE}script.locale`] }] : [];
  // https://developers.google.com/gmail/add-ons/concepts/scopes: every add-on in Gmail runs under it.
  const gmail = manifest.addOns?.['gmail'] === undefined ? [] : [{ by: 'addOns.gmail', scopes: [`${SCOPE}gmail.addons.execute`] }];
  return [...members, ...calls, ...locale, ...gmail];
}

/** People who only look things up grant no more than that: a scope to write does not stand in for the one to read. */
function readOnly(scopes: readonly string[]): readonly string[] {
  const narrow = scopes.filter((scope) => scope.endsWith('.readonly'));
  return narrow.length === 0 ? scopes : narrow;
}

function unequalScopes(needs: readonly Need[], manifest: Manifest): string[] {
  const declared = manifest.oauthScopes;
  const findings = needs
    .filter(({ scopes }) => !scopes.some((scope) => declared.includes(scope)))
    .map(({ by, scopes }) => `${by} needs ${scopes.join(' or ')}, which the manifest does not declare`);
  for (const scope of declared) {
    const others = declared.filter((other) => other !== scope);
    const needed = needs.some(({ scopes }) => scopes.includes(scope) && !scopes.some((other) => others.includes(other)));
    if (!needed) findings.push(`the manifest declares ${scope}, which nothing needs`);
  }
  return findings;
}

function unequalServices(bundle: Bundle, manifest: Manifest): string[] {
  const enabled = (manifest.dependencies?.enabledAdvancedServices ?? []).map((service) => service.userSymbol);
  // The driver finds services by name at run time, so the code names them as values and not only as members.
  return enabled
    .filter((symbol) => !new RegExp(`\\b${symbol}\\b`).test(bundle.code))
    .map((symbol) => `the manifest enables ${symbol}, which the code never names`);
}
