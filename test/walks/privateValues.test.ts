import type { Sidebar } from '../../simulator/host/Sidebar';
import { send } from '../support/askForCopy';
import { BrowserPage } from '../support/browserPage';
import { onlyRequest } from '../support/forgeClick';
import { sweepNow } from '../support/hands';
import { officerCompany, openPage } from '../support/officers';
import { rowsOf } from '../support/staff';
import { addUserAction, openActions, preview } from '../support/userActionHands';

const setPrivate = {
  title: 'Set user fields',
  fill: (sidebar: Sidebar): void => {
    for (const [name, value] of [
      ['Recovery phone', '+41445550102'],
      ['Recovery e-mail', 'new.home@private.test'],
      ['Home address', '1 Hidden Lane'],
      ['Job title', 'Account manager'],
    ] as const) {
      sidebar.choose('Field', name);
      sidebar.type('Value', value);
      sidebar.press('Set this field');
    }
  },
};

const waiting = () => {
  const company = officerCompany();
  Object.assign(company.sam, { recoveryPhone: '+41445559988', recoveryEmail: 'old.home@private.test' });
  const sidebar = company.open(company.admin);
  openActions(sidebar);
  addUserAction(sidebar, setPrivate);
  preview(company, sidebar);
  send(sidebar);
  sweepNow(company);
  return { company, sidebar };
};

const secrets = ['5550102', '5559988', 'new.home', 'old.home', 'Hidden Lane'];
const foundIn = (text: string): string[] => secrets.filter((secret) => text.includes(secret));

describe('private values of users: recovery phone and address, home address and phone, employee id', () => {
  it('are masked in the workbook, which everybody may read who may ask, and so in the sidebar and in mails', () => {
    const { company, sidebar } = waiting();
    const cells = ['Requests', 'Preview', 'Results'].flatMap((tab) => rowsOf(company, 'Roster workbook', tab)).join('\n');
    expect(foundIn(cells)).toEqual([]);
    expect(cells).toContain('Recovery phone: “…88” → “…02”');
    expect(cells).toContain('Recovery e-mail: “…@private.test” → “…@private.test”');
    expect(cells).toContain('Job title: nothing → “Account manager”');
    expect(foundIn(sidebar.text())).toEqual([]);
    expect(sidebar.text()).toContain('Home address: “…”');
    expect(company.world.mail.sent.length).toBeGreaterThan(0);
    expect(foundIn(JSON.stringify(company.world.mail.sent))).toEqual([]);
    expect(foundIn(JSON.stringify(company.project.scriptProperties.entries()))).toEqual([]);
  });

  it('are whole on the page, where who is asking is looked up, and nobody else sees the request', () => {
    const { company } = waiting();
    const page = new BrowserPage(openPage(company, company.olga, onlyRequest(company).id));
    expect(page.text()).toContain('Recovery phone: “+41445550102”');
    page.press('See each target');
    const sam = page.items().find(([name]) => name === 'sam@acme.test')!;
    expect(sam.join(' ')).toContain('Recovery phone: “+41445559988” → “+41445550102”');
    expect(sam.join(' ')).toContain('Recovery e-mail: “old.home@private.test” → “new.home@private.test”');
    const stranger = openPage(company, company.plain, onlyRequest(company).id).run('showPage', onlyRequest(company).id);
    expect(foundIn(JSON.stringify(stranger))).toEqual([]);
  });
});
