import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

/** Where a Chromium may be; `CHROMIUM` names another one. */
const CHROMIUM = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const FLAGS = [
  // Root, as in a container, has no sandbox of the browser's own.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface OpenBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** A Chromium of its own profile, empty before and gone afterwards, that reaches nothing but this machine. */
export const openBrowser = async (): Promise<OpenBrowser> => {
  const executablePath = CHROMIUM.find((one) => one !== undefined && fs.existsSync(one));
  if (executablePath === undefined) throw new Error('No Chromium was found. Install one, or name it in the environment variable CHROMIUM.');
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'roster-e2e-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: FLAGS,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1024, height: 768 },
  });
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  return {
    context,
    async close() {
      await context.close();
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
