import { hasTag, parseTags } from '../../../src/core/workflows/parseTags';

describe('S50: tags', () => {
  it('are the words between commas, each once, as typed first', () => {
    expect(parseTags(' fair , EMEA  north,, Fair,')).toEqual(['fair', 'EMEA north']);
    expect(parseTags(' , ')).toEqual([]);
  });

  it('are found whatever their capitals', () => {
    expect(hasTag(['EMEA'], 'emea')).toBe(true);
    expect(hasTag(['EMEA'], 'em')).toBe(false);
    expect(hasTag(undefined, 'emea')).toBe(false);
  });
});
