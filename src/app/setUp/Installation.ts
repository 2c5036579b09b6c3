import { parseRecord } from '../../core/base/parseRecord';
import { fail, ok, type Result } from '../../core/base/Result';
import { problem } from '../../core/base/Problem';
import type { Environment } from '../Environment';

/** What set-up recorded. Script property `operator`; written only by `setUp`. */
export interface Installation {
  /** Directory id of the one account that runs triggers and the web page. */
  readonly operatorId: string;
  /** For show: whom to ask. */
  readonly operatorEmail: string;
  readonly ledgerId: string;
  readonly workbookId: string;
  readonly workbookUrl: string;
  /** Address of the service account that signs for other users. */
  readonly serviceAccount: string;
  /** The `/exec` address of the operator's web app; empty when there is none. */
  readonly webAppUrl: string;
  /** The bundle that set-up ran with. Another one does not run until set-up records it. */
  readonly version: string;
  readonly sweepUid: string;
  /** 5 where the platform allows it, else 60. */
  readonly sweepMinutes: number;
}

export const installationKey = 'operator';

const isInstallation = (value: unknown): value is Installation => {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  const texts = [
    'operatorId',
    'operatorEmail',
    'ledgerId',
    'workbookId',
    'workbookUrl',
    'serviceAccount',
    'webAppUrl',
    'version',
    'sweepUid',
  ];
  return texts.every((key) => typeof record[key] === 'string') && typeof record['sweepMinutes'] === 'number' && record['operatorId'] !== '';
};

export const decodeInstallation = (text: string | undefined): Installation | undefined => {
  const value: unknown = parseRecord(text);
  return isInstallation(value) ? value : undefined;
};

export const readInstallation = (env: Environment): Result<Installation> => {
  const installation = decodeInstallation(env.authority.get(installationKey));
  return installation === undefined ? fail(problem('setUp.missing')) : ok(installation);
};
