import { onlyRequest } from '../support/forgeClick';
import { contactWrites, passHours, stateOf } from '../support/hands';
import { changePolicy, decideOnPage } from '../support/officers';
import { desks, type Desk } from './desk';
import type { Reader } from './Reader';

const desk = desks();
const executions = ({ company }: Desk): string[] =>
  company.project.executions.map((one) => one.functionName).filter((name) => ['doGet', 'showPage', 'decide'].includes(name));
const opened = async (one: Desk, who: Parameters<Desk['follow']>[0] = one.company.olga): Promise<Reader> => {
  const reader = await one.follow(who);
  await reader.reads('New colleagues');
  return reader;
};

describe('S29–S32: an officer decides by the mail’s link, in a browser without the add-on', () => {
  it('reads who asks, what, for how many, the risks, the targets and the contacts of one target', async () => {
    const one = await desk(({ world, eve }) => void world.directory.renameUser(eve.id, 'eve@acme-labs.test'));
    const reader = await opened(one);
    const text = await reader.text();
    for (const said of [
      'Waiting for approval',
      'admin@acme.test',
      'Copy user contacts: From source@acme.test, label “Customers”',
      '3 targets',
      '9 new contacts',
      '1 target outside acme.test',
      onlyRequest(one.company).d.slice(0, 8),
      '0 of 1',
    ]) {
      expect(text).toContain(said);
    }
    await reader.press('See each target');
    await reader.reads('Targets of “New colleagues”');
    expect(await reader.frame.getByRole('listitem').locator('strong').allInnerTexts()).toEqual([
      'eve@acme-labs.test',
      'sam@acme.test',
      'sue@acme.test',
    ]);
    await reader.press('See each contact at sam@acme.test');
    await reader.reads('Contacts at sam@acme.test');
    expect((await reader.frame.getByRole('listitem').locator('strong').allInnerTexts()).sort()).toEqual([
      'Ada Byron',
      'Grace Hopper',
      'Katherine Johnson',
    ]);
    expect(await reader.text()).toContain('3 new, 0 skipped.');
  });

  it('approves by keyboard alone: the focus is seen at each stop, nothing is in the way, and what became of it is announced', async () => {
    const one = await desk();
    const reader = await opened(one);
    expect((await reader.focus()).name).toBe('New colleagues');
    expect(await reader.tabTo('Refresh')).toEqual(['Approve', 'Deny', 'See each target', 'Refresh']);
    await reader.key('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter');
    await reader.reads('Approve “New colleagues”?');
    expect((await reader.focus()).name).toBe('Approve “New colleagues”?');
    expect(await reader.tabTo('Cancel')).toEqual(['Confirm approval', 'Cancel']);
    await reader.key('Space');
    await reader.reads('New colleagues');
    expect(await reader.focus()).toEqual({ name: 'Approve', isSeen: true });
    expect(onlyRequest(one.company).s).toBe('waiting');
    await reader.key('Space');
    await reader.reads('Approve “New colleagues”?');
    await reader.tabTo('Confirm approval');
    await reader.key('Enter');
    await reader.reads('New colleagues');
    expect(await reader.said()).toBe('You approved it. It begins in a few minutes.');
    expect((await reader.focus()).name).toBe('New colleagues');
    expect(onlyRequest(one.company).s).toBe('approved');
    expect(contactWrites(one.company)).toBe(0);
    passHours(one.company, 1);
    expect(contactWrites(one.company)).toBeGreaterThan(0);
    await reader.press('Refresh');
    await reader.frame.getByText('9 contacts created').waitFor();
    expect(one.company.troubles()).toEqual([]);
  });

  it('comes back from targets and contacts to the control that led there', async () => {
    const reader = await opened(await desk());
    await reader.tabTo('See each target');
    await reader.key('Enter');
    await reader.reads(/^Targets/);
    await reader.tabTo('See each contact at sam@acme.test');
    await reader.key('Enter');
    await reader.reads('Contacts at sam@acme.test');
    await reader.tabTo('Back to the targets');
    await reader.key('Enter');
    await reader.reads(/^Targets/);
    expect(await reader.focus()).toEqual({ name: 'See each contact at sam@acme.test', isSeen: true });
    await reader.key('Shift+Tab', 'Shift+Tab', 'Shift+Tab');
    expect((await reader.focus()).name).toBe('Only targets with a warning or a refusal');
    await reader.key('Space');
    await reader.frame.getByRole('paragraph').getByText('There is none.').waitFor();
    expect(await reader.said()).toBe('There is none.');
    expect(await reader.focus()).toEqual({ name: 'Only targets with a warning or a refusal', isSeen: true });
    await reader.tabTo('Back to the request');
    await reader.key('Enter');
    await reader.reads('New colleagues');
    expect(await reader.focus()).toEqual({ name: 'See each target', isSeen: true });
  });

  it('denies with a reason: without one, what is missing stands at the field that has the focus', async () => {
    const one = await desk();
    const reader = await opened(one);
    await reader.press('Deny');
    await reader.reads('Deny “New colleagues”?');
    await reader.press('Confirm denial');
    const reason = reader.frame.getByRole('textbox', { name: /^Reason/ });
    expect((await reader.focus()).name).toMatch(/^Reason/);
    expect(await reason.getAttribute('aria-invalid')).toBe('true');
    expect(await reason.evaluate((field) => field.ariaDescribedByElements?.map((each) => each.textContent) ?? [])).toEqual([
      'There is no reason yet. Write one, then confirm again.',
      'Your decision stays: it cannot be taken back. The request never runs.',
    ]);
    const [above, field] = [await reader.frame.getByText('There is no reason yet.').boundingBox(), await reason.boundingBox()];
    expect(field!.y - (above!.y + above!.height)).toBeLessThan(24);
    await reason.fill('Not this week.');
    await reader.tabTo('Confirm denial');
    await reader.key('Enter');
    await reader.reads('New colleagues');
    expect(await reader.said()).toBe('You denied it. It never runs; the person who asked is told.');
    expect(await reader.text()).toContain('Not this week.');
    expect(await reader.button('Approve').count()).toBe(0);
    expect(onlyRequest(one.company).s).toBe('denied');
  });

  it('while Roster works, that is announced, all buttons are off, and who presses Enter again decides once', async () => {
    const one = await desk();
    const reader = await opened(one);
    await reader.press('Approve');
    await reader.reads('Approve “New colleagues”?');
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await reader.page.route(/^http:\/\/127/, async (route) => {
      await held;
      await route.continue();
    });
    await reader.tabTo('Confirm approval');
    await reader.key('Enter', 'Enter');
    await reader.frame.getByText('One moment.').waitFor();
    expect(await reader.said()).toBe('One moment.');
    for (const name of ['Confirm approval', 'Cancel']) expect(await reader.button(name).isDisabled()).toBe(true);
    expect(await reader.violations()).toEqual([]);
    await reader.key('Enter', 'Space');
    answer();
    await reader.reads('New colleagues');
    expect(executions(one).filter((name) => name === 'decide')).toHaveLength(1);
    expect((await reader.focus()).name).toBe('New colleagues');
  });

  it('pressing twice decides once', async () => {
    const one = await desk();
    const reader = await opened(one);
    await reader.press('Approve');
    await reader.button('Confirm approval').dblclick();
    await reader.reads('New colleagues');
    expect(executions(one).filter((name) => name === 'decide')).toHaveLength(1);
  });

  it('S31: decided in another tab meanwhile: the second decision is refused with words', async () => {
    const one = await desk();
    const [first, second] = [await opened(one), await opened(one)];
    for (const reader of [first, second]) {
      await reader.press('Approve');
      await reader.reads('Approve “New colleagues”?');
    }
    await first.press('Confirm approval');
    await first.reads('New colleagues');
    const before = onlyRequest(one.company);
    await second.press('Confirm approval');
    await second.reads(/^(?!Approve “)/);
    expect(await second.heading(/./).innerText()).toBe(
      '“New colleagues” does not wait for a decision. Its status: Approved, will start soon.',
    );
    expect(onlyRequest(one.company)).toEqual(before);
    expect(await second.violations()).toEqual([]);
  });

  it('S35: an expired request says so, and offers no decision', async () => {
    const one = await desk();
    passHours(one.company, 15 * 24);
    const reader = await opened(one);
    expect(await reader.text()).toContain('Expired');
    expect(await reader.button('Approve').count()).toBe(0);
    expect(await reader.violations()).toEqual([]);
  });

  it('two officers: each sees what the other decided', async () => {
    const one = await desk((company) => changePolicy(company, () => ({ needed: 2 })));
    decideOnPage(one.company, one.company.olga, 'approve');
    const reader = await opened(one, one.company.otto);
    expect(await reader.text()).toContain('1 of 2');
    expect(await reader.text()).toContain('olga@acme.test');
    await reader.press('Approve');
    await reader.press('Confirm approval');
    await reader.reads('New colleagues');
    expect(await reader.text()).toContain('2 of 2');
  });

  it('when Roster does not answer, the page says so where it is seen, and the button works again', async () => {
    const one = await desk();
    const reader = await opened(one);
    await reader.page.setViewportSize({ width: 320, height: 256 });
    await reader.press('Approve');
    await reader.reads('Approve “New colleagues”?');
    await reader.page.route(/^http:\/\/127/, (route) => route.abort());
    await reader.tabTo('Confirm approval');
    await reader.key('Enter');
    await reader.frame.getByText(/Roster did not answer/).waitFor();
    expect(await reader.focus()).toEqual({ name: 'Confirm approval', isSeen: true });
    const [told, button] = [await reader.frame.getByRole('status').boundingBox(), await reader.button('Confirm approval').boundingBox()];
    expect(told!.y).toBeGreaterThanOrEqual(0);
    expect(button!.y).toBeGreaterThanOrEqual(told!.y + told!.height);
    expect(button!.y + button!.height).toBeLessThanOrEqual(256);
    await reader.page.unroute(/^http:\/\/127/);
    reader.complaints.length = 0;
    await reader.key('Enter');
    await reader.reads('New colleagues');
    expect(onlyRequest(one.company).s).toBe('approved');
  });
});

describe('who opens the link', () => {
  it('S30: nothing is decided, prepared or written by opening it, reloading it, or looking at all of it', async () => {
    const one = await desk();
    const before = stateOf(one.company);
    const reader = await opened(one);
    await reader.page.reload();
    await reader.reads('New colleagues');
    await reader.press('See each target');
    await reader.reads(/^Targets/);
    await reader.page.reload();
    await reader.reads('New colleagues');
    expect(executions(one).filter((name) => name === 'doGet')).toHaveLength(3);
    expect(executions(one)).not.toContain('decide');
    expect(stateOf(one.company)).toEqual(before);
  });

  it('who may not see the request is told that there is none, the same as for a request that never was', async () => {
    const one = await desk();
    for (const who of [one.company.plain, one.company.sam]) {
      const reader = await one.follow(who);
      await reader.reads('This request was not found.');
      expect(await reader.text()).not.toMatch(/New colleagues|source@/);
      expect(await reader.violations()).toEqual([]);
    }
  });

  it('the requester and the operator read it and are offered no decision', async () => {
    const one = await desk();
    for (const who of [one.company.admin, one.company.operator]) {
      const reader = await opened(one, who);
      expect(await reader.button(/Approve|Deny/).count()).toBe(0);
      expect(await reader.button('See each target').count()).toBe(1);
    }
  });
});
