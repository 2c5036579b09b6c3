import { explain } from '../../src/core/base/explain';
import { translateException } from '../../src/gas/translateException';

const exception = (message: string): Error => Object.assign(new Error(message), { name: 'Exception' });

describe('translateException', () => {
  it.each([
    ['Service invoked too many times for one day: urlfetch.', 'platform.quotaSpent', { service: 'urlfetch' }],
    ['Service invoked too many times for one day: email.', 'platform.quotaSpent', { service: 'email' }],
    ['Service using too much computer time for one day.', 'platform.quotaSpent', { service: 'computer time' }],
    [
      'Specified permissions are not sufficient to call SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
      'platform.scopeMissing',
      { member: 'SpreadsheetApp.openById', scope: 'https://www.googleapis.com/auth/spreadsheets' },
    ],
    [
      'You do not have permission to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
      'platform.scopeMissing',
      { member: 'UrlFetchApp.fetch', scope: 'https://www.googleapis.com/auth/script.external_request' },
    ],
    [
      'Specified permissions are not sufficient to call ScriptApp.newTrigger. Required permissions: (https://www.googleapis.com/auth/script.scriptapp || https://www.googleapis.com/auth/other)',
      'platform.scopeMissing',
      { member: 'ScriptApp.newTrigger', scope: 'https://www.googleapis.com/auth/script.scriptapp' },
    ],
    [
      'Authorization is required to perform that action. Please run the script again to authorize it.',
      'platform.authorizationRequired',
      {},
    ],
    ['You have exceeded the property storage quota. Please remove some properties and try again.', 'platform.storeFull', {}],
    ['Argument too large: value', 'platform.argumentTooLarge', { argument: 'value' }],
    [
      "Document 1aBc_d-E is missing (perhaps it was deleted, or you don't have read access?)",
      'platform.spreadsheetGone',
      { spreadsheetId: '1aBc_d-E' },
    ],
    ['You do not have permission to access the requested document.', 'platform.spreadsheetNoAccess', {}],
    [
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
      'platform.spreadsheetProtected',
      {},
    ],
    [
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      'platform.triggersTooMany',
      {},
    ],
    ['This add-on has created too many time-based triggers in this document for this Google user account.', 'platform.triggersTooMany', {}],
    [
      'Service invoked too many times in a short time: urlfetch. Try Utilities.sleep(1000) between calls.',
      'platform.busy',
      { service: 'urlfetch' },
    ],
    ['There are too many LockService operations against the same script.', 'platform.busy', { service: 'lock' }],
    ['Service Spreadsheets timed out while accessing document with id 1aBc.', 'platform.busy', { service: 'Spreadsheets' }],
    ["We're sorry, a server error occurred. Please wait a bit and try again.", 'platform.busy', { service: '' }],
    ['Failed to send email: no recipient', 'platform.mailAddressRefused', {}],
    ['Limit exceeded: Email Body Size.', 'platform.mailTooLarge', { part: 'body' }],
    ['Mail service not enabled', 'platform.mailOff', {}],
  ])('reads "%s" as %s', (text, code, data) => {
    const found = translateException(exception(text));
    expect(found).toEqual({ code, data });
    expect(explain(found!).what).not.toContain(code);
  });

  it.each([
    'Cannot read properties of undefined',
    'Cannot find function toFoo in object',
    'The coordinates of the range are outside the dimensions of the sheet.',
  ])('leaves "%s" as a bug', (text) => {
    expect(translateException(exception(text))).toBeUndefined();
  });

  it('reads what is not an Error too', () => {
    expect(translateException('Mail service not enabled')?.code).toBe('platform.mailOff');
    expect(translateException(undefined)).toBeUndefined();
    expect(translateException(null)).toBeUndefined();
  });
});
