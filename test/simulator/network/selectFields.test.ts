import { FieldsSyntaxError, selectFields } from '../../../simulator/network/selectFields';

const ANSWER = {
  kind: 'k',
  users: [{ id: '1', name: { givenName: 'A', familyName: 'B' }, emails: [{ address: 'x', primary: true }] }],
  next: 't',
};

describe('partial responses', () => {
  it.each([
    ['next', { next: 't' }],
    ['users/id', { users: [{ id: '1' }] }],
    ['users(id,name/familyName),next', { users: [{ id: '1', name: { familyName: 'B' } }], next: 't' }],
    ['users/name,users/id', { users: [{ id: '1', name: { givenName: 'A', familyName: 'B' } }] }],
    ['users/emails(address)', { users: [{ emails: [{ address: 'x' }] }] }],
    ['users/*/givenName', { users: [{ id: '1', name: { givenName: 'A' }, emails: [{}] }] }],
    ['*', ANSWER],
    ['absent', {}],
  ])('%s', (selector, expected) => {
    expect(selectFields(ANSWER, selector)).toEqual(expected);
  });

  it.each(['users(id', 'users)', ',id', 'users(id))', 'a//b'])('refuses %s', (selector) => {
    expect(() => selectFields(ANSWER, selector)).toThrow(FieldsSyntaxError);
  });
});
