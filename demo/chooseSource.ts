import type { Sidebar } from '../simulator/host/Sidebar';
import type { Company } from './makeCompany';
import { widgetsOf } from './readCard';

/** The source user, by typing the beginning of the address. */
export function pickSource({ source }: Pick<Company, 'source'>, sidebar: Sidebar): void {
  const suggestion = sidebar
    .suggest('Source user (required)', source.primaryEmail.slice(0, 4))
    .find((text) => text.includes(source.primaryEmail));
  if (suggestion === undefined) throw new Error(`The source user ${source.primaryEmail} is not suggested:\n${sidebar.text()}`);
  sidebar.pick('Source user (required)', suggestion);
  sidebar.press('Use this user');
}

/** A label of the source user, by its name; the list has numbers of contacts beside them. */
export function chooseLabel(sidebar: Sidebar, field: string, label: string): void {
  const options = widgetsOf(sidebar).flatMap(({ selectionInput }) => (selectionInput?.label === field ? (selectionInput.items ?? []) : []));
  const option = options.find((item) => item.text === label || item.text.startsWith(`${label} (`));
  if (option === undefined) throw new Error(`The source user has no label "${label}", but: ${options.map((item) => item.text).join(', ')}`);
  sidebar.choose(field, option.text);
}
