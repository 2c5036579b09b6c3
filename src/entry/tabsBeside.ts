import type { Environment } from '../app/Environment';
import type { CardEvent } from '../cards/CardSpec';
import { SHEET_ADDRESS } from '../cards/sheetTargetsCard';
import type { TabsView } from '../cards/tabSection';
import { field } from './cardAction';

export const addressOf = (event: CardEvent): string => field(event, SHEET_ADDRESS).trim();

/** A list takes 100 items. */
const tabLimit = 100;

/** The tabs with a header of the Sheet that is open, or of the one whose address stands on the card. */
export const tabsBeside = (env: Environment, event: CardEvent, read: Pick<TabsView, 'tab' | 'problem'>): TabsView => {
  const address = addressOf(event);
  const open = env.spreadsheets.open(address);
  const refused = open.ok || (address === '' && open.problem.code === 'platform.noSpreadsheetOpen') ? undefined : open.problem;
  const problem = read.problem ?? refused;
  const tabs = open.ok ? open.value.tabs.filter(({ header }) => header.some((text) => text.trim() !== '')) : [];
  return {
    ...(open.ok ? { title: open.value.title } : {}),
    address,
    tabs: tabs.map(({ name }) => name).slice(0, tabLimit),
    tab: read.tab,
    ...(problem === undefined ? {} : { problem }),
  };
};
