import type { Sidebar } from '../../simulator/host/Sidebar';
import { forgeClick } from '../support/forgeClick';
import { linesBelow } from '../support/hands';
import { mailsTo } from '../support/officers';
import { customers } from '../support/rosterCompany';
import { night, syncedCompany, syncId } from '../support/syncHands';
import { approveAndRun, copiedCompany, sendIt } from '../support/undoHands';
import { openActions, preview } from '../support/userActionHands';

const note = 'What contact syncs delivered goes, too, and their next run may bring it back.';

const openRemoval = (sidebar: Sidebar, kind: 'all' | 'source' | 'request'): void => {
  openActions(sidebar);
  sidebar.press('+ Add action');
  sidebar.press('Remove contacts that Roster copied');
  if (kind === 'all') sidebar.choose('Remove', 'All contacts that Roster copied');
  if (kind === 'request') sidebar.choose('Remove', 'Contacts that one request copied');
  if (kind === 'source') sidebar.pick('Copied from (required)', sidebar.suggest('Copied from (required)', 'source')[0]!);
};
const save = (sidebar: Sidebar): void => {
  sidebar.toggle('Yes, remove them from all targets', true);
  sidebar.press('Save');
};

describe('S61: a removal that takes what a contact sync delivered', () => {
  it.each(['all', 'source'] as const)(
    'says so before it is asked for, in its preview and to the officers, and is right: the next night brings it back (%s)',
    (kind) => {
      const company = syncedCompany();
      const sidebar = company.open(company.admin);
      openRemoval(sidebar, kind);
      expect(sidebar.text()).toContain(note);
      save(sidebar);
      preview(company, sidebar);
      expect(linesBelow(sidebar, 'Preview by target').join('\n')).toContain(
        'Beware: 3 contacts of a contact sync would go, too: its next run may bring them back.',
      );
      sendIt(sidebar);
      company.waitFor(sidebar, /Waiting for approval/);
      company.scheduler.runNext();
      expect(mailsTo(company, company.olga, /Approval wanted: Changes/)[0]?.body).toContain(
        'At 2 targets contacts of a contact sync are removed, too: its next run may bring them back',
      );
      approveAndRun(company, sidebar);
      expect(company.namesAt(company.sam)).toEqual([]);
      night(company);
      expect(company.namesAt(company.sam)).toEqual(customers);
      expect(company.troubles()).toEqual([]);
    },
  );

  it('is silent where no sync may bring anything back: there is none, it is gone, or only what one request copied goes', () => {
    const { company, sidebar } = copiedCompany();
    sidebar.press('Home');
    openRemoval(sidebar, 'all');
    expect(sidebar.text()).not.toContain('contact sync');
    save(sidebar);
    preview(company, sidebar);
    expect(sidebar.text()).not.toContain('contact sync');

    const synced = syncedCompany();
    const other = synced.open(synced.admin);
    openRemoval(other, 'request');
    expect(other.text()).not.toContain(note);
    // What a sync delivered is known by the sync and not by its requests.
    expect(other.text()).toContain('No request that is listed has copied contacts.');
    forgeClick(synced, synced.admin, 'deleteSync', { sync: syncId });
    const later = synced.open(synced.admin);
    openRemoval(later, 'all');
    save(later);
    preview(synced, later);
    expect(later.text()).toContain('Remove 6 copied contacts from 2 people');
    expect(later.text()).not.toContain('contact sync');
  });
});
