import { forgeClick, onlyRequest } from '../support/forgeClick';
import { approve, askedOfficers, openGmail, SMALL_SCOPES } from '../support/gmail';
import { contactWrites, passHours, sweepNow } from '../support/hands';
import { addPerson, changePolicy, officerCompany, type OfficerCompany } from '../support/officers';

const withoutToken = SMALL_SCOPES.filter((scope) => scope !== 'openid');
const ready = (): OfficerCompany => {
  const company = officerCompany();
  askedOfficers(company);
  return company;
};
const newestOf = (company: OfficerCompany) => openGmail(company, company.olga, 'newest');
/** The requester is an officer, too. */
const withRequesterAsOfficer = (): OfficerCompany => {
  const company = officerCompany();
  const { admin } = company;
  changePolicy(company, ({ officers }) => ({ officers: [...officers, { userId: admin.id, email: admin.primaryEmail, appointedAt: 1 }] }));
  askedOfficers(company);
  return company;
};
const forgeApproval = (company: OfficerCompany, who: { readonly id: string }): void => {
  const { id, d } = onlyRequest(company);
  forgeClick(company, who, 'decideAsOfficer', { request: id, digest: d, decision: 'approve' });
};

describe('who an officer is', () => {
  it.each([
    ['with a token', SMALL_SCOPES],
    ['without one', withoutToken],
  ])('%s: appointed as they are now, they decide', (_title, scopes) => {
    const company = ready();
    if (scopes === withoutToken) company.project.withdraw(company.olga.id, ['openid']);
    approve(newestOf(company));
    const [, claim] = Object.entries(company.project.scriptProperties.entries()).find(([key]) => key.startsWith('claim.'))!;
    expect((JSON.parse(String(claim)) as { subject?: string }).subject).toBe(scopes === withoutToken ? undefined : company.olga.id);
    sweepNow(company);
    expect(onlyRequest(company).s).toBe('approved');
  });

  it('S40: renamed, they are known by their token', () => {
    const company = ready();
    company.world.directory.renameUser(company.olga.id, 'olga.neu@acme.test');
    approve(newestOf(company));
    sweepNow(company);
    expect(onlyRequest(company).s).toBe('approved');
  });

  it('renamed and without a token, they are sent to the web page, which looks them up', () => {
    const company = ready();
    company.project.withdraw(company.olga.id, ['openid']);
    company.world.directory.renameUser(company.olga.id, 'olga.neu@acme.test');
    const window = newestOf(company);
    expect(window.text()).toContain('open the web page of the request: it looks you up again');
    expect(window.text()).not.toContain('[Approve]');
  });

  it.each([
    ['with a token is no officer at once', SMALL_SCOPES, false],
    ['without one is found out by the operator', withoutToken, true],
  ])('somebody who was given the address of an officer who left: %s', (_title, scopes, isOffered) => {
    const company = ready();
    company.world.directory.deleteUser(company.olga.id);
    const other = addPerson(company, 'olga');
    company.project.consent(other.id, scopes);
    const window = openGmail(company, other);
    expect(window.text().includes('New colleagues')).toBe(isOffered);
    forgeApproval(company, other);
    passHours(company, 24);
    expect(onlyRequest(company).s).toBe('waiting');
    expect(contactWrites(company)).toBe(0);
  });
});

describe('an officer who was given the address of another one', () => {
  it('does not decide in their place, not even without a token', () => {
    const company = ready();
    company.world.directory.deleteUser(company.olga.id);
    company.world.directory.renameUser(company.otto.id, 'olga@acme.test');
    company.project.withdraw(company.otto.id, ['openid']);
    forgeApproval(company, company.otto);
    const { id } = onlyRequest(company);
    expect(company.project.scriptProperties.get(`claim.${id}.${company.olga.id}`)).toBeDefined();
    passHours(company, 24);
    expect(company.project.scriptProperties.get(`claim.${id}.${company.olga.id}`)).toContain('decision.notSamePerson');
    expect(onlyRequest(company).s).toBe('waiting');
    expect(contactWrites(company)).toBe(0);
  });
});

describe('S39–S41: the requester who is an officer', () => {
  it.each([
    ['with a token', SMALL_SCOPES, () => {}],
    ['without one', withoutToken, () => {}],
    [
      'after a rename, with a token',
      SMALL_SCOPES,
      ({ world, admin }: OfficerCompany) => void world.directory.renameUser(admin.id, 'chief@acme.test'),
    ],
    [
      'after a rename, without one',
      withoutToken,
      ({ world, admin }: OfficerCompany) => void world.directory.renameUser(admin.id, 'chief@acme.test'),
    ],
    [
      'under another of their addresses, without a token',
      withoutToken,
      (company: OfficerCompany) => {
        company.world.directory.addAlias(company.admin.id, 'boss@acme.test');
        changePolicy(company, ({ officers }) => ({
          officers: officers.map((one) => (one.userId === company.admin.id ? { ...one, email: 'boss@acme.test' } : one)),
        }));
      },
    ],
  ])('%s, never approves their own request', (_title, scopes, happens) => {
    const company = withRequesterAsOfficer();
    if (scopes === withoutToken) company.project.withdraw(company.admin.id, ['openid']);
    happens(company);
    const window = openGmail(company, company.admin);
    expect(window.text()).not.toContain('New colleagues');
    forgeApproval(company, company.admin);
    passHours(company, 24);
    expect(onlyRequest(company).s).toBe('waiting');
    expect(contactWrites(company)).toBe(0);
  });

  it('gets no mail; with one all the same, reads that it is their own request', () => {
    const company = withRequesterAsOfficer();
    expect(company.world.mail.inbox(company.admin.id)).toEqual([]);
    const subject = `Approval wanted: New colleagues [Roster ${onlyRequest(company).id.slice(0, 12)}]`;
    company.world.mail.send({ senderId: company.operator.id, from: 'roster@acme.test', to: ['admin@acme.test'], subject });
    const window = openGmail(company, company.admin, 'newest');
    expect(window.text()).toContain('“New colleagues” is your own request.');
    expect(window.text()).not.toContain('[Approve]');
  });
});

describe('an officer who allowed only the small permissions', () => {
  it.each(SMALL_SCOPES.filter((scope) => /locale|openid/.test(scope)))('decides also without %s', (scope) => {
    const company = ready();
    company.project.withdraw(company.olga.id, [scope]);
    approve(newestOf(company));
    sweepNow(company);
    expect(onlyRequest(company).s).toBe('approved');
    expect(company.troubles()).toEqual([]);
  });

  it('is told of the one that tells who they are', () => {
    const company = ready();
    company.project.withdraw(company.olga.id, ['https://www.googleapis.com/auth/userinfo.email']);
    const window = newestOf(company);
    expect(window.text()).toContain('permission "userinfo.email"');
    expect(window.error).toBeUndefined();
  });
});
