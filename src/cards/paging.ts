import type { ButtonSpec, WidgetSpec } from './CardSpec';
import { formatNumber, type Viewer } from './Viewer';

export interface Page<T> {
  readonly items: readonly T[];
  /** Counted from 0. */
  readonly number: number;
  readonly size: number;
  readonly total: number;
}

/** The page of that number; the last one when there are fewer. */
export const pageOf = <T>(items: readonly T[], number: number, size: number): Page<T> => {
  const last = Math.max(0, Math.ceil(items.length / size) - 1);
  const shown = Math.min(Math.max(0, Number.isFinite(number) ? Math.floor(number) : 0), last);
  return { items: items.slice(shown * size, shown * size + size), number: shown, size, total: items.length };
};

/** "1–20 of 613". */
export const pageRange = (page: Page<unknown>, viewer: Viewer): string => {
  const first = page.number * page.size + 1;
  const write = (value: number): string => formatNumber(value, viewer);
  return `${write(first)}–${write(first + page.items.length - 1)} of ${write(page.total)}`;
};

/** "Previous" and "Next" for a list that does not fit on one card; nothing for one that does. */
export const pagingWidgets = (
  page: Page<unknown>,
  viewer: Viewer,
  action: string,
  parameters: Readonly<Record<string, string>> = {},
): WidgetSpec[] => {
  if (page.total <= page.size) return [];
  const to = (text: string, altText: string, number: number): ButtonSpec => ({
    text,
    altText,
    onClick: { action: { name: action, parameters: { ...parameters, page: String(number) } } },
  });
  const buttons: ButtonSpec[] = [];
  if (page.number > 0) buttons.push(to('Previous', `Previous ${page.size}`, page.number - 1));
  if ((page.number + 1) * page.size < page.total) buttons.push(to('Next', `Next ${page.size}`, page.number + 1));
  return [{ textParagraph: { text: pageRange(page, viewer) } }, { buttonList: { buttons } }];
};
