import { onlyRequest } from '../support/forgeClick';
import { askForCopy, send } from '../support/askForCopy';
import { auditRows } from '../support/auditRows';
import { askedOfficers, openGmail, SMALL_SCOPES } from '../support/gmail';
import { contactWrites, label, passHours, stateOf, sweepNow } from '../support/hands';
import { changePolicy, officerCompany, type OfficerCompany } from '../support/officers';

const line = 'Who may use it: admin@acme.test';

/** olga and otto let the administrator copy within the company, and a copy was sent under it. */
const preApproved = (): OfficerCompany => {
  const company = officerCompany();
  for (const { id } of [company.olga, company.otto]) company.project.consent(id, SMALL_SCOPES);
  company.preApprove({ madeBy: company.olga.id, confirmedBy: company.otto.id, labels: { [company.admin.id]: 'admin@acme.test' } });
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { label });
  send(sidebar);
  return company;
};
const untilOf = ({ project }: OfficerCompany): number =>
  (JSON.parse(project.scriptProperties.get('preApproval.sample')!) as { until: number }).until;

describe('S34, S46: a pre-approval in Gmail, for an officer who allowed only the small permissions', () => {
  it('is listed with its bounds and with what went through under it', () => {
    const company = preApproved();
    const window = openGmail(company, company.olga);
    window.press(line);
    for (const words of [
      'In force',
      'Targets: everybody in acme.test',
      'Made by: olga@acme.test',
      'Confirmed by: otto@acme.test',
      'Targets today: 3 of 100',
    ])
      expect(window.text()).toContain(words);
    expect(window.text()).not.toContain('[Ask to end it]');
    window.press('New colleagues');
    expect(window.text()).toContain('New colleagues — Approved');
    expect(window.warnings).toEqual([]);
  });

  it('is ended at once after one question; what was sent under it does not run, and the audit says who ended it', () => {
    const company = preApproved();
    const window = openGmail(company, company.otto);
    window.press(line);
    window.press('End it now');
    window.press('Keep');
    expect(untilOf(company)).toBeGreaterThan(company.world.clock.now());
    window.press('End it now');
    window.press('End it');
    expect(untilOf(company)).toBeLessThanOrEqual(company.world.clock.now());
    expect(window.notification).toBe('The pre-approval has ended.');
    expect(window.text()).not.toContain(line);
    passHours(company, 3);
    expect(onlyRequest(company).s).toBe('failed');
    expect(contactWrites(company)).toBe(0);
    expect(auditRows(company)).toContainEqual(expect.objectContaining({ by: 'otto', what: 'preApproval.ended', subject: 'sample' }));
    expect(company.troubles()).toEqual([]);
  });

  it('is not ended by who is no officer any more, whatever they press', () => {
    const company = preApproved();
    const window = openGmail(company, company.otto);
    window.press(line);
    window.press('End it now');
    changePolicy(company, ({ officers }) => ({ officers: officers.filter(({ userId }) => userId !== company.otto.id) }));
    const before = stateOf(company);
    window.press('End it');
    expect(window.text()).toContain('You are not a Security Officer');
    expect(stateOf(company)).toEqual(before);
  });
});

describe('B15: Stop in Gmail', () => {
  it('any officer stops what was let through before it begins; it changes nothing at Google', () => {
    const company = preApproved();
    const window = openGmail(company, company.olga);
    window.press('New colleagues');
    window.press('Stop');
    expect(window.text()).toContain('It has not begun: nothing will be copied.');
    window.press('Let it run');
    expect(company.project.scriptProperties.get(`stop.${onlyRequest(company).id}`)).toBeUndefined();
    window.press('Stop');
    window.press('Stop the run');
    expect(window.text()).toContain('Stopping');
    expect(window.text()).not.toContain('[Stop]');
    sweepNow(company);
    window.press('Refresh');
    expect(window.text()).toContain('New colleagues — Stopped');
    expect(contactWrites(company)).toBe(0);
    passHours(company, 1);
    expect(auditRows(company)).toContainEqual(expect.objectContaining({ by: 'olga', what: 'run.stopPressed' }));
    expect(company.troubles()).toEqual([]);
  });

  it('is not there for what waits or is over, and what a card sends all the same does nothing', () => {
    const company = officerCompany();
    askedOfficers(company);
    const window = openGmail(company, company.olga);
    window.press('New colleagues');
    expect(window.text()).not.toContain('[Stop]');
    const { id } = onlyRequest(company);
    const before = stateOf(company);
    const { outcome } = company.project.run({
      functionName: 'onCardAction',
      kind: 'addon',
      effectiveUserId: company.olga.id,
      args: [{ commonEventObject: { hostApp: 'GMAIL', parameters: { cardAction: 'stopAsOfficer', request: id } } }],
    });
    expect(outcome).toBe('completed');
    expect(stateOf(company)).toEqual(before);
  });
});
