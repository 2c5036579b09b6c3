import { askForCopy } from '../support/askForCopy';
import { BrowserPage } from '../support/browserPage';
import { addOnEvent, globals } from '../support/entryProject';
import { onlyRequest } from '../support/forgeClick';
import { contactWrites, label, passHours, stateOf, sweepNow } from '../support/hands';
import {
  addPerson,
  changePolicy,
  decideOnPage,
  look,
  mailsTo,
  officerCompany,
  openPage,
  waitingCopy,
  type OfficerCompany,
} from '../support/officers';
import { customers } from '../support/rosterCompany';
import { WebVisitor } from '../../simulator/appsscript/WebVisitor';

const waiting = (prepare: (company: OfficerCompany) => void = () => undefined) => {
  const company = officerCompany();
  prepare(company);
  waitingCopy(company);
  sweepNow(company);
  return company;
};

const browse = (company: OfficerCompany, who: { id: string; primaryEmail: string }): BrowserPage =>
  new BrowserPage(openPage(company, who, onlyRequest(company).id));

/** `decide` calls that reached the server. */
const decisions = ({ project }: OfficerCompany): number => project.executions.filter((one) => one.functionName === 'decide').length;

describe('S29–S32, S36: the page of the mail’s link', () => {
  it('says who asks, what, for how many, the risks, the effort, the code and who has to decide', () => {
    const company = waiting(({ world, eve }) => void world.directory.renameUser(eve.id, 'eve@acme-labs.test'));
    const link = /https:\S+/.exec(mailsTo(company, company.olga)[0]!.body)![0];
    const page = new BrowserPage(WebVisitor.follow(company.project, link, company.olga.id));
    const text = page.text();
    for (const said of [
      'Waiting for approval',
      'admin@acme.test',
      'Copy user contacts: From source@acme.test, label “Customers”, label created at the targets',
      '3 targets',
      '9 new contacts; 0 contacts already there or without content',
      'Nothing is changed or deleted',
      'Targets are in 2 domains: acme.test (2), acme-labs.test (1)',
      '1 target outside acme.test, the domain of who asks',
      onlyRequest(company).d.slice(0, 8),
      '0 of 1',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toMatch(/Effort: .*call/);
    expect(page.heading.textContent).toBe('New colleagues');
    expect(page.activeElement).toBe(page.heading);
    expect(company.troubles()).toEqual([]);
  });

  it('is one press away from the request’s card and from the card that confirms sending, for whoever may see it there', () => {
    const company = officerCompany();
    const sidebar = company.open(company.admin);
    askForCopy(company, sidebar, { label });
    for (const press of ['See each contact', 'Send approval request', 'See each contact']) sidebar.press(press);
    const urls = sidebar.openedLinks.map(({ url }) => url);
    expect(urls).toHaveLength(2);
    for (const url of urls) {
      const page = new BrowserPage(WebVisitor.follow(company.project, url, company.admin.id));
      expect(page.text()).toContain('Preview ready, not sent');
      expect(page.buttons().map((one) => one.textContent)).toEqual(['See each target', 'Refresh']);
    }
    const other = addPerson(company, 'chief', { isAdmin: true });
    company.project.consent(other.id);
    company.world.drive.share(company.sheet.id, other.id, 'writer');
    const theirs = company.open(other);
    theirs.press('New colleagues');
    expect(theirs.text()).not.toContain('[See each contact]');
    expect(company.troubles()).toEqual([]);
  });

  it('Approve shows the summary again and asks once; cancelled, nothing is decided; confirmed twice, it is decided once', () => {
    const company = waiting();
    const page = browse(company, company.olga);
    page.press('Approve');
    expect(page.heading.textContent).toBe('Approve “New colleagues”?');
    expect(page.text()).toContain('9 new contacts');
    page.press('Cancel');
    expect(onlyRequest(company).s).toBe('waiting');
    page.press('Approve');
    page.isSlow = true;
    page.press('Confirm approval');
    expect(page.buttons().every((one) => one.disabled)).toBe(true);
    page.press('Confirm approval');
    page.press('Cancel');
    page.arrive();
    expect(decisions(company)).toBe(1);
    expect(page.said).toBe('You approved it. It begins in a few minutes.');
    expect(page.activeElement).toBe(page.heading);
    expect(page.text()).toContain('Starts at the latest');
    expect(page.text()).toContain('1 of 1');
    expect(contactWrites(company)).toBe(0);
    passHours(company, 1);
    page.isSlow = false;
    page.press('Refresh');
    expect(page.text()).toContain('9 contacts created');
    page.press('See each target');
    expect(page.items().map((lines) => lines[2])).toEqual(Array(3).fill('Done: 3 created, 0 already there, 0 failed.'));
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.troubles()).toEqual([]);
  });

  it('Deny wants a reason, which stays a text whatever it is', () => {
    const company = waiting();
    const page = browse(company, company.olga);
    page.press('Deny');
    page.press('Confirm denial');
    expect(page.text()).toContain('There is no reason yet.');
    expect(page.activeElement?.attributes['id']).toBe('reason');
    expect(decisions(company)).toBe(0);
    page.type(/^Reason/, 'Wrong <img src=x onerror=alert(1)>');
    page.press('Confirm denial');
    expect(page.said).toBe('You denied it. It never runs; the person who asked is told.');
    expect(page.text()).toContain('olga@acme.test (you): Wrong <img src=x onerror=alert(1)>');
    expect(page.all().some((one) => one.tag === 'img')).toBe(false);
    expect(page.buttons().map((one) => one.textContent)).not.toContain('Approve');
  });

  it('after a failure of Google the buttons work again, and the focus is where it was', () => {
    const company = waiting();
    const page = browse(company, company.olga);
    page.press('Approve');
    const run = WebVisitor.prototype.run;
    const confirm = page.buttons().find((one) => one.textContent === 'Confirm approval')!;
    confirm.focus();
    WebVisitor.prototype.run = () => ({ outcome: 'failure', error: { name: 'NetworkError', message: '' } });
    page.press('Confirm approval');
    WebVisitor.prototype.run = run;
    expect(page.said).toContain('Roster did not answer.');
    expect(page.activeElement).toBe(confirm);
    page.press('Confirm approval');
    expect(onlyRequest(company).s).toBe('approved');
  });

  it('two have to approve: the page says how many did, and each officer sees it', () => {
    const company = waiting((one) => changePolicy(one, () => ({ needed: 2 })));
    decideOnPage(company, company.olga, 'approve');
    const page = browse(company, company.otto);
    expect(page.text()).toContain('1 of 2');
    expect(page.text()).toContain('olga@acme.test');
    page.press('Approve');
    page.press('Confirm approval');
    expect(page.text()).toContain('2 of 2');
  });

  it('every field has a label, every button a name, and the parts are landmarks with names', () => {
    const company = waiting();
    const page = browse(company, company.olga);
    const check = (): void => {
      const all = page.all();
      for (const one of all.filter(({ tag }) => tag === 'textarea' || tag === 'input')) {
        const isLabelled = all.some(
          (label) => label.tag === 'label' && (label.attributes['for'] === one.attributes['id'] || label.children.includes(one)),
        );
        expect(isLabelled).toBe(true);
      }
      for (const one of all.filter(({ tag }) => tag === 'button')) expect(one.textContent).not.toBe('');
      for (const one of all.filter(({ tag }) => tag === 'section' || tag === 'nav')) expect(one.attributes['aria-label']).not.toBe('');
      const names = page.buttons().map((one) => one.attributes['aria-label'] ?? one.textContent);
      expect(new Set(names).size).toBe(names.length);
      expect(page.activeElement).toBe(page.heading);
    };
    check();
    page.press('Deny');
    check();
    page.press('Cancel');
    page.press('See each target');
    check();
    page.press('See each contact at sam@acme.test');
    check();
  });
});

describe('who sees a request on the page', () => {
  it('requester, operator and the officers of this moment; to all others there is none, in every view', () => {
    const company = waiting();
    const { id } = onlyRequest(company);
    for (const who of [company.admin, company.operator, company.olga]) expect(look(company, who).title).toBe('New colleagues');
    changePolicy(company, ({ officers }) => ({ officers: officers.filter((one) => one.userId !== company.otto.id) }));
    const chief = addPerson(company, 'chief', { isAdmin: true });
    const views = [
      undefined,
      { view: 'request' },
      { view: 'targets', page: 0, only: 'all' },
      { view: 'contacts', page: 0, action: 0, target: company.sam.id },
    ];
    const before = stateOf(company);
    for (const who of [company.plain, company.sam, company.source, chief, company.otto]) {
      const page = openPage(company, who, id);
      for (const options of views) {
        const { value } = page.run('showPage', id, options);
        expect(value).toEqual(page.run('showPage', 'never', options).value);
        expect(JSON.stringify(value)).not.toMatch(/New colleagues|source@|Byron|customer\.test/);
      }
    }
    expect(stateOf(company)).toEqual(before);
  });

  it('exactly two functions answer a visitor: an officer who calls any other learns nothing and changes nothing', () => {
    const { id, d } = onlyRequest(shared);
    const visitor = openPage(shared, shared.olga, id);
    const uid = shared.project.triggers.records[0]!.uid;
    const click = addOnEvent({ cardAction: 'decideRequest', request: id, digest: d, decision: 'approve' });
    const before = stateOf(shared);
    for (const name of globals.filter((one) => one !== 'showPage' && one !== 'decide')) {
      for (const args of [[], [id], [id, d, 'approve', ''], [{ parameter: { request: id } }], [{ triggerUid: uid }], [click]]) {
        const { value } = visitor.run(name, ...args);
        expect([name, JSON.stringify(value ?? '')]).toEqual([name, expect.not.stringMatching(/New colleagues|acme\.test|Byron/)]);
      }
    }
    expect(stateOf(shared)).toEqual(before);
  });

  it('who is suspended, whose address is not told, and who is of another organization each read why', () => {
    const company = waiting();
    const { id } = onlyRequest(company);
    const { project, operator, world } = company;
    const asked = (activeUserId: string | undefined) =>
      project.run({ functionName: 'showPage', args: [id], kind: 'page', effectiveUserId: operator.id, activeUserId }).value as {
        title: string;
      };
    world.directory.suspendUser(company.otto.id);
    world.directory.addCustomer({ domains: ['elsewhere.test'] });
    const eva = world.directory.addUser({ primaryEmail: 'eva@elsewhere.test' });
    expect(asked(company.otto.id).title).toBe('Your account is suspended or archived.');
    expect(asked(undefined).title).toBe('Google did not say who you are.');
    expect(asked(eva.id).title).toBe('Roster does not find your account in this organization.');
    expect(JSON.stringify([company.otto.id, undefined, eva.id].map(asked))).not.toContain('New colleagues');
  });

  it.each([
    [{ view: 'everything' }],
    [{ view: 'request', page: 0 }],
    [{ view: 'targets', page: -1, only: 'all' }],
    [{ view: 'targets', page: 0.5, only: 'all' }],
    [{ view: 'targets', page: '0', only: 'all' }],
    [{ view: 'targets', page: 0, only: 'some' }],
    [{ view: 'targets', page: 0 }],
    [{ view: 'contacts', page: 0, action: 0, target: '../x' }],
    [{ view: 'contacts', page: 0, action: 0, target: 7 }],
    [[]],
    ['targets'],
    [1],
  ])('the option %j is none and is refused', (options) => {
    expect(openPage(shared, shared.olga, onlyRequest(shared).id).run('showPage', onlyRequest(shared).id, options).value).toMatchObject({
      title: 'Roster does not know what the page asked for.',
    });
  });

  it('a reason that is no text, or of a length that nobody types, is refused', () => {
    const { id, d } = onlyRequest(shared);
    const page = openPage(shared, shared.olga, id);
    for (const reason of [undefined, null, 7, {}, 'x'.repeat(5001)]) {
      expect(page.run('decide', id, d, 'deny', reason).value).toMatchObject({ title: 'This request was not found.' });
    }
    expect(page.run('decide', id, d, 'deny', 'x'.repeat(301)).value).toMatchObject({ title: 'The reason is too long.' });
    expect(onlyRequest(shared).s).toBe('waiting');
  });
});

const shared = waiting();
