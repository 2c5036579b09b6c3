/** Virtual time, in milliseconds since the epoch. Nothing in the simulator reads the real clock. */
export class Clock {
  constructor(private milliseconds: number) {}

  now(): number {
    return this.milliseconds;
  }

  /** Moves time forward. Time never goes back: a negative step is a bug of the caller. */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new Error(`Clock.advance(${milliseconds}): not a duration`);
    this.milliseconds += milliseconds;
  }

  advanceTo(instant: number): void {
    if (instant > this.milliseconds) this.milliseconds = instant;
  }
}
