/** What kind of thing was thrown, for a log: never its message, which may hold what people wrote. */
export const nameOfThrown = (thrown: unknown): string => {
  if (typeof thrown !== 'object' || thrown === null) return typeof thrown;
  const { name } = thrown as { readonly name?: unknown };
  return typeof name === 'string' && /^[A-Za-z]{1,40}$/.test(name) ? name : 'object';
};
