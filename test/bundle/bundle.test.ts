import { createContext, Script } from 'node:vm';
import { readScriptFolder } from '../../simulator/loaders/readScriptFolder';
import { functionsNamedIn, readBundle, readManifest } from '../../tools/check/bundle';

const bundle = readBundle();

describe('dist/Code.js', () => {
  it('declares every function that the manifest names at the top level, where Apps Script looks for it', () => {
    const named = functionsNamedIn(readManifest());
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(bundle.functions).toContain(name);
  });

  it('declares the functions of triggers and of the page at the top level', () => {
    expect(bundle.functions).toEqual(
      expect.arrayContaining(['onHomepage', 'onCardAction', 'onSuggest', 'onSweep', 'onContinue', 'doGet', 'showPage']),
    );
  });

  it('reaches no further name: every global is an entry point that checks who is asking', () => {
    const context = createContext(Object.create(null) as object);
    new Script(bundle.code).runInContext(context);
    const reachable = Object.keys(context).filter((name) => typeof context[name] === 'function');
    expect(new Set(reachable)).toEqual(new Set(bundle.functions));
  });

  it('loads in an empty V8 context: no service, no timer, no URL, no Buffer is touched by loading', () => {
    const context = createContext(Object.create(null) as object);
    expect(() => new Script(bundle.code).runInContext(context)).not.toThrow();
  });

  it('has bodies behind its stubs: the empty top-level functions are replaced when the bundle runs', () => {
    const context = createContext(Object.create(null) as object);
    new Script(bundle.code).runInContext(context);
    for (const name of bundle.functions) expect(String(context[name]).replace(/\s/g, '')).not.toMatch(/^function\w+\(\)\{\}$/);
  });

  it('has the pages that it names beside it', () => {
    const pages = Object.keys(readScriptFolder('dist').htmlFiles);
    expect(pages).toEqual(['importPage', 'requestPage']);
    expect([...bundle.strings]).toEqual(expect.arrayContaining(pages));
  });

  it('stays under 700 kB', () => {
    expect(Buffer.byteLength(bundle.code)).toBeLessThan(700_000);
  });
});
