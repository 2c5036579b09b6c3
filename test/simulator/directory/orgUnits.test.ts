import { sampleCompany } from '../network/sampleCompany';

/** https://developers.google.com/workspace/admin/directory/reference/rest/v1/orgunits, …/domains. */
function company() {
  const base = sampleCompany();
  const paths = (query = '') =>
    (base.read(`customer/my_customer/orgunits${query}`).json.organizationUnits ?? []).map(
      (unit: { orgUnitPath: string }) => unit.orgUnitPath,
    );
  return { ...base, directory: base.world.directory, paths };
}

describe('directory.orgunits', () => {
  it('lists children by default, all below, or all with the parent', () => {
    const { paths } = company();
    expect(paths()).toEqual(['/Office', '/Sales']);
    expect(paths('?type=all')).toEqual(['/Office', '/Sales', '/Sales/North']);
    expect(paths('?type=allIncludingParent')).toEqual(['/', '/Office', '/Sales', '/Sales/North']);
    expect(paths('?type=all&orgUnitPath=/Sales')).toEqual(['/Sales/North']);
  });

  it('gets a unit by path without the leading slash, and by id', () => {
    const { read } = company();
    const unit = read('customer/my_customer/orgunits/Sales/North').json;
    expect(unit).toMatchObject({ name: 'North', orgUnitPath: '/Sales/North', parentOrgUnitPath: '/Sales' });
    expect(unit.orgUnitId).toMatch(/^id:03[0-9a-z]+$/);
    expect(read(`customer/my_customer/orgunits/${encodeURIComponent(unit.orgUnitId)}`).json).toEqual(unit);
    expect(read(`customer/my_customer/orgunits?orgUnitPath=${encodeURIComponent(unit.parentOrgUnitId)}`).json.organizationUnits).toEqual([
      unit,
    ]);
  });

  it('answers 404 for a path that does not exist', () => {
    const { read } = company();
    expect(read('customer/my_customer/orgunits/Nowhere').status).toBe(404);
    expect(read('customer/my_customer/orgunits?orgUnitPath=/Nowhere').status).toBe(404);
  });

  it('moves the users and units of a unit that moves, and keeps the ids', () => {
    const { read, directory, customer, paths, ben } = company();
    const before = read('customer/my_customer/orgunits/Sales/North').json.orgUnitId;
    directory.moveOrgUnit(customer.id, '/Sales', '/Office/Trade');
    expect(paths('?type=all')).toEqual(['/Office', '/Office/Trade', '/Office/Trade/North']);
    expect(read('customer/my_customer/orgunits/Office/Trade/North').json.orgUnitId).toBe(before);
    expect(read(`users/${ben.id}`).json.orgUnitPath).toBe('/Office/Trade/North');
  });

  it('is closed to plain users and other customers', () => {
    const { read, tokenOf, ben, directory } = company();
    directory.addCustomer({ id: 'C0other', domains: ['other.test'] });
    expect(read('customer/my_customer/orgunits', tokenOf(ben.id)).status).toBe(403);
    expect(read('customer/C0other/orgunits').status).toBe(403);
  });
});

describe('directory.domains', () => {
  it('lists primary, secondary and alias domains', () => {
    const { read } = company();
    expect(read('customer/my_customer/domains').json.domains).toMatchObject([
      { domainName: 'acme.test', isPrimary: true, verified: true },
      {
        domainName: 'acme-labs.test',
        isPrimary: false,
        domainAliases: [{ domainAliasName: 'labs.test', parentDomainName: 'acme-labs.test' }],
      },
    ]);
  });

  it('gets one domain', () => {
    const { read } = company();
    expect(read('customer/my_customer/domains/acme-labs.test').json.isPrimary).toBe(false);
    expect(read('customer/my_customer/domains/none.test').status).toBe(404);
  });
});
