import { describeNewUser, unpackNewUser } from '../../core/users/NewUser';
import { formatNumber, plural } from '../../core/base/plural';
import { describeChanges as describeSynced } from '../../core/sync/describeSync';
import { describeRemoved } from '../../core/removal/describeRemoval';
import { countRemoval } from '../../core/removal/packRemoval';
import { describeMatches, matchesOf } from '../../core/plan/describeSkips';
import { describeChange } from '../../core/users/describeChange';
import type { DirectoryChange } from '../../core/users/UserChange';
import { unpackChanges } from '../../core/users/packChanges';
import type { Shown } from '../../core/users/shownValue';
import type { TargetPreview } from './previewTarget';

/** What a directory action does at one target. The workbook is shared with whoever may ask: private values are masked there. */
const describeChanges = ({ contacts, alreadySo = 0 }: Pick<TargetPreview, 'contacts' | 'alreadySo'>, shown?: Shown): string => {
  const created = unpackNewUser(contacts);
  const inWords = (changes: readonly DirectoryChange[]): string[] => changes.map((change) => describeChange(change, shown));
  if (created !== undefined) {
    const values = `Created in ${created.orgUnitPath}; ${describeNewUser(created, shown ?? 'masked')}`;
    return [values, ...inWords(created.then ?? [])].join('; ');
  }
  const changes = inWords(unpackChanges(contacts));
  return [...changes, ...(alreadySo > 0 ? [`${formatNumber(alreadySo)} already so`] : [])].join('; ');
};

const labelWords = { none: '', create: 'label will be created', join: 'label is there already' } as const;

/** What a copy does at one target; of a sync what it writes, and what it leaves as it is. */
export const describeCopied = ({ creates, counts, skips, label }: TargetPreview): string => {
  const [there, by] = [matchesOf(skips), describeMatches(skips)];
  // A sync's own label is there most nights; what is done to one is told.
  const labelled =
    counts === undefined || label === 'create' ? labelWords[label] : counts.groups > 0 ? 'label will be joined, renamed or deleted' : '';
  const written = counts === undefined ? plural(creates, 'new contact') : describeSynced(counts);
  const parts = [
    written === '' && labelled === '' ? 'Nothing to do' : written,
    counts !== undefined && there === 0 ? '' : `${formatNumber(there)} already there${by === '' ? '' : ` (${by})`}`,
    skips.nothingToCopy > 0 ? `${formatNumber(skips.nothingToCopy)} without content` : '',
    labelled,
  ];
  return parts.filter((part) => part !== '').join(', ');
};

/** What an action that copies nothing does at one target, and what it leaves as it is. */
export const describeWork = (preview: TargetPreview, kind: string, shown?: Shown): string => {
  const { contacts, keeps = [], counts } = preview;
  const removal = countRemoval(contacts);
  const done =
    counts !== undefined
      ? describeCopied(preview)
      : kind === 'removeContacts'
        ? describeRemoved(removal.contacts, removal.labels)
        : describeChanges(preview, shown);
  return [done, ...keeps].filter((part) => part !== '').join('; ');
};
