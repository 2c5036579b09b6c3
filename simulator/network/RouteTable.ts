import type { Operation } from './Operation';

interface Route {
  readonly operation: Operation;
  readonly names: readonly string[];
  readonly pattern: RegExp;
  /** Literal characters of the template: the more there are, the earlier it is tried. */
  readonly literal: number;
}

export interface RouteMatch {
  readonly operation: Operation;
  /** Path parameters, decoded. */
  readonly path: Record<string, string>;
}

/** Finds the operation of an address by the URI templates of Google's discovery documents (https://datatracker.ietf.org/doc/html/rfc6570). */
export class RouteTable {
  private byHost = new Map<string, Route[]>();
  private ids = new Set<string>();

  add(operation: Operation): void {
    if (this.ids.has(operation.id)) throw new Error(`simulator: operation ${operation.id} is registered twice`);
    this.ids.add(operation.id);
    const routes = this.byHost.get(operation.host) ?? [];
    routes.push(compile(operation));
    routes.sort((a, b) => b.literal - a.literal);
    this.byHost.set(operation.host, routes);
  }

  knowsHost(host: string): boolean {
    return this.byHost.has(host);
  }

  operations(): Operation[] {
    return [...this.byHost.values()].flat().map((route) => route.operation);
  }

  /** `pathname` is encoded and starts with a slash. */
  find(host: string, verb: string, pathname: string): RouteMatch | undefined {
    for (const { operation, names, pattern } of this.byHost.get(host) ?? []) {
      if (operation.verb !== verb) continue;
      const hit = pattern.exec(pathname);
      if (hit === null) continue;
      const path = decodeAll(names, hit.slice(1));
      if (path !== undefined && fits(operation, path)) return { operation, path };
    }
    return undefined;
  }
}

const EXPRESSION = /\{(\+?)(\w+)\}/g;

function compile(operation: Operation): Route {
  const names: string[] = [];
  const literals = operation.path.split(EXPRESSION);
  let source = '^/';
  let literal = 0;
  for (let i = 0; i < literals.length; i += 3) {
    const text = literals[i] ?? '';
    source += text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    literal += text.length;
    const name = literals[i + 2];
    if (name === undefined) continue;
    names.push(name);
    source += literals[i + 1] === '+' ? '(.+?)' : '([^/]+)';
  }
  return { operation, names, pattern: new RegExp(`${source}$`), literal };
}

function decodeAll(names: readonly string[], values: readonly string[]): Record<string, string> | undefined {
  const path: Record<string, string> = {};
  try {
    names.forEach((name, i) => (path[name] = decodeURIComponent(values[i] ?? '')));
  } catch {
    return undefined;
  }
  return path;
}

function fits(operation: Operation, path: Record<string, string>): boolean {
  return Object.entries(operation.patterns ?? {}).every(([name, pattern]) => pattern.test(path[name] ?? ''));
}
