import { describeRemoved } from '../../core/removal/describeRemoval';
import { countRemoval } from '../../core/removal/packRemoval';
import type { Shown } from '../../core/users/shownValue';
import type { TargetPreview } from './previewTarget';
import { describeChanges } from './views';

/** What an action that copies nothing does at one target, and what it leaves as it is. */
export const describeWork = (preview: TargetPreview, kind: string, shown?: Shown): string => {
  const { contacts, keeps = [] } = preview;
  const removal = countRemoval(contacts);
  const done = kind === 'removeContacts' ? describeRemoved(removal.contacts, removal.labels) : describeChanges(preview, shown);
  return [done, ...keeps].filter((part) => part !== '').join('; ');
};
