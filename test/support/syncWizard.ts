import type { Sidebar } from '../../simulator/host/Sidebar';
import { addAll } from './hands';
import type { RosterCompany } from './rosterCompany';

/** From home to step 2 of a new contact sync. */
export const beginSync = (sidebar: Sidebar, name = 'Customers for Sales', type = 'Personal contacts: one label of one user'): void => {
  sidebar.press('Contact syncs');
  sidebar.press('Add');
  sidebar.type('Name (required)', name);
  sidebar.choose('Type', type);
  sidebar.press('Next');
};

/** Step 2 of personal contacts: the label Customers of source@. */
export const chooseCustomers = (company: RosterCompany, sidebar: Sidebar): void => {
  sidebar.pick('Source user (required)', sidebar.suggest('Source user (required)', 'source')[0]!);
  sidebar.press('Use this user');
  company.waitFor(sidebar, /Label \(required\)/);
  sidebar.choose('Label (required)', 'Customers (3 contacts)');
  sidebar.press('Next');
};

/** From home to the review; `options`: what else is set in step 4. */
export const toReview = (company: RosterCompany, sidebar: Sidebar, options: (sidebar: Sidebar) => void = () => undefined): void => {
  beginSync(sidebar);
  chooseCustomers(company, sidebar);
  addAll(sidebar, 'Groups', 'team');
  sidebar.press('Next');
  options(sidebar);
  sidebar.press('Next');
};

/** From the review to the request's preview. */
export const previewSync = (company: RosterCompany, sidebar: Sidebar): void => {
  sidebar.press('Preview');
  company.waitFor(sidebar, /Status: (?!Preparing)/);
};
