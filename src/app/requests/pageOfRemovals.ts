import { plural } from '../../core/base/plural';
import { problem } from '../../core/base/Problem';
import { fail, ok, type Result } from '../../core/base/Result';
import { contactTitle } from '../../core/contacts/contactTitle';
import { contactFields } from '../../core/contacts/contactFieldTable';
import { portableFields } from '../../core/contacts/portableContact';
import type { DirectoryUser } from '../../core/directory/DirectoryUser';
import { describeKeep } from '../../core/removal/describeRemoval';
import { countRemoval, unpackRemoval } from '../../core/removal/packRemoval';
import { planRemoval } from '../../core/removal/planRemoval';
import type { BoundRemoval } from '../../core/workflows/Intent';
import type { Subject, Task } from '../../google/Call';
import { getUser } from '../../google/directory';
import { getContacts } from '../../google/people';
import { asTarget } from '../apply/asTarget';
import { observeMarked } from '../apply/observeMarked';
import type { Environment, Tables } from '../Environment';
import { doTask } from '../runs/doTask';
import type { Installation } from '../setUp/Installation';
import { addressBook } from './addressBook';
import type { ContactLine, ContactPage } from './pageOfContacts';
import { paged, pagesAtOnce, type Paged } from './pageOfTargets';
import type { TargetPreview } from './previewTarget';

/** What becomes of each delivered contact that the account shows now, without its name. */
interface Fate {
  readonly resourceName: string;
  readonly fate: string;
}

function* readPage(as: Subject, bound: BoundRemoval, preview: TargetPreview, page: number): Task<Result<Paged<ContactLine>>> {
  const account = yield* observeMarked(as, preview.targetId);
  if (!account.ok) return account;
  const { removes, keeps } = planRemoval(account.value, bound.delivery);
  const named = unpackRemoval(preview.contacts);
  const fates: Fate[] = [
    ...removes.map((contact) => ({
      resourceName: contact.resourceName,
      fate: named.hasContact(contact) ? 'Removed' : 'Stays: the preview did not name it',
    })),
    ...keeps.map(({ resourceName, reason }) => ({ resourceName, fate: `Stays: ${describeKeep(reason)}` })),
  ];
  const found = paged(fates, page, pagesAtOnce);
  const names = found.lines.map(({ resourceName }) => resourceName);
  const persons = yield* getContacts(as, names, contactFields);
  if (!persons.ok) return persons;
  const lines = found.lines.map(({ fate }, index): ContactLine => {
    const person = persons.value[index];
    return { ...contactTitle(person === undefined ? {} : portableFields(person)), fate, changed: '' };
  });
  return ok({ ...found, lines });
}

/** The user of a target now. */
export function* getTarget(userId: string): Task<Result<DirectoryUser>> {
  const user = yield* getUser({ kind: 'self' }, userId);
  return !user.ok && user.problem.code === 'google.notFound' ? fail(problem('target.accountGone')) : user;
}

/**
 * B1: contact by contact what a removal does at one target. Nothing of them is stored, so that the account is read now: what is gone
 * by then is counted, and has no line.
 */
export const pageOfRemovals = (
  env: Environment,
  { serviceAccount }: Installation,
  ledger: Tables,
  requestId: string,
  bound: BoundRemoval,
  preview: TargetPreview,
  page: number,
): Result<ContactPage> => {
  const read = doTask(env, function* (): Task<Result<Paged<ContactLine>>> {
    const user = yield* getTarget(preview.targetId);
    return user.ok ? yield* asTarget({ serviceAccount, now: env.now }, user.value, (as) => readPage(as, bound, preview, page)) : user;
  });
  if (!read.ok) return read;
  const address = addressBook(ledger, requestId, undefined)(preview.targetId);
  const { contacts } = countRemoval(preview.contacts);
  return ok({
    ...read.value,
    address,
    summary: `${plural(contacts, 'copied contact')} to remove, as previewed. Below is what is there now.`,
  });
};
