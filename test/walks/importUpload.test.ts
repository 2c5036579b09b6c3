import { WebVisitor } from '../../simulator/appsscript/WebVisitor';
import { BrowserPage } from '../support/browserPage';
import { importCompany, lineOf, mapColumn, openImport, previewImport } from '../support/importHands';
import { linesBelow, stateOf, sweepNow } from '../support/hands';
import type { Sidebar } from '../../simulator/host/Sidebar';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** An import whose file is to be uploaded, and the page as the person's browser shows it. */
const uploading = (sidebar: Sidebar): BrowserPage => {
  openImport(sidebar, { name: 'From a file' });
  sidebar.press('Upload a CSV file');
  sidebar.press('Open Roster’s page');
  return new BrowserPage(sidebar.browse());
};

const sendFile = (page: BrowserPage, bytes: Uint8Array, name = 'users.csv'): void => {
  page.choose(/CSV file/, name, bytes);
  page.press('Send');
};

const bigFile = (rows: number): string =>
  [
    'Email,Title,Password',
    ...Array.from({ length: rows }, (_, row) => `user${row}@acme.test,"Head, of\n""${'x'.repeat(60)}""",hunter2`),
  ].join('\r\n');

describe('I6: a CSV file is uploaded on Roster’s page', () => {
  it('is received, and becomes the data of the import', () => {
    const { company, sidebar } = importCompany([]);
    const page = uploading(sidebar);
    expect(page.text()).toContain('at most 35 MB and 50,000 rows');
    sidebar.press('Use the uploaded file');
    expect(sidebar.text()).toContain('The file was not received yet.');
    sendFile(page, utf8('\ufeffEmail;Title\r\nsam@acme.test;Head\r\nsue@acme.test;"Second; ""really"""\r\n'));
    expect(page.heading.textContent).toBe('The file was received.');
    expect(page.text()).toContain('2 rows out of “users.csv”.');
    sidebar.press('Use the uploaded file');
    expect(linesBelow(sidebar, 'The data')).toEqual(['Read from the file “users.csv”: 2 rows.']);
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Title: [Not used] (Head · Second; "really")');
    sidebar.press('Auto-map');
    expect(lineOf(sidebar, 'Email')).toBe('Primary address');
    mapColumn(sidebar, 'Title', 'Job title');
    sidebar.press('Next');
    sidebar.press('Preview');
    expect(sidebar.text()).toContain('Status: Preparing');
    expect(company.troubles()).toEqual([]);
  });

  it('a large one goes in pieces, also when an answer is lost on its way; passwords are written nowhere', () => {
    const { company, sidebar } = importCompany([]);
    const page = uploading(sidebar);
    const kept = (): string =>
      JSON.stringify([
        company.project.scriptProperties.entries(),
        company.world.drive.spreadsheets.map(({ tabs }) =>
          tabs.map(({ grid }) => [...grid.cellsIn({ row: 1, column: 1, rows: grid.rows, columns: grid.columns })]),
        ),
      ]);
    page.isSlow = true;
    sendFile(page, utf8(bigFile(9_000)));
    page.arriveOnce();
    expect(page.said).toMatch(/^Sending: \d+ %\.$/);
    expect(kept()).toContain('user17@acme.test');
    expect(kept()).not.toContain('hunter2');
    page.loseNext();
    expect(page.said).toBe('Roster did not answer. Nothing is lost: press “Go on” in a minute.');
    page.isSlow = false;
    page.press('Go on');
    expect(page.text()).toContain('9,000 rows out of “users.csv”.');
    sidebar.press('Use the uploaded file');
    expect(linesBelow(sidebar, 'The data')).toEqual(['Read from the file “users.csv”: 9,000 rows.']);
    sidebar.press('Next');
    expect(sidebar.text()).toContain(`Head, of "${'x'.repeat(60)}"`);
    expect(kept()).not.toContain('hunter2');
    expect(company.troubles()).toEqual([]);
  });

  it.each([
    ['UTF-16 with a mark', Buffer.from('\ufeffEmail\tTitle\nsam@acme.test\tLeiterin für Öle', 'utf16le')],
    ['UTF-16 without one', Buffer.from('Email\tTitle\nsam@acme.test\tLeiterin für Öle', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffEmail\tTitle\nsam@acme.test\tLeiterin für Öle', 'utf16le').swap16()],
    ['UTF-8', utf8('Email,Title\nsam@acme.test,Leiterin für Öle')],
    ['Windows-1252', Buffer.from('Email,Title\nsam@acme.test,Leiterin für Öle', 'latin1')],
  ])('in %s is read as it was meant', (_encoding, bytes) => {
    const { sidebar } = importCompany([]);
    sendFile(uploading(sidebar), bytes);
    sidebar.press('Use the uploaded file');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('Leiterin für Öle');
  });

  it.each([
    ['35 MB and more', utf8('x'), 36 * 1024 * 1024, 'The file has 36 MB; 35 MB is the most.'],
    ['too many rows', utf8('Email,Title\n'.repeat(51_001)), undefined, 'The file has 51,001 rows; an import takes 50,000.'],
    [
      'a quote that never ends',
      utf8(`Email,Title\na@b.c,"x\n${'d@e.f,y\n'.repeat(150_000)}`),
      undefined,
      'A quote that begins in row 2 seems never to end.',
    ],
  ])('of %s is refused in the browser: nothing is sent', (_what, bytes, size, said) => {
    const { company, sidebar } = importCompany([]);
    const page = uploading(sidebar);
    const before = stateOf(company);
    page.choose(/CSV file/, 'users.csv', bytes, size);
    page.press('Send');
    expect(page.said).toContain(said);
    expect(stateOf(company)).toEqual(before);
  });

  it.each([
    [
      'an Excel file',
      Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000', 'latin1'),
      'This is an Excel or other packed file, and no CSV.',
    ],
    ['no header', utf8('sam@acme.test,Head'), 'There is no header row.'],
    ['text behind a quote', utf8('Email,Title\nsam@acme.test,"Head" of all'), 'In row 2 text follows a closing quote'],
    ['nothing', utf8(''), 'There is nothing in it.'],
  ])('that is %s is refused with words, and another can be sent', (_what, bytes, said) => {
    const { sidebar } = importCompany([]);
    const page = uploading(sidebar);
    sendFile(page, bytes);
    expect(page.said).toContain(said);
    sendFile(page, utf8('Email,Title\nsam@acme.test,Head'));
    expect(page.heading.textContent).toBe('The file was received.');
  });

  it('is taken only from whose card asked for it: nobody else’s browser, and not on the next day', () => {
    const { company, sidebar } = importCompany([]);
    const page = uploading(sidebar);
    const id = /import=([\w-]+)/.exec(sidebar.openedLinks.at(-1)!.url)![1]!;
    const before = stateOf(company);
    for (const who of [company.plain, company.olga, company.operator]) {
      const other = new BrowserPage(WebVisitor.open(company.project, { visitorUserId: who.id, query: { import: id } }));
      sendFile(other, utf8('Email,Title\nsam@acme.test,Evil'));
      expect(other.said).toMatch(/This page receives no file now|Roster is for administrators|administrator/);
    }
    expect(stateOf(company)).toEqual(before);
    company.world.clock.advance(25 * 3_600_000);
    sendFile(page, utf8('Email,Title\nsam@acme.test,Head'));
    expect(page.said).toContain('This page receives no file now.');
    sidebar.press('Use the uploaded file');
    expect(sidebar.text()).toContain('This page receives no file now.');
    sidebar.press('Upload a CSV file');
    sidebar.press('Open Roster’s page');
    const anew = new BrowserPage(sidebar.browse());
    sendFile(anew, utf8('Email,Title\nsam@acme.test,Head'));
    expect(anew.heading.textContent).toBe('The file was received.');
  });

  it('nothing is left of one that was begun and given up, after a day', () => {
    const { company, sidebar } = importCompany([]);
    const page = uploading(sidebar);
    page.isSlow = true;
    sendFile(page, utf8(bigFile(9_000)));
    page.arriveOnce();
    const left = (): string[] => Object.keys(company.project.scriptProperties.entries()).filter((key) => /^(upload|parcel)\./.test(key));
    expect(left()).toHaveLength(2);
    company.world.clock.advance(25 * 3_600_000);
    company.open(company.admin);
    sweepNow(company);
    expect(left()).toEqual([]);
  });

  it('a delegate can send one, too', () => {
    const { company } = importCompany([]);
    const policy = JSON.parse(company.project.scriptProperties.get('policy')!) as { delegates: object[] };
    policy.delegates.push({ userId: company.plain.id, email: company.plain.primaryEmail, until: company.world.clock.now() + 86_400_000 });
    company.project.scriptProperties.set({ policy: JSON.stringify(policy) });
    company.world.drive.share(
      company.world.drive.spreadsheets.find(({ title }) => title === 'Roster workbook')!.id,
      company.plain.id,
      'writer',
    );
    const sidebar = company.open(company.plain);
    sendFile(uploading(sidebar), utf8('Email,Title\nsam@acme.test,Head'));
    sidebar.press('Use the uploaded file');
    sidebar.press('Next');
    expect(sidebar.text()).toContain('could not be read, and are not offered');
    mapColumn(sidebar, 'Email', 'Primary address');
    mapColumn(sidebar, 'Title', 'Job title');
    previewImport(company, sidebar);
    expect(sidebar.text()).toContain('sam@acme.test (Job title: nothing → “Head”');
    expect(company.troubles()).toEqual([]);
  });
});
