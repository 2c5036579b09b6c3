import { ok, type Result } from '../../core/base/Result';
import type { Actor } from '../actors/identify';
import { pageUrlOf } from '../bridge/pageUrl';
import { listQuestions, queueQuestion, type Question } from '../bridge/Question';
import type { Environment } from '../Environment';
import { asWriter } from '../runs/asWriter';
import { nextSweep } from '../runs/nextSweep';
import { describeHead, readHead } from './auditHead';
import { readCheck, verifyAudit, type AuditCheck } from './verifyAudit';

/** What people see of the audit. */
export interface ShownAudit {
  /** The end of the chain, in words. */
  readonly head: string;
  /** What the last look at the whole chain found. */
  readonly check?: AuditCheck;
  /** Somebody asked for another look. `nextLookAt`: at the latest; `pageUrl`: the page that does it at once, empty when there is none. */
  readonly asked?: { readonly nextLookAt: number; readonly pageUrl: string };
}

/** A card has 30 seconds; a longer chain is read by the sweep, even for the operator. */
const inlineRows = 5000;

const findAsked = (env: Environment, all: Readonly<Record<string, string>>): Question | undefined =>
  listQuestions(env, all).find(({ kind }) => kind === 'audit');

/** B11: the operator at the keyboard has a short chain verified at once; for everybody else it is a question. */
export const askAudit = (env: Environment, actor: Actor): Result<void> => {
  const { installation, isOperator } = actor;
  const all = env.authority.all();
  if (isOperator && installation.version === env.version && readHead(all).number <= inlineRows) {
    let verified: Result<void> = ok(undefined);
    const wrote = asWriter(env, (writer) => void (verified = verifyAudit(writer.env, installation, { askedBy: actor.user.id })));
    if (wrote) return verified;
  }
  if (findAsked(env, all) !== undefined) return ok(undefined);
  return queueQuestion(env, { kind: 'audit', id: env.newId(), askedBy: actor.user.id, askedAt: env.now() });
};

export const showAudit = (env: Environment, { installation }: Actor): ShownAudit => {
  const all = env.authority.all();
  const check = readCheck(all);
  const asked = findAsked(env, all);
  return {
    head: describeHead(readHead(all)),
    ...(check === undefined ? {} : { check }),
    ...(asked === undefined
      ? {}
      : {
          asked: { nextLookAt: nextSweep(env, installation, asked.askedAt), pageUrl: pageUrlOf(installation.webAppUrl, asked.id) },
        }),
  };
};
