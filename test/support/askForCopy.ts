import type { Sidebar } from '../../simulator/host/Sidebar';
import type { RosterCompany } from './rosterCompany';

export interface Wish {
  readonly name?: string;
  readonly search?: string;
  readonly label?: string;
  readonly createLabel?: boolean;
  /** What else is set on the card of the action, before "Save". */
  readonly settings?: (sidebar: Sidebar) => void;
}

/** From home to the card of actions, as an administrator does it. */
export const chooseTargets = (sidebar: Sidebar, { name = 'New colleagues', search = '/Sales' }: Wish = {}): void => {
  sidebar.press('New workflow');
  if (sidebar.text().includes('There is a draft')) sidebar.press('Start a new one');
  sidebar.type('Name (required)', name);
  sidebar.choose('Type (required)', 'Modify: users who are already there');
  sidebar.press('Next');
  sidebar.type('Name or address', search);
  sidebar.press('Search');
  sidebar.press('Add all');
  sidebar.press('Next');
  sidebar.press('Proceed to actions');
};

/** The action with its settings; ends on the card of actions. */
export const chooseSource = (company: RosterCompany, sidebar: Sidebar, { label, createLabel = true, settings }: Wish = {}): void => {
  sidebar.press('+ Add action');
  sidebar.press('Copy user contacts');
  sidebar.pick('Source user (required)', sidebar.suggest('Source user (required)', 'source')[0]!);
  sidebar.press('Use this user');
  if (label !== undefined) {
    company.waitFor(sidebar, /Label \(optional\)/);
    sidebar.choose('Label (optional)', label);
    sidebar.toggle('Create this label in the destination', createLabel);
  }
  settings?.(sidebar);
  sidebar.press('Save');
};

/** Up to the preview; ends on the request's card. */
export const askForCopy = (company: RosterCompany, sidebar: Sidebar, wish: Wish = {}): void => {
  chooseTargets(sidebar, wish);
  chooseSource(company, sidebar, wish);
  sidebar.press('Preview');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
};

export const send = (sidebar: Sidebar): void => {
  sidebar.press('Send approval request');
  sidebar.press('Confirm');
};

/** The end of the run, on the request's card. */
export const waitForEnd = (company: RosterCompany, sidebar: Sidebar): void => company.waitFor(sidebar, /Status: (Done|Partly done|Failed)/);
