import type { Sidebar } from '../../simulator/host/Sidebar';
import { chooseSource, chooseTargets, send, waitForEnd } from '../support/askForCopy';
import {
  contactWrites,
  copyToChosen,
  label,
  linesBelow,
  openTargets,
  passHours,
  readyCompany,
  search,
  sentCopy,
  stateOf,
} from '../support/hands';
import { customers, rosterCompany, type RosterCompany } from '../support/rosterCompany';

const scope = (name: string): string => (name === 'openid' ? name : `https://www.googleapis.com/auth/${name}`);
/** Scopes that allow more than to read what the first of each allows: who has one of them lacks nothing to look things up. */
const wider: Readonly<Record<string, readonly string[]>> = {
  'admin.directory.user.readonly': ['admin.directory.user'],
  'admin.directory.group.readonly': ['admin.directory.group.member'],
};
const withdraw = (company: RosterCompany, who: { readonly id: string }, ...names: readonly string[]): void =>
  company.project.withdraw(who.id, names.flatMap((name) => [name, ...(wider[name] ?? [])]).map(scope));
const names = (company: RosterCompany): string[] =>
  company.project.manifest.oauthScopes.map((one) => one.replace('https://www.googleapis.com/auth/', ''));

/** Goes through Google's consent page, from the link on the card. */
const grant = (company: RosterCompany, sidebar: Sidebar, who: { readonly id: string }): void => {
  sidebar.press('Grant permission');
  expect(sidebar.openedLinks.at(-1)?.url).toMatch(/^https:\/\/(script|accounts)\.google\.com\//);
  company.project.consent(who.id);
};

/** No callback may end as the platform's "something went wrong", and none as a mistake of Roster. */
const noMistake = (company: RosterCompany): void => {
  expect(company.project.executions.filter(({ outcome }) => outcome === 'failed').map(({ error }) => error?.message)).toEqual([]);
  const logs = company.project.executions.flatMap(({ log }) => log.map(({ message }) => message));
  expect(logs.filter((message) => message.includes('"event":"bug"'))).toEqual([]);
};

const ofAdministrators = [
  'admin.directory.user.readonly',
  'admin.directory.group.readonly',
  'admin.directory.orgunit.readonly',
  'admin.directory.domain.readonly',
  'spreadsheets',
  'userinfo.email',
];

describe('an administrator who allowed only some of the permissions', () => {
  it.each([
    ...ofAdministrators.map((missing) => [missing, 'exception'] as const),
    ...ofAdministrators.filter((missing) => missing.startsWith('admin.')).map((missing) => [missing, 'answer'] as const),
  ])('without %s (Google says so by an %s): a card names what is missing, nothing breaks and nothing is written', (missing, by) => {
    const company = readyCompany({ platform: (_world, project) => void (project.settings.advancedScopeMissing = by) });
    withdraw(company, company.admin, missing);
    const sidebar = company.open(company.admin);
    const seen: string[] = [sidebar.text()];
    const go = (step: () => void): void => {
      try {
        step();
      } catch {
        // The card has nothing to press there: what it says instead is looked at below.
      }
      seen.push(sidebar.text());
    };
    go(() => openTargets(sidebar));
    go(() => search(sidebar, 'Everything', 's'));
    go(() => sidebar.press('Add all'));
    go(() => sidebar.press('Choose cells'));
    go(() => sidebar.back());
    go(() => sidebar.press('Next'));
    go(() => sidebar.press('Proceed to actions'));
    go(() => chooseSource(company, sidebar, { label }));
    go(() => sidebar.press('Preview'));
    expect(seen.join('\n')).toContain(`permission "${missing}"`);
    expect(seen.join('\n')).toContain('[Grant permission]');
    noMistake(company);
    expect(contactWrites(company)).toBe(0);
  });

  it.each([
    ['group', 'Groups', 'Group: team@acme.test', 't'],
    ['orgunit', 'Organizational units', 'Organizational unit: /Sales', 's'],
    ['domain', 'Domains', 'Domain: acme.test', 'a'],
  ])(
    'without the %s permission a search in everything shows the rest and names what it left out; granted there, it is complete',
    (kind, left, line, text) => {
      const company = readyCompany();
      withdraw(company, company.admin, `admin.directory.${kind}.readonly`);
      const sidebar = company.open(company.admin);
      openTargets(sidebar);
      search(sidebar, 'Everything', text);
      expect(sidebar.text()).toContain(`Not searched: ${left}.`);
      expect(sidebar.text()).toContain(`permission "admin.directory.${kind}.readonly"`);
      expect(sidebar.text()).not.toContain(line);
      search(sidebar, 'Users', 's');
      expect(sidebar.text()).toContain('User: sam@acme.test');
      expect(sidebar.text()).not.toContain('Not searched');
      sidebar.press('Add all');
      expect(sidebar.notification).toBe('3 entries added.');
      search(sidebar, 'Everything', text);
      grant(company, sidebar, company.admin);
      sidebar.press('Search');
      expect(sidebar.text()).toContain(line);
      expect(sidebar.text()).not.toContain('Not searched');
      noMistake(company);
    },
  );

  it.each([
    ['group', ['/Sales/EMEA', 'acme-labs.test', 'team@acme.test']],
    ['orgunit', ['team@acme.test', 'acme-labs.test', '/Sales/EMEA']],
    ['domain', ['/Sales/EMEA', 'sammy@acme.test', 'acme-labs.test']],
  ])('without the %s permission the cells of a Sheet that need none of it are read, and the copy goes through', (kind, more) => {
    const company = readyCompany();
    const { world, sheet } = company;
    world.directory.addAlias(company.sam.id, 'sammy@acme.test');
    withdraw(company, company.admin, `admin.directory.${kind}.readonly`);
    world.drive.edit(
      sheet.id,
      sheet.tabs[0]!.name,
      'A1',
      ['Who', 'sam@acme.test', 'sue@acme.test', ...more].map((text) => [text]),
    );
    const sidebar = company.open(company.admin);
    openTargets(sidebar);
    sidebar.press('Choose cells');
    sidebar.press('Read column');
    const said = linesBelow(sidebar, 'What was read');
    expect(said[0]).toContain('1 cell not understood.');
    expect(said.find((line) => line.startsWith('A6: '))).toContain(`permission "admin.directory.${kind}.readonly"`);
    sidebar.press('Back to targets');
    copyToChosen(company, sidebar, { label });
    expect(company.namesAt(company.sam)).toEqual(customers);
    noMistake(company);
  });

  it('without what is for the operator only, an administrator can do everything an administrator does', () => {
    const company = readyCompany();
    withdraw(company, company.admin, 'cloud-platform', 'script.scriptapp', 'script.send_mail', 'script.external_request', 'script.locale');
    const sidebar = company.open(company.admin);
    chooseTargets(sidebar);
    chooseSource(company, sidebar, { label });
    sidebar.press('Preview');
    company.waitFor(sidebar, /Status: (?!Preparing)/);
    send(sidebar);
    waitForEnd(company, sidebar);
    expect(company.namesAt(company.sam)).toEqual(customers);
    expect(company.troubles()).toEqual([]);
  });

  it('who never gave consent is asked by Google, and nothing runs', () => {
    const company = readyCompany();
    company.project.withdraw(company.admin.id);
    const sidebar = company.open(company.admin);
    expect(sidebar.text()).toContain('This add-on needs permission');
    sidebar.authorize();
    expect(sidebar.text()).toContain('[New workflow]');
  });
});

describe('an operator at their own card', () => {
  it('is told that copies need more, from the first card on, until it is granted', () => {
    const company = readyCompany();
    for (const missing of names(company).filter((name) => name !== 'userinfo.email' && name !== 'admin.directory.user.readonly')) {
      withdraw(company, company.operator, missing);
      const sidebar = company.open(company.operator);
      expect(sidebar.text()).toContain('This account has not allowed Roster everything that copies need.');
      grant(company, sidebar, company.operator);
      sidebar.refresh();
      expect(sidebar.text()).not.toContain('[Grant permission]');
      expect(sidebar.text()).toContain('[New workflow]');
    }
    noMistake(company);
  });

  it.each(['cloud-platform', 'script.external_request'])('without %s the labels of a source wait for it, on the card', (missing) => {
    const company = readyCompany();
    withdraw(company, company.operator, missing);
    const sidebar = company.open(company.operator);
    chooseTargets(sidebar);
    chooseSource(company, sidebar);
    sidebar.press('Edit');
    expect(sidebar.text()).toContain(`permission "${missing}"`);
    grant(company, sidebar, company.operator);
    sidebar.press('Try again');
    expect(sidebar.text()).toContain(label);
    noMistake(company);
  });
});

describe('an operator who took a permission back', () => {
  const list = [
    'admin.directory.user.readonly',
    'admin.directory.orgunit.readonly',
    'cloud-platform',
    'script.external_request',
    'spreadsheets',
    'userinfo.email',
  ];

  it.each(list)('without %s: nothing is lost or doubled; granted again, the run ends as it should', (missing) => {
    const { company, sidebar } = sentCopy();
    withdraw(company, company.operator, missing);
    passHours(company, 3);
    expect(contactWrites(company)).toBe(0);
    company.project.consent(company.operator.id);
    sidebar.press('Home');
    sidebar.press('New colleagues');
    if (/Status: (Approved|Running)/.test(sidebar.text())) {
      waitForEnd(company, sidebar);
      expect(company.namesAt(company.sam)).toEqual(customers);
    } else expect(sidebar.text()).toContain(`permission "${missing}"`);
    noMistake(company);
  });

  it.each(list)('without %s: whoever asked reads what is missing, and that it is not theirs to grant', (missing) => {
    const { company, sidebar } = sentCopy();
    withdraw(company, company.operator, missing);
    passHours(company, 3);
    sidebar.press('Home');
    sidebar.press('New colleagues');
    expect(sidebar.text()).toContain(`permission "${missing}"`);
    expect(sidebar.text()).toContain('Open Roster with the account that it was set up with');
    expect(sidebar.text()).not.toContain('[Grant permission]');
  });

  it('granted again, the cards say so no more', () => {
    const { company, sidebar } = sentCopy();
    withdraw(company, company.operator, 'spreadsheets');
    passHours(company, 3);
    sidebar.press('Home');
    expect(sidebar.text()).toContain('Requests wait, because Roster cannot work at the moment.');
    company.project.consent(company.operator.id);
    passHours(company, 3);
    sidebar.press('New colleagues');
    expect(sidebar.text()).toContain('Status: Done');
    sidebar.press('Home');
    expect(sidebar.text()).not.toContain('Requests wait');
    expect(company.project.scriptProperties.get('held')).toBeUndefined();
  });

  it.each(['admin.directory.group.readonly', 'admin.directory.domain.readonly', 'contacts.readonly', 'script.locale', 'script.scriptapp'])(
    'without %s a run to single users ends as it should',
    (missing) => {
      const { company, sidebar } = sentCopy();
      withdraw(company, company.operator, missing);
      waitForEnd(company, sidebar);
      expect(sidebar.text()).toContain('Status: Done');
      expect(company.namesAt(company.sam)).toEqual(customers);
      noMistake(company);
    },
  );

  it('without script.send_mail the run ends, and its record says what the mail would', () => {
    const { company, sidebar } = sentCopy();
    withdraw(company, company.operator, 'script.send_mail');
    waitForEnd(company, sidebar);
    expect(sidebar.text()).toContain('Status: Done');
    expect(company.world.mail.sent).toEqual([]);
    noMistake(company);
  });

  it('the operator’s own card tells them', () => {
    for (const missing of ['script.scriptapp', 'spreadsheets']) {
      const company = rosterCompany();
      withdraw(company, company.operator, missing);
      const sidebar = company.open(company.operator);
      sidebar.press('Set up Roster');
      sidebar.type('Service account', company.serviceAccount.email);
      sidebar.press('Set up');
      expect(sidebar.text()).toContain(`permission "${missing}"`);
      expect(company.project.scriptProperties.get('operator')).toBeUndefined();
      noMistake(company);
      company.project.consent(company.operator.id);
      sidebar.back();
      sidebar.press('Set up');
      expect(sidebar.notification).toContain('Roster is set up.');
      expect(company.project.triggers.records).toHaveLength(1);
    }
  });
});

describe('whatever single permission is missing', () => {
  it('opening Roster shows a card, for every person', () => {
    const company = readyCompany();
    for (const who of [company.operator, company.admin, company.plain]) {
      for (const missing of names(company)) {
        company.project.consent(who.id);
        withdraw(company, who, missing);
        const before = stateOf(company);
        const sidebar = company.open(who);
        expect(sidebar.text()).not.toBe('');
        expect(sidebar.error).toBeUndefined();
        if (sidebar.text().includes('permission "')) expect(sidebar.text()).toContain('[Grant permission]');
        expect(stateOf(company)).toEqual(before);
      }
    }
    noMistake(company);
  });
});
