/** The parts of a Google API description that are compared (https://developers.google.com/discovery/v1/reference/apis). */
export interface DiscoveryDocument {
  readonly name: string;
  readonly version: string;
  readonly rootUrl: string;
  readonly servicePath: string;
  /** Query parameters that every method takes. */
  readonly parameters?: Readonly<Record<string, DiscoveryParameter>>;
  readonly schemas: Readonly<Record<string, DiscoverySchema>>;
  readonly resources?: Readonly<Record<string, DiscoveryResource>>;
}

export interface DiscoveryResource {
  readonly methods?: Readonly<Record<string, DiscoveryMethod>>;
  readonly resources?: Readonly<Record<string, DiscoveryResource>>;
}

export interface DiscoveryMethod {
  readonly id: string;
  readonly httpMethod: string;
  /** URI template, relative to rootUrl + servicePath. */
  readonly path: string;
  readonly parameters?: Readonly<Record<string, DiscoveryParameter>>;
  readonly request?: { readonly $ref: string };
  readonly response?: { readonly $ref: string };
  readonly scopes?: readonly string[];
}

export interface DiscoverySchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly properties?: Readonly<Record<string, DiscoverySchema>>;
  readonly additionalProperties?: DiscoverySchema;
  readonly items?: DiscoverySchema;
}

export interface DiscoveryParameter extends DiscoverySchema {
  readonly location?: 'path' | 'query';
  readonly required?: boolean;
  readonly repeated?: boolean;
}

/** All methods of a description, however deep their resources are. */
export function methodsOf(resource: Pick<DiscoveryDocument, 'resources'> | DiscoveryResource): DiscoveryMethod[] {
  const own = 'methods' in resource ? Object.values(resource.methods ?? {}) : [];
  return [...own, ...Object.values(resource.resources ?? {}).flatMap(methodsOf)];
}
