const fs = require('node:fs');
const path = require('node:path');
const { buildSync } = require('esbuild');

const folder = path.resolve(__dirname, '../../src/page');
const read = (name) => fs.readFileSync(path.join(folder, name), 'utf8');

/** The page's script; what its main module exports, the browser finds as `page`. */
const scriptOf = (name) =>
  buildSync({
    entryPoints: [path.join(folder, `${name}.ts`)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'page',
    target: 'es2020',
    charset: 'utf8',
    tsconfig: path.resolve(__dirname, '../../tsconfig.base.json'),
  }).outputFiles[0].text;

/**
 * The web app's pages by the name of their file, each with style and script in it: a page loads nothing from elsewhere. They end before
 * `</body>`, which HTML lets one leave out: at run time the script that starts the page is appended.
 */
module.exports = () =>
  Object.fromEntries(
    ['requestPage', 'importPage'].map((name) => [
      name,
      read('page.html')
        .replace(/\s*<\/body>[^]*/, '\n')
        .replace('<style></style>', () => `<style>\n${read('page.css')}</style>`)
        .replace('<script></script>', () => `<script>\n${scriptOf(name)}</script>`),
    ]),
  );
