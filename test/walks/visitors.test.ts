import { WebVisitor } from '../../simulator/appsscript/WebVisitor';
import { actions } from '../../src/entry/actions';
import { askForCopy, chooseSource, chooseTargets, send } from '../support/askForCopy';
import { addOnEvent, globals } from '../support/entryProject';
import { contactWrites, label, passHours, readyCompany, sentCopy, stateOf } from '../support/hands';
import { customers, type RosterCompany } from '../support/rosterCompany';

const requestId = (company: RosterCompany): string =>
  Object.keys(company.project.scriptProperties.entries())
    .find((key) => key.startsWith('request.'))!
    .slice('request.'.length);

/** Somebody of another organization, signed in. */
const foreigner = ({ world }: RosterCompany) => {
  world.directory.addCustomer({ domains: ['elsewhere.test'] });
  return world.directory.addUser({ primaryEmail: 'eva@elsewhere.test', isAdmin: true });
};

/** A company with a request that waits for its preview, one that is ready to be sent and one that may run. */
const busyCompany = (): RosterCompany => {
  const company = readyCompany();
  const sidebar = company.open(company.admin);
  askForCopy(company, sidebar, { label });
  const first = company.open(company.admin);
  first.press('New colleagues', { near: 'Preview ready' });
  sidebar.press('Home');
  askForCopy(company, sidebar, { name: 'Ready', label });
  sidebar.press('Home');
  chooseTargets(sidebar, { name: 'Waiting' });
  chooseSource(company, sidebar);
  sidebar.press('Preview');
  send(first);
  return company;
};

/** What somebody at the page might try to pass; `sweep`: the uid of a trigger, which Roster shows to nobody. */
const argumentsFor = (company: RosterCompany, sweep: string): readonly (readonly unknown[])[] => {
  const ids = Object.keys(company.project.scriptProperties.entries());
  const entries = ids.filter((key) => key.startsWith('request.'));
  return [
    [],
    [null],
    [''],
    [{}],
    [{ triggerUid: sweep }],
    [{ triggerUid: sweep, authMode: 'FULL' }],
    [{ parameter: { request: requestId(company) } }],
    ...entries.map((key) => [key.slice('request.'.length)]),
    [requestId(company), { view: 'targets', page: 0, only: 'all' }],
    [requestId(company), { view: 'contacts', page: 0, action: 0, target: company.sam.id }],
    ...entries.map((key) => [key.slice('request.'.length), JSON.parse(company.project.scriptProperties.get(key)!).d, 'approve', '']),
    ...entries.flatMap((key) => {
      const { d: digest } = JSON.parse(company.project.scriptProperties.get(key)!);
      return ['sendRequest', 'withdrawRequest', 'setUp', 'previewWorkflow', 'decideAsOfficer'].map((cardAction) => [
        {
          ...addOnEvent({ cardAction, request: key.slice('request.'.length), digest, decision: 'approve' }),
          gmail: { messageId: '1', accessToken: 't' },
        },
      ]);
    }),
  ];
};

describe('every global function, called from the page', () => {
  it.each([
    ['a plain user', (company: RosterCompany) => company.plain.id],
    ['a user who is suspended meanwhile', (company: RosterCompany) => company.eve.id],
  ])('by %s, whatever is passed, leaves the world as it was', (_title, who) => {
    const company = busyCompany();
    const visitor = WebVisitor.open(company.project, { visitorUserId: who(company) });
    company.world.directory.suspendUser(company.eve.id);
    const before = stateOf(company);
    expect(globals.length).toBeGreaterThan(5);
    for (const name of [...globals, 'onOpen', 'main', 'actions', 'constructor']) {
      for (const args of argumentsFor(company, company.project.triggers.records[0]!.uid)) visitor.run(name, ...args);
      expect([name, stateOf(company)]).toEqual([name, before]);
    }
    expect(company.project.executions.flatMap(({ log }) => log.filter(({ message }) => message.includes('"bug"')))).toEqual([]);
  });

  it('somebody of another organization, or nobody, does not even see the page', () => {
    const company = busyCompany();
    const stranger = foreigner(company);
    const before = stateOf(company);
    for (const visitorUserId of [stranger.id, undefined]) {
      const visitor = WebVisitor.open(company.project, { visitorUserId, query: { request: requestId(company) } });
      expect(visitor.status).not.toBe('shown');
      expect(visitor.html).toBe('');
    }
    expect(stateOf(company)).toEqual(before);
  });

  it('deployed for everybody by mistake, a foreigner gets no answer and changes nothing', () => {
    const company = busyCompany();
    const stranger = foreigner(company);
    const { webapp } = company.project.manifest as { webapp?: { access: string } };
    Object.assign(webapp!, { access: 'ANYONE' });
    const visitor = WebVisitor.open(company.project, { visitorUserId: stranger.id, query: { request: requestId(company) } });
    const before = stateOf(company);
    for (const name of globals) {
      for (const args of argumentsFor(company, '4711')) {
        const answer = visitor.run(name, ...args);
        expect(JSON.stringify(answer.value ?? '')).not.toMatch(/acme\.test|New colleagues|Ready|Waiting/);
      }
    }
    expect(stateOf(company)).toEqual(before);
    expect(visitor.run('showPage', requestId(company)).value).toMatchObject({ title: 'Google did not say who you are.' });
  });

  it('by the operator themself: the page answers what waits, and neither sends nor runs anything', () => {
    const company = busyCompany();
    const visitor = WebVisitor.open(company.project, { visitorUserId: company.operator.id });
    for (const name of globals) for (const args of argumentsFor(company, '4711')) visitor.run(name, ...args);
    expect(contactWrites(company)).toBe(0);
    const states = Object.entries(company.project.scriptProperties.entries())
      .filter(([key]) => key.startsWith('request.'))
      .map(([, text]) => (JSON.parse(String(text)) as { n: string; s: string }).s)
      .sort();
    expect(states).toEqual(['approved', 'prepared', 'prepared']);
  });
});

describe('the page of a request', () => {
  const visit = (company: RosterCompany, who: { readonly id: string }) => {
    const id = requestId(company);
    const page = WebVisitor.open(company.project, { visitorUserId: who.id, query: { request: id } });
    return { page, answer: () => page.run('showPage', id).value as { title: string; lines: string[] } };
  };

  it('is loaded by a GET that changes nothing and reveals nothing', () => {
    const { company } = sentCopy();
    const before = stateOf(company);
    const { page } = visit(company, company.plain);
    expect(page.status).toBe('shown');
    expect(page.html).not.toContain('New colleagues');
    expect(stateOf(company)).toEqual(before);
  });

  it('shows its requester and the operator how it stands, before and after the run', () => {
    const { company } = sentCopy();
    for (const who of [company.admin, company.operator]) expect(visit(company, who).answer().title).toBe('New colleagues');
    passHours(company, 2);
    expect(visit(company, company.admin).answer().lines).toContain('Status: Done.');
    expect(company.namesAt(company.sam)).toEqual(customers);
  });

  it('tells another administrator and a plain user the same: nothing', () => {
    const { company } = sentCopy();
    const other = company.world.directory.addUser({ primaryEmail: 'chief@acme.test', isAdmin: true });
    const unknown = visit(company, company.plain).page.run('showPage', 'there-is-no-such-request').value;
    for (const who of [other, company.plain]) expect(visit(company, who).answer()).toEqual(unknown);
  });

  it('deployed by somebody else than the operator, answers nobody', () => {
    const { company } = sentCopy();
    company.project.webApp = { ...company.project.webApp!, deployerId: company.admin.id };
    const before = stateOf(company);
    expect(visit(company, company.admin).answer().title).toContain('does not run as the account that Roster was set up with');
    expect(stateOf(company)).toEqual(before);
  });

  it('escapes what people wrote', () => {
    const company = readyCompany();
    const page = WebVisitor.open(company.project, { visitorUserId: company.plain.id, query: { request: '</script><b>x' } });
    expect(page.html).not.toContain('</script><b>x');
  });
});

describe('who is no super administrator', () => {
  it.each([
    ['a plain user', {}],
    ['a delegated administrator', { isDelegatedAdmin: true }],
  ])('%s sees whom to ask, and no action does anything for them', (_title, extra) => {
    const company = busyCompany();
    const { world, project } = company;
    const who = world.directory.addUser({ primaryEmail: 'helper@acme.test', ...extra });
    project.consent(who.id);
    world.drive.share(company.sheet.id, who.id, 'writer');
    const sidebar = company.open(who);
    expect(sidebar.text()).toContain('roster@acme.test');
    expect(sidebar.text()).not.toContain('[New workflow]');
    const before = stateOf(company);
    const { d: digest } = JSON.parse(project.scriptProperties.get(`request.${requestId(company)}`)!);
    for (const cardAction of Object.keys(actions)) {
      const { outcome } = project.run({
        functionName: 'onCardAction',
        kind: 'addon',
        effectiveUserId: who.id,
        activeSpreadsheetId: company.sheet.id,
        args: [addOnEvent({ cardAction, request: requestId(company), digest, kind: 'copyContacts' })],
      });
      expect([cardAction, outcome]).toEqual([cardAction, 'completed']);
      expect(stateOf(company)).toEqual(before);
    }
  });

  it('an administrator who lost the role in the middle of the wizard gets no further', () => {
    const company = readyCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    sidebar.press('Send approval request');
    company.world.directory.makeAdmin(company.admin.id, false);
    sidebar.press('Confirm');
    expect(sidebar.text()).toContain('Roster is for super administrators.');
    passHours(company, 3);
    expect(contactWrites(company)).toBe(0);
  });
});
