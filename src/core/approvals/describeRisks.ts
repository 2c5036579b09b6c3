import { formatNumber, plural } from '../base/plural';

/** What an officer is warned of, out of the preview. */
export interface RiskFacts {
  readonly targets: number;
  readonly creates: number;
  /** `Remove 1,240 copied contacts from 31 people`; absent: no contact is removed. */
  readonly removal?: string | undefined;
  /** Targets at which contacts that a sync delivered are removed. */
  readonly inStep?: number;
  /** What a removal or an undo leaves because somebody changed it since. */
  readonly kept?: number;
  /** Users who are created. */
  readonly newUsers?: number;
  /** Of changes in the directory (`directoryRisks`). */
  readonly directory?: readonly string[];
  /** Contacts are copied although the target seems to have them. */
  readonly evenIfExists: boolean;
  /** Domains of the targets, and of who asks; blank when it is not known. */
  readonly domains: readonly string[];
  readonly requesterDomain: string;
  /** Targets that get nothing: suspended ones, and all of them. */
  readonly suspended: number;
  readonly refused: number;
  /** Targets at which something may go wrong. */
  readonly warned: number;
}

/** Above these numbers a request is called large: our own measure. */
const largeTargets = 100;
const largeCreates = 5000;
const namedDomains = 5;

const domainRisks = ({ domains, requesterDomain }: RiskFacts): string[] => {
  const counts = new Map<string, number>();
  for (const domain of domains) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  const outside = domains.filter((domain) => requesterDomain !== '' && domain !== requesterDomain).length;
  const named = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([domain, count]) => `${domain} (${count})`);
  const more = named.length > namedDomains ? ` and ${named.length - namedDomains} more` : '';
  return [
    ...(counts.size > 1 ? [`Targets are in ${counts.size} domains: ${named.slice(0, namedDomains).join(', ')}${more}`] : []),
    ...(outside > 0 ? [`${plural(outside, 'target')} outside ${requesterDomain}, the domain of who asks`] : []),
  ];
};

const creationRisk = ({ newUsers = 0 }: RiskFacts): string[] =>
  newUsers === 0
    ? []
    : [`${plural(newUsers, 'user')} will be created, each with a license; nobody knows their passwords until an administrator sets one`];

/** What may go wrong or cannot be taken back, the gravest first. */
export const describeRisks = (facts: RiskFacts): readonly string[] => {
  const { targets, creates, removal, inStep = 0, kept = 0, evenIfExists, suspended, refused, warned, directory = [] } = facts;
  const isLarge = targets >= largeTargets || creates >= largeCreates;
  const others = refused - suspended;
  return [
    ...(removal === undefined ? [] : [`${removal}: they lie in the trash of each account for 30 days`]),
    ...(inStep > 0 ? [`At ${plural(inStep, 'target')} contacts of a contact sync are removed, too: its next run may bring them back`] : []),
    ...creationRisk(facts),
    ...directory,
    ...domainRisks(facts),
    ...(isLarge ? [`Large: ${plural(targets, 'target')}, ${plural(creates, 'new contact')}`] : []),
    ...(evenIfExists ? ['Contacts that a target has already are copied all the same, and stand there twice'] : []),
    ...(suspended > 0 ? [`${plural(suspended, 'target')} suspended: nothing is copied there`] : []),
    ...(others > 0 ? [`${plural(others, 'target')} will get nothing; the preview says why`] : []),
    ...(kept > 0 ? [`${formatNumber(kept)} kept as somebody left them since, or because it cannot be put back`] : []),
    ...(warned > 0 ? [`${plural(warned, 'target')} with a warning; the preview says which`] : []),
  ];
};
