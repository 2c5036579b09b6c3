/** Limits of the Apps Script platform itself. https://developers.google.com/apps-script/guides/services/quotas */

/** Callbacks of a Workspace add-on's cards, ms. https://developers.google.com/workspace/add-ons/concepts/actions */
export const ADDON_RUN_TIME = 30_000;
/** Every other execution, ms. https://developers.google.com/apps-script/guides/services/quotas */
export const SCRIPT_RUN_TIME = 6 * 60_000;
/** Executions of one user at the same time. https://developers.google.com/apps-script/guides/services/quotas */
export const SIMULTANEOUS_EXECUTIONS_PER_USER = 30;
/** Total run time of one user's triggers in a day, Workspace account, ms. https://developers.google.com/apps-script/guides/services/quotas */
export const TRIGGER_RUN_TIME_PER_DAY = 6 * 60 * 60_000;
/** Triggers of one user in one script. https://developers.google.com/apps-script/guides/services/quotas */
export const TRIGGERS_PER_USER = 20;
/** Length of a quota window: it starts with the first request. https://developers.google.com/apps-script/guides/services/quotas */
export const QUOTA_WINDOW = 24 * 60 * 60_000;
