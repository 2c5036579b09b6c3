import type { RequestEntry } from '../core/approvals/RequestEntry';
import { countRowKinds, isRowKind, type RowKind } from '../core/imports/rowKinds';
import { action } from './button';
import type { SectionSpec } from './CardSpec';
import { filterWidget, ONLY } from './filterWidget';
import { pageOf, pagingWidgets } from './paging';
import { planLine, type PlanLine } from './planSection';
import type { Viewer } from './Viewer';

/** Targets on the card of a request. */
export const linesOnCard = 20;

const kindsOf = ({ row, warning }: PlanLine): RowKind[] => (row === undefined ? [] : warning === '' ? [row] : [row, 'warned']);

/** B1: what a request does at each target. `only`: of an import, the rows of this kind; blank: all. */
export const previewSection = (
  { entry, preview }: { readonly entry: Pick<RequestEntry, 'id'>; readonly preview: readonly PlanLine[] },
  pageNumber: number,
  viewer: Viewer,
  only: string,
): SectionSpec[] => {
  if (preview.length === 0) return [];
  const parameters = { request: entry.id };
  const page = pageOf(isRowKind(only) ? preview.filter((line) => kindsOf(line).includes(only)) : preview, pageNumber, linesOnCard);
  const several = preview.some((line) => line.action > 0);
  const kinds = countRowKinds(preview.map(kindsOf));
  return [
    {
      header: 'Preview by target',
      widgets: [
        ...(kinds.length < 2 ? [] : [filterWidget(kinds, { only, total: preview.length }, action('filterRequest', parameters), viewer)]),
        ...page.items.map((line) => planLine(line, several, viewer)),
        ...pagingWidgets(page, viewer, 'pageRequest', { ...parameters, ...(only === '' ? {} : { [ONLY]: only }) }),
      ],
    },
  ];
};
