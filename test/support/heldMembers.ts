/** A script whose function `members(spreadsheetId, messageId)` lists everything a script can get hold of: file of the published types, class, members. */
export const held = `
  function members(id, messageId) {
    const book = SpreadsheetApp.openById(id), sheet = book.getActiveSheet();
    sheet.addDeveloperMetadata('a', 'b');
    const held = {
      spreadsheet: {
        SpreadsheetApp, Spreadsheet: book, Sheet: sheet, Range: sheet.getRange('A1'), Selection: book.getSelection(),
        Protection: sheet.protect(), TextFinder: sheet.createTextFinder('x'), DeveloperMetadata: sheet.getDeveloperMetadata()[0],
        DataValidationBuilder: SpreadsheetApp.newDataValidation(),
        DataValidation: SpreadsheetApp.newDataValidation().requireCheckbox().build(),
      },
      properties: { PropertiesService, Properties: PropertiesService.getScriptProperties() },
      cache: { CacheService, Cache: CacheService.getScriptCache() },
      lock: { LockService, Lock: LockService.getScriptLock() },
      script: {
        ScriptApp, TriggerBuilder: ScriptApp.newTrigger('x'), ClockTriggerBuilder: ScriptApp.newTrigger('x').timeBased(),
        Trigger: ScriptApp.newTrigger('x').timeBased().everyDays(1).create(), Service: ScriptApp.getService(),
        AuthorizationInfo: ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL),
      },
      base: { Session, User: Session.getEffectiveUser(), Logger, Blob: Utilities.newBlob('x') },
      'url-fetch': { UrlFetchApp, HTTPResponse: UrlFetchApp.fetch('https://people.googleapis.com/v1/people/me', { muteHttpExceptions: true }) },
      utilities: { Utilities },
      mail: { MailApp },
      gmail: { GmailApp, GmailMessage: GmailApp.getMessageById(messageId), GmailThread: GmailApp.getMessageById(messageId).getThread() },
      html: { HtmlService, HtmlOutput: HtmlService.createHtmlOutput('x') },
      content: { ContentService, TextOutput: ContentService.createTextOutput('x') },
      'card-service': { CardService },
    };
    return Object.entries(held).flatMap(([file, classes]) => Object.entries(classes).map(([name, object]) => [file, name, Object.keys(object)]));
  }`;
