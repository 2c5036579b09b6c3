import type { ImportFieldId } from '../../../src/core/imports/ImportField';
import { plan, said, type Mapped } from '../../support/importCase';

type Content = 'unmapped' | 'empty' | 'valid' | 'invalid';
type Kind = 'user field' | 'true/false' | 'permission' | 'group/channel';

const cells: Readonly<Record<Kind, { readonly field: ImportFieldId; readonly valid: string; readonly invalid: string }>> = {
  'user field': { field: 'workPhone', valid: '+41 44 555 09 09', invalid: 'call me' },
  'true/false': { field: 'visible', valid: 'FALSE', invalid: 'no' },
  permission: { field: 'access/vpn', valid: 'no', invalid: 'perhaps' },
  'group/channel': { field: 'communicationGroups', valid: 'team@acme.test', invalid: 'team@acme.test, nobody@acme.test' },
};

const phone = 'Work phone: “+41 44 555 01 01” → ';

/** I30: what is so for both settings of overwrite stands in both, because 32 cells are asked for. */
const matrix: readonly (readonly [Content, Kind, 'off' | 'on', readonly string[]])[] = [
  ['unmapped', 'user field', 'off', ['unchanged']],
  ['unmapped', 'user field', 'on', ['unchanged']],
  ['unmapped', 'true/false', 'off', ['unchanged']],
  ['unmapped', 'true/false', 'on', ['unchanged']],
  ['unmapped', 'permission', 'off', ['unchanged']],
  ['unmapped', 'permission', 'on', ['unchanged']],
  ['unmapped', 'group/channel', 'off', ['unchanged']],
  ['unmapped', 'group/channel', 'on', ['unchanged']],
  ['empty', 'user field', 'off', [`${phone}nothing`]],
  ['empty', 'user field', 'on', [`${phone}nothing`]],
  ['empty', 'true/false', 'off', ['visible: The cell is empty.']],
  ['empty', 'true/false', 'on', ['visible: The cell is empty.']],
  ['empty', 'permission', 'off', ['access/vpn: The cell is empty.']],
  ['empty', 'permission', 'on', ['access/vpn: The cell is empty.']],
  ['empty', 'group/channel', 'off', ['unchanged']],
  ['empty', 'group/channel', 'on', ['unchanged']],
  ['valid', 'user field', 'off', [`${phone}“+41 44 555 09 09”`]],
  ['valid', 'user field', 'on', [`${phone}“+41 44 555 09 09”`]],
  ['valid', 'true/false', 'off', ['Shown in the directory: yes → no']],
  ['valid', 'true/false', 'on', ['Shown in the directory: yes → no']],
  ['valid', 'permission', 'off', ['Removed from vpn@acme.test']],
  ['valid', 'permission', 'on', ['Removed from vpn@acme.test']],
  ['valid', 'group/channel', 'off', ['Added to team@acme.test']],
  ['valid', 'group/channel', 'on', ['Added to team@acme.test', 'Removed from news@acme.test (owner there)']],
  ['invalid', 'user field', 'off', ['workPhone: “call me” is not a phone number.']],
  ['invalid', 'user field', 'on', ['workPhone: “call me” is not a phone number.']],
  ['invalid', 'true/false', 'off', ['visible: “no” is neither true nor false.']],
  ['invalid', 'true/false', 'on', ['visible: “no” is neither true nor false.']],
  ['invalid', 'permission', 'off', ['access/vpn: “perhaps” is neither yes nor no.']],
  ['invalid', 'permission', 'on', ['access/vpn: “perhaps” is neither yes nor no.']],
  ['invalid', 'group/channel', 'off', ['communicationGroups: There is no group nobody@acme.test.']],
  ['invalid', 'group/channel', 'on', ['communicationGroups: There is no group nobody@acme.test.']],
];

describe('I30: the matrix', () => {
  it('has every cell once', () =>
    expect(new Set(matrix.map(([content, kind, overwrite]) => `${content} ${kind} ${overwrite}`)).size).toBe(32));

  it.each(matrix)('%s %s, overwrite %s', (content, kind, overwrite, wanted) => {
    const { field, valid, invalid } = cells[kind];
    const mapped: Mapped = overwrite === 'on' ? { field, overwrite: true } : field;
    const cell = { unmapped: 'x', empty: '', valid, invalid }[content];
    // The column beside is as it is, so that the row is one of an import that can start.
    const [row] = plan(content === 'unmapped' ? ['title'] : ['title', mapped], [['ann@acme.test', 'Buyer', cell]]);
    expect(said(row)).toEqual(wanted);
  });
});
