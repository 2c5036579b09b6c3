import { decodeDraft, emptyDraft, type WorkflowDraft } from '../../../src/core/workflows/WorkflowDraft';
import { toOrder } from '../../../src/core/workflows/WorkflowOrder';

const full: WorkflowDraft = {
  ...emptyDraft('d'),
  name: 'Fair',
  type: 'onboard',
  tags: ['fair', 'EMEA'],
  startLater: true,
  startAt: 1_796_738_400_000,
  selection: { selectors: [{ kind: 'user', userId: 'u', label: 'ann@example.com' }], excludedUserIds: ['x'] },
  list: { id: 'l', selectors: 'user:u', kept: 'card', digest: 'd', lookedUpAt: 1, left: [] },
  confirmed: { listId: 'l', digest: 'd', targets: 1 },
  actions: [{ actionId: 'a', kind: 'copyContacts', createLabel: true, source: { userId: 's', email: 's@example.com', fullName: 'S' } }],
  savedAt: 1,
};

describe('S48: a kept draft', () => {
  it('is read again as it was', () => {
    expect(decodeDraft(JSON.stringify(full))).toEqual(full);
    expect(decodeDraft(JSON.stringify(emptyDraft('e')))).toEqual(emptyDraft('e'));
  });

  it('of a version before tags, times and ages is read too', () => {
    const old = { ...full, tags: undefined, startLater: undefined, startAt: undefined, savedAt: undefined };
    expect(decodeDraft(JSON.stringify(old))).toEqual(old);
  });

  it.each([
    ['that is no JSON', '{'],
    ['that is nothing', 'null'],
    ['with actions of another kind', JSON.stringify({ ...full, actions: [{ actionId: 'a', kind: 'moveUsers' }] })],
    [
      'with a selector of another kind',
      JSON.stringify({ ...full, selection: { selectors: [{ kind: 'room', label: 'x' }], excludedUserIds: [] } }),
    ],
    ['without a selection', JSON.stringify({ ...full, selection: undefined })],
    ['with a list of another form', JSON.stringify({ ...full, list: { id: 'l' } })],
    ['with targets confirmed as ids', JSON.stringify({ ...full, confirmed: ['u'] })],
    ['that leaves out what is not known', JSON.stringify({ ...full, openedAction: { ...full.actions[0], leaveOut: ['dreams'] } })],
    ['of another type', JSON.stringify({ ...full, type: 'offboard' })],
    [
      'with a source of another form',
      JSON.stringify({ ...full, openedAction: { actionId: 'a', kind: 'copyContacts', createLabel: true, source: 'ann' } }),
    ],
  ])('%s is not taken for one', (_title, text) => {
    expect(decodeDraft(text)).toBeUndefined();
  });
});

describe('S50–S51: what is sent', () => {
  it('holds tags and time, and no time when the run starts right after approval', () => {
    expect(toOrder(full).workflow).toEqual({
      name: 'Fair',
      type: 'onboard',
      description: '',
      tags: ['fair', 'EMEA'],
      startAt: full.startAt,
    });
    expect(toOrder({ ...full, startLater: false, tags: [] }).workflow).toEqual({ name: 'Fair', type: 'onboard', description: '' });
  });
});
