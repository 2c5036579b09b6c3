import type { DecoratedTextJson, WidgetJson } from '../simulator/appsscript/card/CardJson';
import type { Sidebar } from '../simulator/host/Sidebar';

/** Widgets of the sections with this header; of the whole card without one. */
export const widgetsOf = (sidebar: Sidebar, header?: string): WidgetJson[] =>
  (sidebar.card.sections ?? [])
    .filter((section) => header === undefined || section.header === header)
    .flatMap((section) => section.widgets ?? []);

export const linesOf = (sidebar: Sidebar, header: string): DecoratedTextJson[] =>
  widgetsOf(sidebar, header).flatMap((widget) => (widget.decoratedText === undefined ? [] : [widget.decoratedText]));

export const textsOf = (sidebar: Sidebar, header: string): string[] =>
  widgetsOf(sidebar, header).flatMap((widget) => {
    if (widget.textParagraph !== undefined) return [plain(widget.textParagraph.text ?? '')];
    return widget.decoratedText === undefined ? [] : [`${widget.decoratedText.topLabel ?? ''}: ${plain(widget.decoratedText.text ?? '')}`];
  });

export const firstLine = (sidebar: Sidebar): string => plain(widgetsOf(sidebar)[0]?.textParagraph?.text ?? '');

export const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
