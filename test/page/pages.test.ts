import * as vm from 'node:vm';
import * as fc from 'fast-check';
import { startScript } from '../../src/cards/startScript';
import buildPages from '../../tools/bundler/buildPages.cjs';

const pages = Object.entries(buildPages());
const scriptOf = (html: string): string => /<script>([^]*)<\/script>/.exec(html)![1]!;
/** The literal that the page's script is started with. */
const literal = (html: string): string => /^page\.start\((".*")\);$/.exec(scriptOf(html))![1]!;

describe('startScript', () => {
  it('carries any id as text that can end neither the literal nor the script', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('</script>', '<!--', '";alert(1)//', '\u2028', '\\')), (id) => {
        const html = startScript(id);
        expect(JSON.parse(literal(html))).toBe(id);
        expect(literal(html)).not.toMatch(/[<>\u2028\u2029]/);
        expect(html.match(/<\/script>/g)!.length).toBe(1);
      }),
    );
  });

  it('holds nothing but the id: another one is the only difference', () => {
    expect(startScript('other').replace('"other"', '"r1"')).toBe(startScript('r1'));
  });
});

describe.each(pages)('%s', (_name, page) => {
  it('is well-formed, and its script can be read', () => {
    const open: string[] = [];
    const markup = page.replace(/<(script|style)>[^]*?<\/\1>/g, '<$1></$1>');
    for (const [, slash, tag = ''] of markup.matchAll(/<(\/?)([a-z]\w*)[^<>]*>/g)) {
      if (slash === '/') expect(open.pop()).toBe(tag);
      else if (!['meta', 'base'].includes(tag)) open.push(tag);
    }
    // What is appended is the end of the body.
    expect(open).toEqual(['html', 'body']);
    expect(page.match(/<\/script>/g)!.length).toBe(1);
    expect(() => new vm.Script(scriptOf(page))).not.toThrow();
    const ids = [...markup.matchAll(/ id="(\w+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['heading', 'said', 'main', 'view']));
  });

  it('has no inline handler, loads nothing from elsewhere, and puts in nothing as HTML', () => {
    expect(page).not.toMatch(/<[^>]*\son\w+=/i);
    expect(page).not.toMatch(/\b(src|href)=|url\(|@import|https?:|<link|<img|<iframe/i);
    expect(page).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|Function\(|setAttribute\(["']on/);
  });

  it('has a language, a landmark with a name, a heading that takes the focus and a place that is read out when it changes', () => {
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<main id="main" aria-busy="true" aria-labelledby="heading">');
    expect(page).toContain('<h1 id="heading" tabindex="-1">');
    expect(page).toContain('<p id="said" role="status" aria-live="polite">');
    expect(page).toContain('<noscript>');
  });

  it('shows the focus, follows the dark scheme, has no fixed width and nothing that moves', () => {
    const [style] = /<style>[^]*<\/style>/.exec(page)!;
    expect(style).toMatch(/:focus-visible \{\s*outline: 3px/);
    expect(style).toContain('prefers-color-scheme: dark');
    expect(style).not.toMatch(/(^|[^-])width: \d{2,}(px|rem)|min-width|animation|transition|scroll-behavior/m);
  });

  it.each([
    ['light', 0],
    ['dark', 1],
  ])('has a contrast of 4.5 : 1 and more for texts, of 3 : 1 for lines, in the %s scheme', (_scheme, index) => {
    const scheme = [...page.matchAll(/:root \{([^}]*)\}/g)][index]![1]!;
    const colour = (name: string): string => new RegExp(`--${name}: #([0-9a-f]+)`).exec(scheme)![1]!;
    const contrast = (one: string, other: string): number => {
      const [light = 0, dark = 0] = [luminance(colour(one)), luminance(colour(other))].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };
    for (const [text, ground] of [
      ['text', 'ground'],
      ['quiet', 'ground'],
      ['main', 'ground'],
      ['on-main', 'main'],
      ['on-off', 'off'],
    ] as const) {
      expect([text, contrast(text, ground) >= 4.5]).toEqual([text, true]);
    }
    expect(contrast('line', 'ground')).toBeGreaterThanOrEqual(3);
  });
});

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (hex: string): number => {
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
