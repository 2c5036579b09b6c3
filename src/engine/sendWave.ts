import type { Answer, Call } from '../google/Call';
import type { WavePlatform } from './waves';

/** One wave, with an answer for each call: one that is missing is an unknown outcome. */
export const sendWave = (platform: WavePlatform, calls: readonly Call[]): readonly Answer[] => {
  const answers = platform.send(calls);
  return calls.map((_, index) => answers[index] ?? { kind: 'unknown', message: 'no answer' });
};
