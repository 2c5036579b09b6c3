import * as vm from 'node:vm';
import type { World } from '../World';
import { CacheStore } from './cache/CacheStore';
import { Consents } from './Consents';
import { DailyQuota } from './DailyQuota';
import type { Execution, ExecutionKind } from './Execution';
import type { ExecutionRecord } from './ExecutionRecord';
import { FETCHES_PER_DAY } from './fetch/limits';
import { LockTable } from './lock/LockTable';
import { ADDON_RUN_TIME, SCRIPT_RUN_TIME, TRIGGER_RUN_TIME_PER_DAY } from './limits';
import { type Manifest, readManifest } from './Manifest';
import { type PlatformSettings, platformSettings } from './PlatformSettings';
import { PROPERTY_CALLS_PER_DAY } from './properties/limits';
import { PropertyStore } from './properties/PropertyStore';
import { runScript } from './runScript';
import { serveWebApp } from './serveWebApp';
import { TriggerTable } from './script/TriggerTable';
import type { WebApp } from './WebApp';

export interface ScriptProjectOptions {
  readonly scriptId: string;
  /** The one code file of the project. */
  readonly code: string;
  /** Its HTML files by name, without `.html`. */
  readonly htmlFiles?: HtmlFiles;
  /** appsscript.json, as text or parsed. */
  readonly manifest: string | object;
  /** Number of the Cloud project it belongs to. */
  readonly project: string;
  /** Directory id of the owner of the script file. */
  readonly ownerId: string;
  /**
   * Published add-on, or plain script with test deployments. A published add-on's trigger starts although a scope is missing and fails at
   * the first call that needs it; a plain script's does not start (https://developers.google.com/workspace/add-ons/concepts/editor-triggers).
   * Default: published when the manifest has `addOns`.
   */
  readonly publishedAddOn?: boolean;
}

type HtmlFiles = Readonly<Record<string, string>>;

export interface RunRequest {
  /** A top-level function, or a dotted path to a method where the platform takes one. */
  readonly functionName: string;
  /** Plain host data: copied into the script's context. */
  readonly args?: readonly unknown[];
  readonly kind: ExecutionKind;
  readonly effectiveUserId: string;
  /** Left out: the effective user for cards and the editor, nobody elsewhere. Undefined: nobody, the address is blank. */
  readonly activeUserId?: string | undefined;
  readonly activeSpreadsheetId?: string | undefined;
}

/** One Apps Script project: its code, who allowed what, what it stores, and everything it ever ran. */
export class ScriptProject {
  readonly scriptId: string;
  readonly ownerId: string;
  /** Number of the Cloud project. */
  readonly cloudProject: string;
  readonly publishedAddOn: boolean;
  readonly consents: Consents;
  /** Every execution, oldest first; also those still running. */
  readonly executions: ExecutionRecord[] = [];
  /** Further globals, or replacements of the platform's, by name. */
  readonly globals = new Map<string, (execution: Execution) => unknown>();
  /** Milliseconds each kind may run. Tests may set shorter ones. */
  readonly runTime: Record<ExecutionKind, number> = {
    addon: ADDON_RUN_TIME,
    trigger: SCRIPT_RUN_TIME,
    webapp: SCRIPT_RUN_TIME,
    page: SCRIPT_RUN_TIME,
    editor: SCRIPT_RUN_TIME,
  };
  readonly settings: PlatformSettings;
  /** One store for all users and all kinds of execution. */
  readonly scriptProperties = new PropertyStore();
  readonly scriptCache: CacheStore;
  readonly locks = new LockTable();
  readonly triggers: TriggerTable;
  /** The deployment as a web app, when there is one. */
  webApp: WebApp | undefined;
  /** Milliseconds of trigger run time. */
  readonly triggerTime: DailyQuota;
  readonly propertyCalls: DailyQuota;
  /** Requests sent by UrlFetchApp. */
  readonly fetches: DailyQuota;
  private readonly userStores = new Map<string, PropertyStore>();
  private readonly userCaches = new Map<string, CacheStore>();
  manifest: Manifest;
  script: vm.Script;
  htmlFiles: ReadonlyMap<string, string>;

  constructor(
    readonly world: World,
    options: ScriptProjectOptions,
  ) {
    this.scriptId = options.scriptId;
    this.ownerId = options.ownerId;
    this.cloudProject = options.project;
    this.manifest = readManifest(options.manifest);
    this.script = compile(options.code);
    this.htmlFiles = new Map(Object.entries(options.htmlFiles ?? {}));
    this.publishedAddOn = options.publishedAddOn ?? this.manifest.addOns !== undefined;
    this.consents = new Consents(() => this.manifest);
    this.settings = platformSettings(this.manifest.addOns !== undefined);
    this.scriptCache = new CacheStore(world.clock);
    this.propertyCalls = new DailyQuota(world.clock, PROPERTY_CALLS_PER_DAY);
    this.triggers = new TriggerTable(world);
    this.fetches = new DailyQuota(world.clock, FETCHES_PER_DAY);
    this.triggerTime = new DailyQuota(world.clock, TRIGGER_RUN_TIME_PER_DAY);
  }

  userProperties(userId: string): PropertyStore {
    let store = this.userStores.get(userId);
    if (store === undefined) this.userStores.set(userId, (store = new PropertyStore()));
    return store;
  }

  userCache(userId: string): CacheStore {
    let cache = this.userCaches.get(userId);
    if (cache === undefined) this.userCaches.set(userId, (cache = new CacheStore(this.world.clock)));
    return cache;
  }

  /** A new version of all files. Stores, triggers and consents stay; what new scopes need has not been allowed yet. */
  update(code: string, manifest: string | object, htmlFiles: HtmlFiles = {}): void {
    this.manifest = readManifest(manifest);
    this.script = compile(code);
    this.htmlFiles = new Map(Object.entries(htmlFiles));
  }

  /** The person goes through the consent screen and ticks these scopes. */
  consent(userId: string, scopes: readonly string[] | 'all' = 'all'): void {
    this.consents.give(userId, scopes);
  }

  /** The person removes the app's access, or some of it; tokens that carried it are void. */
  withdraw(userId: string, scopes?: readonly string[]): void {
    this.consents.withdraw(userId, scopes);
    this.world.cloud.revokeTokens(userId, this.cloudProject);
  }

  /** Deploys the web app of the manifest as this user; gives its address. A later deployment keeps the address and the deployer. */
  deployWebApp(deployment: { readonly by: string }): string {
    if (this.manifest.webapp === undefined) throw new Error('simulator: appsscript.json has no "webapp"');
    this.webApp ??= { deployerId: deployment.by, url: `https://script.google.com/macros/s/AKfycb${this.world.random.text(50)}/exec` };
    serveWebApp(this);
    return this.webApp.url;
  }

  run(request: RunRequest): ExecutionRecord {
    return runScript(this, request);
  }

  execution(id: string): ExecutionRecord | undefined {
    return this.executions.find((execution) => execution.id === id);
  }
}

/** A syntax error is thrown at once: Google refuses the push. The file is called Code in stacks. */
const compile = (code: string): vm.Script => new vm.Script(code, { filename: 'Code' });
