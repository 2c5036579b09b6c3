import { textOf } from './content/TextPage';
import type { ExecutionRecord } from './ExecutionRecord';
import { pageOf, type HtmlPage } from './html/HtmlPage';
import type { ScriptProject } from './ScriptProject';
import { readWebAddress } from './webAddress';
import { carried } from './webValue';

export interface Visit {
  /** Directory id of who looks at the page; undefined for somebody who is not signed in. */
  readonly visitorUserId: string | undefined;
  /** Parameters of the address. A list gives one name several values. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** Part of the address after `/exec/`. */
  readonly pathInfo?: string;
}

/** What a visitor sees. */
export type VisitStatus = 'shown' | 'signInRequired' | 'accessDenied' | 'authorizationRequired' | 'error';

export interface RunAnswer {
  /** `success`: the success handler was called with `value`; `failure`: the failure handler with `error`. */
  readonly outcome: 'success' | 'failure';
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
  /** Undefined when the browser already refused. */
  readonly execution?: ExecutionRecord;
}

/**
 * A person with a browser at the web app's `/exec` address (https://developers.google.com/apps-script/guides/web). Opening the page is a GET;
 * its buttons call functions through `google.script.run` (https://developers.google.com/apps-script/guides/html/reference/run).
 */
export class WebVisitor {
  status: VisitStatus = 'error';
  /** Content of the page, without Google's frame around it. */
  html = '';
  title = '';
  /** Meta tags of the page around the frame. */
  meta: HtmlPage['meta'] = [];
  contentType = 'text/html';
  /** Executions of this visit, oldest first. */
  readonly executions: ExecutionRecord[] = [];

  private constructor(
    private readonly project: ScriptProject,
    private readonly visit: Visit,
  ) {}

  /** Opens the address: `doGet`. */
  static open(project: ScriptProject, visit: Visit): WebVisitor {
    const visitor = new WebVisitor(project, visit);
    visitor.request('doGet');
    return visitor;
  }

  /** Follows a link to the web app, as from a mail or a card. Undefined: somebody who is not signed in. */
  static follow(project: ScriptProject, url: string, visitorUserId: string | undefined): WebVisitor {
    const address = project.webApp && readWebAddress(project.webApp.url, url);
    if (address === undefined) throw new Error(`simulator: ${url} is not the address of the web app`);
    return WebVisitor.open(project, { visitorUserId, ...address });
  }

  /** Sends a form or data to the address: `doPost`. */
  static post(project: ScriptProject, visit: Visit, body: { readonly contents: string; readonly type: string }): WebVisitor {
    const visitor = new WebVisitor(project, visit);
    visitor.request('doPost', body);
    return visitor;
  }

  reload(): void {
    this.request('doGet');
  }

  /** The visitor allows these scopes on the consent screen; then the page loads. */
  consent(scopes: readonly string[] | 'all' = 'all'): void {
    if (this.visit.visitorUserId === undefined) throw new Error('simulator: nobody is signed in');
    this.project.consent(this.visit.visitorUserId, scopes);
    this.reload();
  }

  /** `google.script.run` with both handlers set. The page must be open. */
  run(functionName: string, ...args: readonly unknown[]): RunAnswer {
    if (this.status !== 'shown') throw new Error(`simulator: the page is not shown (${this.status})`);
    const failure = (name: string, message: string, execution?: ExecutionRecord): RunAnswer => ({
      outcome: 'failure',
      error: { name, message },
      ...(execution === undefined ? {} : { execution }),
    });
    if (this.denied() !== undefined) return failure('Error', 'You do not have access to this page any more.');
    const sent: unknown[] = [];
    for (const [index, arg] of args.entries()) {
      const copy = carried(arg);
      if (!copy.ok) return failure('TypeError', `Failed due to illegal value in property: ${copy.path === '' ? index : copy.path}`);
      sent.push(copy.value);
    }
    const execution = this.execute('page', functionName, sent);
    if (execution.outcome !== 'completed') {
      return failure(execution.error?.name ?? 'Error', execution.error?.message ?? '', execution);
    }
    const value = carried(execution.value);
    if (!value.ok) return failure('Error', 'The script completed but the returned value is not a supported return type.', execution);
    return { outcome: 'success', value: value.value, execution };
  }

  private request(functionName: 'doGet' | 'doPost', body?: { readonly contents: string; readonly type: string }): void {
    this.html = this.title = '';
    this.meta = [];
    const denied = this.denied();
    if (denied !== undefined) {
      this.status = denied;
      return;
    }
    const execution = this.execute('webapp', functionName, [this.event(body)]);
    this.status = this.statusOf(execution);
    if (this.status !== 'shown') return;
    const page = pageOf(execution.value);
    const text = textOf(execution.value);
    this.html = page?.content ?? text?.content ?? '';
    this.contentType = text?.contentType ?? 'text/html';
    this.title = page?.title ?? '';
    this.meta = page?.meta ?? [];
  }

  private statusOf(execution: ExecutionRecord): VisitStatus {
    if (execution.authorizationRequired !== undefined) return 'authorizationRequired';
    if (execution.outcome !== 'completed') return 'error';
    return pageOf(execution.value) === undefined && textOf(execution.value) === undefined ? 'error' : 'shown';
  }

  private execute(kind: 'webapp' | 'page', functionName: string, args: readonly unknown[]): ExecutionRecord {
    const deployer = this.webApp.deployerId;
    const asVisitor = this.project.manifest.webapp?.executeAs === 'USER_ACCESSING';
    const effectiveUserId = asVisitor ? this.visit.visitorUserId : deployer;
    if (effectiveUserId === undefined) throw new Error('simulator: a page that runs as its visitor needs one');
    const execution = this.project.run({ functionName, kind, effectiveUserId, activeUserId: this.visibleVisitor(), args });
    this.executions.push(execution);
    return execution;
  }

  /** The script learns the address of a visitor of the deployer's own organization only (https://developers.google.com/apps-script/reference/base/session). */
  private visibleVisitor(): string | undefined {
    const { visitorUserId } = this.visit;
    if (visitorUserId === undefined || this.project.manifest.webapp?.executeAs === 'USER_ACCESSING') return visitorUserId;
    return this.isKnown(visitorUserId) ? visitorUserId : undefined;
  }

  private denied(): VisitStatus | undefined {
    const { access, executeAs } = this.project.manifest.webapp ?? {};
    const { visitorUserId } = this.visit;
    if (visitorUserId === undefined) return access === 'ANYONE_ANONYMOUS' && executeAs === 'USER_DEPLOYING' ? undefined : 'signInRequired';
    const visitor = this.project.world.directory.userById(visitorUserId);
    if (visitor === undefined || visitor.suspended || visitor.archived) return 'signInRequired';
    const { deployerId } = this.webApp;
    if (access === 'MYSELF' && visitorUserId !== deployerId) return 'accessDenied';
    if (access === 'DOMAIN' && !this.sameCustomer(visitorUserId, deployerId)) return 'accessDenied';
    return undefined;
  }

  private isKnown(visitorUserId: string): boolean {
    const { deployerId } = this.webApp;
    const { visitorAddress } = this.project.settings;
    if (visitorAddress === 'blank') return false;
    return visitorAddress === 'domain'
      ? this.domainOf(visitorUserId) === this.domainOf(deployerId)
      : this.sameCustomer(visitorUserId, deployerId);
  }

  private domainOf(userId: string): string | undefined {
    return this.project.world.directory.userById(userId)?.primaryEmail.split('@')[1];
  }

  private sameCustomer(one: string, other: string): boolean {
    const { directory } = this.project.world;
    const customer = directory.userById(one)?.customerId;
    return customer !== undefined && customer === directory.userById(other)?.customerId;
  }

  private get webApp() {
    const { webApp } = this.project;
    if (webApp === undefined) throw new Error('simulator: the script is not deployed as a web app');
    return webApp;
  }

  /** The event object of doGet and doPost. */
  private event(body: { readonly contents: string; readonly type: string } | undefined): object {
    const parameters = Object.fromEntries(Object.entries(this.visit.query ?? {}).map(([name, value]) => [name, [value].flat()]));
    const pairs = Object.entries(parameters).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
    return {
      parameter: Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, values[0] ?? ''])),
      parameters,
      queryString: pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&'),
      contextPath: '',
      contentLength: body === undefined ? -1 : Buffer.byteLength(body.contents),
      ...(this.visit.pathInfo === undefined ? {} : { pathInfo: this.visit.pathInfo }),
      ...(body === undefined ? {} : { postData: { ...body, length: Buffer.byteLength(body.contents), name: 'postData' } }),
    };
  }
}
