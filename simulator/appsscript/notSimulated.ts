/** Executions under way, innermost last: each is told of what it used that is not simulated. */
const watchers: ((message: string) => void)[] = [];
const told = new WeakSet<Error>();

/** The error for what the platform has and the simulator does not. Tells the execution under way, so that a script that catches it fails all the same. */
export const notSimulated = (what: string): Error => {
  const error = new Error(`simulator: ${what}`);
  tellNotSimulated(error);
  return error;
};

/** Tells the execution under way of such an error thrown elsewhere; other errors are left alone. */
export const tellNotSimulated = (thrown: unknown): void => {
  if (!(thrown instanceof Error) || !thrown.message.startsWith('simulator:') || told.has(thrown)) return;
  told.add(thrown);
  watchers[watchers.length - 1]?.(thrown.message);
};

/** Runs `work`; `watcher` receives the message of everything it uses that is not simulated. */
export const watchingNotSimulated = <T>(watcher: (message: string) => void, work: () => T): T => {
  watchers.push(watcher);
  try {
    return work();
  } finally {
    watchers.pop();
  }
};
