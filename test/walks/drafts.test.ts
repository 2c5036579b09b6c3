import { chooseTargets } from '../support/askForCopy';
import { openTargets, readyCompany } from '../support/hands';

const HOUR = 3_600_000;

describe('S48: a half-filled wizard', () => {
  it('is offered on the home card with its age, and goes on where it stopped', () => {
    const company = readyCompany();
    chooseTargets(company.open(company.admin), { name: 'Half done' });
    company.world.clock.advance(5 * HOUR);
    const later = company.open(company.admin);
    expect(later.text()).toContain('Draft: [Half done] (Go on where you stopped 5 hours ago)');
    company.world.clock.advance(50 * HOUR);
    const muchLater = company.open(company.admin);
    expect(muchLater.text()).toContain('2 days ago');
    muchLater.press('New workflow');
    expect(muchLater.text()).toContain('You began “Half done” and did not send it. Last changed 2 days ago.');
    muchLater.press('Go on with the draft');
    expect(muchLater.text()).toContain('Name (required): {Half done}');
    expect(company.troubles()).toEqual([]);
  });

  it('can be discarded, after a question; nobody else’s is touched', () => {
    const company = readyCompany();
    openTargets(company.open(company.operator), 'The operator’s');
    const sidebar = company.open(company.admin);
    openTargets(sidebar, 'Not wanted');
    const home = company.open(company.admin);
    home.press('Discard');
    expect(home.text()).toContain('Discard this draft?');
    expect(home.text()).toContain('“Not wanted”, last changed a moment ago.');
    home.press('Keep');
    expect(home.text()).toContain('Draft: [Not wanted]');
    home.press('Discard');
    home.press('Discard');
    expect(home.notification).toBe('The draft was discarded.');
    expect(home.text()).not.toContain('Not wanted');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('This workflow was sent or discarded in another window.');
    expect(company.open(company.operator).text()).toContain('Draft: [The operator’s]');
    expect(company.troubles()).toEqual([]);
  });

  it('survives an update of Roster', () => {
    const company = readyCompany();
    openTargets(company.open(company.admin), 'Before the update');
    const stored = JSON.parse(company.project.scriptProperties.get('operator')!);
    company.project.scriptProperties.set({ operator: JSON.stringify({ ...stored, version: '0.0.9' }) });
    const drafts = company.project.userProperties(company.admin.id);
    const { savedAt, ...old } = JSON.parse(drafts.get('draft.0')!);
    drafts.set({ 'draft.0': JSON.stringify(old) });
    expect(savedAt).toBeGreaterThan(0);
    const sidebar = company.open(company.admin);
    sidebar.press('Before the update');
    expect(sidebar.text()).toContain('Name (required): {Before the update}');
    expect(company.troubles()).toEqual([]);
  });

  it.each([
    ['of a form that this version does not know', { 'draft.0': '{"id":"d","steps":[]}' }],
    ['a part of which is gone', { 'draft.parts': '3' }],
  ])('%s is dropped with words, and a new one can be begun', (_title, change) => {
    const company = readyCompany();
    openTargets(company.open(company.admin), 'From elsewhere');
    company.project.userProperties(company.admin.id).set(change);
    const sidebar = company.open(company.admin);
    expect(sidebar.text()).toContain('A half-filled workflow cannot be opened any more.');
    expect(sidebar.text()).toContain('Another version of Roster kept it.');
    const other = company.open(company.admin);
    other.press('Discard');
    expect(other.text()).not.toContain('cannot be opened any more');
    sidebar.press('New workflow');
    expect(sidebar.text()).toContain('Name (required): {}');
    expect(company.troubles()).toEqual([]);
  });
});
