import { given, parallel, splitLabel } from './contactCell';
import { labelType } from './labelType';

const PARTS: readonly (readonly [column: string, member: string])[] = [
  ['street', 'streetAddress'],
  ['city', 'city'],
  ['po box', 'poBox'],
  ['region', 'region'],
  ['postal code', 'postalCode'],
  ['country', 'country'],
  ['extended address', 'extendedAddress'],
  ['formatted', 'formattedValue'],
];

/**
 * The addresses in the columns `Address n - …`: several with one label stand side by side in each of its cells. A country
 * that is a code of two letters is kept as both country and country code.
 */
export function contactAddresses(cell: (...names: string[]) => string, n: number): Record<string, unknown>[] {
  const type = given('type', labelType('addresses', splitLabel(cell(`address ${n} - label`, `address ${n} - type`)).word));
  const parts = PARTS.map(([column, member]) => ({ member, values: parallel(cell(`address ${n} - ${column}`)) }));
  const count = Math.max(...parts.map(({ values }) => values.length));
  return Array.from({ length: count }, (_, at) => {
    const filled = parts.map(({ member, values }) => given(member, values[at]?.replace(/\r\n/g, '\n')));
    const address: Record<string, unknown> = Object.assign({}, ...filled);
    const country = address['country'];
    if (typeof country === 'string' && /^[A-Z]{2}$/.test(country)) address['countryCode'] = country;
    return Object.keys(address).length > 0 ? { ...address, ...type } : {};
  });
}
