/** Longest sleep, ms: commonly quoted. https://developers.google.com/apps-script/reference/utilities/utilities */
export const SLEEP = 300_000;
