import { describeRisks, type RiskFacts } from '../../../src/core/approvals/describeRisks';

const none: RiskFacts = {
  targets: 2,
  creates: 10,
  evenIfExists: false,
  domains: ['acme.test', 'acme.test'],
  requesterDomain: 'acme.test',
  suspended: 0,
  refused: 0,
  warned: 0,
};

describe('what an officer is warned of', () => {
  it('is nothing when there is nothing', () => {
    expect(describeRisks(none)).toEqual([]);
  });

  it.each<[Partial<RiskFacts>, string[]]>([
    [
      { removal: 'Remove 1,240 copied contacts from 31 people' },
      ['Remove 1,240 copied contacts from 31 people: they lie in the trash of each account for 30 days'],
    ],
    [{ inStep: 2 }, ['At 2 targets contacts of a contact sync are removed, too: its next run may bring them back']],
    [{ kept: 3 }, ['3 kept as somebody left them since, or because it cannot be put back']],
    [{ domains: ['b.test', 'b.test'] }, ['2 targets outside acme.test, the domain of who asks']],
    [{ domains: ['b.test', 'b.test'], requesterDomain: '' }, []],
    [
      { domains: ['acme.test', 'b.test', 'b.test'] },
      ['Targets are in 2 domains: b.test (2), acme.test (1)', '2 targets outside acme.test, the domain of who asks'],
    ],
    [{ targets: 99, creates: 4999 }, []],
    [{ targets: 100 }, ['Large: 100 targets, 10 new contacts']],
    [{ creates: 5000 }, ['Large: 2 targets, 5,000 new contacts']],
    [{ evenIfExists: true }, ['Contacts that a target has already are copied all the same, and stand there twice']],
    [
      { suspended: 1, refused: 3, warned: 2 },
      [
        '1 target suspended: nothing is copied there',
        '2 targets will get nothing; the preview says why',
        '2 targets with a warning; the preview says which',
      ],
    ],
  ])('%j', (facts, said) => {
    expect(describeRisks({ ...none, ...facts })).toEqual(said);
  });

  it('names few of many domains', () => {
    const domains = Array.from({ length: 9 }, (_, index) => `d${index}.test`);
    expect(describeRisks({ ...none, domains, requesterDomain: '' })).toEqual([
      'Targets are in 9 domains: d0.test (1), d1.test (1), d2.test (1), d3.test (1), d4.test (1) and 4 more',
    ]);
  });
});
