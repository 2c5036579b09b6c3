import type { GmailWindow } from '../../simulator/host/GmailWindow';
import type { Message } from '../../simulator/mail/Mail';
import { onlyRequest } from '../support/forgeClick';
import { countCalls } from '../support/countCalls';
import { approve, askedOfficers, deny, openGmail, passOn, receive, SMALL_SCOPES } from '../support/gmail';
import { contactWrites, passHours, stateOf, sweepNow } from '../support/hands';
import { changePolicy, decideOnPage, officerCompany, type OfficerCompany } from '../support/officers';
import type { CompanyOptions } from '../support/rosterCompany';

const ready = (options: CompanyOptions = {}): OfficerCompany => {
  const company = officerCompany(options);
  askedOfficers(company);
  return company;
};
const subjectOf = (company: OfficerCompany): string => `Approval wanted: New colleagues [Roster ${onlyRequest(company).id.slice(0, 12)}]`;
const nothing = 'This message has nothing for Roster to decide.';
const undecidable = (window: GmailWindow): void => {
  expect(window.text()).not.toMatch(/\[(Approve|Deny)\]/);
  expect(window.error).toBeUndefined();
};

describe('a message that is none of Roster’s', () => {
  it('costs one property, one message and no network; its card leads to what waits', () => {
    const company = ready();
    const id = receive(company, company.olga, {});
    const window = openGmail(company, company.olga);
    const before = company.world.network.count();
    const calls = countCalls(company.world, () => window.openMessage(id));
    expect(
      calls.filter((name) => /^(PropertiesService|GmailApp\.get|GmailMessage|UrlFetchApp|AdminDirectory|CacheService)/.test(name)),
    ).toEqual(['PropertiesService.getProperty', 'GmailApp.getMessageById', 'GmailMessage.getFrom', 'GmailMessage.getSubject']);
    expect(company.world.network.count()).toBe(before);
    expect(window.text()).toContain(nothing);
    window.press('What waits for me');
    expect(window.text()).toContain('New colleagues');
  });

  it.each([
    ['its body names the request', (id: string) => ({ body: `[Roster ${id}]` })],
    ['a name in its subject does', (id: string) => ({ subject: `[Roster ${id}] wanted` })],
    ['the operator sent it about something else', () => ({ from: 'roster@acme.test', authentication: 'pass' as const })],
  ])('also when %s', (_title, mail) => {
    const company = ready();
    const window = openGmail(company, company.olga, receive(company, company.olga, mail(onlyRequest(company).id.slice(0, 12))));
    expect(window.text()).toContain(nothing);
    undecidable(window);
  });
});

describe('a forged mail', () => {
  it.each([
    ['under another address', {}, 'Roster’s account did not send it'],
    ['under another address with the operator’s as its name', { name: 'roster@acme.test' }, 'Roster’s account did not send it'],
    [
      'under another address with the operator’s in angle brackets in its name',
      { name: '<roster@acme.test>' },
      'Roster’s account did not send it',
    ],
    ['under the operator’s address', { from: 'roster@acme.test' }, 'it does not come from there'],
    [
      'under the operator’s address, with headers that say all is well',
      { from: 'roster@acme.test', headers: [['Authentication-Results', 'mx.google.com; dmarc=pass']] as const },
      'it does not come from there',
    ],
  ])('%s shows nothing to decide and warns', (_title, mail, warning) => {
    const company = ready();
    const id = receive(company, company.olga, { subject: subjectOf(company), ...mail });
    const window = openGmail(company, company.olga, id);
    expect(window.text()).toContain(warning);
    expect(window.text()).not.toContain('source@acme.test');
    undecidable(window);
  });

  it.each([
    ['its domain is not protected', { authentication: 'none' as const }, {}],
    ['its headers cannot be read', {}, { metadataScopeHeaders: 'refused' as const }],
    [
      'Google gives the header that the sender wrote',
      { headers: [['Authentication-Results', 'dmarc=pass']] as const },
      { repeatedHeader: 'last' as const },
    ],
  ])('that nothing gives away, because %s, shows the record and nothing of what it says', (_title, mail, settings) => {
    const company = ready({ platform: (_, project) => void Object.assign(project.settings, settings) });
    const subject = subjectOf(company).replace('New colleagues', 'Free lunch');
    const id = receive(company, company.olga, { from: 'roster@acme.test', subject, body: 'Only one contact.', ...mail });
    const window = openGmail(company, company.olga, id);
    expect(window.text()).toContain('New colleagues — Waiting for approval');
    expect(window.text()).toContain('9 new contacts');
    expect(window.text()).not.toMatch(/lunch|Only one/);
  });

  it('about a request that there is none of finds none', () => {
    const company = ready();
    const id = receive(company, company.olga, { from: 'roster@acme.test', authentication: 'pass', subject: 'X [Roster 0123456789ab]' });
    const window = openGmail(company, company.olga, id);
    expect(window.text()).toContain('This request was not found.');
    undecidable(window);
  });
});

describe('a mail of Roster’s that was passed on', () => {
  it.each([
    ['another officer', ({ otto }: OfficerCompany) => otto],
    ['somebody who is none', ({ plain }: OfficerCompany) => plain],
  ])('to %s shows that it was, and no request', (_title, whom) => {
    const company = ready();
    const who = whom(company);
    const window = openGmail(company, who, passOn(company, company.olga, who));
    expect(window.text()).toContain('Somebody passed it on, or made it up');
    expect(window.text()).not.toContain('source@acme.test');
    undecidable(window);
  });

  it('as it is, by a rule, to a plain user tells them nothing of the request, nor whether there is one', () => {
    const company = ready();
    const texts = [subjectOf(company), 'Approval wanted: X [Roster 0123456789ab]'].map((subject) => {
      const id = receive(company, company.plain, { from: 'roster@acme.test', authentication: 'pass', subject });
      const window = openGmail(company, company.plain, id);
      undecidable(window);
      return window.text();
    });
    expect(texts[0]).toContain('You are not a Security Officer');
    expect(texts[1]).toBe(texts[0]);
  });
});

describe('an old mail', () => {
  const denyOnPage = (company: OfficerCompany): void => void decideOnPage(company, company.otto, 'deny', { reason: 'No.' });
  it.each([
    [
      'approved by another officer',
      (company: OfficerCompany) => void decideOnPage(company, company.otto, 'approve'),
      'Approved',
      /Approved on .*: otto@acme.test/,
    ],
    ['denied by another officer', denyOnPage, 'Denied', /otto@acme.test denied it: No\./],
    ['expired', (company: OfficerCompany) => passHours(company, 15 * 24), 'Expired', /Expired/],
    [
      'done',
      (company: OfficerCompany) => {
        decideOnPage(company, company.otto, 'approve');
        passHours(company, 3);
      },
      'Done',
      /9 contacts created/,
    ],
  ])('of a request that is %s says so, and offers no decision', (_title, happens, state, says) => {
    const company = ready();
    const [{ id }] = company.world.mail.inbox(company.olga.id) as [Message];
    happens(company);
    const window = openGmail(company, company.olga, id);
    expect(window.text()).toContain(`New colleagues — ${state}`);
    expect(window.text()).toMatch(says);
    undecidable(window);
  });

  it('of a request that was withdrawn says so', () => {
    const company = officerCompany();
    const sidebar = askedOfficers(company);
    sidebar.press('Withdraw');
    const window = openGmail(company, company.olga, 'newest');
    expect(window.text()).toContain('New colleagues — Withdrawn');
    undecidable(window);
  });

  it.each([
    ['decided', 'its card was open when another officer denied it', denyOnPage, 'does not wait for a decision. Its status: Denied.'],
    [
      'changed',
      'it is not the one that the card showed',
      ({ project, ...company }: OfficerCompany) => {
        const key = `request.${onlyRequest({ project, ...company }).id}`;
        const entry = JSON.parse(project.scriptProperties.get(key)!) as object;
        project.scriptProperties.set({ [key]: JSON.stringify({ ...entry, d: 'e'.repeat(64) }) });
      },
      'is not what you saw',
    ],
    [
      'not this officer’s',
      'they are an officer no longer',
      (company: OfficerCompany) => changePolicy(company, ({ officers }) => ({ officers: officers.slice(1) })),
      'You are not a Security Officer',
    ],
  ])('of a request that is %s meanwhile: nothing is decided, because %s', (_title, _why, happens, says) => {
    for (const pressed of ['Approve', 'Confirm approval']) {
      const company = ready();
      const window = openGmail(company, company.olga, 'newest');
      if (pressed === 'Confirm approval') window.press('Approve');
      happens(company);
      window.press(pressed);
      expect(window.text()).toContain(says);
      expect(
        Object.keys(company.project.scriptProperties.entries()).filter(
          (key) => key.startsWith('claim.') && /olga/.test(company.project.scriptProperties.get(key)!),
        ),
      ).toEqual([]);
      passHours(company, 24);
      expect(contactWrites(company)).toBe(0);
      expect(window.error).toBeUndefined();
    }
  });
});

describe('where Roster cannot work', () => {
  it('not set up: the card says so', () => {
    const company = officerCompany();
    company.project.scriptProperties.delete('operator');
    company.project.consent(company.olga.id, SMALL_SCOPES);
    const window = openGmail(company, company.olga, receive(company, company.olga, {}));
    expect(window.text()).toContain('Roster is not set up for your organization yet.');
    window.closeMessage();
    expect(window.text()).toContain('Roster is not set up for your organization yet.');
  });

  it('another version than the recorded one: nobody decides', () => {
    const company = ready();
    const stored = JSON.parse(company.project.scriptProperties.get('operator')!) as object;
    company.project.scriptProperties.set({ operator: JSON.stringify({ ...stored, version: '0.0.1' }) });
    const window = openGmail(company, company.olga, 'newest');
    expect(window.text()).toContain('Nothing runs before the account that set it up confirms the new version.');
    undecidable(window);
  });

  it('a person who declined to have messages read: the card names the permission and leads to the web page', () => {
    const company = ready();
    company.project.withdraw(company.olga.id, ['https://www.googleapis.com/auth/gmail.addons.current.message.metadata']);
    const window = openGmail(company, company.olga, 'newest');
    expect(window.text()).toContain('permission "gmail.addons.current.message.metadata"');
    expect(window.text()).toContain('[Grant permission]');
    window.press('Open Roster’s web page');
    expect(window.browse().status).toBe('shown');
    // What waits is shown all the same: it needs no message.
    window.press('What waits for me');
    window.press('New colleagues');
    approve(window);
    sweepNow(company);
    expect(onlyRequest(company).s).toBe('approved');
  });

  it('a message that is gone, or whose token is too old, is said to be', () => {
    const company = ready();
    company.project.settings.messageTokenSeconds = -1;
    const window = openGmail(company, company.olga, 'newest');
    expect(window.text()).toContain('Roster cannot read who sent the open message.');
    undecidable(window);
  });

  it('a person whose address Google does not tell decides nothing', () => {
    const company = ready();
    const { id, d } = onlyRequest(company);
    const before = stateOf(company);
    const { outcome, value } = company.project.run({
      functionName: 'onCardAction',
      kind: 'addon',
      effectiveUserId: company.olga.id,
      activeUserId: undefined,
      args: [
        {
          commonEventObject: {
            hostApp: 'GMAIL',
            parameters: { cardAction: 'decideAsOfficer', request: id, digest: d, decision: 'approve' },
          },
        },
      ],
    });
    expect(outcome).toBe('completed');
    expect((value as { printJson(): string }).printJson()).toContain('only in its own side panel');
    expect(stateOf(company)).toEqual(before);
  });
});

describe('a second decision of the same officer', () => {
  it('is refused, whichever way: the first stays', () => {
    const company = ready();
    const [here, there] = [openGmail(company, company.olga, 'newest'), openGmail(company, company.olga, 'newest')];
    there.press('Deny');
    there.type('Reason (required)', 'No.');
    approve(here);
    there.press('Confirm denial');
    expect(there.text()).toContain('You decided about “New colleagues” already.');
    sweepNow(company);
    expect(onlyRequest(company).s).toBe('approved');
  });

  it('of two officers the one that came first counts', () => {
    const company = ready();
    deny(openGmail(company, company.olga, 'newest'), 'Not now.');
    company.world.clock.advance(1000);
    approve(openGmail(company, company.otto, 'newest'));
    passHours(company, 24);
    expect(onlyRequest(company).s).toBe('denied');
    expect(contactWrites(company)).toBe(0);
  });
});
