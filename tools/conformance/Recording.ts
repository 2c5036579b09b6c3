import type { RecordedExchange } from './checkExchange';

/** What a walk through the built bundle leaves: every call it made, every card it showed. */
export interface Recording {
  readonly exchanges: readonly RecordedExchange[];
  readonly cards: readonly { readonly name: string; readonly card: unknown }[];
}
