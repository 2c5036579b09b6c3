import { addressesOf, isMarked, type CopyWatch } from './CopyWatch';
import { LABEL, stateOf } from './copyCompany';
import type { Deed } from './copyTrouble';

/** A person, or an administrator, does something to one target while a copy runs. What became theirs is taken down. */
export const doDeed = (watch: CopyWatch, targetIndex: number, deed: Deed, which: number): void => {
  const { world, source, shape } = watch.company;
  const { directory, people } = world;
  const target = watch.targets[targetIndex % watch.targets.length]!;
  if (directory.userById(target.id) === undefined) return;
  watch.checkKept(target);
  const contacts = people.contactsOf(target.id);
  const pick = (from: readonly object[]): string | undefined => {
    const chosen = from[which % Math.max(1, from.length)] as { readonly resourceName?: string } | undefined;
    return chosen?.resourceName;
  };
  const delivered = contacts.filter(isMarked);
  const label = people.contactGroupsOf(target.id).find((group) => group.name.startsWith(LABEL));
  let theirs: string | undefined;
  switch (deed) {
    case 'suspend':
      directory.suspendUser(target.id);
      target.suspendedAt ??= world.clock.now();
      break;
    case 'delete':
      directory.deleteUser(target.id);
      break;
    case 'rename':
      directory.renameUser(target.id, `new-${targetIndex % watch.targets.length}@acme.test`);
      break;
    case 'switchOff':
      people.switchService(target.id, false);
      break;
    case 'editContact':
      theirs = pick(contacts);
      if (theirs !== undefined) people.editContact(target.id, theirs, { nicknames: [{ value: `Nick${which}` }] });
      break;
    case 'deleteContact': {
      const gone = pick(contacts);
      if (gone === undefined) return;
      for (const address of addressesOf(people.contact(target.id, gone)!)) target.thrownAway.add(address);
      target.binned.add(gone);
      people.deleteContact(target.id, gone);
      break;
    }
    case 'mergeContacts': {
      theirs = pick(contacts);
      const other = pick(delivered.filter((contact) => contact['resourceName'] !== theirs));
      if (theirs === undefined || other === undefined) return;
      people.mergeContacts(target.id, theirs, other);
      target.kept.delete(other);
      break;
    }
    case 'renameLabel':
      if (label === undefined) return;
      people.renameContactGroup(target.id, label.resourceName, `${LABEL} of mine`);
      break;
    case 'deleteLabel':
      if (label === undefined) return;
      people.deleteContactGroup(target.id, label.resourceName);
      target.labels.delete(label.resourceName);
      break;
    case 'editSource': {
      if (shape.wanted === 0) return;
      const edited = pick(people.contactsOf(source.id));
      if (edited !== undefined) people.editContact(source.id, edited, { nicknames: [{ value: `Nick${which}` }] });
      watch.sourceChanged = true;
      break;
    }
    case 'mergeSource': {
      const [kept, absorbed] = [which, which + 1].map((number) => people.contactsOf(source.id)[number % shape.wanted]?.['resourceName']);
      if (kept === absorbed || kept === undefined || absorbed === undefined) return;
      people.mergeContacts(source.id, String(kept), String(absorbed));
      watch.sourceChanged = true;
      break;
    }
  }
  if (deed === 'deleteContact')
    for (const name of [...target.kept.keys()]) if (people.contact(target.id, name) === undefined) target.kept.delete(name);
  target.deeds.push(deed);
  if (['preparing', 'approved', 'running'].includes(stateOf(watch.company) ?? '')) watch.note(deed);
  if (directory.userById(target.id) !== undefined) watch.keep(target, (name) => name === theirs);
};
