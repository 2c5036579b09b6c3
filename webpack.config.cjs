const acorn = require('acorn');
const path = require('node:path');
const fs = require('node:fs');
const GasPlugin = require('gas-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const asFunctions = require('./tools/bundler/asFunctions.cjs');

/** The names of the functions that these statements declare, and of those in the function around the modules. */
const functionNames = (statements) =>
  statements.flatMap((statement) => {
    if (statement.type === 'VariableDeclaration')
      return statement.declarations.flatMap(({ id, init }) => (/Function/.test(init?.type ?? '') ? id.name : []));
    if (statement.type !== 'ExpressionStatement') return statement.id?.name ?? [];
    const { callee } = statement.expression.argument ?? statement.expression;
    return callee?.body === undefined ? [] : functionNames([].concat(callee.body.body ?? []));
  });

/** A name that stands more often than this costs more than it tells: some hundred small functions stand everywhere. */
const often = 16;

/** Which functions keep their names. */
const keptNames = (code) => {
  const counts = new Map();
  for (const word of code.match(/[\w$]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return functionNames(acorn.parse(code, { ecmaVersion: 2020 }).body).filter((name) => counts.get(name) <= often);
};

/**
 * Drops unused code (what webpack marks as unused by `null &&` takes a second pass), shortens the names inside functions and writes
 * lines of 140 characters. The functions of a module keep their names but for the most used, and none goes into another: reviewers and
 * stack traces read Code.js. What loads slowly as an arrow function becomes a `function`.
 */
const shorten = async (input, sourceMap) => {
  const [[, code]] = Object.entries(input);
  const shortened = await MinimizerPlugin.terserMinify(input, sourceMap, {
    ecma: 2020,
    mangle: { reserved: keptNames(code) },
    compress: { passes: 2, sequences: false, inline: false, reduce_funcs: false, reduce_vars: false, collapse_vars: false },
    format: { comments: 'some', max_line_len: 140 },
  });
  return { ...shortened, code: asFunctions(shortened.code) };
};
shorten.getMinimizerVersion = MinimizerPlugin.terserMinify.getMinimizerVersion;

const entry = path.resolve(__dirname, 'src/entry/main.ts');

/** Copies the manifest beside the bundle: clasp pushes `dist` and nothing else. */
class CopyManifest {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('CopyManifest', (compilation) => {
      const manifest = path.resolve(__dirname, 'appsscript.json');
      compilation.fileDependencies.add(manifest);
      compilation.hooks.processAssets.tap('CopyManifest', () => {
        compilation.emitAsset('appsscript.json', new compiler.webpack.sources.RawSource(fs.readFileSync(manifest)));
      });
    });
  }
}

module.exports = {
  mode: 'production',
  entry,
  output: { path: path.resolve(__dirname, 'dist'), filename: 'Code.js', clean: true },
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
    minimizer: [new MinimizerPlugin({ extractComments: false, parallel: false, minify: shorten })],
  },
  plugins: [new GasPlugin({ include: [entry] }), new CopyManifest()],
};
