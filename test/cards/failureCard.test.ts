import { failureCard } from '../../src/cards/failureCard';
import { problem } from '../../src/core/base/Problem';

describe('failureCard', () => {
  it('says what happened, why, and what to do, and never reads what people wrote as markup', () => {
    const card = failureCard(problem('platform.scopeMissing', { scope: 'https://www.googleapis.com/auth/<b>x</b>' }));
    const texts = card.sections
      .flatMap(({ widgets }) => widgets)
      .map((widget) => ('textParagraph' in widget ? widget.textParagraph.text : ''));
    expect(texts.length).toBe(3);
    expect(texts[0]).toMatch(/^<b>Roster was not given the permission &quot;&lt;b&gt;x&lt;\/b&gt;&quot;\.<\/b>$/);
  });

  it('has something to do for every problem, known or not', () => {
    for (const code of ['platform.bug', 'never.heard'])
      expect(JSON.stringify(failureCard(problem(code, { errorId: 'e1' })))).toContain('gain');
  });
});
