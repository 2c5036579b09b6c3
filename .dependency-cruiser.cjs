/** Who may import whom. The compiler holds the same directions by project references; this names the one that is broken. */
const layer = (name, allowed) => ({
  name: `${name}-imports-only-${allowed.join('-')}`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^(src|simulator|test|tools|demo|bench)/', pathNot: `^src/(${[name, ...allowed].join('|')})/` },
});

module.exports = {
  forbidden: [
    layer('core', []),
    layer('google', ['core']),
    layer('engine', ['google', 'core']),
    layer('app', ['engine', 'google', 'core']),
    layer('cards', ['core']),
    layer('page', ['app', 'core']),
    layer('gas', ['engine', 'google', 'core', 'cards']),
    layer('entry', ['gas', 'app', 'cards', 'engine', 'google', 'core']),
    {
      name: 'gas-knows-cards-by-their-types-only',
      severity: 'error',
      from: { path: '^src/gas/' },
      to: { path: '^src/cards/', pathNot: '^src/cards/CardSpec\\.ts$' },
    },
    {
      name: 'page-runs-in-the-browser-and-knows-types-only',
      severity: 'error',
      from: { path: '^src/page/' },
      to: { path: '^src/', pathNot: '^src/page/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'simulator-and-src-never-meet',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: '^(src|test|tools|demo|bench)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'bundle-uses-only-dependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'] },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(build|dist)/' },
  },
};
