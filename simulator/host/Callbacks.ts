import { promptOf } from '../appsscript/card/responseClasses';
import type { ScriptProject } from '../appsscript/ScriptProject';
import type { AddOnManifest } from './addOnManifest';
import { eventObject, type Happening } from './eventObject';
import { describeFailure, Failed, hostError, type HostError } from './hostError';
import type { HostOptions } from './HostOptions';

/** Runs functions of the script as the person at the keyboard, with the event object each of them gets. */
export class Callbacks {
  constructor(
    private readonly project: ScriptProject,
    private readonly manifest: AddOnManifest,
    private readonly options: HostOptions,
  ) {}

  /** What the function returned. Throws Failed when it threw, took more than 30 seconds or could not start. */
  run(functionName: string, happening: Happening): unknown {
    const { userId, spreadsheetId } = this.options;
    const event = eventObject(this.project, this.manifest, this.options, happening);
    const record = this.project.run({
      functionName,
      args: [event],
      kind: 'addon',
      effectiveUserId: userId,
      activeSpreadsheetId: spreadsheetId,
    });
    if (record.outcome === 'completed') return record.value;
    const asked = record.error?.name === 'AuthorizationException' ? promptOf(this.project, record.id) : undefined;
    const signIn = asked && ({ kind: 'signIn', url: String(asked['authorizationUrl']), resource: String(asked['resource']) } as const);
    throw new Failed(describeFailure(record), record.id, signIn);
  }

  /** How an error is shown: in full to those who test, in general words where the add-on is published. */
  error(detail: string, executionId?: string): HostError {
    const { deployment = this.project.publishedAddOn ? 'published' : 'test' } = this.options;
    return hostError(deployment, detail, executionId);
  }
}
