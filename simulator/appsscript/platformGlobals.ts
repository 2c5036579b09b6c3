import { cacheService } from './cache/cacheService';
import { consoleService } from './consoleService';
import type { Execution } from './Execution';
import { contentService } from './content/contentService';
import { htmlService } from './html/htmlService';
import { lockService } from './lock/lockService';
import { loggerService } from './loggerService';
import type { Manifest } from './Manifest';
import { mailAppService } from './mail/mailAppService';
import { propertiesService } from './properties/propertiesService';
import { scriptAppService } from './script/scriptAppService';
import type { ScriptExecution } from './ScriptExecution';
import { sessionService } from './session/sessionService';
import { urlFetchAppService } from './fetch/urlFetchAppService';
import { utilitiesService } from './utilities/utilitiesService';

type Build = (execution: ScriptExecution) => unknown;

/** Services that every script has. */
const BUILT_IN: Readonly<Record<string, Build>> = {
  console: consoleService,
  Logger: loggerService,
  CacheService: cacheService,
  LockService: lockService,
  PropertiesService: propertiesService,
  ScriptApp: scriptAppService,
  Session: sessionService,
  ContentService: contentService,
  HtmlService: htmlService,
  MailApp: mailAppService,
  Utilities: utilitiesService,
  UrlFetchApp: urlFetchAppService,
};

/** The globals of a script beside JavaScript's own: built-in services, advanced services its manifest enables, and the project's extra ones. */
export const platformGlobals = (manifest: Manifest, extra: ReadonlyMap<string, (execution: Execution) => unknown>): Map<string, Build> => {
  void manifest;
  return new Map<string, Build>([...Object.entries(BUILT_IN), ...extra]);
};
