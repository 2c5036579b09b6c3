import type { Result } from '../core/base/Result';
import { attempt } from './attempt';

/** Creates a spreadsheet in the effective user's Drive, shared with nobody. */
export const createSpreadsheet = (title: string): Result<{ readonly id: string; readonly url: string }> =>
  attempt(() => {
    const spreadsheet = SpreadsheetApp.create(title);
    return { id: spreadsheet.getId(), url: spreadsheet.getUrl() };
  });

/** Ends that somebody may edit a spreadsheet. */
export const removeSpreadsheetEditor = (spreadsheetId: string, email: string): Result<void> =>
  attempt(() => void SpreadsheetApp.openById(spreadsheetId).removeEditor(email));

/** Shares a spreadsheet with people as editors. */
export const addSpreadsheetEditors = (spreadsheetId: string, emails: readonly string[]): Result<void> =>
  attempt(() => {
    if (emails.length > 0) SpreadsheetApp.openById(spreadsheetId).addEditors([...emails]);
  });
