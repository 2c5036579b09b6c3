import { strict } from '../strict';
import type { SheetContext } from './SheetContext';

/** A User as sharing lists hand it out; prints as the address (https://developers.google.com/apps-script/reference/base/user). */
export function userFace(email: string): object {
  return strict('User', { getEmail: () => email, toString: () => email });
}

export function userFaceOfId({ execution }: SheetContext, userId: string): object {
  return userFace(execution.world.directory.userById(userId)?.primaryEmail ?? '');
}

/** Whom an address or a User argument names. Someone outside the directory has no user id. */
export function personOf({ execution }: SheetContext, value: unknown): { readonly userId: string | undefined; readonly email: string } {
  const email = String(value).trim();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw execution.exception(`Invalid email: ${email}`);
  const user = execution.world.directory.userByEmail(email);
  return user ? { userId: user.id, email: user.primaryEmail } : { userId: undefined, email };
}
