import { snippetProject } from '../support/snippetProject';

const source = `
  import { scriptStore } from './src/gas/scriptStore';
  import { triggerBook } from './src/gas/triggers';
  export const triggers = (work: string, ...args: unknown[]) => (triggerBook(scriptStore()) as any)[work](...args);
`;
const card = { kind: 'addon' } as const;

describe('triggers', () => {
  it('sweep every five minutes where the platform allows it', () => {
    const { run, project, admin } = snippetProject(source);
    const answer = run('triggers', ['createSweep', 'onSweep'], { kind: 'editor' });
    const [trigger] = project.triggers.of(admin);
    expect(answer).toEqual({ ok: true, value: { uid: trigger!.uid, minutes: 5 } });
    expect(trigger!.schedule).toEqual({ kind: 'interval', milliseconds: 300_000 });
    expect(JSON.parse(project.scriptProperties.get(`trigger.${trigger!.uid}`)!)).toEqual({ handler: 'onSweep', kind: 'sweep', minutes: 5 });
  });

  it('sweep every hour where the platform refuses less', () => {
    const { run, project, admin } = snippetProject(source);
    expect(run('triggers', ['createSweep', 'onSweep'], card)).toMatchObject({ ok: true, value: { minutes: 60 } });
    expect(project.triggers.of(admin).map(({ schedule }) => schedule)).toEqual([{ kind: 'interval', milliseconds: 3_600_000 }]);
  });

  it('are not made again when they are there, and doubles go', () => {
    const { run, project, admin } = snippetProject(source);
    const first = run('triggers', ['createSweep', 'onSweep'], card);
    const kept = project.triggers.of(admin)[0]!.uid;
    project.triggers.add(admin, 'onSweep', { kind: 'interval', milliseconds: 3_600_000 });
    project.triggers.add(admin, 'onOther', { kind: 'interval', milliseconds: 3_600_000 });
    expect(run('triggers', ['createSweep', 'onSweep'], card)).toEqual(first);
    expect(project.triggers.of(admin).map(({ uid, handler }) => (handler === 'onSweep' ? uid : handler))).toEqual([kept, 'onOther']);
  });

  it('are replaced when nothing is known about them', () => {
    const { run, project, admin } = snippetProject(source);
    const lost = project.triggers.add(admin, 'onSweep', { kind: 'interval', milliseconds: 60_000 });
    run('triggers', ['createSweep', 'onSweep'], card);
    const [made, ...others] = project.triggers.of(admin);
    expect(others).toEqual([]);
    expect(made!.uid).not.toBe(lost.uid);
  });

  it('run once, or every day at an hour', () => {
    const { run, project, admin, world } = snippetProject(source);
    run('triggers', ['createOnce', 'onContinue', 120_000], card);
    run('triggers', ['createDaily', 'onNight', 2], card);
    run('triggers', ['createDaily', 'onNight', 2], card);
    const [once, daily, ...others] = project.triggers.of(admin);
    expect(once!.schedule.kind).toBe('once');
    expect(once!.nextAt! - world.clock.now()).toBeGreaterThan(100_000);
    expect(daily!.schedule).toMatchObject({ kind: 'days', every: 1, time: { hour: 2 } });
    expect(others).toEqual([]);
  });

  it('leave one one-shot of a handler: a spent one goes when the next is made', () => {
    const { run, project, admin } = snippetProject(source);
    run('triggers', ['createOnce', 'onContinue', 1000], card);
    run('triggers', ['createOnce', 'onContinue', 1000], card);
    expect(project.triggers.of(admin).length).toBe(1);
    expect(Object.keys(project.scriptProperties.entries()).length).toBe(1);
  });

  it('are listed for their own person only, and forgotten when deleted', () => {
    const { run, project, admin, plain } = snippetProject(source);
    run('triggers', ['createSweep', 'onSweep'], card);
    const { uid } = project.triggers.of(admin)[0]!;
    expect(run('triggers', ['list'], { ...card, effectiveUserId: plain })).toEqual([]);
    expect(run('triggers', ['list'], card)).toEqual([{ uid, handler: 'onSweep' }]);
    run('triggers', ['delete', uid], card);
    expect(project.triggers.of(admin)).toEqual([]);
    expect(project.scriptProperties.get(`trigger.${uid}`)).toBeUndefined();
  });

  it('say when Google allows no more', () => {
    const { run, project, admin } = snippetProject(source);
    for (let index = 0; index < 20; index++) project.triggers.add(admin, 'onOther', { kind: 'interval', milliseconds: 3_600_000 });
    expect(run('triggers', ['createSweep', 'onSweep'], card)).toEqual({
      ok: false,
      problem: { code: 'platform.triggersTooMany', data: {} },
    });
  });

  it('leave nothing behind when their id cannot be stored', () => {
    const { run, project, admin, world } = snippetProject(source);
    world.faults.add({
      at: 'PropertiesService.setProperty',
      effect: {
        kind: 'throw',
        when: 'before',
        message: 'You have exceeded the property storage quota. Please remove some properties and try again.',
      },
    });
    expect(run('triggers', ['createSweep', 'onSweep'], card)).toMatchObject({ ok: false, problem: { code: 'platform.storeFull' } });
    expect(project.triggers.of(admin)).toEqual([]);
  });
});
