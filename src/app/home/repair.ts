import { describePairs } from '../../core/audit/describeEntry';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { requireActor } from '../actors/identify';
import { eventOf } from '../audit/auditEvents';
import { dropOldAnswers } from '../bridge/listSourceLabels';
import { ensureParcelTable } from '../bridge/parcel';
import { setPending } from '../bridge/Question';
import type { Environment } from '../Environment';
import { ensureRequestsTab } from '../requests/requestsView';
import { noteHeld } from '../runs/held';
import { findSilence } from '../runs/silence';
import { installationKey, type Installation } from '../setUp/Installation';
import { openWorkbook } from '../setUp/openFiles';
import { missingFiles, sweepHandler } from '../setUp/setUp';
import { dropStray } from './dropStray';

/** What "Repair" did. */
export type Repaired =
  | { readonly kind: 'trigger'; readonly minutes: number }
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'tabs' }
  | { readonly kind: 'stray'; readonly count: number };

/** Puts the recurring trigger back when it is gone. One that stands in the list and does not look is dead, and another takes its place. */
const mendTrigger = (env: Environment, installation: Installation): Result<Installation> => {
  if (findSilence(env, installation) !== undefined) env.triggers.delete(installation.sweepUid);
  const sweep = env.triggers.createSweep(sweepHandler);
  return sweep.ok ? ok({ ...installation, sweepUid: sweep.value.uid, sweepMinutes: sweep.value.minutes }) : sweep;
};

/**
 * B16: mends in one click what needs no decision: trigger, version, tabs of the workbook, and what was left over. A file that is gone
 * is set-up's, and nothing is shared anew. Asks for a look, which shows whether it helped.
 */
export const repair = (env: Environment): Result<readonly Repaired[]> => {
  const actor = requireActor(env);
  if (!actor.ok) return actor;
  const before = actor.value.installation;
  if (!actor.value.isOperator) return fail(problem('who.notOperator', { operator: before.operatorEmail }));
  dropOldAnswers(env, env.authority.all());
  const mended = mendTrigger(env, before);
  if (!mended.ok) return mended;
  const installation: Installation = { ...mended.value, version: env.version };
  const closed = missingFiles(env, before)[0];
  const workbook = openWorkbook(env, before);
  const tabs = workbook.ok ? [ensureRequestsTab(workbook.value), ensureParcelTable(workbook.value)] : [];
  return env.locked(() => {
    const count = dropStray(env, installation);
    const done: Repaired[] = [
      ...(installation.sweepUid === before.sweepUid ? [] : [{ kind: 'trigger', minutes: installation.sweepMinutes } as const]),
      ...(installation.version === before.version ? [] : [{ kind: 'version', version: env.version } as const]),
      ...(tabs.includes(true) ? [{ kind: 'tabs' } as const] : []),
      ...(count === 0 ? [] : [{ kind: 'stray', count } as const]),
    ];
    if (done.length > 0) {
      const { version, sweepUid: trigger } = installation;
      const details = describePairs({ version, trigger, mended: done.map(({ kind }) => kind).join(',') });
      const event = eventOf(env, { what: 'repaired', subject: '', details });
      const stored = env.authority.setAll({ [installationKey]: JSON.stringify(installation), ...event });
      if (!stored.ok) return stored;
    }
    noteHeld(env, closed);
    env.log('repaired', { done: done.length, stray: count });
    // From now on: a look that was missed before counts for nothing.
    const asked = setPending(env, env.now());
    return asked.ok ? ok(done) : asked;
  });
};
