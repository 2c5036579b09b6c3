import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { canonicalJson } from './canonicalJson';
import { utf8 } from './utf8';

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8(text)));

/** SHA-256 of the canonical JSON of plain data, lower-case hex. Equal data has equal digests whatever the order of its keys. */
export const digest = (value: unknown): string => sha256Hex(canonicalJson(value));
