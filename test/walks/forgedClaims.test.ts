import { onlyRequest } from '../support/forgeClick';
import { contactWrites, passHours, receivers, sweepNow } from '../support/hands';
import { changePolicy, decideOnPage, officerCompany, waitingCopy, type OfficerCompany } from '../support/officers';

type Claim = Readonly<Record<string, unknown>>;

/** A request that waits; the requester is an officer, too. */
const waiting = (): OfficerCompany => {
  const company = officerCompany();
  const { admin } = company;
  changePolicy(company, ({ officers }) => ({ officers: [...officers, { userId: admin.id, email: admin.primaryEmail, appointedAt: 0 }] }));
  waitingCopy(company);
  sweepNow(company);
  return company;
};

/** olga's approval as her own execution would have stored it. */
const approvalOf = (company: OfficerCompany): Claim => ({
  decision: 'approve',
  digest: onlyRequest(company).d,
  at: company.world.clock.now(),
  email: company.olga.primaryEmail,
  subject: company.olga.id,
  reason: '',
  via: 'gmail',
});

const put = (company: OfficerCompany, officerId: string, claim: Claim | string): string => {
  const key = `claim.${onlyRequest(company).id}.${officerId}`;
  company.project.scriptProperties.set({ [key]: typeof claim === 'string' ? claim : JSON.stringify(claim), pending: '1' });
  return key;
};

describe('B2: a decision in the inbox that nobody made', () => {
  it.each<[string, (company: OfficerCompany, approval: Claim) => [officerId: string, claim: Claim | string]]>([
    ['of the requester', ({ admin }, claim) => [admin.id, { ...claim, email: admin.primaryEmail, subject: admin.id }]],
    ['of a plain user', ({ plain }, claim) => [plain.id, { ...claim, email: plain.primaryEmail, subject: plain.id }]],
    [
      'of a plain user under an officer’s name',
      ({ olga, plain }, { subject: _, ...claim }) => [olga.id, { ...claim, email: plain.primaryEmail }],
    ],
    ['of an officer under a plain user’s name', ({ plain }, claim) => [plain.id, claim]],
    ['of an officer, with somebody else’s token', ({ olga, plain }, claim) => [olga.id, { ...claim, subject: plain.id }]],
    ['of one officer under another’s name', ({ otto }, claim) => [otto.id, claim]],
    ['of an address that is nobody’s', ({ olga }, claim) => [olga.id, { ...claim, email: 'olga@elsewhere.test' }]],
    ['about another version', ({ olga }, claim) => [olga.id, { ...claim, digest: 'a'.repeat(64) }]],
    ['about no version', ({ olga }, claim) => [olga.id, { ...claim, digest: '' }]],
    ['neither yes nor no', ({ olga }, claim) => [olga.id, { ...claim, decision: 'maybe' }]],
    ['that cannot be read', ({ olga }) => [olga.id, '{"decision":"approve"']],
    ['said to be verified', ({ olga }, claim) => [olga.id, { ...claim, verified: { at: 1 } }]],
  ])('(%s) lets nothing through', (_title, forge) => {
    const company = waiting();
    const [officerId, claim] = forge(company, approvalOf(company));
    put(company, officerId, claim);
    passHours(company, 24);
    expect(onlyRequest(company).s).toBe('waiting');
    expect(contactWrites(company)).toBe(0);
    expect(receivers(company)).toEqual([]);
    expect(company.troubles()).toEqual([]);
  });

  it('all the same, as the officer’s own execution stores it, it counts: these cases differ from it in one thing each', () => {
    const company = waiting();
    put(company, company.olga.id, approvalOf(company));
    passHours(company, 3);
    expect(onlyRequest(company).s).toBe('done');
  });
});

describe('an update of Roster that nobody recorded', () => {
  it('takes no decision on the page', () => {
    const company = waiting();
    const stored = JSON.parse(company.project.scriptProperties.get('operator')!) as object;
    const digest = onlyRequest(company).d;
    company.project.scriptProperties.set({ operator: JSON.stringify({ ...stored, version: '0.0.9' }) });
    expect(decideOnPage(company, company.olga, 'approve', { digest })).toMatchObject({ refused: true });
    expect(Object.keys(company.project.scriptProperties.entries()).filter((key) => key.startsWith('claim.'))).toEqual([]);
    expect(onlyRequest(company).s).toBe('waiting');
  });
});
