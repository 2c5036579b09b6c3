/** What an HtmlOutput holds; the page a browser would show. */
export interface HtmlPage {
  content: string;
  title: string;
  faviconUrl: string;
  width: number | null;
  height: number | null;
  /** DEFAULT forbids other sites to frame the page. */
  xFrameOptions: string;
  readonly meta: { readonly name: string; readonly content: string }[];
}

const pages = new WeakMap<object, HtmlPage>();

export const rememberPage = (output: object, page: HtmlPage): void => {
  pages.set(output, page);
};

/** The page behind an HtmlOutput a script returned; undefined for any other value. */
export const pageOf = (value: unknown): HtmlPage | undefined =>
  typeof value === 'object' && value !== null ? pages.get(value) : undefined;
