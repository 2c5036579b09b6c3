import type { Problem } from '../core/base/Problem';
import type { Answer, Call } from '../google/Call';
import { classOf } from '../google/classOf';
import { translate } from '../google/errors';
import { operations } from '../google/operations';
import { nextWave } from './nextWave';
import { retryAfter } from './retryAfter';
import { sendWave } from './sendWave';
import { startTask, stepTask, type RunningTask } from './RunningTask';
import { waveDefaults, type KeyedTask, type TaskOutcome, type WaveOptions, type WavePlatform, type WavesResult } from './waves';
import { wavePace } from './WavePace';

/**
 * Steps all tasks, a wave of calls of one operation at a time; the calls of one task stay in order. Ends when every task
 * has ended, when the time is up, or when the platform sends nothing more. Between two waves it is always safe to stop.
 */
export const runWaves = <T>(tasks: readonly KeyedTask<T>[], platform: WavePlatform, options: WaveOptions<T> = {}): WavesResult<T> => {
  const { width, maxWidth, byteBudget, margin } = { ...waveDefaults, ...options };
  if (new Set(tasks.map((task) => task.key)).size < tasks.length) throw new Error('Two tasks have the same key');
  const outcomes = new Map<string, TaskOutcome<T>>();
  const pace = wavePace(width, maxWidth);
  let running: RunningTask<T>[] = [];
  let next = 0;
  let admitting = true;
  let stopped: Problem | undefined;

  const settle = (key: string, outcome: TaskOutcome<T>): void => {
    outcomes.set(key, outcome);
    if (options.onOutcome?.(key, outcome) === 'stop') admitting = false;
  };
  const proceed = (stepped: RunningTask<T> | TaskOutcome<T>, key: string): void => {
    if ('generator' in stepped) running.push(stepped);
    else settle(key, stepped);
  };
  // Few tasks are open at once: each may hold the index of a whole account.
  const admit = (now: number): void => {
    const roomFor = (): boolean => running.length < 4 * maxWidth && running.filter((task) => task.notBefore <= now).length < 2 * maxWidth;
    while (admitting && next < tasks.length && roomFor()) {
      const task = tasks[next++];
      if (task !== undefined) proceed(startTask(task), task.key);
    }
  };

  while (stopped === undefined && platform.timeLeft() >= margin) {
    const now = platform.now();
    admit(now);
    if (running.length === 0) break;
    const wave = nextWave(running, now, pace.width, byteBudget);
    if (wave.length === 0) {
      const wait = Math.min(...running.map((task) => task.notBefore)) - now;
      if (platform.timeLeft() - wait < margin) break;
      platform.sleep(wait);
      continue;
    }
    if (isWrite(wave[0]?.call)) options.beforeWrites?.(wave.map((task) => task.key));
    const answers = sendWave(
      platform,
      wave.map((task) => task.call),
    );
    const after = platform.now();
    const sent = new Set(wave);
    running = running.filter((task) => !sent.has(task));
    let busy = false;
    wave.forEach((task, index) => {
      const answer = answers[index] as Answer;
      if (answer.kind === 'stopped') {
        stopped = answer.problem;
        running.push(task);
        return;
      }
      const problem = isSuccess(answer) ? undefined : translate(answer, task.call.operation);
      busy ||= problem !== undefined && classOf(problem) === 'customerBusy';
      const wait = problem === undefined ? undefined : retryAfter(problem, task.attempt);
      const told = { ...task, sent: true, wrote: task.wrote || isWrite(task.call) };
      if (wait === undefined) proceed(stepTask(told, answer), task.key);
      else running.push({ ...told, attempt: task.attempt + 1, notBefore: after + wait });
    });
    if (wave[0] !== undefined) pace.learn(wave[0].call.operation, wave.length, after - now, busy);
  }
  for (const task of running) settle(task.key, task.sent ? { kind: 'interrupted', wrote: task.wrote } : { kind: 'notStarted' });
  for (const task of tasks.slice(next)) settle(task.key, { kind: 'notStarted' });
  return { outcomes, ...(stopped === undefined ? {} : { stopped }) };
};

const isSuccess = (answer: Answer): boolean => answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;

const isWrite = (call: Call | undefined): boolean => call !== undefined && operations[call.operation].effect === 'write';
