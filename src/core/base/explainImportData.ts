import { formatNumber } from './plural';
import type { Wordings } from './explain';

const saveAsCsv = 'In Excel or Sheets: save or download it as CSV, and take that file.';

/** Wording of what is wrong with the data of an import as a whole: a file, a text, a Sheet. */
export const explainImportData = {
  'csv.otherFile': ({ kind }) => ({ what: `This is ${String(kind)}, and no CSV.`, fix: saveAsCsv }),
  'csv.noText': () => ({
    what: 'The text holds characters that no text has.',
    why: 'It is no CSV, or one in an encoding that was not recognized.',
    fix: 'Save it as CSV in UTF-8.',
  }),
  'csv.empty': () => ({ what: 'There is nothing in it.', fix: 'Take the file or text with a header and one user a row.' }),
  'csv.quoteOpen': ({ row, text }) => ({
    what: `A quote that begins in row ${String(row)} never ends: ${String(text)}`,
    why: 'Everything after it would be one cell.',
    fix: 'Close the quote there, or write "" for a quote within a quoted cell.',
  }),
  'csv.textBehindQuote': ({ row, text }) => ({
    what: `In row ${String(row)} text follows a closing quote: ${String(text)}`,
    why: 'Where the cell ends cannot be told.',
    fix: 'Write "" for a quote within a quoted cell, or put the whole cell within quotes.',
  }),
  'importData.tooManyColumns': ({ columns, limit }) => ({
    what: `There are ${formatNumber(Number(columns))} columns; an import takes ${formatNumber(Number(limit))}.`,
    fix: 'Keep the column with addresses and those that shall be changed.',
  }),
  'importData.rowTooLong': ({ row, limit }) => ({
    what: `Row ${formatNumber(Number(row))} holds more than ${formatNumber(Number(limit))} characters.`,
    why: 'Often a quote is missing before it, and several rows became one.',
    fix: 'Correct the row.',
  }),
  'importData.textTooLong': ({ limit }) => ({
    what: `A pasted text may have ${formatNumber(Number(limit))} characters.`,
    fix: 'Paste it into a Sheet, or upload it as a CSV file on Roster’s page.',
  }),
  'importData.nameMissing': () => ({ what: 'The import has no name.', fix: 'Give the import a name.' }),
  'importData.missing': () => ({ what: 'No data was read yet.', fix: 'Read a tab, a text or a file first.' }),
  'importData.rangeMissing': () => ({
    what: 'No table is selected in the Sheet.',
    fix: 'Select the header and the rows below it, and press this again.',
  }),
  'importData.draftGone': () => ({
    what: 'This import is no draft any more.',
    why: 'It was sent, or discarded on another card.',
    fix: 'Go back to the first card and look for it there.',
  }),
  'importData.gone': () => ({
    what: 'The data that was read is not there any more.',
    why: 'It is kept for a day, or somebody changed the hidden tab “Exchange” of the workbook.',
    fix: 'Go back to “Data” and read it again. What you mapped is kept.',
  }),
  'importData.tooBig': () => ({
    what: 'So many columns are mapped that the draft cannot be kept.',
    fix: 'Leave some columns out.',
  }),
  'upload.noPage': () => ({
    what: 'Roster has no page yet that could receive a file.',
    fix: 'Open the file in Sheets, or paste it as text; or ask the person who runs Roster to enter the web app address at set-up.',
  }),
  'upload.notOpen': () => ({
    what: 'This page receives no file now.',
    why: 'It receives one for a day, from whoever opened it in Roster’s side panel.',
    fix: 'In Sheets open Roster, “Import users”, and press “Upload a CSV file”.',
  }),
  'upload.notWhole': () => ({
    what: 'The file was not received yet.',
    fix: 'Send it on Roster’s page, and press this again when the page says that it was received.',
  }),
  'upload.pieceMissing': () => ({ what: 'A piece of the file is missing.', fix: 'Send the file again.' }),
  'upload.tooBig': () => ({ what: 'The file is larger than 35 MB.', fix: 'Split it, or leave out columns that are not needed.' }),
  'importData.numberMissing': ({ number }) => ({
    what: `${formatNumber(Number(number))} roles and memberships will be taken away, and this number was not typed.`,
    fix: 'Go back, look at what the preview names, and type the number if that is meant.',
  }),
  'importResults.notHere': () => ({
    what: 'The results cannot be written beside the rows.',
    why: 'That is possible for who asked for the import, once it is over, in the Sheet that it came from.',
    fix: 'Find them in the workbook’s tab “Results”.',
  }),
  'importResults.tabGone': () => ({
    what: 'The tab that the rows came from is not there any more.',
    fix: 'Find the results in the workbook’s tab “Results”.',
  }),
  'importResults.columnGone': ({ column }) => ({
    what: `The column “${String(column)}”, which says whose row it is, was not found in the tab.`,
    fix: 'Give it its name back and try again, or find the results in the workbook’s tab “Results”.',
  }),
} satisfies Wordings;
