import { type Json, SCOPE, sampleCompany } from '../network/sampleCompany';

const ALL = ['chat.admin.memberships', 'chat.admin.spaces', 'chat.memberships', 'chat.spaces'];

/** The sample company with Chat, one space with Ben as its manager, and a hand that calls as Ada, the administrator. */
export function chatCompany() {
  const company = sampleCompany();
  const { world, project, customer, ada, ben, send } = company;
  project.enabledApis.add('chat.googleapis.com');
  const { chat, directory } = world;
  chat.settings.spaceWritesPerSecond = Infinity;
  chat.settings.spaceReadsPerSecond = Infinity;
  const team = chat.addSpace({ customerId: customer.id, displayName: 'Fun event' });
  chat.addMember(team, ben.id, 'ROLE_MANAGER');
  const cleo = directory.addUser({ primaryEmail: 'cleo@acme.test', orgUnitPath: '/Sales' });
  const tokenOf = (userId: string, scopes: readonly string[] = ALL) =>
    world.cloud.issueToken({ userId, scopes: scopes.map((scope) => SCOPE + scope), via: 'user', project: project.number });
  const tokens = { ada: tokenOf(ada.id), ben: tokenOf(ben.id) };
  const call = (method: string, path: string, body?: object, token = tokens.ada): { status: number; json: Json } => {
    const response = send(method, `https://chat.googleapis.com/v1/${path}`, {
      token,
      headers: { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: JSON.parse(response.body) };
  };
  /** Adds a person with administrator access. */
  const add = (user: string, token?: string) =>
    call('POST', `${team.name}/members?useAdminAccess=true`, { member: { name: `users/${user}`, type: 'HUMAN' } }, token);
  const peopleIn = () => team.memberships.map(({ id }) => directory.userById(id)?.primaryEmail.split('@')[0]);
  return { ...company, chat, directory, team, cleo, tokenOf, tokens, call, add, peopleIn };
}

/** An error answer of the Chat API. */
export const refused = (code: number, status: string) =>
  expect.objectContaining({ status: code, json: { error: expect.objectContaining({ code, status }) } });
