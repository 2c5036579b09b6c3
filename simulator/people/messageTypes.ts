/** A description of JSON messages, enough to read a request as Google's front end reads it (https://protobuf.dev/programming-guides/json/). */
export interface MessageType {
  /** Name inside `google.people.v1`. */
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldType>>;
}

export interface FieldType {
  readonly kind: 'string' | 'bool' | 'int32' | 'bytes' | 'enum' | 'message';
  /** For `message`. */
  readonly message?: MessageType;
  /** For `enum`: its name inside `google.people.v1`. */
  readonly enumName?: string;
  readonly values?: readonly string[];
  readonly repeated?: true;
  /** A map from string to the type. */
  readonly map?: true;
  /** Output only: checked when sent, then dropped. */
  readonly outputOnly?: true;
}

export const text: FieldType = { kind: 'string' };
export const flag: FieldType = { kind: 'bool' };
export const integer: FieldType = { kind: 'int32' };
export const bytes: FieldType = { kind: 'bytes' };
export const texts: FieldType = { kind: 'string', repeated: true };

export function message(name: string, fields: MessageType['fields']): MessageType {
  return { name, fields };
}

export function one(type: MessageType): FieldType {
  return { kind: 'message', message: type };
}

export function many(type: MessageType): FieldType {
  return { kind: 'message', message: type, repeated: true };
}

export function mapOf(type: MessageType): FieldType {
  return { kind: 'message', message: type, map: true };
}

export function choice(enumName: string, values: string): FieldType {
  return { kind: 'enum', enumName, values: values.split(' ') };
}

export function outputOnly(type: FieldType): FieldType {
  return { ...type, outputOnly: true };
}
