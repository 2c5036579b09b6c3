/** One deployment of a script as a web app (https://developers.google.com/apps-script/guides/web). */
export interface WebApp {
  /** Directory id: with `executeAs: USER_DEPLOYING` every visit runs as this user. */
  readonly deployerId: string;
  /** Ends in `/exec`. */
  readonly url: string;
}
