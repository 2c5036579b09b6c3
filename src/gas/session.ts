export interface SessionFacts {
  /** Blank when Google does not tell. */
  readonly activeEmail: string;
  readonly effectiveEmail: string;
  readonly locale: string;
  readonly timeZone: string;
}

/**
 * Who runs this execution, by the server's word; each fact is asked for when it is first read. Google leaves the active address
 * blank for a visitor of another domain and may leave it blank in triggers
 * (https://developers.google.com/apps-script/reference/base/session). `locale` and `timeZone` of the event object win over the
 * session's.
 */
export const session = (event: { readonly locale?: string; readonly timeZone?: string } = {}): SessionFacts => {
  const known: { active?: string; effective?: string; locale?: string; timeZone?: string } = {};
  return {
    get activeEmail() {
      return (known.active ??= (Session.getActiveUser().getEmail() ?? '').trim());
    },
    get effectiveEmail() {
      return (known.effective ??= (Session.getEffectiveUser().getEmail() ?? '').trim());
    },
    get locale() {
      return (known.locale ??= event.locale || Session.getActiveUserLocale() || 'en');
    },
    get timeZone() {
      return (known.timeZone ??= event.timeZone || Session.getScriptTimeZone());
    },
  };
};
