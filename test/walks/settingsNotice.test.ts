import { send } from '../support/askForCopy';
import { forgeClick } from '../support/forgeClick';
import { passHours } from '../support/hands';
import { decideOnPage } from '../support/officers';
import { askForIt, settingsCompany, officersOf, openChange, requestsOf } from '../support/settingsHands';

type Company = ReturnType<typeof settingsCompany>;

const TITLE = 'Appoint a Security Officer by notice';
const DAY = 24;

/** One of two officers left; a super administrator asks for another one by notice, and sends it. */
const noticeGiven = (): Company => {
  const company = settingsCompany();
  company.world.directory.suspendUser(company.bob.id);
  const sidebar = company.open(company.admin);
  openChange(sidebar, TITLE);
  sidebar.type('User (required)', 'cleo@acme.test');
  askForIt(company, sidebar);
  expect(sidebar.text()).toContain('takes effect 7 days after all officers and super administrators were told');
  send(sidebar);
  expect(requestsOf(company)[0]!.state).toBe('waiting');
  return company;
};
const noticesTo = ({ world }: Company, { id }: { readonly id: string }): number =>
  world.mail.inbox(id).filter(({ subject }) => subject.startsWith('Notice: ')).length;
const request = (company: Company) => requestsOf(company)[0]!;

/** The only officer left asks themself: nobody else could decide. */
it('break-glass is open to a super administrator who is the last officer', () => {
  const company = settingsCompany('admin@acme.test');
  const sidebar = company.open(company.admin);
  openChange(sidebar, TITLE);
  sidebar.type('User (required)', 'cleo@acme.test');
  askForIt(company, sidebar);
  send(sidebar);
  passHours(company, 8 * DAY);
  expect(officersOf(company)).toEqual(['admin@acme.test', 'cleo@acme.test']);
});

describe('break-glass: an appointment by notice', () => {
  it('is not offered, and refused, while two officers are active', () => {
    const company = settingsCompany();
    const sidebar = company.open(company.admin);
    sidebar.press('Settings');
    sidebar.press('Propose a change');
    expect(sidebar.text()).not.toContain(TITLE);
    const inputs = { user: { stringInputs: { value: ['cleo@acme.test'] } } };
    forgeClick(company, company.admin, 'readChange', { change: 'appointOfficer', byNotice: 'yes' }, inputs);
    expect(company.project.userProperties(company.admin.id).get('settingsChange')).toBeUndefined();
  });

  it('tells every officer and super administrator once, and takes effect 7 days later when nobody denied it', () => {
    const company = noticeGiven();
    passHours(company, 1);
    for (const who of [company.ana, company.admin, company.operator]) expect(noticesTo(company, who)).toBe(1);
    expect(noticesTo(company, company.plain)).toBe(0);
    expect(request(company).startAt).toBeGreaterThan(company.world.clock.now() + 6 * DAY * 3_600_000);
    const card = company.open(company.admin);
    card.press(request(company).name);
    expect(card.text()).toMatch(/By notice: takes effect on \d+ \w+ 2026, \d\d:\d\d, unless an officer denies it/);
    passHours(company, 6 * DAY + 20);
    expect(request(company).state).toBe('waiting');
    expect(officersOf(company)).not.toContain('cleo@acme.test');
    passHours(company, 6);
    expect(request(company).state).toBe('done');
    expect(officersOf(company)).toContain('cleo@acme.test');
    expect(noticesTo(company, company.ana)).toBe(1);
    expect(company.project.scriptProperties.entries()).not.toHaveProperty([`notice.${request(company).id}`]);
    expect(company.troubles()).toEqual([]);
  });

  it.each([
    ['denied', (company: Company): void => void decideOnPage(company, company.ana, 'deny', { reason: 'I am here' })],
    ['withdrawn', (company: Company): void => void forgeClick(company, company.admin, 'withdrawRequest', { request: request(company).id })],
  ] as const)('%s within the 7 days, it never takes effect', (state, end) => {
    const company = noticeGiven();
    passHours(company, 3 * DAY);
    end(company);
    passHours(company, 12 * DAY);
    expect(request(company).state).toBe(state);
    expect(officersOf(company)).not.toContain('cleo@acme.test');
  });

  it('is not sent when too little time is left for it', () => {
    const company = settingsCompany('admin@acme.test');
    const sidebar = company.open(company.admin);
    openChange(sidebar, TITLE);
    sidebar.type('User (required)', 'cleo@acme.test');
    askForIt(company, sidebar);
    company.world.clock.advance(8 * DAY * 3_600_000);
    sidebar.press('Send approval request');
    expect(sidebar.text()).toContain('expires before its notice of seven days would be over');
    expect(request(company).state).toBe('prepared');
  });

  it('is refused when a second officer is active again by then', () => {
    const company = noticeGiven();
    passHours(company, 3 * DAY);
    company.world.directory.unsuspendUser(company.bob.id);
    passHours(company, 5 * DAY);
    expect(request(company)).toMatchObject({ state: 'failed', reason: { code: 'settings.noticeNotNeeded' } });
    expect(officersOf(company)).not.toContain('cleo@acme.test');
  });

  it('waits for mail that cannot be sent: no notice, no 7 days', () => {
    const company = noticeGiven();
    // The operator's mails of the day are used up but for one.
    const { recipientQuota } = company.world.mail;
    recipientQuota.add(company.operator.id, recipientQuota.left(company.operator.id) - 1);
    passHours(company, 2);
    expect(request(company).startAt).toBeUndefined();
    passHours(company, 2 * DAY);
    expect(request(company).startAt).toBeGreaterThan(company.world.clock.now() + 5 * DAY * 3_600_000);
    for (const who of [company.ana, company.admin, company.operator]) expect(noticesTo(company, who)).toBe(1);
  });
});
