import { explainApproval } from './explainApproval';
import { explainAudit } from './explainAudit';
import { explainCopy } from './explainCopy';
import { explainGoogle } from './explainGoogle';
import { explainHealth } from './explainHealth';
import { explainImport } from './explainImport';
import { explainImportData } from './explainImportData';
import { platformWordings } from './explainPlatform';
import { explainNewUsers } from './explainNewUsers';
import { explainRequest } from './explainRequest';
import { explainRun } from './explainRun';
import { explainSaved } from './explainSaved';
import { explainSettings } from './explainSettings';
import { explainSync } from './explainSync';
import { explainTargets } from './explainTargets';
import { explainUndo } from './explainUndo';
import { explainUsers } from './explainUsers';
import { explainWorkflow } from './explainWorkflow';
import type { Problem } from './Problem';

/** A problem in words: what happened, why when it is known, and what to do. Plain text, not markup. */
export interface Explanation {
  readonly what: string;
  readonly why?: string;
  readonly fix: string;
}

export type Wording = (data: Problem['data']) => Explanation;

/** Wordings of one area, by code. Each area has its own file, `explain<Area>.ts`, listed in `wordings` below. */
export type Wordings = Readonly<Record<string, Wording>>;

/** Every code that can be shown has its words here. */
export const wordings: readonly Wordings[] = [
  explainTargets,
  explainUsers,
  explainNewUsers,
  explainCopy,
  explainGoogle,
  platformWordings,
  explainWorkflow,
  explainRequest,
  explainApproval,
  explainRun,
  explainAudit,
  explainSettings,
  explainHealth,
  explainSaved,
  explainSync,
  explainUndo,
  explainImport,
  explainImportData,
];

const wordingOf = (code: string): Wording | undefined => wordings.find((area) => Object.keys(area).includes(code))?.[code];

export const explain = (problem: Problem): Explanation => {
  const wording = wordingOf(problem.code);
  if (wording === undefined)
    return { what: `Something went wrong (${problem.code}).`, fix: 'Try again. If it happens again, tell the person who runs Roster.' };
  return wording(problem.data);
};
