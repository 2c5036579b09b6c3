import { functionsNamedIn, type Bundle, type Manifest } from '../../tools/check/bundle';
import { needsOf } from '../../tools/check/checkManifest';
import { refusedWords, wordsOf } from '../../tools/check/checkTerms';

describe('the terms check', () => {
  it('reads the refused words from the last column of the table', () => {
    const table = '| Term | Meaning | Not |\n|---|---|---|\n| mark | what we leave | stamp, watermark |\n| run | one execution | |\n';
    expect([...refusedWords(table)]).toEqual([
      ['stamp', 'mark'],
      ['watermark', 'mark'],
    ]);
  });

  it.each([
    ['const stampOfContact = 1;', ['const', 'stamp', 'of', 'contact']],
    ["throw new Error('two Stamps');", ['throw', 'new', 'error', 'two', 'stamp']],
    ['as this', ['as', 'thi']],
  ])('takes %j apart into words', (line, words) => {
    expect(wordsOf(line)).toEqual(words);
  });
});

describe('the manifest check', () => {
  it('finds the functions that a manifest names, wherever they stand', () => {
    const manifest = {
      addOns: {
        common: { name: 'onName', homepageTrigger: { runFunction: 'onHomepage' } },
        gmail: { contextualTriggers: [{ onTriggerFunction: 'onMessage' }] },
      },
    };
    expect(functionsNamedIn(manifest).sort()).toEqual(['onHomepage', 'onMessage']);
  });

  it('knows the scopes that members of Apps Script services and the calls of tasks need', () => {
    const bundle: Bundle = {
      code: '',
      functions: [],
      strings: new Set(),
      serviceMembers: new Set(['UrlFetchApp.fetchAll', 'Utilities.getUuid']),
    };
    const manifest: Manifest = { oauthScopes: [], addOns: { common: { useLocaleFromApp: true } } };
    const needs = new Map(needsOf(bundle, manifest).map(({ by, scopes }) => [by, scopes]));
    expect(needs.get('UrlFetchApp.fetchAll')).toEqual(['https://www.googleapis.com/auth/script.external_request']);
    expect(needs.get('useLocaleFromApp')).toEqual(['https://www.googleapis.com/auth/script.locale']);
    expect(needs.get('iamcredentials.projects.serviceAccounts.signJwt')).toEqual(['https://www.googleapis.com/auth/cloud-platform']);
    expect([...needs.keys()]).not.toContain('Utilities.getUuid');
    expect([...needs.keys()]).not.toContain('people.people.batchCreateContacts');
  });
});
