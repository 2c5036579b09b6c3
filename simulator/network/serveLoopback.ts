import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { World } from '../World';
import { apiHosts } from './apiHosts';

export interface LoopbackServer {
  /** Where an API host is served: `http://127.0.0.1:<port>`; a client library takes it as `rootUrl`. */
  originOf(host: string): string;
  close(): Promise<void>;
}

/**
 * Serves the world's network over HTTP on 127.0.0.1, so that Google's own client libraries can be pointed at it. Each API
 * host has its own port, because those libraries keep only the origin of their `rootUrl`. Requests are handled one after
 * the other; each moves the world's clock by what it takes.
 */
export async function serveLoopback(world: World): Promise<LoopbackServer> {
  const servers = new Map<string, Server>();
  for (const host of Object.keys(apiHosts)) servers.set(host, await listen(world, host));
  return {
    originOf(host) {
      const server = servers.get(host);
      if (server === undefined) throw new Error(`simulator: ${host} is not served`);
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    async close() {
      await Promise.all([...servers.values()].map(shut));
    },
  };
}

function listen(world: World, host: string): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => answer(world, host, incoming, Buffer.concat(chunks).toString(), outgoing));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A request that gets an exception or a kill instead of an answer loses its connection. */
function answer(world: World, host: string, incoming: IncomingMessage, body: string, outgoing: ServerResponse): void {
  const sent = world.network.send({
    method: incoming.method ?? 'GET',
    url: `https://${host}${incoming.url ?? '/'}`,
    headers: headersOf(incoming),
    body,
  });
  world.clock.advance(sent.milliseconds);
  if (sent.thrown !== undefined || sent.killed) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(sent.response.status, { ...sent.response.headers });
  outgoing.end(sent.response.body);
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
