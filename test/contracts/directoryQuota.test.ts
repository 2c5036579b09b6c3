import { World } from '../../simulator/World';
import { ok } from '../../src/core/base/Result';
import { runWaves } from '../../src/engine/runWaves';
import type { Answer } from '../../src/google/Call';
import { getUser } from '../../src/google/directory';
import { operations } from '../../src/google/operations';

const self = { kind: 'self' } as const;
const WAVE_MS = 400;

test('thousands of look-ups keep to what an account may ask in a minute, and use most of it (I33)', () => {
  const world = new World();
  world.directory.addCustomer({ domains: ['example.com'] });
  const operator = world.directory.addUser({ primaryEmail: 'operator@example.com', isAdmin: true });
  const project = world.cloud.addProject({ projectId: 'p', enabledApis: ['admin.googleapis.com'] });
  const { scopes } = operations['directory.users.get'];
  const token = world.cloud.issueToken({ userId: operator.id, scopes: scopes, via: 'user', project: project.number, seconds: 86_400 });
  let refused = 0;
  const begun = world.clock.now();
  const tasks = Array.from({ length: 6000 }, (_, index) => ({
    key: String(index),
    *task() {
      const found = yield* getUser(self, operator.id);
      return found.ok ? ok(undefined) : found;
    },
  }));
  const { outcomes } = runWaves(tasks, {
    now: () => world.clock.now(),
    sleep: (milliseconds) => world.clock.advance(milliseconds),
    timeLeft: () => 3_600_000,
    // The calls of a wave are answered side by side.
    send: (calls) => {
      const answers = calls.map(({ method, url }): Answer => {
        const { response } = world.network.send({ method, url, headers: { Authorization: `Bearer ${token}` }, body: '' });
        if (response.status === 403) refused += 1;
        return { kind: 'answered', status: response.status, body: JSON.parse(response.body) as unknown };
      });
      world.clock.advance(WAVE_MS);
      return answers;
    },
  });
  expect([...outcomes.values()].filter((one) => one.kind === 'done' && one.value.ok)).toHaveLength(6000);
  expect(refused).toBe(0);
  expect((world.clock.now() - begun) / 60_000).toBeLessThan(6000 / 2400 + 1);
});
