/** The JSON of an answer; the text itself when it is not JSON (proxies and overloaded servers answer HTML); undefined when empty. */
export const parseBody = (text: string): unknown => {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
