import { fillStore } from '../support/fillStore';
import { onlyRequest } from '../support/forgeClick';
import { approve, askedOfficers, openGmail } from '../support/gmail';
import { passHours, sweepNow } from '../support/hands';
import { addPerson, changePolicy, decideOnPage, mailsTo, officerCompany, waitingCopy, type OfficerCompany } from '../support/officers';
import { askForIt, openChange } from '../support/settingsHands';
import { send } from '../support/askForCopy';
import { noteLimitBytes } from '../../src/core/approvals/OfficerNote';

const noteOf = (company: OfficerCompany): string | undefined => company.project.scriptProperties.get(`note.${onlyRequest(company).id}`);

describe('what is kept for the officers’ card', () => {
  it('is there from the moment they were asked until the request is closed, and small', () => {
    const company = officerCompany();
    waitingCopy(company);
    expect(noteOf(company)).toBeUndefined();
    sweepNow(company);
    expect(Buffer.byteLength(noteOf(company)!)).toBeLessThanOrEqual(noteLimitBytes);
    decideOnPage(company, company.olga, 'approve');
    expect(noteOf(company)).toBeDefined();
    passHours(company, 3);
    expect(onlyRequest(company).s).toBe('done');
    expect(noteOf(company)).toBeUndefined();
  });

  it.each([
    ['denied', (company: OfficerCompany) => void decideOnPage(company, company.olga, 'deny', { reason: 'No.' })],
    ['expired', (company: OfficerCompany) => passHours(company, 15 * 24)],
  ])('goes when the request is %s', (_title, happens) => {
    const company = officerCompany();
    askedOfficers(company);
    happens(company);
    expect(noteOf(company)).toBeUndefined();
  });

  it('while it does not fit into the store, nobody is asked; with room again they are, once', () => {
    const company = officerCompany();
    waitingCopy(company);
    const empty = fillStore(company);
    passHours(company, 2);
    expect(mailsTo(company, company.olga)).toEqual([]);
    empty();
    passHours(company, 2);
    expect(mailsTo(company, company.olga)).toHaveLength(1);
    company.project.consent(company.olga.id);
    approve(openGmail(company, company.olga, 'newest'));
  });
});

describe('S42: a change of the settings', () => {
  it('is decided in Gmail by what changes, and not by whom it is about', () => {
    const company = officerCompany();
    const ora = addPerson(company, 'ora');
    changePolicy(company, ({ officers }) => ({ officers: [...officers, { userId: ora.id, email: ora.primaryEmail, appointedAt: 1 }] }));
    for (const officer of [company.olga, company.otto, ora]) company.project.consent(officer.id);
    const sidebar = company.open(company.admin);
    openChange(sidebar, 'Remove a Security Officer');
    sidebar.choose('Security Officer', 'ora@acme.test');
    askForIt(company, sidebar);
    send(sidebar);
    sweepNow(company);
    expect(openGmail(company, ora).text()).toContain('Nothing waits for your decision.');
    const window = openGmail(company, company.olga, 'newest');
    expect(window.text()).toContain('Security Officers: olga@acme.test, otto@acme.test, ora@acme.test → olga@acme.test, otto@acme.test');
    expect(window.text()).toContain('Beware: This changes who decides, or what needs a decision.');
    expect(window.text()).toContain('Decided by: olga@acme.test, otto@acme.test.');
    approve(window);
    passHours(company, 2);
    window.press('Refresh');
    expect(window.text()).toContain('Remove ora@acme.test as Security Officer — Done');
    expect(openGmail(company, ora).text()).toContain('You are none of them.');
    expect(company.troubles()).toEqual([]);
  });
});
