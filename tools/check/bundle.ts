import { readFileSync } from 'node:fs';
import { parse, type Node } from 'acorn';

export interface Bundle {
  readonly code: string;
  /** Names of top-level function declarations: what Apps Script can call. */
  readonly functions: readonly string[];
  /** `Service.member` for every member of an Apps Script service the code names. */
  readonly serviceMembers: ReadonlySet<string>;
  /** String literals, each once. */
  readonly strings: ReadonlySet<string>;
}

export interface Manifest {
  readonly oauthScopes: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly { readonly userSymbol: string; readonly serviceId: string; readonly version: string }[];
  };
  readonly addOns?: { readonly common?: { readonly useLocaleFromApp?: boolean } } & Record<string, unknown>;
  readonly [key: string]: unknown;
}

const SERVICES = new Set([
  'AdminDirectory',
  'CacheService',
  'CardService',
  'ContentService',
  'GmailApp',
  'HtmlService',
  'LockService',
  'MailApp',
  'People',
  'PropertiesService',
  'ScriptApp',
  'Session',
  'SpreadsheetApp',
  'UrlFetchApp',
  'Utilities',
]);

interface Syntax extends Node {
  readonly [key: string]: unknown;
}

/** Reads `dist/Code.js` at the language level the bundle promises (ES2020); throws where it does not parse. */
export function readBundle(file = 'dist/Code.js'): Bundle {
  const code = readFileSync(file, 'utf8');
  const program = parse(code, { ecmaVersion: 2020, sourceType: 'script' });
  const functions = program.body.flatMap((node) => (node.type === 'FunctionDeclaration' ? [node.id.name] : []));
  const serviceMembers = new Set<string>();
  const strings = new Set<string>();
  visit(program as unknown as Syntax, (node) => {
    if (node.type === 'Literal' && typeof node['value'] === 'string') strings.add(node['value']);
    if (node.type !== 'MemberExpression' || node['computed'] === true) return;
    const object = node['object'] as Syntax;
    const property = node['property'] as Syntax;
    if (object.type === 'Identifier' && SERVICES.has(object['name'] as string))
      serviceMembers.add(`${object['name'] as string}.${property['name'] as string}`);
  });
  return { code, functions, serviceMembers, strings };
}

export function readManifest(file = 'dist/appsscript.json'): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

/** Every function the manifest names (`runFunction`, `onTriggerFunction` …), wherever it stands. */
export function functionsNamedIn(manifest: unknown): string[] {
  if (Array.isArray(manifest)) return manifest.flatMap(functionsNamedIn);
  if (manifest === null || typeof manifest !== 'object') return [];
  return Object.entries(manifest).flatMap(([key, value]) =>
    typeof value === 'string' && /(^runFunction|Function)$/.test(key) ? [value] : functionsNamedIn(value),
  );
}

function visit(node: Syntax, see: (node: Syntax) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child !== null && typeof child === 'object' && typeof (child as Syntax).type === 'string') visit(child as Syntax, see);
    }
  }
}
