import type { Actor } from '../app/actors/identify';
import type { Environment } from '../app/Environment';
import { askAgain } from '../app/requests/askAgain';
import { previewWorkflow } from '../app/requests/previewWorkflow';
import { sendRequest, withdrawRequest } from '../app/requests/sendRequest';
import { showRequest } from '../app/requests/showRequest';
import { nextSweepFor } from '../app/runs/nextSweep';
import { askForUndo } from '../app/undo/askForUndo';
import { stopRun } from '../app/runs/stopRun';
import { actionsCard } from '../cards/actionsCard';
import type { CardAnswer, CardEvent, CardSpec } from '../cards/CardSpec';
import { ONLY, onlyOf } from '../cards/filterWidget';
import { confirmSendCard, requestCard, TYPED } from '../cards/requestCard';
import { confirmStopCard } from '../cards/runSection';
import { formatLatest } from '../cards/Viewer';
import { letThroughBy } from '../core/approvals/letThroughBy';
import type { RequestEntry } from '../core/approvals/RequestEntry';
import { problem } from '../core/base/Problem';
import type { Result } from '../core/base/Result';
import { asAdministrator, failed, field, orFail, pageNumber, parameter, push, root, update, viewerOf, type CardAction } from './cardAction';

export const cardOf = (env: Environment, event: CardEvent, actor: Actor, requestId: string, page = 0, only = ''): Result<CardSpec> => {
  const record = showRequest(env, actor, requestId);
  return record.ok ? { ok: true, value: requestCard(record.value, page, viewerOf(event), only) } : record;
};

const preview = asAdministrator((env, event, actor) =>
  orFail(previewWorkflow(env, actor), (start): CardAnswer => {
    if (start.kind === 'missing') return update(actionsCard(start.draft, start.missing));
    return orFail(cardOf(env, event, actor, start.entry.id), (card) => push(card));
  }),
);

/** The first look for work at which it may begin, or officers are written to. */
const latestStart = (env: Environment, event: CardEvent, actor: Actor, entry: RequestEntry): string =>
  formatLatest(nextSweepFor(env, actor.installation, entry), env.now(), viewerOf(event));

const stop = asAdministrator((env, event, actor) => {
  const requestId = parameter(event, 'request');
  return orFail(stopRun(env, actor, requestId), () =>
    orFail(cardOf(env, event, actor, requestId), (card) =>
      root(card, 'Roster stops it: what is under way is finished, nothing else begins.'),
    ),
  );
});

const send = asAdministrator((env, event, actor) => {
  const requestId = parameter(event, 'request');
  const asked = { requestId, shownDigest: parameter(event, 'digest'), typed: field(event, TYPED) };
  return orFail(sendRequest(env, actor, asked), (sent) =>
    orFail(cardOf(env, event, actor, requestId), (card) =>
      root(
        card,
        sent.state === 'waiting'
          ? `Sent. Security Officers are asked by mail at ${latestStart(env, event, actor, sent)} at the latest.`
          : `Sent. It is let through by ${letThroughBy(sent) ?? ''}: it starts at ${latestStart(env, event, actor, sent)} at the latest.`,
      ),
    ),
  );
});

export const requestActions = {
  previewWorkflow: preview,
  openRequest: asAdministrator((env, event, actor) => orFail(cardOf(env, event, actor, parameter(event, 'request')), (card) => push(card))),
  refreshRequest: asAdministrator((env, event, actor) =>
    orFail(cardOf(env, event, actor, parameter(event, 'request')), (card) => update(card)),
  ),
  pageRequest: asAdministrator((env, event, actor) =>
    orFail(cardOf(env, event, actor, parameter(event, 'request'), pageNumber(event), parameter(event, ONLY)), (card) => update(card)),
  ),
  /** B1: rows of an import of one kind. */
  filterRequest: asAdministrator((env, event, actor) =>
    orFail(cardOf(env, event, actor, parameter(event, 'request'), 0, onlyOf(field(event, ONLY))), (card) => update(card)),
  ),
  openConfirmSend: asAdministrator((env, event, actor) =>
    orFail(showRequest(env, actor, parameter(event, 'request')), (record) =>
      record.hindered !== undefined ? failed(record.hindered) : push(confirmSendCard(record, viewerOf(event))),
    ),
  ),
  cancelSend: () => ({ kind: 'pop', notification: 'Nothing was sent.' }),
  sendRequest: send,
  openConfirmStop: asAdministrator((env, event, actor) =>
    orFail(showRequest(env, actor, parameter(event, 'request')), (record) =>
      record.mayStop
        ? push(confirmStopCard(record, viewerOf(event)))
        : failed(problem('request.notInState', { name: record.entry.name, state: record.entry.state, wanted: 'stopped' })),
    ),
  ),
  cancelStop: () => ({ kind: 'pop', notification: 'Nothing was stopped.' }),
  stopRequest: stop,
  askAgain: asAdministrator((env, event, actor) =>
    orFail(askAgain(env, actor, parameter(event, 'request')), (again) =>
      orFail(cardOf(env, event, actor, again.id), (card) => root(card, 'Asked again: Roster prepares a new preview of the same.')),
    ),
  ),
  askForUndo: asAdministrator((env, event, actor) =>
    orFail(askForUndo(env, actor, parameter(event, 'request')), (undo) =>
      orFail(cardOf(env, event, actor, undo.id), (card) =>
        root(card, 'Roster prepares what would be taken back. Nothing is changed before it is approved.'),
      ),
    ),
  ),
  withdrawRequest: asAdministrator((env, event, actor) => {
    const requestId = parameter(event, 'request');
    return orFail(withdrawRequest(env, actor, requestId), () =>
      orFail(cardOf(env, event, actor, requestId), (card) => update(card, 'Withdrawn.')),
    );
  }),
} satisfies Readonly<Record<string, CardAction>>;
