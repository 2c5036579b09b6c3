import type { UserName } from './DirectoryRecords';
import { invalid, invalidField, invalidInput } from './directoryErrors';
import { readSchemas, type SchemaChange } from './readSchemas';
import type { CustomerRecord } from './DirectoryRecords';
import { NAME_CHARACTERS, PASSWORD_CHARACTERS, userFields, userFlags, type UserFieldName, type UserFlag } from './userFields';
import { readUserField } from './readUserField';

/** What a User message asks for. Absent: as it was; null: cleared. */
export interface UserChange {
  readonly primaryEmail?: string;
  readonly name?: Partial<Record<keyof UserName, string | null>>;
  readonly password?: string;
  readonly orgUnitPath?: string;
  readonly flags: Partial<Record<UserFlag, boolean>>;
  readonly lists: Partial<Record<UserFieldName, object | object[] | null>>;
  readonly recovery: Partial<Record<'recoveryEmail' | 'recoveryPhone', string | null>>;
  readonly customSchemas?: SchemaChange;
}

type Json = Readonly<Record<string, unknown>>;

/** Reads and checks a User message; what only the state can tell (taken addresses, units) is for the operation. */
export function readUser(customer: CustomerRecord, body: unknown): UserChange {
  const message = body as Json;
  const [primaryEmail, orgUnitPath] = [textOf(message, 'primaryEmail'), textOf(message, 'orgUnitPath')];
  const name = readName(message['name']);
  const password = readPassword(message);
  const customSchemas = readSchemas(customer, message['customSchemas']);
  return {
    ...(primaryEmail === undefined ? {} : { primaryEmail }),
    ...(name === undefined ? {} : { name }),
    ...(password === undefined ? {} : { password }),
    ...(orgUnitPath === undefined ? {} : { orgUnitPath }),
    flags: readFlags(message),
    lists: readLists(message),
    recovery: readRecovery(message),
    ...(customSchemas === undefined ? {} : { customSchemas }),
  };
}

function textOf(message: Json, name: string): string | undefined {
  const value = message[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalidField(name, 'TYPE_STRING', value);
  return value;
}

function readName(value: unknown): UserChange['name'] {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw invalidField('name', 'TYPE_MESSAGE', value);
  const read: Partial<Record<keyof UserName, string | null>> = {};
  for (const part of ['givenName', 'familyName', 'displayName'] as const) {
    const sent = (value as Json)[part];
    if (sent === undefined) continue;
    if (sent !== null && typeof sent !== 'string') throw invalidField(`name.${part}`, 'TYPE_STRING', sent);
    const text = sent === null || sent.trim() === '' ? null : sent;
    const isWrong = text === null ? part !== 'displayName' : [...text].length > NAME_CHARACTERS[part];
    if (isWrong && part === 'displayName') throw invalidInput('display_name');
    if (isWrong) throw invalid(`Invalid Given/Family Name: ${part === 'givenName' ? 'GivenName' : 'FamilyName'}`);
    read[part] = text;
  }
  return read;
}

/** Hash formats: https://developers.google.com/workspace/admin/directory/reference/rest/v1/users#User */
const HASHES: Readonly<Record<string, RegExp>> = {
  MD5: /^[0-9a-f]{32}$/i,
  'SHA-1': /^[0-9a-f]{40}$/i,
  crypt: /^(\$1\$|\$[56]\$(rounds=([1-9]\d{0,3}|10000)\$)?|[./0-9A-Za-z]{13}$)/,
};

function readPassword(message: Json): string | undefined {
  const password = textOf(message, 'password');
  const hashFunction = textOf(message, 'hashFunction');
  if (password === undefined) return undefined;
  const hash = hashFunction === undefined ? undefined : HASHES[hashFunction];
  if (hashFunction !== undefined && hash === undefined) throw invalidInput('hashFunction');
  const { least, most } = PASSWORD_CHARACTERS;
  const isPlain = hash === undefined && password.length >= least && password.length <= most && /^[\x20-\x7e]*$/.test(password);
  if (!isPlain && !hash?.test(password)) throw invalid('Invalid Password');
  return password;
}

function readFlags(message: Json): UserChange['flags'] {
  const read: Partial<Record<UserFlag, boolean>> = {};
  for (const name of userFlags) {
    const value = message[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'boolean') throw invalidField(name, 'TYPE_BOOL', value);
    read[name] = value;
  }
  return read;
}

function readLists(message: Json): UserChange['lists'] {
  const read: Partial<Record<UserFieldName, object | object[] | null>> = {};
  for (const name of Object.keys(userFields) as UserFieldName[]) {
    if (message[name] !== undefined) read[name] = readUserField(name, message[name]);
  }
  return read;
}

/** E.164: a plus sign and up to 15 digits (https://developers.google.com/workspace/admin/directory/reference/rest/v1/users#User). */
const RECOVERY = { recoveryEmail: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, recoveryPhone: /^\+[1-9]\d{6,14}$/ } as const;

function readRecovery(message: Json): UserChange['recovery'] {
  const read: Partial<Record<'recoveryEmail' | 'recoveryPhone', string | null>> = {};
  for (const name of ['recoveryEmail', 'recoveryPhone'] as const) {
    if (message[name] === undefined) continue;
    const value = textOf(message, name) ?? '';
    if (value !== '' && !RECOVERY[name].test(value)) throw invalid(`Invalid recovery ${name === 'recoveryEmail' ? 'email' : 'phone'}.`);
    read[name] = value === '' ? null : value;
  }
  return read;
}
