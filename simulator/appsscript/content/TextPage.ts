/** What a TextOutput holds. */
export interface TextPage {
  readonly content: string;
  /** MIME type it is served with. */
  readonly contentType: string;
}

const texts = new WeakMap<object, () => TextPage>();

export const rememberText = (output: object, read: () => TextPage): void => {
  texts.set(output, read);
};

/** The text behind a TextOutput a script returned; undefined for any other value. */
export const textOf = (value: unknown): TextPage | undefined =>
  typeof value === 'object' && value !== null ? texts.get(value)?.() : undefined;
