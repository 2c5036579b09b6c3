import { failureCard } from '../../src/cards/failureCard';
import { problem } from '../../src/core/base/Problem';

describe('failureCard', () => {
  it('says what happened, why, and what to do, and never reads what people wrote as markup', () => {
    const card = failureCard(problem('platform.scopeMissing', { scope: 'https://www.googleapis.com/auth/<b>x</b>' }));
    const texts = card.sections
      .flatMap(({ widgets }) => widgets)
      .flatMap((widget) => ('textParagraph' in widget ? [widget.textParagraph.text] : []));
    expect(texts.length).toBe(3);
    expect(texts[0]).toMatch(/^<b>Roster was not given the permission &quot;&lt;b&gt;x&lt;\/b&gt;&quot;\.<\/b>$/);
  });

  it('offers the way to Google’s consent page where a permission of the reader is missing, and only there', () => {
    const offers = (code: string, data: Parameters<typeof problem>[1] = {}) =>
      JSON.stringify(failureCard(problem(code, data))).includes('"permissions"');
    for (const code of ['platform.scopeMissing', 'platform.authorizationRequired', 'google.scopeMissing']) expect(offers(code)).toBe(true);
    expect(offers('platform.busy')).toBe(false);
    expect(offers('platform.scopeMissing', { operator: true })).toBe(false);
  });

  it('has something to do for every problem, known or not', () => {
    for (const code of ['platform.bug', 'never.heard'])
      expect(JSON.stringify(failureCard(problem(code, { errorId: 'e1' })))).toContain('gain');
  });
});
