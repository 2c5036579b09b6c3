import { WebVisitor } from '../../simulator/appsscript/WebVisitor';
import { actions } from '../../src/entry/actions';
import { officerActions } from '../../src/entry/officerActions';
import { forgeClick, onlyRequest } from '../support/forgeClick';
import { approve, askedOfficers, openGmail } from '../support/gmail';
import { stateOf, sweepNow } from '../support/hands';
import { addPerson, changePolicy, officerCompany, type OfficerCompany } from '../support/officers';

const ready = (): OfficerCompany => {
  const company = officerCompany();
  askedOfficers(company);
  return company;
};
/** More requests like the one that waits. */
const addWaiting = (company: OfficerCompany, number: number): void => {
  const { id } = onlyRequest(company);
  const store = company.project.scriptProperties;
  const [entry, note] = [store.get(`request.${id}`)!, store.get(`note.${id}`)!];
  for (let index = 0; index < number; index += 1) {
    const other = `${index.toString(16).padStart(4, '0')}${id.slice(4)}`;
    store.set({ [`request.${other}`]: entry.replace('New colleagues', `Request ${index}`), [`note.${other}`]: note });
  }
};

describe('B16: the first card in Gmail', () => {
  it('lists what waits for this officer, and each opens its decision', () => {
    const company = ready();
    const window = openGmail(company, company.olga);
    expect(window.text()).toContain('Roster — Waiting for your decision');
    expect(window.text()).toContain('admin@acme.test');
    window.press('New colleagues');
    approve(window);
    expect(window.text()).toContain('Roster still has to check it.');
    window.back();
    window.press('Refresh');
    expect(window.text()).toContain('Nothing waits for your decision.');
    expect(openGmail(company, company.otto).text()).toContain('New colleagues');
    sweepNow(company);
    expect(openGmail(company, company.otto).text()).toContain('Nothing waits for your decision.');
    expect(window.warnings).toEqual([]);
  });

  it('pages a hundred requests', () => {
    const company = ready();
    addWaiting(company, 99);
    const window = openGmail(company, company.olga);
    expect(window.text()).toContain('1–20 of 100');
    for (let page = 0; page < 4; page += 1) window.press('Next');
    expect(window.text()).toContain('81–100 of 100');
    expect(() => window.press('Next')).toThrow();
    expect(window.warnings).toEqual([]);
  });

  it('leaves out what is about this officer', () => {
    const company = ready();
    const key = `note.${onlyRequest(company).id}`;
    const note = JSON.parse(company.project.scriptProperties.get(key)!) as object;
    company.project.scriptProperties.set({ [key]: JSON.stringify({ ...note, b: [company.olga.id] }) });
    expect(openGmail(company, company.olga).text()).toContain('Nothing waits for your decision.');
    expect(openGmail(company, company.otto).text()).toContain('New colleagues');
    const window = openGmail(company, company.olga, 'newest');
    expect(window.text()).toContain('“New colleagues” is about you.');
    expect(window.text()).not.toContain('[Approve]');
    const { id, d } = onlyRequest(company);
    const before = stateOf(company);
    forgeClick(company, company.olga, 'decideAsOfficer', { request: id, digest: d, decision: 'approve' });
    expect(stateOf(company)).toEqual(before);
  });

  it('tells a plain user whom to ask, and an administrator where Roster is', () => {
    const company = ready();
    for (const who of [company.plain, company.admin]) {
      const window = openGmail(company, who);
      expect(window.text()).toContain('roster@acme.test');
      expect(window.text()).toContain('in the side panel of Google Sheets');
      expect(window.text()).not.toContain('New colleagues');
      window.press('Open Google Sheets');
      expect(window.openedLinks.at(-1)!.url).toBe('https://docs.google.com/spreadsheets/');
    }
  });

  it('looks nobody up at Google', () => {
    const company = ready();
    const before = company.world.network.count();
    openGmail(company, company.olga).press('New colleagues');
    expect(company.world.network.count()).toBe(before);
  });
});

describe('the functions of Gmail, called from the web page with a message of the operator’s and its token', () => {
  it.each([
    ['a plain user', (company: OfficerCompany) => company.plain],
    ['an officer', (company: OfficerCompany) => company.olga],
  ])('by %s leave the world as it was and tell nothing', (_title, whom) => {
    const company = ready();
    const { world, project, operator } = company;
    const { id, d: digest } = onlyRequest(company);
    world.mail.send({
      senderId: operator.id,
      from: 'roster@acme.test',
      to: ['roster@acme.test'],
      subject: `X [Roster ${id.slice(0, 12)}]`,
    });
    const { id: messageId, threadId } = world.mail.inbox(operator.id).at(-1)!;
    const accessToken = world.mail.tokens.issue({ scriptId: project.scriptId, userId: operator.id, messageId, threadId, clicked: true });
    const visitor = WebVisitor.open(project, { visitorUserId: whom(company).id });
    const before = stateOf(company);
    for (const name of ['onGmailMessage', 'onHomepage', 'onCardAction', 'onSuggest']) {
      for (const cardAction of Object.keys(officerActions)) {
        const parameters = { cardAction, request: id, digest, decision: 'approve' };
        const answer = visitor.run(name, {
          commonEventObject: { hostApp: 'GMAIL', parameters },
          gmail: { messageId, threadId, accessToken },
        });
        expect(JSON.stringify(answer.value ?? '')).not.toMatch(/acme\.test|New colleagues/);
        expect([name, cardAction, stateOf(company)]).toEqual([name, cardAction, before]);
      }
    }
  });
});

describe('what a card’s buttons can be made to do in Gmail', () => {
  it.each([
    ['a plain user', (company: OfficerCompany) => company.plain],
    ['an officer who was removed', (company: OfficerCompany) => company.olga],
    ['a stranger in the same organization', (company: OfficerCompany) => addPerson(company, 'stranger')],
  ])('by %s: nothing', (_title, whom) => {
    const company = ready();
    const who = whom(company);
    company.project.consent(who.id);
    changePolicy(company, ({ officers }) => ({ officers: officers.slice(1) }));
    const { id, d } = onlyRequest(company);
    const before = stateOf(company);
    for (const cardAction of Object.keys(actions)) {
      for (const decision of ['approve', 'deny']) {
        const { outcome } = company.project.run({
          functionName: 'onCardAction',
          kind: 'addon',
          effectiveUserId: who.id,
          args: [
            {
              commonEventObject: {
                hostApp: 'GMAIL',
                parameters: { cardAction, request: id, digest: d, decision, kind: 'copyContacts' },
                formInputs: { reason: { stringInputs: { value: ['No.'] } } },
              },
            },
          ],
        });
        expect([cardAction, outcome, stateOf(company)]).toEqual([cardAction, 'completed', before]);
      }
    }
  });
});
