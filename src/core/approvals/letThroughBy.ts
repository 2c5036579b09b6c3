import type { RequestEntry } from './RequestEntry';

/** What lets a request through, or would, without an officer; undefined: officers decide. */
export const letThroughBy = ({ preApprovalId, needed }: Pick<RequestEntry, 'preApprovalId' | 'needed'>): string | undefined => {
  if (preApprovalId !== '') return `pre-approval ${preApprovalId}`;
  return needed === 0 ? 'the settings, which ask for no officer' : undefined;
};
