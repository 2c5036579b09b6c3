import fc from 'fast-check';
import { utf8 } from '../../../src/core/base/utf8';

test('the bytes are those of UTF-8, whatever the text; half a character becomes U+FFFD', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('a', 'ü', '→', '😀', '\ud83d', '\ude00'), fc.string({ unit: 'binary', maxLength: 1 })),
  });
  fc.assert(fc.property(text, (one) => expect([...utf8(one)]).toEqual([...Buffer.from(one, 'utf8')])));
});
