import { createSign } from 'node:crypto';
import { signingKey } from '../simulator/iam/signingKey';
import { instantOfLocal, zoneOffset } from '../simulator/kernel/timeZone';
import type { HttpResponse } from '../simulator/network/HttpRequest';
import type { Workplace } from './makeWorkplace';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PACIFIC = 'America/Los_Angeles';
const TOKEN_URL = 'https://oauth2.googleapis.com/token';
const SCOPE = 'https://www.googleapis.com/auth/contacts';

/**
 * A program that sends one request after the other over the workplace's network, as command-line tools and scripts do. The service
 * account's key is a file, so that signing costs no call and no time. What a quota refuses is sent again when its window is over.
 */
export class SequentialCaller {
  private readonly assertions = new Map<string, { readonly text: string; readonly until: number }>();

  constructor(private readonly place: Workplace) {}

  token(email: string): string {
    const body = `grant_type=${encodeURIComponent('urn:ietf:params:oauth:grant-type:jwt-bearer')}&assertion=${this.assertion(email)}`;
    const response = this.send('POST', TOKEN_URL, { 'Content-Type': 'application/x-www-form-urlencoded' }, body);
    return (JSON.parse(response.body) as { access_token: string }).access_token;
  }

  people(token: string, method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): { readonly [name: string]: unknown } {
    const headers = { Authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
    const response = this.send(method, `https://people.googleapis.com/v1/${path}`, headers, body === undefined ? '' : JSON.stringify(body));
    return JSON.parse(response.body) as { readonly [name: string]: unknown };
  }

  private send(method: string, url: string, headers: Record<string, string>, body: string): HttpResponse {
    const { clock, network } = this.place.world;
    for (;;) {
      const { response, milliseconds } = network.send({ method, url, headers, body });
      clock.advance(milliseconds);
      if (response.status === 200) return response;
      if (response.status !== 429) throw new Error(`${url}: ${response.status} ${response.body}`);
      clock.advanceTo(/per day/.test(response.body) ? nextDay(clock.now()) : (Math.floor(clock.now() / MINUTE) + 1) * MINUTE);
    }
  }

  private assertion(email: string): string {
    const seconds = Math.floor(this.place.world.clock.now() / 1000);
    const known = this.assertions.get(email);
    if (known !== undefined && known.until > seconds) return known.text;
    const { privateKey, keyId } = signingKey(this.place.serviceAccount);
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: this.place.serviceAccount, sub: email, scope: SCOPE, aud: TOKEN_URL, iat: seconds, exp: seconds + 3600 };
    const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${part(claims)}`;
    const text = `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
    this.assertions.set(email, { text, until: seconds + 3500 });
    return text;
  }
}

/** The next midnight Pacific time. */
const nextDay = (now: number): number => instantOfLocal(PACIFIC, (Math.floor((now + zoneOffset(PACIFIC, now)) / DAY) + 1) * DAY);
