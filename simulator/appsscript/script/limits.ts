/** Shortest recurrence of an add-on's trigger, ms. https://developers.google.com/apps-script/guides/triggers/installable */
export const ADDON_RECURRENCE = 60 * 60_000;
/** Values `everyMinutes` takes. https://developers.google.com/apps-script/reference/script/clock-trigger-builder */
export const EVERY_MINUTES: readonly number[] = [1, 5, 10, 15, 30];
/**
 * Values `everyHours` takes: those of the trigger dialog of the script editor; the reference page names none.
 * https://developers.google.com/apps-script/reference/script/clock-trigger-builder
 */
export const EVERY_HOURS: readonly number[] = [1, 2, 4, 6, 8, 12];
/** A trigger fires within this many minutes of what `nearMinute` or `atDate` say. https://developers.google.com/apps-script/reference/script/clock-trigger-builder */
export const NEAR_MINUTES = 15;
