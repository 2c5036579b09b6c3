/** The first action of every workflow of type Onboard: creates its targets as their rows say. Nobody chooses it. */
export interface CreateUsersAction {
  readonly kind: 'createUsers';
}
