import type { Result } from '../../core/base/Result';
import type { Environment } from '../Environment';
import { cachedDomains } from './searchTargets';

/** S13, S58: a tab with header, an example of each kind and a validation list for the kind. Answers the tab's name. */
export const makeTargetsTemplate = (env: Environment, address: string): Result<string> => {
  const open = env.spreadsheets.open(address);
  if (!open.ok) return open;
  const domains = cachedDomains(env);
  const domain = (domains.ok ? domains.value.find((one) => one.isPrimary)?.domainName : undefined) ?? 'example.com';
  return open.value.addTab(
    'Roster targets',
    ['Target (required)', 'Kind (optional)', 'Note (optional)'],
    [
      [`first.last@${domain}`, 'User', 'Replace these examples by your targets, one a row.'],
      [`team@${domain}`, 'Group', 'Members of nested groups are included.'],
      ['/Sales', 'Organizational unit', 'Units below it are included.'],
      [domain, 'Domain', 'Everybody whose primary address is in it.'],
    ],
    { 1: ['User', 'Group', 'Organizational unit', 'Domain'] },
  );
};
