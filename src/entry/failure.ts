import type { Environment } from '../app/Environment';
import type { Problem } from '../core/base/Problem';
import { nameOfThrown } from '../core/base/nameOfThrown';
import { problem } from '../core/base/Problem';
import { translateException } from '../gas/translateException';

/**
 * What was thrown, as a problem that can be shown. An exception of the platform that Roster knows is itself; anything else is
 * a bug: it is logged in one line under an error id, without the message, which may hold what people wrote.
 */
export const problemOfThrown = (env: Environment, entry: string, thrown: unknown): Problem => {
  const known = translateException(thrown);
  if (known !== undefined) {
    env.log('platform.refused', { entry, code: known.code });
    return known;
  }
  const errorId = env.newId().slice(0, 8);
  env.log('bug', { errorId, entry, version: env.version, kind: env.who.kind, name: nameOfThrown(thrown), frames: framesOf(thrown) });
  return problem('platform.bug', { errorId });
};

/** The first places of the stack, function and line only. The message stands before them and is cut off, whatever lines it has. */
const framesOf = (thrown: unknown): string => {
  const { stack, message } = (thrown ?? {}) as { readonly stack?: unknown; readonly message?: unknown };
  const text = typeof stack === 'string' ? stack : '';
  const end = typeof message === 'string' && message !== '' ? text.indexOf(message) + message.length : 0;
  return text
    .slice(end)
    .split('\n')
    .filter((line) => /^\s*at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim().slice(3))
    .join(' < ');
};
