import { FieldsSyntaxError, parseFields, type Selection } from '../../simulator/network/selectFields';
import type { DiscoveryDocument, DiscoverySchema } from './DiscoveryDocument';

/** Names in a `fields` parameter that the answer's type does not have: Google refuses them, the simulator selects nothing. */
export function fieldsFaults(selector: string, type: string | undefined, document: DiscoveryDocument): string[] {
  try {
    return type === undefined ? [] : unknownNames(parseFields(selector), { $ref: type }, document, '');
  } catch (error) {
    if (error instanceof FieldsSyntaxError) return [`"fields" cannot be read from "${error.path}" on`];
    throw error;
  }
}

function unknownNames(selection: Selection, schema: DiscoverySchema, document: DiscoveryDocument, path: string): string[] {
  const { properties, additionalProperties, items, type } = resolved(schema, document);
  if (items !== undefined) return unknownNames(selection, items, document, path);
  if (type === 'any' || additionalProperties !== undefined) return [];
  return Object.entries(selection).flatMap(([name, inner]) => {
    if (name === '*') return [];
    const member = properties?.[name];
    const own = `${path}${name}`;
    if (member === undefined) return [`"fields" names ${own}, which the answer does not have`];
    return inner === undefined ? [] : unknownNames(inner, member, document, `${own}/`);
  });
}

function resolved(schema: DiscoverySchema, document: DiscoveryDocument): DiscoverySchema {
  return schema.$ref === undefined ? schema : (document.schemas[schema.$ref] ?? schema);
}
