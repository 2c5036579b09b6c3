import { openImport } from '../support/importHands';
import type { OfficerCompany } from '../support/officers';
import { desks, type Desk } from './desk';
import { readable } from './readable';
import type { Reader } from './Reader';

const desk = desks();

/** An administrator's card asks for a file, and they follow its link. */
const uploading = async ({ company, follow }: Desk): Promise<{ reader: Reader; use: () => string }> => {
  const sidebar = company.open(company.admin);
  openImport(sidebar, { name: 'From a file' });
  sidebar.press('Upload a CSV file');
  sidebar.press('Open Roster’s page');
  const reader = await follow(company.admin, sidebar.openedLinks.at(-1)!.url);
  await reader.reads('Import users: a CSV file');
  const use = (): string => {
    sidebar.press('Use the uploaded file');
    sidebar.press('Next');
    return sidebar.text();
  };
  return { reader, use };
};

const nothing = (_company: OfficerCompany): void => undefined;
const choose = (reader: Reader, name: string, buffer: Buffer): Promise<void> =>
  reader.frame.getByRole('button', { name: 'CSV file' }).setInputFiles({ name, mimeType: 'text/csv', buffer });

describe('I6: a CSV file in a real browser', () => {
  it('is chosen and sent by keyboard, read in its encoding, and what became of it is told', async () => {
    const { reader, use } = await uploading(await desk(undefined, nothing));
    await readable(reader, 'upload');
    await reader.press('Send');
    expect(await reader.said()).toBe('Choose a file first.');
    await choose(reader, 'leute.csv', Buffer.from('E-Mail;Vorname\r\nsam@acme.test;Jörg\r\n', 'latin1'));
    await reader.button('Send').focus();
    await reader.page.keyboard.press('Enter');
    await reader.reads('The file was received.');
    await readable(reader, 'upload-received');
    expect(await reader.text()).toContain('1 row out of “leute.csv”.');
    expect(use()).toContain('Vorname: [Not used] (Jörg)');
  });

  it('of many pieces arrives whole; one that is no CSV is refused, and another can be sent', async () => {
    const { reader, use } = await uploading(await desk(undefined, nothing));
    await choose(reader, 'users.xlsx', Buffer.from('PK\u0003\u0004 and so on'));
    await reader.press('Send');
    await reader.frame.getByText('This is an Excel or other packed file').waitFor();
    const rows = Array.from({ length: 8_000 }, (_, row) => `user${row}@acme.test,"Head, of\n""${'x'.repeat(100)}"""`);
    await choose(reader, 'users.csv', Buffer.from(['Email,Title', ...rows].join('\r\n'), 'utf16le'));
    await reader.press('Send');
    await reader.reads('The file was received.');
    expect(await reader.text()).toContain('8,000 rows out of “users.csv”.');
    expect(use()).toContain('Head, of "xxx');
  });
});
