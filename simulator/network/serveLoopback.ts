import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { World } from '../World';
import { apiHosts } from './apiHosts';

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`. A client's `rootUrl` is this with `/people.googleapis.com/` behind it. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves the world's network over HTTP on 127.0.0.1, so that Google's own client libraries can be pointed at it. The API is
 * named by the first part of the path (`/admin.googleapis.com/admin/directory/v1/users`) or by the Host header. Requests
 * are handled one after the other; each moves the world's clock by what it takes.
 */
export function serveLoopback(world: World, port = 0): Promise<LoopbackServer> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => answer(world, incoming, Buffer.concat(chunks).toString(), outgoing));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () =>
          new Promise<void>((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function answer(world: World, incoming: IncomingMessage, body: string, outgoing: ServerResponse): void {
  const sent = world.network.send({ method: incoming.method ?? 'GET', url: googleUrl(incoming), headers: headersOf(incoming), body });
  world.clock.advance(sent.milliseconds);
  if (sent.thrown !== undefined || sent.killed) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(sent.response.status, { ...sent.response.headers });
  outgoing.end(sent.response.body);
}

function googleUrl(incoming: IncomingMessage): string {
  const path = incoming.url ?? '/';
  const [, first = '', rest = ''] = /^\/([^/?]*)(.*)$/.exec(path) ?? [];
  return first in apiHosts ? `https://${first}${rest}` : `https://${(incoming.headers.host ?? '').split(':')[0]}${path}`;
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}
