/**
 * How long things take, in virtual milliseconds. These are configuration, not facts: Google publishes no latencies.
 * The defaults are of the order that practitioners report; tests and benches may replace any of them.
 */
export class Latency {
  constructor(readonly figures: LatencyFigures = {}) {}

  /** One HTTP call to Google, by operation id. */
  ofOperation(id: string): number {
    const { operations = {}, read = 180, write = 350, batchWrite = 1500, token = 120 } = this.figures;
    const own = operations[id];
    if (own !== undefined) return own;
    if (/batch(Create|Update|Delete)Contacts$/.test(id)) return batchWrite;
    if (/signJwt$|generateIdToken$|oauth2\.token$/.test(id)) return token;
    return /\.(get|list|batchGet|search\w*|hasMember|lookup)$/.test(id) ? read : write;
  }

  /** One call of an Apps Script service, by `Service.member`. */
  ofService(name: string): number {
    const { services = {}, service = 5 } = this.figures;
    return services[name] ?? SERVICE_DEFAULTS[name] ?? service;
  }

  /** What `fetchAll` adds for each request beyond the slowest one. */
  get fanOut(): number {
    return this.figures.fanOut ?? 5;
  }
}

export interface LatencyFigures {
  readonly read?: number;
  readonly write?: number;
  readonly batchWrite?: number;
  readonly token?: number;
  readonly service?: number;
  readonly fanOut?: number;
  readonly operations?: Readonly<Record<string, number>>;
  readonly services?: Readonly<Record<string, number>>;
}

const SERVICE_DEFAULTS: Readonly<Record<string, number>> = {
  'SpreadsheetApp.openById': 400,
  'SpreadsheetApp.create': 1500,
  'SpreadsheetApp.openByUrl': 400,
  'SpreadsheetApp.flush': 100,
  'Spreadsheet.insertSheet': 300,
  'Spreadsheet.addEditor': 800,
  'Spreadsheet.addEditors': 800,
  'Sheet.getLastRow': 50,
  'Sheet.getLastColumn': 50,
  'Sheet.getDataRange': 50,
  'Sheet.appendRow': 200,
  'Range.getValue': 100,
  'Range.getDisplayValues': 150,
  'Range.getValues': 150,
  'Range.setValues': 200,
  'PropertiesService.getProperty': 20,
  'PropertiesService.setProperty': 50,
  'MailApp.sendEmail': 300,
  'GmailApp.getMessageById': 200,
  'GmailMessage.getPlainBody': 150,
  'GmailMessage.getBody': 150,
  'GmailThread.getMessages': 300,
  'ScriptApp.newTrigger.create': 500,
};
