const path = require('node:path');
const fs = require('node:fs');
const GasPlugin = require('gas-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const asFunctions = require('./tools/bundler/asFunctions.cjs');
const buildPages = require('./tools/bundler/buildPages.cjs');

/**
 * Drops unused code (what webpack marks as unused by `null &&` takes a second pass), shortens names and writes lines of 140 characters;
 * what loads slowly as an arrow function becomes a `function`. `readable`: the same program with every name, for who reads it.
 */
const shortenFor = (readable) => async (input, sourceMap) => {
  const shortened = await MinimizerPlugin.terserMinify(input, sourceMap, {
    ecma: 2020,
    mangle: !readable,
    compress: readable ? { passes: 2, defaults: false, dead_code: true, unused: true } : { passes: 2, inline: 1 },
    format: { comments: 'some', ...(readable ? { beautify: true } : { max_line_len: 140 }) },
  });
  return readable ? shortened : { ...shortened, code: asFunctions(shortened.code) };
};

const shortening = ({ readable }) =>
  Object.assign(shortenFor(readable === true), { getMinimizerVersion: MinimizerPlugin.terserMinify.getMinimizerVersion });

const entry = path.resolve(__dirname, 'src/entry/main.ts');

/** Puts the manifest and the pages beside the bundle: clasp pushes `dist` and nothing else. */
class PutBeside {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('PutBeside', (compilation) => {
      compilation.hooks.processAssets.tap('PutBeside', () => {
        const put = (name, text) => compilation.emitAsset(name, new compiler.webpack.sources.RawSource(text));
        put('appsscript.json', fs.readFileSync(path.resolve(__dirname, 'appsscript.json')));
        for (const [name, html] of Object.entries(buildPages())) put(`${name}.html`, html);
      });
    });
  }
}

module.exports = (env = {}) => ({
  mode: 'production',
  entry,
  output: { path: path.resolve(__dirname, env.readable ? 'build/readable' : 'dist'), filename: 'Code.js', clean: true },
  // `node` would leave `global` untranslated, and Apps Script has no such name.
  target: ['web', 'es2020'],
  // A warm cache skips the entry module and with it, silently, every top-level function stub.
  cache: false,
  // Apps Script has no source maps, and eval devtools hide the stubs' assignments.
  devtool: false,
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [
      { test: /\.ts$/, loader: 'esbuild-loader', options: { target: 'es2020', tsconfig: path.resolve(__dirname, 'tsconfig.base.json') } },
    ],
  },
  performance: { hints: false },
  optimization: {
    minimize: true,
    minimizer: [new MinimizerPlugin({ extractComments: false, parallel: false, minify: shortening(env) })],
  },
  plugins: [new GasPlugin({ include: [entry] }), new PutBeside()],
});
