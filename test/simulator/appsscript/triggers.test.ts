import { Scheduler } from '../../../simulator/appsscript/Scheduler';
import { SCOPE, scriptOf } from './scriptOf';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CODE = `
  function make(calls) {
    let b = ScriptApp.newTrigger('tick').timeBased();
    for (const [name, ...args] of calls) b = b[name](...args.map((a) => (a && a.date ? new Date(a.date) : a && a.day ? ScriptApp.WeekDay[a.day] : a)));
    return b.create().getUniqueId();
  }
  function tick(e) { console.log(JSON.stringify(e)); }
  function list() { return ScriptApp.getProjectTriggers().map((t) => [t.getUniqueId(), t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId()]); }
  function drop(uid) { for (const t of ScriptApp.getProjectTriggers()) if (t.getUniqueId() === uid) ScriptApp.deleteTrigger(t); }
  function work() { Utilities.sleep(290000); }`;
const ADD_ON = { addOns: { common: { name: 'Test' } } };

const setUp = (manifest = {}) => {
  const script = scriptOf(CODE, manifest);
  const scheduler = new Scheduler(script.world, script.project);
  const start = script.world.clock.now();
  /** Wall clock in Berlin of each firing in the next days. */
  const firings = (days: number) =>
    scheduler
      .runUntil(start + days * DAY)
      .map(({ startedAt }) => new Date(startedAt).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }));
  return { ...script, scheduler, start, firings };
};

describe('making clock triggers', () => {
  it.each([
    [[['everyMinutes', 7]], 'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.'],
    [[['everyHours', 3]], 'The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.'],
    [[['everyMinutes', 'x']], "The parameters (String) don't match the method signature for ClockTriggerBuilder.everyMinutes."],
    [
      [
        ['everyDays', 1],
        ['atHour', 24],
      ],
      'The value you passed to atHour was invalid. It must be between 0 and 23.',
    ],
  ])('refuses %j', (calls, message) => {
    expect(setUp().run('make', [calls]).error?.message).toBe(message);
  });

  it('deletes only triggers that the platform handed out', () => {
    const { project, value, ben } = setUp();
    const other = project.triggers.add(ben.id, 'tick', { kind: 'interval', milliseconds: HOUR });
    project.script = scriptOf(`function drop(uid) { ScriptApp.deleteTrigger({ getUniqueId: () => uid }); }`).project.script;
    expect(() => value('drop', [other.uid])).toThrow(
      "The parameters ((class)) don't match the method signature for ScriptApp.deleteTrigger.",
    );
    expect(project.triggers.records).toEqual([other]);
  });

  it('refuses a time zone that does not exist, and a trigger without a time', () => {
    const { run, project } = setUp();
    expect(
      run('make', [
        [
          ['everyDays', 1],
          ['inTimezone', 'Mars/Olympus'],
        ],
      ]).outcome,
    ).toBe('failed');
    expect(run('make', [[]]).outcome).toBe('failed');
    expect(project.triggers.records).toEqual([]);
  });

  it('needs the scope of triggers', () => {
    const { run, project, ada } = setUp();
    project.withdraw(ada.id, [SCOPE.triggers]);
    expect(run('make', [[['everyMinutes', 5]]]).error?.message).toContain(SCOPE.triggers);
    expect(run('list').error?.message).toContain(SCOPE.triggers);
  });

  it("lists only one's own and deletes only one's own", () => {
    const { value, ada, ben } = setUp();
    const uid = String(value('make', [[['everyHours', 1]]], 'editor', ada.id));
    expect(value('list', [], 'editor', ada.id)).toEqual([[uid, 'tick', 'CLOCK', 'CLOCK', null]]);
    expect(value('list', [], 'editor', ben.id)).toEqual([]);
    value('drop', [uid], 'editor', ben.id);
    expect(value('list', [], 'editor', ada.id)).toHaveLength(1);
    value('drop', [uid], 'editor', ada.id);
    expect(value('list', [], 'editor', ada.id)).toEqual([]);
  });

  it('allows 20 of a user', () => {
    const { run, value, ada, ben } = setUp();
    for (let i = 0; i < 20; i++) value('make', [[['everyDays', 1]]]);
    expect(run('make', [[['everyDays', 1]]], 'editor', ada.id).error?.message).toBe(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
    expect(run('make', [[['everyDays', 1]]], 'editor', ben.id).outcome).toBe('completed');
  });
});

describe('the hourly floor of add-ons', () => {
  it.each([
    ['addon', [['everyMinutes', 30]], 'failed'],
    ['addon', [['everyHours', 1]], 'completed'],
    ['addon', [['after', 5000]], 'completed'],
    ['trigger', [['everyMinutes', 5]], 'failed'],
    ['page', [['everyMinutes', 5]], 'completed'],
  ] as const)('in %s, %j: %s', (kind, calls, outcome) => {
    expect(setUp(ADD_ON).run('make', [calls], kind).outcome).toBe(outcome);
  });

  it('says why', () => {
    const { error } = setUp(ADD_ON).run('make', [[['everyMinutes', 30]]], 'addon');
    expect(error?.message).toBe('The recurrence interval for an Add-on trigger must be at least one hour.');
  });

  it('does not exist for a plain script, and can be set to hit every execution or none', () => {
    expect(setUp().run('make', [[['everyMinutes', 5]]], 'trigger').outcome).toBe('completed');
    const everywhere = setUp(ADD_ON);
    everywhere.project.settings.triggerFloor = new Set(['page', 'editor']);
    expect(everywhere.run('make', [[['everyMinutes', 5]]], 'page').outcome).toBe('failed');
    everywhere.project.settings.triggerFloor = new Set();
    expect(everywhere.run('make', [[['everyMinutes', 5]]], 'addon').outcome).toBe('completed');
  });

  it('may come with one clock trigger per user', () => {
    const { project, run } = setUp(ADD_ON);
    project.settings.oneClockTrigger = true;
    expect(run('make', [[['everyHours', 1]]], 'addon').outcome).toBe('completed');
    expect(run('make', [[['everyDays', 1]]], 'addon').error?.message).toMatch(/^This add-on has created too many time-based triggers/);
  });
});

describe('how many triggers a user makes in a day', () => {
  it('is not limited by any page of Google, and can be', () => {
    const { project, world, value, run } = setUp();
    expect(project.triggers.creations.limit).toBe(Infinity);
    project.triggers.creations.limit = 2;
    const make = [[['everyDays', 1]]];
    value('drop', [value('make', make)]);
    value('drop', [value('make', make)]);
    expect(run('make', make).error?.message).toMatch(/^This add-on has created too many time-based triggers/);
    world.clock.advance(DAY);
    expect(run('make', make).outcome).toBe('completed');
  });
});

describe('when clock triggers fire', () => {
  it('at an interval', () => {
    const { value, scheduler, start } = setUp();
    value('make', [[['everyMinutes', 15]]]);
    const times = scheduler.runUntil(start + 2 * HOUR).map(({ startedAt }) => startedAt);
    expect(times.length).toBe(7);
    expect(new Set(times.slice(1).map((time, i) => time - (times[i] ?? 0)))).toEqual(new Set([15 * MINUTE]));
  });

  it('nightly, within the hour, at a minute chosen once, also across a change of clocks', () => {
    const { value, firings } = setUp();
    value('make', [
      [
        ['everyDays', 1],
        ['atHour', 2],
      ],
    ]);
    const times = firings(40);
    expect(times).toHaveLength(40);
    expect(new Set(times.filter((time) => !time.startsWith('2026-03-29')).map((time) => time.slice(11, 16))).size).toBe(1);
    for (const time of times.filter((one) => !one.startsWith('2026-03-29'))) expect(time.slice(11, 13)).toBe('02');
  });

  it('today when the hour is still to come', () => {
    const { value, firings } = setUp();
    value('make', [
      [
        ['everyDays', 1],
        ['atHour', 22],
      ],
    ]);
    expect(firings(1)[0]).toMatch(/^2026-03-02 22:/);
  });

  it('within a quarter of an hour of nearMinute, and in another time zone', () => {
    const { value, scheduler, start } = setUp();
    value('make', [
      [
        ['everyDays', 1],
        ['atHour', 12],
        ['nearMinute', 30],
        ['inTimezone', 'Asia/Tokyo'],
      ],
    ]);
    const [first] = scheduler.runUntil(start + DAY);
    const distance = Math.abs((first?.startedAt ?? 0) - Date.UTC(2026, 2, 3, 3, 30));
    expect(distance).toBeLessThanOrEqual(16 * MINUTE);
  });

  it('on a week day every two weeks', () => {
    const { value, firings } = setUp();
    value('make', [
      [
        ['everyWeeks', 2],
        ['onWeekDay', { day: 'FRIDAY' }],
        ['atHour', 9],
      ],
    ]);
    expect(firings(40).map((time) => time.slice(0, 10))).toEqual(['2026-03-06', '2026-03-20', '2026-04-03']);
  });

  it('on a day of the month, leaving out months without it', () => {
    const { value, firings } = setUp();
    value('make', [
      [
        ['onMonthDay', 31],
        ['atHour', 9],
      ],
    ]);
    expect(firings(100).map((time) => time.slice(0, 10))).toEqual(['2026-03-31', '2026-05-31']);
  });

  it('once, not before its time, and stays listed until deleted', () => {
    const { value, scheduler, start } = setUp();
    value('make', [[['after', 10 * MINUTE]]]);
    value('make', [[['at', { date: start + 3 * HOUR }]]]);
    const times = scheduler.runUntil(start + DAY).map(({ startedAt }) => startedAt - start);
    expect(times).toHaveLength(2);
    expect(times[0]).toBeGreaterThanOrEqual(10 * MINUTE);
    expect(times[0]).toBeLessThan(12 * MINUTE);
    expect(times[1]).toBeGreaterThanOrEqual(3 * HOUR);
    expect(value('list')).toHaveLength(2);
  });

  it('as late after its time as is set', () => {
    const { value, scheduler, start, project } = setUp();
    project.settings.oneShotDelay = 0;
    value('make', [[['after', 10 * MINUTE]]]);
    const [record] = scheduler.runUntil(start + DAY);
    expect((record?.startedAt ?? 0) - start).toBeLessThan(11 * MINUTE);
    project.settings.oneShotDelay = 20 * HOUR;
    const made = project.world.clock.now();
    for (let i = 0; i < 5; i += 1) value('make', [[['after', 10 * MINUTE]]]);
    const delays = scheduler.runUntil(made + 2 * DAY).map(({ startedAt }) => startedAt - made);
    expect(Math.max(...delays)).toBeGreaterThan(HOUR);
  });

  it('around midnight of a date', () => {
    const { value, scheduler, start } = setUp();
    value('make', [[['atDate', 2026, 3, 10]]]);
    const [only, ...rest] = scheduler.runUntil(start + 30 * DAY);
    expect(rest).toEqual([]);
    expect(Math.abs((only?.startedAt ?? 0) - Date.UTC(2026, 2, 9, 23))).toBeLessThanOrEqual(15 * MINUTE);
  });

  it('in order of time, one after the other', () => {
    const { value, scheduler, start, project } = setUp();
    value('make', [[['everyMinutes', 5]]]);
    project.triggers.add(project.ownerId, 'work', { kind: 'once', at: start + 4 * MINUTE });
    const records = scheduler.runUntil(start + 12 * MINUTE);
    expect(records.map(({ functionName }) => functionName)).toEqual(['work', 'tick', 'tick']);
    expect(records[1]?.startedAt).toBe(records[0]?.endedAt);
  });
});

describe("a trigger's execution", () => {
  it('runs as who made it, with nobody at the keyboard', () => {
    const { project, scheduler, start, ben } = setUp();
    project.script = scriptOf(
      `function who() { return [Session.getEffectiveUser().getEmail(), Session.getActiveUser().getEmail()].join(); }`,
    ).project.script;
    project.triggers.add(ben.id, 'who', { kind: 'once', at: start + 1 });
    expect(scheduler.runNext()?.value).toBe('ben@acme.example,');
    project.settings.activeUserInTriggers = 'creator';
    project.triggers.add(ben.id, 'who', { kind: 'once', at: start + 2 });
    expect(scheduler.runNext()?.value).toBe('ben@acme.example,ben@acme.example');
  });

  it('receives the event object of clock triggers', () => {
    const { project, scheduler } = setUp();
    const trigger = project.triggers.add(project.ownerId, 'tick', { kind: 'once', at: Date.UTC(2026, 11, 27, 12, 34, 56) });
    expect(JSON.parse(scheduler.runNext()?.log[0]?.message ?? '')).toEqual({
      authMode: 'FULL',
      triggerUid: trigger.uid,
      year: 2026,
      month: 12,
      'day-of-month': 27,
      'day-of-week': 7,
      'week-of-year': 52,
      hour: 13,
      minute: 34,
      second: 56,
      timezone: 'Europe/Berlin',
    });
  });

  it('does not happen when the trigger is disabled, or its owner suspended or deleted', () => {
    const { project, world, scheduler, start, ada, ben } = setUp();
    project.triggers.add(ada.id, 'tick', { kind: 'interval', milliseconds: HOUR }).disabled = true;
    project.triggers.add(ben.id, 'tick', { kind: 'interval', milliseconds: HOUR });
    ben.suspended = true;
    expect(scheduler.runUntil(start + DAY)).toEqual([]);
    ben.suspended = false;
    expect(scheduler.runUntil(start + 2 * DAY)).toHaveLength(24);
    world.directory.deleteUser(ben.id);
    expect(scheduler.runUntil(start + 3 * DAY)).toEqual([]);
  });

  it("is refused once its owner's triggers ran for six hours in a day, and again possible the day after", () => {
    const { project, scheduler, start, ada } = setUp();
    project.triggers.add(ada.id, 'work', { kind: 'interval', milliseconds: 5 * MINUTE });
    const day = scheduler.runUntil(start + 8 * HOUR);
    const refused = day.filter(({ error }) => error?.message === 'Service using too much computer time for one day.');
    expect(day.filter(({ outcome }) => outcome === 'completed').length).toBe(Math.ceil((6 * HOUR) / 290_005));
    expect(refused.length).toBeGreaterThan(0);
    scheduler.runUntil(start + DAY + 5 * MINUTE);
    expect(scheduler.runNext()?.outcome).toBe('completed');
  });
});
