import { describeChange } from '../users/describeChange';
import type { LeftChange, LeftReason } from './planUndo';

const words: Readonly<Record<LeftReason, string>> = {
  changedSince: 'somebody changed it since',
  placeGone: 'that place is gone or is called otherwise',
  lockedOut: 'administrators and officers are not locked out by Roster',
};

/** `Job title: nothing → “Manager”: stays, because somebody changed it since`. */
export const describeLeft = ({ change, why }: LeftChange): string => `${describeChange(change)}: stays, because ${words[why]}`;
