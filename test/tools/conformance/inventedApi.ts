import { Descriptions } from '../../../tools/conformance/Descriptions';
import type { DiscoveryDocument } from '../../../tools/conformance/DiscoveryDocument';
import type { RecordedExchange } from '../../../tools/conformance/checkExchange';

/** A small API that does not exist, described the way Google describes its own. */
const bakery: DiscoveryDocument = {
  name: 'bakery',
  version: 'v1',
  rootUrl: 'https://bakery.example/',
  servicePath: '',
  parameters: { fields: { type: 'string', location: 'query' } },
  schemas: {
    Loaf: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        grams: { type: 'integer', format: 'int32' },
        serial: { type: 'string', format: 'int64' },
        flour: { type: 'string', enum: ['WHEAT', 'RYE'] },
        bakedAt: { type: 'string', format: 'google-datetime' },
        slices: { type: 'array', items: { $ref: 'Slice' } },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        notes: { type: 'any' },
      },
    },
    Slice: { type: 'object', properties: { thick: { type: 'boolean' } } },
    GoogleAppsCardV1Card: { type: 'object', properties: { name: { type: 'string' } } },
  },
  resources: {
    ovens: {
      resources: {
        loaves: {
          methods: {
            create: {
              id: 'bakery.ovens.loaves.create',
              httpMethod: 'POST',
              path: 'v1/{+oven}/loaves',
              parameters: {
                oven: { type: 'string', location: 'path', required: true, pattern: '^ovens/[^/]+$' },
                heat: { type: 'integer', format: 'int32', location: 'query', minimum: '1', maximum: '9' },
                mode: { type: 'string', location: 'query', enum: ['FAST', 'SLOW'], repeated: true },
                day: { type: 'string', location: 'query', required: true },
              },
              request: { $ref: 'Loaf' },
              response: { $ref: 'Loaf' },
              scopes: ['https://scopes.example/bake', 'https://scopes.example/all'],
            },
          },
        },
      },
    },
  },
};

export const descriptions = new Descriptions([bakery]);
export const document = bakery;

/** A flawless exchange, with changes. */
export function exchange(
  changes: {
    query?: string;
    path?: string;
    method?: string;
    body?: unknown;
    answer?: unknown;
    status?: number;
    scope?: string;
    id?: string;
  } = {},
): RecordedExchange {
  const {
    query = 'day=monday&heat=3&mode=FAST&mode=SLOW&fields=name',
    path = 'v1/ovens/1/loaves',
    method = 'POST',
    body = { name: 'Loaf' },
  } = changes;
  const { answer = { name: 'Loaf', grams: 500 }, status = 200, scope = 'bake', id = 'bakery.ovens.loaves.create' } = changes;
  return {
    operation: { id },
    request: {
      method,
      url: `https://bakery.example/${path}?${query}`,
      headers: {},
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    response: { status, headers: {}, body: typeof answer === 'string' ? answer : JSON.stringify(answer) },
    caller: { scopes: new Set([`https://scopes.example/${scope}`]) },
  };
}
