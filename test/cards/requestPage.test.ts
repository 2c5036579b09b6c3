import * as fc from 'fast-check';
import { requestPage } from '../../src/cards/requestPage';

/** The literal that the script of the page begins with. */
const literal = (html: string): string => /var requestId = (".*");\n/.exec(html)![1]!;

describe('requestPage', () => {
  it('carries any request id as text that can end neither the literal nor the script', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('</script>', '<!--', '";alert(1)//', '\u2028', '\\')), (requestId) => {
        const html = requestPage(requestId);
        expect(JSON.parse(literal(html))).toBe(requestId);
        expect(literal(html)).not.toMatch(/[<>\u2028\u2029]/);
        expect(html.match(/<\/script>/g)!.length).toBe(1);
      }),
    );
  });

  it('writes answers as text, and tells assistive technology when they change', () => {
    const html = requestPage('r1');
    expect(html).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write/);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('aria-live="polite"');
  });
});
