import { passHours } from '../support/hands';
import { decideOnPage, waitingCopy } from '../support/officers';
import { desks, type Desk } from './desk';
import type { Reader } from './Reader';

const desk = desks();

/** Every state that an officer comes by, one after the other; `check` is called in each. */
const walk = async ({ company, follow }: Desk, check: (reader: Reader, state: string) => Promise<void>): Promise<void> => {
  const reader = await follow(company.olga);
  await reader.reads('New colleagues');
  await check(reader, 'request');
  await reader.press('See each target');
  await reader.reads(/^Targets/);
  await check(reader, 'targets');
  await reader.press('See each contact at sam@acme.test');
  await reader.reads(/^Contacts/);
  await check(reader, 'contacts');
  await reader.press('Back to the targets');
  await reader.reads(/^Targets/);
  await reader.press('Back to the request');
  await reader.reads('New colleagues');
  await reader.press('Deny');
  await reader.reads(/^Deny/);
  await check(reader, 'deny');
  await reader.press('Confirm denial');
  await check(reader, 'deny without a reason');
  await reader.press('Cancel');
  await reader.reads('New colleagues');
  await reader.press('Approve');
  await reader.reads(/^Approve/);
  await check(reader, 'approve');
  await reader.press('Confirm approval');
  await reader.reads('New colleagues');
  await check(reader, 'approved');
  passHours(company, 1);
  await reader.press('Refresh');
  await reader.frame.getByText('9 contacts created').waitFor();
  await check(reader, 'done');
};

describe('the page in every state', () => {
  it.each(['light', 'dark'] as const)('breaks no rule of accessibility that axe knows: %s', async (colorScheme) => {
    const found: string[] = [];
    await walk(await desk(), async (reader, state) => {
      await reader.page.emulateMedia({ colorScheme });
      found.push(...(await reader.violations()).map((one) => `${state}: ${one}`));
      await reader.shot(`${colorScheme}-${state}`);
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['320 pixels wide', { width: 320, height: 640 }],
    ['at 400 % zoom of a window of 1280 by 1024', { width: 320, height: 256 }],
  ])('is read without scrolling sideways, and its text can be spaced: %s', async (_title, size) => {
    const wide: string[] = [];
    await walk(await desk(), async (reader, state) => {
      await reader.page.setViewportSize(size);
      if ((await reader.overflow()) > 0) wide.push(state);
      await reader.shot(`${size.width}x${size.height}-${state}`);
    });
    expect(wide).toEqual([]);
  });

  it('text that a person spaces out is neither cut nor wider than the window', async () => {
    const wide: string[] = [];
    await walk(await desk(), async (reader, state) => {
      await reader.page.setViewportSize({ width: 320, height: 640 });
      await reader.frame
        .locator('html')
        .evaluate(
          (html) =>
            (html.appendChild(html.ownerDocument.createElement('style')).textContent =
              '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }'),
        );
      if ((await reader.overflow()) > 0) wide.push(state);
    });
    expect(wide).toEqual([]);
  });

  it('is read out as landmarks, headings, terms and named controls', async () => {
    const one = await desk();
    const reader = await one.follow(one.company.olga);
    await reader.reads('New colleagues');
    const read = await reader.frame.locator('body').ariaSnapshot();
    for (const part of [
      '- main "New colleagues"',
      '- heading "New colleagues" [level=1]',
      '- region "What is asked"',
      '- region "Decisions"',
      '- term: Asked by',
      '- definition: admin@acme.test',
      '- button "Approve"',
      '- button "Deny"',
      '- button "See each target"',
      '- button "Refresh"',
    ]) {
      expect(read).toContain(part);
    }
    await reader.press('Deny');
    await reader.reads(/^Deny/);
    expect(await reader.frame.locator('body').ariaSnapshot()).toContain('- textbox "Reason (required). The person who asked reads it."');
    await reader.press('Cancel');
    await reader.press('See each target');
    await reader.reads(/^Targets/);
    const targets = await reader.frame.locator('body').ariaSnapshot();
    expect(targets).toContain('- checkbox "Only targets with a warning or a refusal"');
    expect(targets).toContain('- navigation "Pages"');
    for (const name of ['eve', 'sam', 'sue']) expect(targets).toContain(`- button "See each contact at ${name}@acme.test"`);
  });

  it('buttons can be hit: 24 pixels and more either way', async () => {
    const small: string[] = [];
    await walk(await desk(), async (reader, state) => {
      for (const control of await reader.frame.locator('button, input').all()) {
        const box = await control.boundingBox();
        const side = Math.min(box?.width ?? 0, box?.height ?? 0);
        // The label of a box is pressed like the box.
        if (side < ((await control.getAttribute('type')) === 'checkbox' ? 20 : 24)) small.push(`${state}: ${await control.innerText()}`);
      }
    });
    expect(small).toEqual([]);
  });
});

describe('B16: whatever people wrote is text', () => {
  const markup = '<img src=x onerror=alert(1)><b>bold</b>';
  const rtl = 'שרה \u202eמחלקה <script>alert(2)</script>';
  const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(6);

  it('markup, scripts of other directions, signs that turn the order around and words without end', async () => {
    const one = await desk(
      ({ world, source }) => {
        for (const [index, givenName] of [markup, rtl, long].entries()) {
          world.people.addContact(source.id, {
            names: [{ givenName }],
            emailAddresses: [{ value: `${index}.${'x'.repeat(50)}@customer.test` }],
          });
        }
      },
      (company) => void waitingCopy(company, { name: `${markup} שלום ${long.slice(0, 60)}` }),
    );
    const reader = await one.follow(one.company.olga);
    await reader.reads(/^<img/);
    const check = async (): Promise<void> => {
      expect(await reader.frame.locator('main img, main b, main script').count()).toBe(0);
      await reader.page.setViewportSize({ width: 320, height: 640 });
      expect(await reader.overflow()).toBe(0);
      await reader.shot(`texts-${(await reader.heading(/./).innerText()).slice(0, 8).replace(/\W/g, '')}`);
    };
    await check();
    await reader.press('See each target');
    await reader.reads(/^Targets/);
    await check();
    await reader.press('See each contact at sam@acme.test');
    await reader.reads(/^Contacts/);
    await check();
    const names = await reader.frame.getByRole('listitem').locator('strong').allTextContents();
    expect(names).toEqual(expect.arrayContaining([markup, rtl.replace('\u202e', '\ufffd'), long]));
    expect(await reader.violations()).toEqual([]);
    decideOnPage(one.company, one.company.otto, 'deny', { reason: `${markup}${rtl}` });
    await reader.page.reload();
    await reader.reads(/^<img/);
    expect(await reader.text()).toContain(markup);
    expect(await reader.frame.locator('main img, main b, main script').count()).toBe(0);
  });
});

describe('1,000 targets', () => {
  it('come 50 a page; each page says which it is, and the next one is a few keys away from its heading', async () => {
    const one = await desk(({ world }) => {
      for (let index = 0; index < 997; index += 1) {
        world.directory.addUser({ primaryEmail: `t${String(index).padStart(3, '0')}@acme.test`, orgUnitPath: '/Sales' });
      }
    });
    const reader = await one.follow(one.company.olga);
    await reader.reads('New colleagues');
    expect(await reader.text()).toContain('1,000 targets');
    await reader.press('See each target');
    await reader.reads(/^Targets/);
    expect(await reader.text()).toContain('1,000 in all. Page 1 of 20.');
    const lines = reader.frame.getByRole('listitem');
    expect(await lines.count()).toBe(50);
    const first = await lines.first().innerText();
    expect(await reader.tabTo('Next page')).toEqual(['Only targets with a warning or a refusal', 'Back to the request', 'Next page']);
    await reader.key('Enter');
    await reader.frame.getByRole('paragraph').getByText('1,000 in all. Page 2 of 20.').waitFor();
    expect(await reader.said()).toBe('1,000 in all. Page 2 of 20.');
    expect((await reader.focus()).name).toBe('Targets of “New colleagues”');
    expect(await lines.first().innerText()).not.toBe(first);
    for (let page = 3; page <= 20; page += 1) {
      await reader.press('Next page, below the list');
      await reader.frame.getByRole('paragraph').getByText(`Page ${page} of 20.`).waitFor();
    }
    expect(await reader.button(/^Next page/).count()).toBe(0);
    expect(await lines.count()).toBe(50);
    expect(await reader.violations()).toEqual([]);
    await reader.shot('thousand');
  });
});
