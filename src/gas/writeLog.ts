/**
 * One line of JSON in Cloud Logging. `console` is documented for strings only
 * (https://developers.google.com/apps-script/reference/base/console), so the line is a string.
 */
export const writeLog = (event: string, data: Readonly<Record<string, string | number | boolean>>): void => {
  console.log(JSON.stringify({ event, ...data }));
};
