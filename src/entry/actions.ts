import type { Environment } from '../app/Environment';
import type { PageDecision } from '../app/approvals/decide';
import type { PageOptions } from '../app/requests/PageOptions';
import { receiveOnPage } from '../app/imports/receiveOnPage';
import type { UploadPiece } from '../app/imports/UploadPiece';
import { decideOnPage, showPage, type PageText } from '../app/requests/showPage';
import { noteSweep } from '../app/runs/nextSweep';
import { sweep as sweepOnce } from '../app/runs/sweep';
import type { Problem } from '../core/base/Problem';
import type { CardEvent, CardSpec } from '../cards/CardSpec';
import type { CardAction, Suggest } from './cardAction';
import { decisionActions } from './decisionActions';
import { homeActions, homeOf } from './homeActions';
import { importActions } from './importActions';
import { newUserActions } from './newUserActions';
import { mailOf, officerActions, waitingOf } from './officerActions';
import { requestActions } from './requestActions';
import { saved } from './saved';
import { settingsActions, settingsSuggestions } from './settingsActions';
import { sheetActions } from './sheetActions';
import { stepActions, stepSuggestions } from './stepActions';
import { syncActions } from './syncActions';
import { syncWizardActions } from './syncWizardActions';
import { targetActions, targetSuggestions } from './targetActions';

/** Every action that a card may name (`ActionSpec.name`). Cards and this table are compared by a test. */
export const actions: Readonly<Record<string, CardAction>> = {
  ...homeActions,
  ...targetActions,
  ...sheetActions,
  ...newUserActions,
  ...stepActions,
  ...saved,
  ...requestActions,
  ...syncActions,
  ...syncWizardActions,
  ...importActions,
  ...settingsActions,
  ...decisionActions,
  ...officerActions,
};

/** Every `autoCompleteAction` that a card may name. */
export const suggestions: Readonly<Record<string, Suggest>> = {
  ...targetSuggestions,
  ...stepSuggestions,
  ...settingsSuggestions,
};

/** The first card of the side panel. In Gmail it is for Security Officers, who may have allowed Roster next to nothing. */
export const homepage: (env: Environment, event: CardEvent) => CardSpec = (env, event) =>
  event.host === 'GMAIL' ? waitingOf(env, event) : homeOf(env, event);

/** The card beside an open message. */
export const mail: (env: Environment, event: CardEvent) => CardSpec = mailOf;

/**
 * The operator's trigger: does the work that fits into this execution. The wrapper (run.ts) calls it only when the property
 * `pending` is there, `triggerUid` is one that Roster stored (`trigger.<uid>`), and `requireOperator` passed. Gives back what keeps it from working.
 */
export const sweep: (env: Environment, trigger: { readonly triggerUid: string }) => Problem | undefined = (env, { triggerUid }) => {
  noteSweep(env, triggerUid);
  return sweepOnce(env);
};

/** What the operator's web page shows about one request. Plain data for google.script.run. */
export type PageView = PageText;

/** Runs as the operator for a visitor (env.who.activeEmail): answers that request's queued questions at once. */
export const page: (env: Environment, input: { readonly requestId: string; readonly options: PageOptions }) => PageView = (
  env,
  { requestId, options },
) => showPage(env, requestId, options);

/** Runs as the operator for a visitor who decides about a request that they saw. */
export const decide: (env: Environment, input: PageDecision) => PageView = (env, input) => decideOnPage(env, input);

/** Runs as the operator for a visitor who sends a file that their own card asked for. */
export const receive: (env: Environment, input: { readonly uploadId: string; readonly piece: UploadPiece }) => PageView = (
  env,
  { uploadId, piece },
) => receiveOnPage(env, uploadId, piece);
