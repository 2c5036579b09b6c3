import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RecordedExchange } from './checkExchange';

/** What walks through the built bundle leave: every call they made, every card they showed. */
export interface Recording {
  readonly exchanges: readonly RecordedExchange[];
  readonly cards: readonly { readonly name: string; readonly card: unknown }[];
}

/** Keeps a recording as a JSON file; the folder is made. `stamp`: of the sources it was made of. */
export function writeRecording(file: string, { exchanges, cards }: Recording, stamp = ''): void {
  const plain = exchanges.map(({ operation, request, response, caller }) => ({
    operation: { id: operation.id },
    request: { method: request.method, url: request.url, headers: {}, body: request.body },
    response: { status: response.status, headers: {}, body: response.body },
    ...(caller === undefined ? {} : { scopes: [...caller.scopes] }),
  }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ stamp, exchanges: plain, cards }));
}

/** All recordings of a folder as one. */
export function readRecordings(folder: string): Recording {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const recordings = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as StoredRecording);
  return {
    exchanges: recordings.flatMap(({ exchanges }) =>
      exchanges.map(({ scopes, ...exchange }) => ({ ...exchange, caller: scopes && { scopes: new Set(scopes) } })),
    ),
    cards: recordings.flatMap(({ cards }) => cards),
  };
}

/** The stamp a recording was written with; undefined when there is no such file. */
export function stampOf(file: string): string | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as StoredRecording).stamp : undefined;
}

interface StoredRecording {
  readonly stamp: string;
  readonly exchanges: readonly (Omit<RecordedExchange, 'caller'> & { readonly scopes?: readonly string[] })[];
  readonly cards: Recording['cards'];
}
