import type { ScriptProject } from '../appsscript/ScriptProject';
import { zoneOffset } from '../kernel/timeZone';
import type { Message } from '../mail/Mail';
import { prefixedId } from '../mail/Mailbox';
import type { AddOnManifest } from './addOnManifest';
import { hasFileScope } from './fileScope';
import type { FormState } from './FormState';
import { formInputs, legacyInputs } from './formInputs';
import { DEFAULT_UNCERTAIN, type HostOptions } from './HostOptions';

const LOCALE_SCOPE = 'https://www.googleapis.com/auth/script.locale';

export interface Happening {
  /** The form of the card the person acted on; none for homepage and contextual triggers. */
  readonly form?: FormState;
  readonly parameters?: Readonly<Record<string, string>>;
  /** The message that is open, in Gmail; none for the homepage. */
  readonly message?: OpenMessage;
  /** The person did something on a card or in its menu. */
  readonly clicked?: boolean;
}

export type OpenMessage = Pick<Message, 'id' | 'threadId'>;

/**
 * The event object of a callback (https://developers.google.com/workspace/add-ons/concepts/event-objects), with the deprecated
 * duplicates of its fields that are still sent.
 */
export function eventObject(project: ScriptProject, manifest: AddOnManifest, options: HostOptions, happening: Happening): object {
  const { form, parameters = {} } = happening;
  const { emptyFields } = { ...DEFAULT_UNCERTAIN, ...options.uncertain };
  const locale = localeFields(project, manifest, options);
  const inputs = form && formInputs(form, emptyFields);
  const shown = <T extends object>(map: T | undefined): map is T =>
    map !== undefined && (Object.keys(map).length > 0 || (emptyFields === 'present' && form !== undefined));
  return {
    commonEventObject: {
      hostApp: options.hostApp,
      platform: 'WEB',
      ...(locale && { userLocale: locale.userLocale, timeZone: locale.timeZone }),
      ...(shown(parameters) && { parameters: { ...parameters } }),
      ...(shown(inputs) && { formInputs: inputs }),
    },
    ...hostFields(project, options, happening),
    hostApp: options.hostApp.toLowerCase(),
    clientPlatform: 'web',
    ...(locale && {
      userLocale: locale.userLocale.split('-')[0],
      userTimezone: { id: locale.timeZone.id, offSet: locale.timeZone.offset },
    }),
    ...(shown(parameters) && { parameters: { ...parameters } }),
    ...(shown(inputs) && legacyInputs(inputs)),
  };
}

/** Only with `useLocaleFromApp` and the scope script.locale. */
function localeFields(project: ScriptProject, manifest: AddOnManifest, { userId, locale = 'en-US', timeZone, spreadsheetId }: HostOptions) {
  if (!manifest.useLocaleFromApp || !project.consents.granted(userId).has(LOCALE_SCOPE)) return undefined;
  const zone = timeZone ?? project.world.drive.spreadsheet(spreadsheetId ?? '')?.timeZone ?? 'Etc/GMT';
  return { userLocale: locale, timeZone: { id: zone, offset: String(zoneOffset(zone, project.world.clock.now())) } };
}

/** `id` and `title` of the spreadsheet come only after the person granted the file (drive.file). */
function hostFields(project: ScriptProject, options: HostOptions, { message, clicked = false }: Happening): object {
  const { hostApp, userId, spreadsheetId } = options;
  if (hostApp === 'SHEETS') {
    const file = spreadsheetId === undefined ? undefined : project.world.drive.spreadsheet(spreadsheetId);
    const addonHasFileScopePermission = file !== undefined && hasFileScope(project, userId, file.id);
    return { sheets: { addonHasFileScopePermission, ...(addonHasFileScopePermission && { id: file.id, title: file.title }) } };
  }
  if (message === undefined) return {};
  const { scriptId, world } = project;
  const accessToken = world.mail.tokens.issue({ scriptId, userId, messageId: message.id, threadId: message.threadId, clicked });
  const prefixed = { ...DEFAULT_UNCERTAIN, ...options.uncertain }.messageIds === 'prefixed';
  const messageId = prefixed ? prefixedId('msg', message.id) : message.id;
  const threadId = prefixed ? prefixedId('thread', message.threadId) : message.threadId;
  return { gmail: { messageId, threadId, accessToken }, messageMetadata: { messageId, accessToken } };
}
