import * as vm from 'node:vm';

const LANGUAGE_GLOBALS: ReadonlySet<string> = new Set(vm.runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[]);

/**
 * Whether a page may name this function in `google.script.run`: top-level functions of the script, but none whose name ends in an underscore,
 * and no method, service or function of the language (https://developers.google.com/apps-script/guides/html/communication).
 */
export const isPageFunction = (name: string, services: ReadonlySet<string>): boolean =>
  !name.endsWith('_') && !name.includes('.') && !LANGUAGE_GLOBALS.has(name) && !services.has(name);
