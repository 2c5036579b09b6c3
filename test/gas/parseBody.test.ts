import { parseBody } from '../../src/gas/parseBody';

describe('parseBody', () => {
  it('reads JSON, keeps other texts as they are, and takes an empty body as none', () => {
    expect(parseBody('{"a":[1]}')).toEqual({ a: [1] });
    expect(parseBody('<html>502</html>')).toBe('<html>502</html>');
    expect(parseBody(' \n')).toBeUndefined();
  });
});
