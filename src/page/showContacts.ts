import type { ContactPage } from '../app/requests/pageOfContacts';
import type { TargetLine } from '../app/requests/pageOfTargets';
import { add, begin, end, tell, view } from './screen';
import { counted, showLines, type WayBack } from './showLines';
import type { Visit } from './Visit';

/** The contacts of one target. An answer may hold further pages; they are kept until somebody looks at a target anew. */
export const showContacts = (visit: Visit, { action, target }: TargetLine, back: WayBack): void => {
  const kept = new Map<number, ContactPage>();

  const go = (page: number): void => {
    const here = kept.get(page);
    if (here !== undefined) return show(here);
    visit.ask(
      { view: 'contacts', page, action, target },
      ({ contacts }) => contacts,
      (found) => {
        const { page: first, size, lines } = found;
        for (let next = 0; next === 0 || next * size < lines.length; next += 1) {
          kept.set(first + next, { ...found, page: first + next, lines: lines.slice(next * size, (next + 1) * size) });
        }
        show(kept.get(first) as ContactPage);
      },
    );
  };

  const show = (contacts: ContactPage): void => {
    const told = counted(contacts, contacts.summary);
    begin(`Contacts at ${contacts.address}`);
    add(view, 'p', told);
    // The heading stays the same from page to page: what is new is told.
    if (contacts.page > 0) tell(told, 'heard');
    if (contacts.unread) add(view, 'p', `Names cannot be read now. ${contacts.unread}`);
    showLines(contacts, go, back, (item, one) => {
      add(item, 'strong', one.name);
      if (one.emails) add(item, 'p', one.emails);
      add(item, 'p', one.fate);
      if (one.changed) add(item, 'p', `Changed: ${one.changed}`);
    });
    end();
  };

  go(0);
};
