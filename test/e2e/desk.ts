import { serveWebPages, type WebPages } from '../../simulator/host/serveWebPages';
import { label, sweepNow } from '../support/hands';
import { mailsTo, officerCompany, waitingCopy, type OfficerCompany } from '../support/officers';
import { openBrowser, type OpenBrowser } from './browser';
import { Reader } from './Reader';

type Person = { readonly id: string; readonly primaryEmail: string };

/** A company where one request waits for officers, and the tabs that people open on its page. */
export interface Desk {
  readonly company: OfficerCompany;
  /** Follows the link of the mail that asks the officers, or another one, as this person. */
  follow(who: Person, link?: string): Promise<Reader>;
}

/** One browser for the tests of a file, and a desk for each. No script may complain, and no dialog of the browser come up. */
export const desks = () => {
  let browser: OpenBrowser;
  const served: WebPages[] = [];
  const readers: Reader[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    const open = readers.splice(0);
    await Promise.all(open.map(({ page }) => page.close()));
    await Promise.all(served.splice(0).map((one) => one.close()));
    expect(open.flatMap(({ complaints, dialogs }) => [...complaints, ...dialogs])).toEqual([]);
  });
  afterAll(() => browser.close());
  return async (
    prepare: (company: OfficerCompany) => void = () => undefined,
    ask: (company: OfficerCompany) => void = (company) => void waitingCopy(company, { label }),
  ): Promise<Desk> => {
    const company = officerCompany();
    prepare(company);
    ask(company);
    sweepNow(company);
    const pages = await serveWebPages(company.project);
    served.push(pages);
    const mailed = (): string => /https:\S+/.exec(mailsTo(company, company.olga).at(-1)!.body)![0];
    return {
      company,
      async follow(who, link = mailed()) {
        const reader = await Reader.open(browser, pages.addressFor(link, who.id));
        readers.push(reader);
        return reader;
      },
    };
  };
};
