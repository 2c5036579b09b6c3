import type { World } from '../../simulator/World';
import type { Answer, Call } from '../../src/google/Call';

/** Sends calls over the simulated network, one after the other; `self` is whoever the token was issued to. */
export const networkDriver =
  (world: World, self: string) =>
  (call: Call): Answer => {
    const token = call.as.kind === 'user' ? call.as.token : self;
    const isForm = call.encoding === 'form';
    const body = isForm
      ? new URLSearchParams(call.body as Record<string, string>).toString()
      : call.body === undefined
        ? ''
        : JSON.stringify(call.body);
    const { response, milliseconds, thrown } = world.network.send({
      method: call.method,
      url: call.url,
      headers: {
        ...(call.as.kind === 'none' ? {} : { Authorization: `Bearer ${token}` }),
        'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      },
      body,
    });
    world.clock.advance(milliseconds);
    return thrown === undefined
      ? { kind: 'answered', status: response.status, body: response.body === '' ? '' : (JSON.parse(response.body) as unknown) }
      : { kind: 'unknown', message: thrown };
  };
