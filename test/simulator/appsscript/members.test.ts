import { actionClasses } from '../../../simulator/appsscript/card/actionClasses';
import { buttonClasses } from '../../../simulator/appsscript/card/buttonClasses';
import { cardClasses } from '../../../simulator/appsscript/card/cardClasses';
import { cardEnums } from '../../../simulator/appsscript/card/cardEnums';
import { gridClasses } from '../../../simulator/appsscript/card/gridClasses';
import { inputClasses } from '../../../simulator/appsscript/card/inputClasses';
import { responseClasses } from '../../../simulator/appsscript/card/responseClasses';
import { textClasses } from '../../../simulator/appsscript/card/textClasses';
import { publishedMembers } from '../../support/publishedMembers';
import { SCOPE, scriptOf } from './scriptOf';

/** In Google's reference, not yet in the published types (https://developers.google.com/apps-script/reference/card-service). */
const ONLY_IN_REFERENCE = /\.setId$|^TextButton\.setIcon(Url)?$|^AuthorizationInfo\.getAuthorizedScopes$/;

/** Everything a script can get hold of, by file of the types and class. */
const CODE = `
  function members(id) {
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
      html: { HtmlService, HtmlOutput: HtmlService.createHtmlOutput('x') },
      content: { ContentService, TextOutput: ContentService.createTextOutput('x') },
      'card-service': { CardService },
    };
    return Object.entries(held).flatMap(([file, classes]) => Object.entries(classes).map(([name, object]) => [file, name, Object.keys(object)]));
  }`;

const invented = (file: string, name: string, members: readonly string[]): string[] => {
  const published = publishedMembers(file).get(name);
  if (published === undefined) return [`${name} (in ${file})`];
  return members
    .filter((member) => !published.has(member) && !ONLY_IN_REFERENCE.test(`${name}.${member}`))
    .map((member) => `${name}.${member}`);
};

/** What is simulated but does not exist would let a script pass here and fail at Google. */
describe('every simulated member exists in the published types of Apps Script', () => {
  it('of services and of the objects they hand out', () => {
    const { world, ada, value } = scriptOf(CODE, {
      oauthScopes: [...Object.values(SCOPE), 'https://www.googleapis.com/auth/spreadsheets'],
    });
    const { id } = world.drive.createSpreadsheet({ ownerId: ada.id, title: 'Plan' });
    const held = value('members', [id]) as [string, string, string[]][];
    expect(held).toHaveLength(35);
    expect(
      held.flatMap(([file, name, members]) =>
        invented(
          file,
          name,
          members.filter((member) => member !== 'toString'),
        ),
      ),
    ).toEqual([]);
  });

  it('of the classes and enums of CardService', () => {
    const classes = [cardClasses, textClasses, inputClasses, buttonClasses, gridClasses, actionClasses, responseClasses].flat();
    expect(classes.flatMap(({ className, members }) => invented('card-service', className, Object.keys(members)))).toEqual([]);
    expect(Object.entries(cardEnums).flatMap(([name, values]) => invented('card-service', name, Object.keys(values)))).toEqual([]);
  });
});
