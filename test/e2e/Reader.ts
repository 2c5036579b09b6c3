import * as fs from 'node:fs';
import * as path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import type { OpenBrowser } from './browser';

const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 at level AA, and axe's own good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A person with a browser tab on the web page. What they perceive: roles, names, focus, what is announced; never a selector of the page's. */
export class Reader {
  /** What the browser said that nobody wants to read: errors of scripts, refused loads. */
  readonly complaints: string[] = [];
  /** Dialogs of scripts: none should come. */
  readonly dialogs: string[] = [];

  private constructor(readonly page: Page) {}

  static async open({ context }: OpenBrowser, address: string): Promise<Reader> {
    const page = await context.newPage();
    const reader = new Reader(page);
    page.on('console', (message) => {
      if (message.type() === 'error') reader.complaints.push(message.text());
    });
    page.on('pageerror', (error) => reader.complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      reader.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(address);
    return reader;
  }

  get frame(): FrameLocator {
    return this.page.frameLocator('iframe');
  }
  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name, exact: true });
  }
  heading(name: string | RegExp): Locator {
    return this.frame.getByRole('heading', { level: 1, name });
  }
  /** The page has settled on this heading: no call is under way. */
  async reads(name: string | RegExp): Promise<void> {
    await this.heading(name).waitFor();
    await this.frame.locator('main[aria-busy=false]').waitFor();
  }
  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }
  /** All that is read out from top to bottom, as text. */
  async text(): Promise<string> {
    return this.frame.locator('body').innerText();
  }
  /** What a screen reader is told without being asked. */
  async said(): Promise<string> {
    return this.frame.getByRole('status').innerText();
  }
  /** Role and name of what has the focus, and whether a person sees that it has. */
  async focus(): Promise<{ readonly name: string; readonly isSeen: boolean }> {
    return this.frame.locator('body').evaluate((body) => {
      const one = body.ownerDocument.activeElement as HTMLElement | null;
      if (one === null || one === body) return { name: 'nothing', isSeen: false };
      const label = (one as HTMLInputElement).labels?.[0]?.textContent;
      const style = getComputedStyle(one);
      const name = one.getAttribute('aria-label') ?? label ?? one.textContent ?? '';
      return { name: name.trim(), isSeen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
    });
  }
  async key(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
  /** Presses Tab up to what has this name; the names on the way, with it. */
  async tabTo(name: string): Promise<string[]> {
    const way: string[] = [];
    for (let step = 0; step < 80; step += 1) {
      await this.key('Tab');
      const { name: reached, isSeen } = await this.focus();
      if (!isSeen) throw new Error(`the focus on “${reached}” is not seen`);
      way.push(reached);
      if (reached === name) return way;
    }
    throw new Error(`Tab does not lead to “${name}”: ${way.join(', ')}`);
  }
  /** Rules of accessibility that this state breaks, with the element that does. */
  async violations(): Promise<string[]> {
    const frame = this.page.frames()[1];
    if (frame === undefined) throw new Error('there is no frame');
    await frame.evaluate(axeSource);
    const found = (await frame.evaluate(
      (values) =>
        (globalThis as unknown as { axe: { run(options: object): Promise<unknown> } }).axe.run({ runOnly: { type: 'tag', values } }),
      RULES,
    )) as AxeResults;
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
  }
  /** Pixels by which the page is wider than the window: above 0, a person has to scroll sideways. */
  async overflow(): Promise<number> {
    return this.frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  }
  /** Saved into the folder that the environment variable `ROSTER_SHOTS` names; nowhere without it. */
  async shot(name: string): Promise<void> {
    const folder = process.env['ROSTER_SHOTS'];
    if (folder === undefined) return;
    const size = this.page.viewportSize();
    const height = await this.frame.locator('html').evaluate((html) => html.scrollHeight);
    if (size !== null) await this.page.setViewportSize({ width: size.width, height: Math.min(height, 4000) });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
    if (size !== null) await this.page.setViewportSize(size);
  }
}
