/** One value, bytes. https://developers.google.com/apps-script/guides/services/quotas */
export const PROPERTY_VALUE_SIZE = 9 * 1024;
/** All keys and values of one store, bytes. https://developers.google.com/apps-script/guides/services/quotas */
export const PROPERTY_STORE_SIZE = 500 * 1024;
/** Reads and writes of one user in a day, Workspace account. https://developers.google.com/apps-script/guides/services/quotas */
export const PROPERTY_CALLS_PER_DAY = 500_000;
