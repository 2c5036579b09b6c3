import Ajv from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { methodsOf } from './DiscoveryDocument';
import type { DiscoveryDocument, DiscoveryMethod } from './DiscoveryDocument';
import { definitionsOf } from './schemaOf';

/** One thing that is not as Google describes it. */
export interface Violation {
  /** What was looked at: a method with its address, a card. */
  readonly where: string;
  readonly what: string;
}

export interface DescribedMethod {
  readonly document: DiscoveryDocument;
  readonly method: DiscoveryMethod;
}

/** Google's API descriptions: methods by id, and values checked against their types. */
export class Descriptions {
  private methods = new Map<string, DescribedMethod>();
  private validators = new Map<string, ValidateFunction>();

  constructor(readonly documents: readonly DiscoveryDocument[]) {
    for (const document of documents) for (const method of methodsOf(document)) this.methods.set(method.id, { document, method });
  }

  method(id: string): DescribedMethod | undefined {
    return this.methods.get(id);
  }

  document(name: string): DiscoveryDocument | undefined {
    return this.documents.find((document) => document.name === name);
  }

  /** What is wrong with a value of the type, in words; nothing when it conforms. */
  faults(document: DiscoveryDocument, type: string, value: unknown): string[] {
    const validate = this.validator(document, type);
    return validate(value) ? [] : (validate.errors ?? []).map((error) => `${type}${worded(error)}`);
  }

  private validator(document: DiscoveryDocument, type: string): ValidateFunction {
    const key = `${document.name}:${document.version}:${type}`;
    const known = this.validators.get(key);
    if (known !== undefined) return known;
    const ajv = new Ajv({ strict: false, allErrors: true });
    const validate = ajv.compile({ $ref: `#/$defs/${type}`, $defs: definitionsOf(document.schemas) });
    this.validators.set(key, validate);
    return validate;
  }
}

/** Reads every description of a folder; other JSON files are passed over. */
export function readDescriptions(folder: string): Descriptions {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const documents = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<DiscoveryDocument>);
  return new Descriptions(
    documents.filter((document): document is DiscoveryDocument => document.rootUrl !== undefined && document.schemas !== undefined),
  );
}

function worded({ instancePath, message, params }: ErrorObject): string {
  const extra = params as { additionalProperty?: string; allowedValues?: readonly string[] };
  if (extra.additionalProperty !== undefined) return `${instancePath} has no member "${extra.additionalProperty}"`;
  if (extra.allowedValues !== undefined) return `${instancePath} must be one of ${extra.allowedValues.join(', ')}`;
  return `${instancePath} ${message ?? 'is wrong'}`;
}
