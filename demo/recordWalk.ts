import type { Exchange } from '../simulator/network/Network';
import type { Recording } from '../tools/conformance/Recording';
import { copyOnce } from './copyOnce';
import { makeCompany } from './makeCompany';
import { openAsAdministrator } from './openAsAdministrator';
import { readOptions } from './readOptions';
import { grantPreApproval, setUpRoster } from './setUpRoster';

/** The whole demo, twice in one world, with every request, answer and card of it: for `npm run conformance`. */
export function recordWalk(): Recording {
  const options = readOptions([]);
  if ('wrong' in options) throw new Error(options.wrong);
  const company = makeCompany(options);
  const exchanges: Exchange[] = [];
  const stop = company.world.network.observe((exchange) => exchanges.push(exchange));
  const operator = setUpRoster(company);
  grantPreApproval(company);
  const administrator = openAsAdministrator(company);
  copyOnce(company, administrator, 'A copy', () => undefined);
  administrator.press('Home');
  copyOnce(company, administrator, 'The same copy', () => undefined);
  stop();
  const cards = [...operator.history, ...administrator.history].map(({ card }, index) => ({
    name: `${index + 1} ${card.name ?? ''}`,
    card,
  }));
  return { exchanges, cards };
}
