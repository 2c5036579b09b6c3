import type { ScriptExecution } from '../ScriptExecution';

const LIFE = 3600;

/**
 * The OpenID Connect token of the effective user, or null when `openid` was not granted
 * (https://developers.google.com/apps-script/reference/script/script-app). The signature is made up: nobody can verify it.
 */
export const identityToken = (execution: ScriptExecution): string | null => {
  const { granted, effectiveUser, world, project } = execution;
  if (!granted.has('openid')) return null;
  const issuedAt = Math.floor(world.clock.now() / 1000);
  const withEmail = granted.has('https://www.googleapis.com/auth/userinfo.email');
  const claims = {
    iss: 'https://accounts.google.com',
    azp: `${project.cloudProject}.apps.googleusercontent.com`,
    aud: `${project.cloudProject}.apps.googleusercontent.com`,
    sub: effectiveUser.id,
    ...(withEmail ? { hd: effectiveUser.primaryEmail.split('@')[1], email: effectiveUser.primaryEmail, email_verified: true } : {}),
    iat: issuedAt,
    exp: issuedAt + LIFE,
  };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signature = world.random.text(342, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
  return `${encode({ alg: 'RS256', typ: 'JWT', kid: 'simulator' })}.${encode(claims)}.${signature}`;
};
