import type { ApiErrorFields } from '../network/ApiError';

/** What Google does not state about Chat, or states without a number. Change members of `world.chat.settings` in place. */
export interface ChatSettings {
  /** Adding who is a member already: 409 ALREADY_EXISTS, or the membership that exists. Both are reported. */
  duplicateMember: 'conflict' | 'existing';
  /** The answer when Chat is off for the one who is added. */
  memberServiceOff: ApiErrorFields;
  /** Members of a space at most (https://support.google.com/chat/answer/7653861 says so many of large ones), and the answer beyond. */
  membersPerSpace: number;
  spaceFull: ApiErrorFields;
  /** Calls per space and second (https://developers.google.com/workspace/chat/limits); the page does not say whether members count. */
  spaceReadsPerSecond: number;
  spaceWritesPerSecond: number;
  /** So long after joining an access group Chat is on. Google: up to 24 hours, usually sooner. */
  accessDelayMs: number;
}

export function defaultChatSettings(): ChatSettings {
  return {
    duplicateMember: 'conflict',
    memberServiceOff: { code: 400, status: 'FAILED_PRECONDITION', message: 'Precondition check failed.' },
    membersPerSpace: 50_000,
    spaceFull: { code: 400, status: 'FAILED_PRECONDITION', message: 'Precondition check failed.' },
    spaceReadsPerSecond: 15,
    spaceWritesPerSecond: 1,
    accessDelayMs: 60_000,
  };
}
