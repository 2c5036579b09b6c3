import type { Paged } from '../app/requests/pageOfTargets';
import { add, button, view } from './screen';

/** A button that leads to where one came from. */
export interface WayBack {
  readonly text: string;
  readonly go: () => void;
}

type Counted = Pick<Paged<unknown>, 'page' | 'pages'>;

export const counted = ({ page, pages }: Counted, text: string): string => (pages < 2 ? text : `${text} Page ${page + 1} of ${pages}.`);

const showSteps = ({ page, pages }: Counted, go: (page: number) => void, back: WayBack, where: string): void => {
  const steps = add(view, 'nav', undefined, { 'aria-label': `Pages${where}`, class: 'buttons' });
  const step = (text: string, press: () => void) => button(steps, text, press, where === '' ? {} : { 'aria-label': text + where });
  step(back.text, back.go);
  if (page > 0) step('Previous page', () => go(page - 1));
  if (where !== '' && pages > 1) add(steps, 'span', `Page ${page + 1} of ${pages}`);
  if (page < pages - 1) step('Next page', () => go(page + 1));
};

/** One page of a list, with steps to the others above and, when it is long, below. */
export const showLines = <Line>(
  list: Paged<Line>,
  go: (page: number) => void,
  back: WayBack,
  showLine: (item: HTMLElement, line: Line) => void,
): void => {
  showSteps(list, go, back, '');
  const lines = add(view, 'ul', undefined, { class: 'lines' });
  for (const line of list.lines) showLine(add(lines, 'li'), line);
  if (list.lines.length > 10) showSteps(list, go, back, ', below the list');
};
