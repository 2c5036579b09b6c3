import { entryProject, type EntryProject } from '../support/entryProject';

const fire = ({ project }: EntryProject, userId: string, event: unknown, functionName = 'onSweep') =>
  project.run({ functionName, args: [event], kind: 'trigger', effectiveUserId: userId });

const pending = (): EntryProject => {
  const entry = entryProject();
  entry.project.scriptProperties.set({ pending: '1' });
  return entry;
};

describe('a trigger function', () => {
  it('works through what waits when it is the operator’s stored trigger', () => {
    const entry = pending();
    expect(fire(entry, entry.admin, { triggerUid: entry.sweepUid }).outcome).toBe('completed');
    expect(entry.project.scriptProperties.get('pending')).toBeUndefined();
  });

  it('reads one property and nothing else when nothing waits', () => {
    const entry = entryProject();
    const before = entry.project.propertyCalls.left(entry.admin);
    const record = fire(entry, entry.admin, { triggerUid: entry.sweepUid });
    expect(before - entry.project.propertyCalls.left(entry.admin)).toBe(1);
    expect(entry.world.network.count()).toBe(0);
    expect(record.endedAt - record.startedAt).toBeLessThan(1000);
    expect(record.log).toEqual([]);
  });

  it.each([undefined, null, {}, 'text', { triggerUid: '' }, { triggerUid: '12345' }, { triggerUid: { toString: 'x' } }])(
    'does nothing for the event %j',
    (event) => {
      const entry = pending();
      const before = entry.state();
      expect(fire(entry, entry.admin, event).outcome).toBe('completed');
      expect(entry.state()).toBe(before);
      expect(entry.world.network.count()).toBe(0);
    },
  );

  it('does nothing for a stored trigger of another function', () => {
    const entry = pending();
    const before = entry.state();
    fire(entry, entry.admin, { triggerUid: entry.sweepUid }, 'onContinue');
    expect(entry.state()).toBe(before);
  });

  it('does nothing when somebody else is at the keyboard', () => {
    const entry = pending();
    const before = entry.state();
    entry.project.run({
      functionName: 'onSweep',
      args: [{ triggerUid: entry.sweepUid }],
      kind: 'page',
      effectiveUserId: entry.admin,
      activeUserId: entry.plain,
    });
    expect(entry.state()).toBe(before);
  });

  it('deletes the triggers of whoever is the operator no longer, and leaves the others’', () => {
    const entry = pending();
    const { project, plain, sweepUid } = entry;
    for (const handler of ['onSweep', 'onContinue']) {
      const { uid } = project.triggers.add(plain, handler, { kind: 'interval', milliseconds: 3_600_000 });
      project.scriptProperties.set({ [`trigger.${uid}`]: JSON.stringify({ handler, kind: 'sweep', minutes: 60 }) });
    }
    fire(entry, plain, { triggerUid: project.triggers.of(plain)[0]!.uid });
    expect(project.triggers.records.map(({ uid }) => uid)).toEqual([sweepUid]);
    expect(Object.keys(project.scriptProperties.entries()).filter((key) => key.startsWith('trigger.'))).toEqual([`trigger.${sweepUid}`]);
    expect(project.scriptProperties.get('pending')).toBe('1');
  });

  it.each([true, false])('takes a spent one-shot off the list, whether something waits (%s) or not', (waits) => {
    const entry = waits ? pending() : entryProject();
    const { project, admin, sweepUid } = entry;
    const once = project.triggers.add(admin, 'onContinue', { kind: 'once', at: entry.world.clock.now() });
    project.scriptProperties.set({ [`trigger.${once.uid}`]: JSON.stringify({ handler: 'onContinue', kind: 'once' }) });
    fire(entry, admin, { triggerUid: once.uid }, 'onContinue');
    expect(project.triggers.of(admin).map(({ uid }) => uid)).toEqual([sweepUid]);
    expect(project.scriptProperties.get(`trigger.${once.uid}`)).toBeUndefined();
    expect(project.scriptProperties.get('pending')).toBeUndefined();
  });

  it('does not run another version than the one that set-up recorded', () => {
    const entry = pending();
    const { scriptProperties } = entry.project;
    scriptProperties.set({ operator: JSON.stringify({ ...JSON.parse(scriptProperties.get('operator')!), version: '0.0.9' }) });
    const record = fire(entry, entry.admin, { triggerUid: entry.sweepUid });
    expect(scriptProperties.get('pending')).toBe('1');
    expect(record.log.map(({ message }) => JSON.parse(message))).toEqual([
      { event: 'trigger.stopped', handler: 'onSweep', code: 'setUp.otherVersion' },
    ]);
    expect(entry.project.triggers.of(entry.admin).length).toBe(1);
  });

  it('logs a bug in one line, without contents, and ends', () => {
    const entry = pending();
    entry.world.faults.add({
      at: 'PropertiesService.getProperty',
      effect: { kind: 'throw', when: 'before', message: 'odd thing about ana@acme.test' },
    });
    const record = fire(entry, entry.admin, { triggerUid: entry.sweepUid });
    expect(record.outcome).toBe('completed');
    expect(record.log.length).toBe(1);
    expect(JSON.parse(record.log[0]!.message)).toMatchObject({
      event: 'bug',
      entry: 'onSweep',
      errorId: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    expect(record.log[0]!.message).not.toContain('ana@');
  });
});
