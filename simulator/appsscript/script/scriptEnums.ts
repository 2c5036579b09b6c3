import { enumeration } from '../enumeration';

/** https://developers.google.com/apps-script/reference/script/auth-mode */
export const AuthMode = enumeration('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
/** https://developers.google.com/apps-script/reference/script/authorization-status */
export const AuthorizationStatus = enumeration('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);
/** https://developers.google.com/apps-script/reference/script/event-type */
export const EventType = enumeration('EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED']);
/** https://developers.google.com/apps-script/reference/script/trigger-source */
export const TriggerSource = enumeration('TriggerSource', ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']);
/** https://developers.google.com/apps-script/reference/base/weekday */
export const WeekDay = enumeration('WeekDay', ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']);
