import type { PersonName } from './gateCompany';

/** What a person has open: Gmail, with the mail of this number from the newest, or the panel beside a Sheet. */
export type Where = { readonly app: 'gmail'; readonly mail: number } | { readonly app: 'sheets' };

/** Labels that lead somewhere; a person presses those that are there. */
export const paths = [
  ['Approve', 'Confirm approval'],
  ['Alpha', 'Approve', 'Confirm approval'],
  ['Beta', 'Approve', 'Confirm approval'],
  ['Deny', 'Confirm denial'],
  ['Alpha', 'Deny', 'Confirm denial'],
  ['Beta', 'Send approval request', 'Confirm'],
  ['Alpha', 'Withdraw'],
  ['Beta', 'Withdraw'],
  ['Alpha', 'Ask again'],
  ['Alpha', 'Stop', 'Stop the run'],
  ['Alpha', 'Undo'],
  ['Undo: Alpha', 'Send approval request', 'Confirm'],
  ['Undo: Alpha', 'Approve', 'Confirm approval'],
] as const;

/** Digest that somebody sends: the request's, another request's, one of nothing, or no text. */
export const digests = ['right', 'other', 'wrong', 'none'] as const;
export const decisions = ['approve', 'deny'] as const;
/** Actions of cards that only their own cards offer. */
export const forgedActions = [
  'decideAsOfficer',
  'decideRequest',
  'sendRequest',
  'withdrawRequest',
  'askAgain',
  'askForUndo',
  'setUp',
] as const;
export const globalNames = [
  'onHomepage',
  'onGmailMessage',
  'onCardAction',
  'onSuggest',
  'onSweep',
  'onContinue',
  'doGet',
  'showPage',
  'decide',
] as const;

export type Decision = (typeof decisions)[number];
export type Digest = (typeof digests)[number];

export type GateStep =
  | { readonly do: 'walk'; readonly who: PersonName; readonly where: Where; readonly path: number }
  | { readonly do: 'open'; readonly who: PersonName; readonly where: Where }
  | { readonly do: 'press'; readonly who: PersonName; readonly button: number }
  | { readonly do: 'forward'; readonly who: PersonName; readonly mail: number; readonly to: PersonName }
  | { readonly do: 'spoof'; readonly to: PersonName; readonly request: number }
  | {
      readonly do: 'page';
      readonly who: PersonName;
      readonly request: number;
      readonly digest: Digest;
      readonly decision: Decision;
      readonly reason: string;
    }
  | {
      readonly do: 'global';
      readonly who: PersonName;
      readonly name: (typeof globalNames)[number];
      readonly request: number;
      readonly form: number;
    }
  | {
      readonly do: 'forge';
      readonly who: PersonName;
      readonly action: (typeof forgedActions)[number];
      readonly request: number;
      readonly digest: Digest;
      readonly decision: Decision;
    }
  | {
      readonly do: 'edit';
      readonly who: PersonName;
      readonly tab: number;
      readonly row: number;
      readonly column: number;
      readonly text: number;
    }
  | { readonly do: 'jump'; readonly minutes: number }
  | { readonly do: 'triggers'; readonly times: number }
  | { readonly do: 'remove' | 'suspend' | 'restore'; readonly who: PersonName }
  /** Somebody gets the address that was this person's, who has another one from then on; `to` gives Roster no token. */
  | { readonly do: 'heir'; readonly who: PersonName; readonly to: PersonName };

export interface GateCase {
  readonly needed: number;
  /** `kill`: the step's execution ends at this call to a service of the platform. */
  readonly steps: readonly { readonly step: GateStep; readonly kill: number | undefined }[];
}
