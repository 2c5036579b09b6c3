import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Sidebar } from '../simulator/host/Sidebar';
import { decodeText } from '../simulator/loaders/readCsv';

/** What Roster's page sends at once; this walk sends a file as one piece. */
const PIECE = 1_500_000;

interface Received {
  readonly title: string;
  readonly lines: readonly string[];
  readonly refused?: true;
}

/** From home to the card of columns, with a CSV file that is sent on Roster's page. */
export function uploadImport(sidebar: Sidebar, name: string, file: string): void {
  const text = decodeText(readFileSync(file));
  if (text.length > PIECE) throw new Error(`${file} is larger than this walk sends (1.5 million characters).`);
  sidebar.press('Import users');
  sidebar.type('Name (required)', name);
  sidebar.choose('Method', 'Create or update: whoever is not there is created');
  sidebar.press('Upload a CSV file');
  sidebar.press('Open Roster’s page');
  const page = sidebar.browse();
  const uploadId = new URL(sidebar.openedLinks.at(-1)?.url ?? '').searchParams.get('import') ?? '';
  const { value, error } = page.run('receive', uploadId, { number: 0, isLast: true, text, name: basename(file) });
  const { title, lines, refused } = (value ?? { title: error?.message ?? '', lines: [], refused: true }) as Received;
  if (refused === true) throw new Error([title, ...lines].join(' '));
  sidebar.press('Use the uploaded file');
  sidebar.press('Next');
}

/** Roster's proposals are taken, also those that wait for a tick, or that nothing but a person's hand maps; the rest is left out. */
export function mapAll(sidebar: Sidebar): void {
  sidebar.press('Auto-map');
  for (let next = tick(sidebar); next !== undefined; next = tick(sidebar)) sidebar.toggle(next, true);
  for (const [, column = '', field = ''] of sidebar.text().matchAll(/^(.+): \[Not used\].*\n?.*This may be (.+?)\. It gives/gm)) {
    sidebar.press('Not used', { near: column });
    sidebar.choose('Field', field);
    sidebar.press('Save');
  }
}

/** The next column that waits for a tick. */
const tick = (sidebar: Sidebar): string | undefined => /^(Use .+\?) .*\{off\}$/m.exec(sidebar.text())?.[1];
