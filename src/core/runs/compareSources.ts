/** What is kept of a source: id and fingerprint of each contact, and under which name it was read; no contents. */
export type SourceIndex = readonly (readonly [sourceContactId: string, fingerprint: string, resourceName?: string])[];

export interface SourceDifference {
  readonly added: number;
  readonly edited: number;
  readonly removed: number;
}

/** How the source changed between the preview and now. */
export const compareSources = (before: SourceIndex, now: SourceIndex): SourceDifference => {
  const known = new Map(before.map(([id, fingerprint]) => [id, fingerprint]));
  const seen = new Set(now.map(([id]) => id));
  return {
    added: now.filter(([id]) => !known.has(id)).length,
    edited: now.filter(([id, fingerprint]) => known.has(id) && known.get(id) !== fingerprint).length,
    removed: before.filter(([id]) => !seen.has(id)).length,
  };
};
