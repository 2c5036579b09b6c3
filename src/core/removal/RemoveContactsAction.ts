import type { Mark } from '../contacts/Mark';
import type { GroupMark } from '../contacts/ContactGroup';

/** Which of the contacts that Roster delivered: everything, what came from one user, or what one request delivered. Names are for show. */
export type Delivery =
  | { readonly kind: 'all' }
  | { readonly kind: 'source'; readonly userId: string; readonly email: string }
  | { readonly kind: 'request'; readonly requestId: string; readonly name: string };

/** The action "Remove copied contacts". */
export interface RemoveContactsAction {
  readonly kind: 'removeContacts';
  readonly delivery: Delivery;
}

/** Whether a mark is one of that delivery. */
export const isOf = (delivery: Delivery, mark: Pick<Mark | GroupMark, 'origin' | 'sourceUserId'>): boolean => {
  switch (delivery.kind) {
    case 'all':
      return true;
    case 'source':
      return mark.sourceUserId === delivery.userId;
    case 'request':
      return mark.origin === delivery.requestId;
  }
};

/** `everything that Roster copied`, `what was copied from ann@example.com`, `what “Customers” copied`. */
export const describeDelivery = (delivery: Delivery): string => {
  switch (delivery.kind) {
    case 'all':
      return 'everything that Roster copied';
    case 'source':
      return `what was copied from ${delivery.email}`;
    case 'request':
      return `what “${delivery.name}” copied`;
  }
};
