/** Who holds which lock of a script. Names: `script`, or `user:<id>`. Holders are execution ids. */
export class LockTable {
  private readonly holders = new Map<string, string>();

  holder(name: string): string | undefined {
    return this.holders.get(name);
  }

  /** True when the execution holds the lock afterwards. */
  acquire(name: string, executionId: string): boolean {
    const holder = this.holders.get(name);
    if (holder === undefined) this.holders.set(name, executionId);
    return holder === undefined || holder === executionId;
  }

  /** No effect for who does not hold it. */
  release(name: string, executionId: string): void {
    if (this.holders.get(name) === executionId) this.holders.delete(name);
  }

  /** The end of an execution lets go all its locks. */
  releaseAll(executionId: string): void {
    for (const [name, holder] of this.holders) if (holder === executionId) this.holders.delete(name);
  }
}
