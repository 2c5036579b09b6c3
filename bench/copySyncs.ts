import { sha256Hex } from '../src/core/base/digest';
import type { Sync } from '../src/core/sync/Sync';
import { decodeSyncEntry, encodeSyncEntry, type SyncEntry } from '../src/core/sync/SyncEntry';
import { ruleDigest, type StandingApproval } from '../src/core/sync/StandingApproval';
import type { SpreadsheetFile } from '../simulator/drive/SpreadsheetFile';
import { idOf } from './addRequests';
import type { SyncPlace } from './makeSyncPlace';

export const nameOf = (number: number): string => `Customers of our office number ${number} of all`;
export const syncIdOf = (number: number): string => idOf(1000 + number);

export const fileCalled = ({ world }: SyncPlace, called: string): SpreadsheetFile => {
  const file = world.drive.spreadsheets.find(({ title }) => title === called);
  if (file === undefined) throw new Error(`no ${called}`);
  return file;
};

export const appendRows = (
  { world }: SyncPlace,
  file: SpreadsheetFile,
  tab: string,
  rows: readonly (readonly (string | number)[])[],
): void => world.drive.edit(file.id, tab, `A${(file.tab(tab)?.grid.lastRow ?? 0) + 1}`, rows);

/** A document of the ledger. */
const readDocument = (ledger: SpreadsheetFile, id: string): string => {
  const grid = ledger.tab('Documents')?.grid;
  const cell = (row: number, column: number): string => String(grid?.cell(row, column)?.value ?? '');
  const rows = Array.from({ length: grid?.lastRow ?? 0 }, (_, index) => index + 1).filter((row) => cell(row, 1) === id);
  return rows.map((row) => cell(row, 3).slice(1)).join('');
};

/** The one sync that is there so often that there are `count`, each as the operator leaves it in script properties, ledger and workbook. */
export const copySyncs = (
  place: SyncPlace,
  count: number,
  change: (entry: SyncEntry, number: number) => SyncEntry = (entry) => entry,
): void => {
  const { project, operator } = place;
  const ledger = fileCalled(place, 'Roster ledger');
  const [key = '', text] = Object.entries(project.scriptProperties.entries()).find(([name]) => name.startsWith('sync.')) ?? [];
  const original = key.slice('sync.'.length);
  const entry = decodeSyncEntry(original, text);
  if (entry === undefined) throw new Error('no sync');
  const sync = JSON.parse(readDocument(ledger, `sync.${original}`)) as Sync;
  const standing = JSON.parse(readDocument(ledger, `standing.${original}`)) as StandingApproval;
  const remembered = readDocument(ledger, `syncState.${original}`);
  const values: Record<string, string> = {};
  const [documents, parcels]: string[][][] = [[], []];
  for (let number = 1; number < count; number += 1) {
    const id = syncIdOf(number);
    const copy: Sync = { ...sync, id, name: nameOf(number) };
    const definition = JSON.stringify(copy);
    const approval = JSON.stringify({ ...standing, syncId: id, rule: ruleDigest(copy) });
    const digests = { definition: sha256Hex(definition), approval: sha256Hex(approval) };
    documents?.push(
      [`sync.${id}`, '0', `.${definition}`],
      [`standing.${id}`, '0', `.${approval}`],
      [`syncState.${id}`, '0', `.${remembered}`],
    );
    values[`sync.${id}`] = encodeSyncEntry(change({ ...entry, id, name: copy.name, ...digests }, number));
    const bill = {
      kind: 'sync',
      author: operator.id,
      digest: digests.definition,
      length: definition.length,
      chunks: 1,
      parts: 0,
      at: entry.ranAt,
    };
    values[`parcel.sync-${id}`] = JSON.stringify(bill);
    parcels?.push([`sync-${id}`, '0', `.${definition}`]);
  }
  if (project.scriptProperties.set(values) !== 'written') throw new Error('the syncs do not fit into the script properties');
  appendRows(place, ledger, 'Documents', documents ?? []);
  appendRows(place, fileCalled(place, 'Roster workbook'), 'Exchange', parcels ?? []);
};
