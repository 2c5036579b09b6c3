import type { World } from '../../World';
import { DailyQuota } from '../DailyQuota';
import { firstFiring } from './firingAfter';
import type { Schedule, TriggerRecord } from './TriggerRecord';

/** All clock triggers of one script. */
export class TriggerTable {
  readonly records: TriggerRecord[] = [];
  /**
   * Triggers one user may create in a day. Google documents no such limit; people report one of 20 to 30. Tests may set it.
   */
  readonly creations: DailyQuota;

  constructor(private readonly world: World) {
    this.creations = new DailyQuota(world.clock, Infinity);
  }

  of(userId: string): TriggerRecord[] {
    return this.records.filter((record) => record.creatorId === userId);
  }

  find(uid: string): TriggerRecord | undefined {
    return this.records.find((record) => record.uid === uid);
  }

  add(creatorId: string, handler: string, schedule: Schedule): TriggerRecord {
    const createdAt = this.world.clock.now();
    const record: TriggerRecord = {
      uid: `${this.world.random.integer(9) + 1}${this.world.random.text(18, '0123456789')}`,
      handler,
      creatorId,
      createdAt,
      schedule,
      nextAt: firstFiring(schedule, createdAt),
      disabled: false,
    };
    this.records.push(record);
    return record;
  }

  /** Does nothing for a trigger that is gone. */
  delete(uid: string): void {
    const at = this.records.findIndex((record) => record.uid === uid);
    if (at >= 0) this.records.splice(at, 1);
  }
}
