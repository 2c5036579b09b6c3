import { promptOf } from '../appsscript/card/responseClasses';
import type { ExecutionRecord, ScriptError } from '../appsscript/ExecutionRecord';
import type { ScriptProject } from '../appsscript/ScriptProject';
import type { AddOnManifest } from './addOnManifest';
import { eventObject, type Happening } from './eventObject';
import { describeFailure, Failed, hostError, type HostError } from './hostError';
import type { HostOptions } from './HostOptions';
import type { Prompt } from './Prompt';

/** Runs functions of the script as the person at the keyboard, with the event object each of them gets. */
export class Callbacks {
  constructor(
    private readonly project: ScriptProject,
    private readonly manifest: AddOnManifest,
    private readonly options: HostOptions,
  ) {}

  /**
   * What the function returned. Throws Failed when it threw, took more than 30 seconds, could not start or asked for
   * scopes; an ordinary Error when the script used something that is not simulated.
   */
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
    if (record.error !== undefined && isOfSimulator(record.error)) throw new Error(`${functionName}: ${record.error.stack}`);
    throw new Failed(describeFailure(record), record.id, this.promptOf(record));
  }

  private promptOf({ id, error, authorizationRequired }: ExecutionRecord): Prompt | undefined {
    if (authorizationRequired?.length) return { kind: 'authorization', scopes: authorizationRequired };
    const asked = error?.name === 'AuthorizationException' ? promptOf(this.project, id) : undefined;
    return asked && { kind: 'signIn', url: String(asked['authorizationUrl']), resource: String(asked['resource']) };
  }

  /** How an error is shown: in full to those who test, in general words where the add-on is published. */
  error(detail: string, executionId?: string): HostError {
    const { deployment = this.project.publishedAddOn ? 'published' : 'test' } = this.options;
    return hostError(deployment, detail, executionId);
  }
}

/** Something that is not simulated, or a bug of the simulator: its own files are in the stack. */
function isOfSimulator({ message, stack }: ScriptError): boolean {
  return message.startsWith('simulator:') || /[\\/]simulator[\\/].*\.ts:\d+/.test(stack);
}
