import { adminDirectory } from './advanced/adminDirectory';
import { people } from './advanced/people';
import { cacheService } from './cache/cacheService';
import { cardService } from './card/cardService';
import { consoleService } from './consoleService';
import { contentService } from './content/contentService';
import type { Execution } from './Execution';
import { urlFetchAppService } from './fetch/urlFetchAppService';
import { gmailApp } from './gmail/gmailApp';
import { htmlService } from './html/htmlService';
import { lockService } from './lock/lockService';
import { loggerService } from './loggerService';
import { mailAppService } from './mail/mailAppService';
import { advancedServices, type AdvancedService, type Manifest } from './Manifest';
import { propertiesService } from './properties/propertiesService';
import { scriptAppService } from './script/scriptAppService';
import type { ScriptExecution } from './ScriptExecution';
import { sessionService } from './session/sessionService';
import { spreadsheetApp } from './spreadsheet/spreadsheetApp';
import { strict } from './strict';
import { utilitiesService } from './utilities/utilitiesService';

type Build = (execution: ScriptExecution) => unknown;

/** Services that every script has. */
const BUILT_IN: Readonly<Record<string, Build>> = {
  CacheService: cacheService,
  CardService: cardService,
  ContentService: contentService,
  GmailApp: gmailApp,
  HtmlService: htmlService,
  LockService: lockService,
  Logger: loggerService,
  MailApp: mailAppService,
  PropertiesService: propertiesService,
  ScriptApp: scriptAppService,
  Session: sessionService,
  SpreadsheetApp: spreadsheetApp,
  UrlFetchApp: urlFetchAppService,
  Utilities: utilitiesService,
  console: consoleService,
};

/** Services Google has and the simulator has not: named, so that their use is refused by name. */
const MISSING = [
  ...['Browser', 'CalendarApp', 'Charts', 'ContactsApp', 'DocumentApp', 'DriveApp', 'FormApp', 'GroupsApp', 'Jdbc'],
  ...['LanguageApp', 'LinearOptimizationService', 'Maps', 'SitesApp', 'SlidesApp', 'XmlService'],
];

/** Advanced services by `serviceId version` (https://developers.google.com/apps-script/guides/services/advanced). */
const ADVANCED: Readonly<Record<string, Build>> = {
  'admin directory_v1': adminDirectory,
  'peopleapi v1': people,
};

/**
 * The globals of a script beside JavaScript's own: built-in services, the advanced services its manifest enables under the symbol it gives
 * them, and the project's extra ones.
 */
export const platformGlobals = (manifest: Manifest, extra: ReadonlyMap<string, (execution: Execution) => unknown>): Map<string, Build> =>
  new Map<string, Build>([
    ...Object.entries(BUILT_IN),
    ...MISSING.map((name): [string, Build] => [name, () => strict(name, {})]),
    ...advancedServices(manifest).map((service): [string, Build] => [service.userSymbol, advanced(service)]),
    ...extra,
  ]);

const advanced = ({ serviceId, version }: AdvancedService): Build => {
  const build = ADVANCED[`${serviceId} ${version}`];
  if (build === undefined) throw new Error(`simulator: the advanced service ${serviceId} ${version} is not simulated`);
  return build;
};
