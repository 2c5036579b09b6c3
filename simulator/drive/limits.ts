/** Cells of all sheets together, empty ones included, and the last column (https://support.google.com/drive/answer/37603). */
export const MAX_CELLS = 10_000_000;
export const MAX_COLUMNS = 18_278;

/** Characters in one cell. Not on a page of Google's: it is the number in the error that Sheets gives. */
export const MAX_CELL_CHARACTERS = 50_000;

/** Characters in the name of a sheet. Not on a page of Google's: it is the number in the error that Sheets gives. */
export const MAX_SHEET_NAME = 100;

/** The grid of a new sheet (https://developers.google.com/apps-script/reference/spreadsheet/sheet). */
export const NEW_SHEET_ROWS = 1000;
export const NEW_SHEET_COLUMNS = 26;

/** Spreadsheets that scripts may create for one user in a day, Workspace account (https://developers.google.com/apps-script/guides/services/quotas). */
export const SPREADSHEETS_PER_DAY = 3200;
