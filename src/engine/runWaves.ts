import type { Problem } from '../core/base/Problem';
import type { Answer } from '../google/Call';
import { minutePace } from './MinutePace';
import { nextWave } from './nextWave';
import { isWrite, receive } from './receive';
import { sharedPace } from './SharedPace';
import { startTask, type RunningTask } from './RunningTask';
import { wavePace } from './WavePace';
import { waveDefaults, type KeyedTask, type TaskOutcome, type WaveOptions, type WavePlatform, type WavesResult } from './waves';

/** Of the time that all tasks have: one that takes more might never find enough of it. */
const WORTH_WAITING = 0.8;

const keysOf = (tasks: readonly { readonly key: string }[]): string[] => tasks.map((task) => task.key);

/**
 * Steps all tasks, a wave of calls of one operation at a time; the calls of one task stay in order. Ends when every task
 * has ended, when the time is up, or when the platform sends nothing more. Between two waves it is always safe to stop.
 */
export const runWaves = <T>(tasks: readonly KeyedTask<T>[], platform: WavePlatform, options: WaveOptions<T> = {}): WavesResult<T> => {
  const { width, maxWidth, byteBudget, margin } = { ...waveDefaults, ...options };
  if (new Set(tasks.map((task) => task.key)).size < tasks.length) throw new Error('Two tasks have the same key');
  const outcomes = new Map<string, TaskOutcome<T>>();
  const pace = wavePace(width, maxWidth);
  const minutes = platform.minutes ?? minutePace();
  const shared = sharedPace(tasks.length);
  const ended = { count: 0, time: 0 };
  let running: RunningTask<T>[] = [];
  let next = 0;
  let admitting = true;
  let stopped: Problem | undefined;

  const timeFor = (milliseconds: number): boolean => platform.timeLeft() - milliseconds >= margin;
  // A task that would end in an execution of its own, and not in what is left of this one, waits for that: begun twice it is read twice.
  const most = WORTH_WAITING * (platform.timeLeft() - margin);
  const mayEnd = ({ takes = 0 }: KeyedTask<T>): boolean => {
    const average = ended.count === 0 ? 0 : ended.time / ended.count;
    return timeFor(takes <= most ? Math.max(average, takes) : average);
  };
  const settle = (key: string, outcome: TaskOutcome<T>): void => {
    outcomes.set(key, outcome);
    if (options.onOutcome?.(key, outcome) === 'stop') admitting = false;
  };
  const proceed = (key: string, task: RunningTask<T> | TaskOutcome<T>): void => {
    if (!('generator' in task)) settle(key, task);
    else running.push({ ...task, notBefore: Math.max(task.notBefore, minutes.earliest(task.call, platform.now())) });
  };
  // Few tasks are open at once, and fewer of those that read: each may hold the index of a whole account. None is started that
  // could hardly end.
  const admit = (now: number): void => {
    const hasRoom = (): boolean => running.length < 4 * maxWidth && running.filter(({ call }) => !isWrite(call)).length < 2 * maxWidth;
    for (let task = tasks[next]; task !== undefined; task = tasks[next]) {
      if (!admitting || !hasRoom() || !mayEnd(task) || options.mayStart?.(task.key) === false) break;
      next += 1;
      proceed(task.key, startTask(task, now));
    }
  };
  const deliver = (task: RunningTask<T>, answer: Answer, sentAt: number, now: number): boolean => {
    minutes.charge(task.call, now);
    shared.charge(task.call, sentAt, now);
    const received = receive(task, answer, now);
    if (!('generator' in received.task)) {
      ended.count += 1;
      ended.time += now - task.startedAt;
    }
    proceed(task.key, received.task);
    return received.busy;
  };

  while (stopped === undefined && timeFor(0)) {
    const now = platform.now();
    admit(now);
    if (running.length === 0) break;
    const wave = nextWave(running, now, pace, byteBudget, shared);
    const [first] = wave;
    if (first === undefined) {
      const wait = Math.min(...running.map(({ notBefore, call }) => Math.max(notBefore, shared.earliest(call, now)))) - now;
      if (!timeFor(wait)) break;
      platform.sleep(wait);
      continue;
    }
    if (isWrite(first.call)) {
      const writing = running.filter((task) => isWrite(task.call));
      stopped = options.beforeWrites?.(keysOf(wave), keysOf(writing), first.call.operation) ?? undefined;
    }
    if (stopped !== undefined) break;
    const answers = platform.send(wave.map((task) => task.call));
    const after = platform.now();
    const sent = new Set(wave);
    running = running.filter((task) => !sent.has(task));
    let busy = false;
    for (const [index, task] of wave.entries()) {
      const answer: Answer = answers[index] ?? { kind: 'unknown', message: 'no answer' };
      if (answer.kind === 'stopped') {
        stopped = answer.problem;
        running.push(task);
      } else if (deliver(task, answer, now, after)) busy = true;
    }
    pace.learn(first.call.operation, wave.length, after - now, busy);
  }
  for (const task of running) settle(task.key, task.sent > 0 ? { kind: 'interrupted', wrote: task.wrote } : { kind: 'notStarted' });
  for (const task of tasks.slice(next)) settle(task.key, { kind: 'notStarted' });
  return { outcomes, ...(stopped === undefined ? {} : { stopped }) };
};
