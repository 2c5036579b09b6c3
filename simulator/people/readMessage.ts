import type { FieldType, MessageType } from './messageTypes';
import { badRequest, invalidArgument } from './peopleErrors';
import type { FieldViolation } from './peopleErrors';

export type Json = Record<string, unknown>;

/**
 * Reads a JSON body as a message: unknown names, lists and objects in the wrong place and values of the wrong type are one
 * 400 that names them all; output-only fields are dropped. `root` is the name that paths begin with, '' for the request itself.
 */
export function readMessage(type: MessageType, body: unknown, root = ''): Json {
  const violations: FieldViolation[] = [];
  const value = body === undefined || body === null ? {} : body;
  const result = readObject(type, value, root, violations);
  if (violations.length > 0) throw badRequest(violations);
  return result;
}

function readObject(type: MessageType, value: unknown, path: string, violations: FieldViolation[]): Json {
  if (!isObject(value)) {
    violations.push(wrongValue(path, `type.googleapis.com/google.people.v1.${type.name}`, value));
    return {};
  }
  const result: Json = {};
  for (const [name, entry] of Object.entries(value)) {
    const field = Object.prototype.hasOwnProperty.call(type.fields, name) ? type.fields[name] : undefined;
    if (field === undefined) {
      violations.push(unknownName(name, path, 'Cannot find field.'));
      continue;
    }
    if (entry === null) continue;
    const read = readField(field, entry, name, path, violations);
    if (!field.outputOnly) result[name] = read;
  }
  return result;
}

function readField(field: FieldType, value: unknown, name: string, parent: string, violations: FieldViolation[]): unknown {
  const path = parent === '' ? snake(name) : `${parent}.${snake(name)}`;
  if (field.map) {
    if (Array.isArray(value)) violations.push(unknownName(name, parent, `Cannot bind a list to map for field '${snake(name)}'.`));
    if (!isObject(value)) return {};
    return Object.fromEntries(
      Object.entries(value).map(([key, entry], i) => [key, readOne(field, entry, `${path}[${i}].value`, violations)]),
    );
  }
  if (field.repeated) {
    if (isObject(value)) throw invalidArgument('Request contains an invalid argument.');
    if (!Array.isArray(value)) {
      violations.push(wrongValue(path, typeName(field), value));
      return [];
    }
    return value.map((entry, i) => readOne(field, entry, `${path}[${i}]`, violations));
  }
  if (Array.isArray(value)) {
    violations.push(unknownName(name, parent, 'Proto field is not repeating, cannot start list.'));
    return undefined;
  }
  return readOne(field, value, path, violations);
}

function readOne(field: FieldType, value: unknown, path: string, violations: FieldViolation[]): unknown {
  if (field.message !== undefined) return readObject(field.message, value, path, violations);
  if (!fits(field, value)) {
    violations.push(wrongValue(path, typeName(field), value));
    return undefined;
  }
  if (field.kind === 'bool') return value === true || value === 'true';
  return field.kind === 'int32' ? Number(value) : value;
}

function fits(field: FieldType, value: unknown): boolean {
  switch (field.kind) {
    case 'string':
      return typeof value === 'string';
    case 'bytes':
      return typeof value === 'string' && /^[A-Za-z0-9+/_-]*={0,2}$/.test(value);
    case 'bool':
      return typeof value === 'boolean' || value === 'true' || value === 'false';
    case 'int32':
      return /^-?\d{1,10}$/.test(String(value)) && Math.abs(Number(value)) <= 2147483647;
    case 'enum':
      return typeof value === 'string' && (field.values ?? []).includes(value);
    case 'message':
      return isObject(value);
  }
}

function typeName(field: FieldType): string {
  if (field.message !== undefined) return `type.googleapis.com/google.people.v1.${field.message.name}`;
  return field.kind === 'enum' ? `type.googleapis.com/google.people.v1.${field.enumName}` : `TYPE_${field.kind.toUpperCase()}`;
}

function wrongValue(path: string, type: string, value: unknown): FieldViolation {
  return { field: path, description: `Invalid value at '${path}' (${type}), ${JSON.stringify(value)}` };
}

function unknownName(name: string, path: string, reason: string): FieldViolation {
  const at = path === '' ? '' : ` at '${path}'`;
  return { ...(path === '' ? {} : { field: path }), description: `Invalid JSON payload received. Unknown name "${name}"${at}: ${reason}` };
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
