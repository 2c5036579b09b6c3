import type { HttpResponse } from '../../../simulator/network/HttpRequest';
import { World } from '../../../simulator/World';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed
export type Json = any;

export const SCOPE = 'https://www.googleapis.com/auth/';
const ALL = [
  'admin.directory.user',
  'admin.directory.group',
  'admin.directory.orgunit',
  'admin.directory.domain',
  'admin.directory.rolemanagement',
  'admin.directory.userschema',
  'contacts',
  'cloud-platform',
];

/** A small company with two domains: Ada administers, Ben does not. */
export function sampleCompany() {
  const world = new World();
  const { directory, cloud } = world;
  const customer = directory.addCustomer({
    id: 'C01acme',
    domains: ['acme.test', { domainName: 'acme-labs.test', aliases: ['labs.test'] }],
  });
  const project = cloud.addProject({
    number: '123456789012',
    projectId: 'acme-roster',
    enabledApis: ['admin.googleapis.com', 'people.googleapis.com', 'iamcredentials.googleapis.com'],
  });
  const ada = directory.addUser({
    primaryEmail: 'ada@acme.test',
    name: { givenName: 'Ada', familyName: 'Lovelace' },
    isAdmin: true,
    orgUnitPath: '/Office',
  });
  const ben = directory.addUser({
    primaryEmail: 'ben@acme.test',
    name: { givenName: 'Ben', familyName: 'Okri' },
    orgUnitPath: '/Sales/North',
  });
  const tokenOf = (userId: string, scopes: readonly string[] = ALL) =>
    cloud.issueToken({ userId, scopes: scopes.map((scope) => SCOPE + scope), via: 'user', project: project.number });
  const adminToken = tokenOf(ada.id);

  const send = (
    method: string,
    url: string,
    options: { token?: string; body?: string; headers?: Record<string, string> } = {},
  ): HttpResponse =>
    world.network.send({
      method,
      url,
      headers: { ...(options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` }), ...options.headers },
      body: options.body ?? '',
    }).response;

  /** GET below `admin/directory/v1/` as Ada, or with another token. */
  const read = (path: string, token = adminToken): { status: number; json: Json } => {
    const response = send('GET', `https://admin.googleapis.com/admin/directory/v1/${path}`, { token });
    return { status: response.status, json: JSON.parse(response.body) };
  };

  return { world, customer, project, ada, ben, adminToken, tokenOf, send, read };
}
