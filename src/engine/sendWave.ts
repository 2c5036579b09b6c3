import type { Answer, Call } from '../google/Call';
import type { WavePlatform } from './waves';

/** One wave. A platform that throws loses every answer of it: each call may have been carried out. */
export const sendWave = (platform: WavePlatform, calls: readonly Call[]): readonly Answer[] => {
  let answers: readonly Answer[] = [];
  let message = 'no answer';
  try {
    answers = platform.send(calls);
  } catch (error) {
    message = error instanceof Error ? error.message : String(error);
  }
  return calls.map((_, index) => answers[index] ?? { kind: 'unknown', message });
};
